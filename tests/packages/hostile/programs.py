# SPDX-License-Identifier: GPL-3.0-or-later
"""Validators, submissions and generators that are missing, broken or malicious."""
from hostile.case import Case
from hostile.making import FOLDER, GONE, Link, imported, judged, verified

CUSTOM = "name: Small\nlimits: {time_limit: 1}\nvalidation: custom\n"
CURRENT = "problem_format_version: 2025-09\nname: Small\nlimits: {time_limit: 1}\n"
YES = "import sys\nsys.exit(42)\n"
NO = "import sys\nsys.exit(43)\n"
ACCEPTED = {"submissions/accepted/good.py": "print(input())\n"}


def checked_by(files, **others):
    """A solution is judged by these output validators."""
    return judged({"problem.yaml": CUSTOM, **{f"output_validators/{name}": text for name, text in files.items()}, **others})


def inputs_checked_by(text, limits="limits: {time_limit: 1}"):
    return verified({"problem.yaml": f"name: Small\n{limits}\n", "input_validators/check.py": text, **ACCEPTED})


def submissions(yaml):
    return verified({"problem.yaml": CURRENT, "submissions/submissions.yaml": yaml, **ACCEPTED})


def generated(yaml, files=None):
    """The generated cases are made while the package is imported."""
    return imported({"problem.yaml": CURRENT, "generators/generators.yaml": yaml, **ACCEPTED, **(files or {})})


def secret(case):
    return generated("data:\n  secret:\n    data:\n      x: " + case + "\n")


VALIDATORS = [
    Case("checker: none", checked_by({}), "?"),
    Case("checker: an empty folder", judged({"problem.yaml": CUSTOM, "output_validators/check": FOLDER}), "?"),
    Case("checker: only a text", checked_by({"README.txt": "later\n"}), "?"),
    Case("checker: in two languages", checked_by({"check/a.py": YES, "check/b.cpp": "int main() { return 42; }\n"}), "?"),
    Case("checker: in an unknown language", checked_by({"check.zig": "pub fn main() void {}\n"}), "?"),
    Case("checker: doesn't compile", checked_by({"check.cpp": "int main() { return missing; }\n"}), "?"),
    Case("checker: exit code 1", checked_by({"check.py": "raise SystemExit(1)\n"}), "?"),
    Case("checker: dies", checked_by({"check.py": "import os\nos.abort()\n"}), "?"),
    Case("checker: wants to write outside", checked_by({
        "check.py": "open('/tmp/grindstone-was-here', 'w')\nopen('../../outside/new', 'w')\n"}), "?"),
    Case("checker: leads out of the package", checked_by({"check.py": Link("{here}/outside/kept.txt")}), "?"),
    Case("checker: build script that forks without end", checked_by({
        "check/build": "#!/bin/sh\nf() { f | f & }\nf\nsleep 60\n", "check/run": "#!/bin/sh\nexit 42\n"},
        **{"problem.yaml": CUSTOM.replace("1}", "1, compilation_time: 1}")}), "?"),
    Case("checker: 30 programs", checked_by({f"v{i}/v.py": YES for i in range(30)}), "?"),
    Case("interactor: two of them", judged({
        "problem.yaml": "name: Small\nlimits: {time_limit: 1}\nvalidation: custom interactive\n",
        "output_validators/a/a.py": YES, "output_validators/b/b.py": YES}), "?"),
    Case("checker of grindstone.yaml: outside", judged({
        "grindstone.yaml": "compare: {mode: custom, checker: ../outside/kept.txt, kind: icpc}\n"}), "?"),
    Case("checker of grindstone.yaml: absolute", judged({
        "grindstone.yaml": "compare: {mode: custom, checker: /etc/passwd}\n"}), "?"),
    Case("checker of grindstone.yaml: missing", judged({
        "grindstone.yaml": "compare: {mode: custom, checker: check.cpp}\n"}), "?"),
    Case("input validator: doesn't compile", verified({"input_validators/check.cpp": "int main() { return x; }\n", **ACCEPTED}), "?"),
    Case("input validator: refuses", inputs_checked_by(NO), "?"),
    Case("input validator: exit code 1", inputs_checked_by("raise SystemExit('no')\n"), "?"),
    Case("input validator: accepts garbage", inputs_checked_by(YES), "?"),
    Case("input validator: no end", inputs_checked_by("while True:\n    pass\n", "limits: {time_limit: 1, validation_time: 1}"), "?"),
    Case("include: leads out of the package", judged({"include/default/x.py": Link("/etc/passwd")}), "?"),
]

SUBMISSIONS = [
    Case("submissions.yaml: no YAML", submissions("accepted: [\n"), "?"),
    Case("submissions.yaml: a list", submissions("- accepted\n"), "?"),
    Case("submissions.yaml: brace that isn't closed", submissions("accepted/{a,b: {permitted: [AC]}\n"), "?"),
    Case("submissions.yaml: bomb of braces", submissions("'" + "{a,b}" * 30 + "': {permitted: [AC]}\n"), "?"),
    Case("submissions.yaml: braces 100 deep", submissions("'" + "{" * 100 + "a" + "}" * 100 + "': {permitted: [AC]}\n"), "?"),
    Case("submissions.yaml: stars without end", submissions("'" + "*a" * 200 + "': {permitted: [AC]}\n"), "?"),
    Case("submissions.yaml: pattern that goes up", submissions("'../../outside/*': {permitted: [AC]}\n"), "?"),
    Case("submissions.yaml: unknown verdict", submissions("accepted: {permitted: [YES]}\n"), "?"),
    Case("submissions.yaml: permits nothing", submissions("accepted: {permitted: []}\n"), "?"),
    Case("submissions.yaml: requires what it forbids", submissions("accepted: {permitted: [AC], required: [WA]}\n"), "?"),
    Case("submissions.yaml: score upside down", submissions("accepted: {score: [10, 1]}\n"), "?"),
    Case("submissions.yaml: unknown language", submissions("accepted/good.py: {language: klingon}\n"), "?"),
    Case("submissions.yaml: group that isn't there", submissions("accepted: {secret/zzz: {permitted: [AC]}}\n"), "?"),
    Case("submission: leads out of the package", verified({"submissions/accepted/good.py": Link("/etc/passwd")}), "?"),
    Case("submission: an empty folder", verified({"submissions/accepted/good": FOLDER}), "?"),
    Case("submission: no source", verified({"submissions/accepted/good.xyz": "x\n"}), "?"),
    Case("submission: doesn't compile", verified({"submissions/accepted/good.py": "print(\n"}), "?"),
    Case("submission: wrong answer that is right", verified({"submissions/wrong_answer/good.py": "print(input())\n"}), "?"),
]

GENERATORS = [
    Case("generators.yaml: no YAML", generated("data: [\n"), "?"),
    Case("generators.yaml: a list", generated("- data\n"), "?"),
    Case("generators.yaml: data is a word", generated("data: many\n"), "?"),
    Case("generators.yaml: name that goes up", generated("data:\n  secret:\n    data:\n      ../../../outside/x: gen.py 1\n"),
         "?"),
    Case("generators.yaml: name with a NUL", generated('data:\n  secret:\n    data:\n      "a\\0b": gen.py 1\n'), "?"),
    Case("generators.yaml: program that isn't there", secret("missing.py 1"), "?"),
    Case("generators.yaml: program that is absolute", secret("/bin/sh -c id"), "?"),
    Case("generators.yaml: program that goes up", secret("../../outside/kept.txt"), "?"),
    Case("generators.yaml: copy of what lies outside", secret("{copy: ../../outside/kept}"), "?"),
    Case("generators.yaml: copy of an absolute path", secret("{copy: /etc/passwd}"), "?"),
    Case("generators.yaml: quotation that isn't closed", secret("gen.py 'a"), "?"),
    Case("generators.yaml: seed out of range", generated(
        "data:\n  secret:\n    data:\n      x: gen.py {seed:99999999999999999999999}\n",
        {"generators/gen.py": "import sys\nprint(int(sys.argv[1]) < 2 ** 31)\n"}), "?"),
    Case("generators.yaml: 4,000,000,000 cases", secret("{generate: 'gen.py {count}', count: 4000000000}"), "?"),
    Case("generators.yaml: negative count", secret("{generate: 'gen.py {count}', count: -1}"), "?"),
    Case("generators.yaml: includes itself", generated("data:\n  secret:\n    include: [secret]\n"), "?"),
    Case("generators.yaml: includes what isn't there", generated("data:\n  secret:\n    include: [nothing]\n"), "?"),
    # Each level has the one before it ten times.
    Case("generators.yaml: bomb of aliases", generated(
        "a0: &a0 {x: gen.py}\n" + "".join(f"a{i}: &a{i} {{" + ", ".join(f"k{j}: *a{i - 1}" for j in range(10)) + "}\n"
                                          for i in range(1, 9)) + "data:\n  secret:\n    data: *a8\n"), "?"),
    Case("generators.yaml: generator that fails", generated(
        "data:\n  secret:\n    data:\n      x: gen.py\n", {"generators/gen.py": "raise SystemExit('no luck')\n"}), "?"),
    Case("generators.yaml: generator that writes without end", generated(
        "data:\n  secret:\n    data:\n      x: gen.py\n", {"generators/gen.py": "while True:\n    print('x' * 1000000)\n"}), "?"),
    Case("generators.yaml: program that leads out of the package", generated(
        "data:\n  secret:\n    data:\n      x: gen.py\n", {"generators/gen.py": Link("{here}/outside/kept.txt")}), "?"),
    Case("generators of grindstone.yaml: a word", imported({"grindstone.yaml": "generators: all\n"}), "?"),
]
