# SPDX-License-Identifier: GPL-3.0-or-later
"""Validators, submissions and generators that are missing, broken or malicious."""
from hostile.case import Case
from hostile.making import FOLDER, Link, imported, judged, verified

CUSTOM = "name: Small\nlimits: {time_limit: 1}\nvalidation: custom\n"
CURRENT = "problem_format_version: 2025-09\nname: Small\nlimits: {time_limit: 1}\n"
YES = "import sys\nsys.exit(42)\n"
NO = "import sys\nsys.exit(43)\n"
ACCEPTED = {"submissions/accepted/good.py": "print(input())\n"}


def checked_by(files, **others):
    """A solution is judged by these output validators."""
    return judged({"problem.yaml": CUSTOM, **others,
                   **{f"output_validators/{name}": text for name, text in files.items()}})


def inputs_checked_by(text):
    return verified({"input_validators/check.py": text, **ACCEPTED})


def submissions(yaml):
    return verified({"problem.yaml": CURRENT, "submissions/submissions.yaml": yaml, **ACCEPTED})


def generated(yaml, files=None):
    """The generated cases are made while the package is imported."""
    return imported({"problem.yaml": CURRENT, "generators/generators.yaml": yaml, **ACCEPTED, **(files or {})})


def secret(case):
    return generated("data:\n  secret:\n    data:\n      x: " + case + "\n")


VALIDATORS = [
    Case("checker: none", checked_by({}),
         "package.invalid: problem.yaml:3: validation is custom, but there is no program in "
         'output_validators/; add it, or write "validation: default"'),
    Case("checker: an empty folder", judged({"problem.yaml": CUSTOM, "output_validators/check": FOLDER}),
         "verdict: JE\n"
         "checker.unreadable: output_validators/check: there is no file in this folder"),
    Case("checker: only a text", checked_by({"README.txt": "later\n"}),
         "package.invalid: problem.yaml:3: validation is custom, but there is no program in "
         'output_validators/; add it, or write "validation: default"'),
    Case("checker: in two languages", checked_by({"check/a.py": YES, "check/b.cpp": "int main() { return 42; }\n"}),
         "verdict: JE\n"
         "checker.no-language: output_validators/check: it has sources in Python 3 and in C++, and no "
         '"build" script that would say what to do with both'),
    Case("checker: in an unknown language", checked_by({"check.zig": "pub fn main() void {}\n"}),
         "verdict: JE\n"
         "checker.no-language: output_validators/check.zig: no file of it has the extension of a "
         "language that is known here"),
    Case("checker: doesn't compile", checked_by({"check.cpp": "int main() { return missing; }\n"}),
         "verdict: JE\n"
         "checker.not-compiled: output_validators/check.cpp (C++): the compiler refuses it:\n"
         "main.cpp: In function ‘int main()’:\n"
         "main.cpp:1:21: error: ‘missing’ was not declared in this scope\n"
         "    1 | int main() { return missing; }\n"
         "      |                     ^~~~~~~"),
    Case("checker: exit code 1", checked_by({"check.py": "raise SystemExit(1)\n"}),
         "verdict: JE\n"
         "checker.no-verdict: output_validators/check.py on secret/1: exit code 1 is neither 42 "
         "(accepted) nor 43 (rejected)"),
    Case("checker: dies", checked_by({"check.py": "import os\nos.abort()\n"}),
         "verdict: JE\n"
         "checker.crashed: output_validators/check.py on secret/1: ended by signal 6 (SIGABRT)"),
    Case("checker: wants to write outside", checked_by({
        "check.py": "open('/tmp/grindstone-was-here', 'w')\nopen('../../outside/new', 'w')\n"}),
         "verdict: JE\n"
         "checker.no-verdict: output_validators/check.py on secret/1: exit code 1 is neither 42 "
         "(accepted) nor 43 (rejected); it said: Traceback (most recent call last):\n"
         '  File "/program/main.py", line 2, in <module>\n'
         "    open('../../outside/new', 'w')\n"
         "FileNotFoundError: [Errno 2] No such file or directory: '../../outside/new'"),
    Case("checker: leads out of the package", checked_by({"check.py": Link("{here}/outside/kept.txt")}),
         "package.invalid: output_validators/check.py: this link leads out of the package, to "
         "{here}/outside/kept.txt; put the file itself into the package"),
    # None of them may outlive it, or keep it from ending.
    Case("checker: build script that leaves processes behind", checked_by({
        "check/build": "#!/bin/sh\nfor i in 1 2 3 4 5 6 7 8 9; do sleep 1000 & done\necho no luck\nexit 3\n",
        "check/run": "#!/bin/sh\nexit 42\n"}),
         "verdict: JE\n"
         "checker.not-compiled: output_validators/check: its build script ended with exit code 3; it "
         "said: no luck"),
    Case("checker: 30 programs", checked_by({f"v{i}/v.py": YES for i in range(30)}),
         "package.invalid: output_validators: more than 20 programs; remove what isn't needed"),
    Case("interactor: two of them", judged({
        "problem.yaml": "name: Small\nlimits: {time_limit: 1}\nvalidation: custom interactive\n",
        "output_validators/a/a.py": YES, "output_validators/b/b.py": YES}),
         "package.invalid: problem.yaml:3: an interactive problem has one output validator, which "
         "talks with the program; here are 2, so leave one"),
    Case("checker of grindstone.yaml: outside", judged({
        "grindstone.yaml": "compare: {mode: custom, checker: ../outside/kept.txt, kind: icpc}\n"}),
         "package.invalid: grindstone.yaml:1: ../outside/kept.txt: this path leads out of the "
         "package; name a file that is in it"),
    Case("checker of grindstone.yaml: absolute", judged({
        "grindstone.yaml": "compare: {mode: custom, checker: /etc/passwd}\n"}),
         "package.invalid: grindstone.yaml:1: /etc/passwd: this path leads out of the package; name a "
         "file that is in it"),
    Case("checker of grindstone.yaml: missing", judged({
        "grindstone.yaml": "compare: {mode: custom, checker: check.cpp}\n"}),
         "package.invalid: grindstone.yaml:1: check.cpp: there is no such file; add it"),
    Case("input validator: doesn't compile",
         verified({"input_validators/check.cpp": "int main() { return x; }\n", **ACCEPTED}),
         "error: input_validators/check.cpp: cannot be built (C++): the compiler refuses it:\n"
         "main.cpp: In function ‘int main()’:\n"
         "main.cpp:1:21: error: ‘x’ was not declared in this scope\n"
         "    1 | int main() { return x; }\n"
         "      |                     ^\n"
         "submissions/accepted/good.py: AC"),
    Case("input validator: refuses", inputs_checked_by(NO),
         "error: data/secret/1.in: rejected, so correct the input or the validator: "
         "input_validators/check.py ended with exit code 43\n"
         "submissions/accepted/good.py: AC"),
    Case("input validator: exit code 1", inputs_checked_by("raise SystemExit('no')\n"),
         "error: data/secret/1.in: rejected, so correct the input or the validator: "
         "input_validators/check.py ended with exit code 1; it said: no\n"
         "submissions/accepted/good.py: AC"),
    Case("input validator: accepts garbage", inputs_checked_by(YES),
         "warning: input_validators/check.py: accepts 1 KiB of random bytes as an input; make it "
         "reject what is no input of this problem\n"
         "warning: input_validators/check.py: accepts 200 random characters as an input; make it "
         "reject what is no input of this problem\n"
         "warning: input_validators/check.py: accepts a number of 400 digits as an input; make it "
         "reject what is no input of this problem\n"
         "warning: input_validators/check.py: accepts an empty file as an input; make it reject what "
         "is no input of this problem\n"
         "submissions/accepted/good.py: AC"),
    Case("include: leads out of the package", judged({"include/default/x.py": Link("/etc/passwd")}),
         "package.invalid: include/default/x.py: this link leads out of the package, to /etc/passwd; "
         "put the file itself into the package"),
]

SUBMISSIONS = [
    Case("submissions.yaml: no YAML", submissions("accepted: [\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "error: submissions/submissions.yaml:1: not valid YAML (end of sequence flow not found); "
         "correct this line"),
    Case("submissions.yaml: a list", submissions("- accepted\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         'error: submissions/submissions.yaml:1: the file is a list; write lines of the form "key: value"'),
    Case("submissions.yaml: brace that isn't closed", submissions("accepted/{a,b: {permitted: [AC]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         'error: submissions/submissions.yaml:1: "accepted/{a,b": a brace without its partner; write {a,b}\n'
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: bomb of braces", submissions("'" + "{a,b}" * 30 + "': {permitted: [AC]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "error: submissions/submissions.yaml:1: "
         '"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}": its '
         "braces stand for more than 256 names; write several patterns\n"
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: braces 100 deep", submissions("'" + "{" * 100 + "a" + "}" * 100 + "': {permitted: [AC]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "warning: submissions/submissions.yaml:1: "
         '"{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{'
         "{{{{{{{{{{{a}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}"
         '}}}}}}}}}}}}}}}}}}}}}}" names no submission; correct the name, which is a path below '
         "submissions/, or remove the entry\n"
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: stars without end", submissions("'" + "*a" * 200 + "': {permitted: [AC]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "warning: submissions/submissions.yaml:1: "
         '"*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*'
         "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*"
         "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*"
         "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*"
         'a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a" names no submission; correct the name, which is '
         "a path below submissions/, or remove the entry\n"
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: pattern that goes up", submissions("'../../outside/*': {permitted: [AC]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         'warning: submissions/submissions.yaml:1: "../../outside/*" names no submission; correct the '
         "name, which is a path below submissions/, or remove the entry\n"
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: unknown verdict", submissions("accepted: {permitted: [YES]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         'error: submissions/submissions.yaml:1: accepted.permitted holds "YES"; write AC, WA, TLE or RTE\n'
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: permits nothing", submissions("accepted: {permitted: []}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "error: submissions/submissions.yaml:1: accepted.permitted is empty; write a list of AC, WA, "
         "TLE and RTE\n"
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: requires what it forbids", submissions("accepted: {permitted: [AC], required: [WA]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "error: submissions/submissions.yaml:1: accepted requires what it does not permit, so no "
         "submission can be right; permit one of the required verdicts\n"
         "submissions/accepted/good.py: AC (no case comes to WA, which submissions/submissions.yaml:1 "
         "requires)"),
    Case("submissions.yaml: score upside down", submissions("accepted: {score: [10, 1]}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "error: submissions/submissions.yaml:1: accepted.score is no range; write the lowest score first\n"
         "submissions/accepted/good.py: AC"),
    Case("submissions.yaml: unknown language", submissions("accepted/good.py: {language: klingon}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         'submissions/accepted/good.py: None (the language "klingon" is not known here)'),
    Case("submissions.yaml: group that isn't there", submissions("accepted: {secret/zzz: {permitted: [AC]}}\n"),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         'warning: submissions/submissions.yaml:1: "secret/zzz" names no test case and no group; '
         "correct the name, which is a path below data/ without .in\n"
         "submissions/accepted/good.py: AC"),
    Case("submission: leads out of the package", verified({"submissions/accepted/good.py": Link("/etc/passwd")}),
         "error: submissions/accepted: there is no submission that has to be accepted; add one, which "
         "shows that the problem can be solved\n"
         "error: submissions/accepted/good.py: this link leads out of the package, to /etc/passwd; "
         "put the file itself into the package"),
    Case("submission: an empty folder", verified({"submissions/accepted/good": FOLDER}),
         "submissions/accepted/good: None (there is no file in this folder)"),
    Case("submission: no source", verified({"submissions/accepted/good.xyz": "x\n"}),
         "submissions/accepted/good.xyz: None (no language has files like its own (.xyz))"),
    Case("submission: doesn't compile", verified({"submissions/accepted/good.py": "print(\n"}),
         "submissions/accepted/good.py: CE (it does not compile)"),
    Case("submission: wrong answer that is right", verified({"submissions/wrong_answer/good.py": "print(input())\n"}),
         "error: submissions/accepted: there is no submission that has to be accepted; add one, which "
         "shows that the problem can be solved\n"
         "submissions/wrong_answer/good.py: AC (secret/1: AC, but submissions/wrong_answer wants WA)"),
]

GENERATORS = [
    Case("generators.yaml: no YAML", generated("data: [\n"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:1: not valid YAML (end of sequence flow not "
         "found); correct this line (nothing is generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: a list", generated("- data\n"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:1: the file is a list; write lines of the form "
         '"key: value" (nothing is generated; the cases in data/ are used)\n'
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: data is a word", generated("data: many\n"),
         "imported small: small\n"
         'warning: small: generators/generators.yaml:1: data is no map; write "sample:" and "secret:" '
         "below it (nothing is generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: name that goes up",
         generated("data:\n  secret:\n    data:\n      ../../../outside/x: gen.py 1\n"),
         "imported small: small\n"
         'warning: small: generators/generators.yaml:4: "../../../outside/x" cannot be the name of a '
         'case or group; names hold only letters, digits, ".", "-" and "_" (nothing is generated; the '
         "cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: name with a NUL", generated('data:\n  secret:\n    data:\n      "a\\0b": gen.py 1\n'),
         "imported small: small\n"
         'warning: small: generators/generators.yaml:4: "a\x00b" cannot be the name of a case or group; '
         'names hold only letters, digits, ".", "-" and "_" (nothing is generated; the cases in data/ '
         "are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: program that isn't there", secret("missing.py 1"),
         "pack.broken: small: generators/generators.yaml:4: generators/missing.py: there is no such "
         "file; add it"),
    Case("generators.yaml: program that is absolute", secret("/bin/sh -c id"),
         "imported small: small\n"
         'warning: small: generators/generators.yaml:4: "/bin/sh" is an absolute path; name a '
         "generator by its path below generators/ (nothing is generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: program that goes up", secret("../../outside/kept.txt"),
         "pack.broken: small: generators/generators.yaml:4: generators/../../outside/kept.txt: this "
         "path leads out of the package; name a file that is in it"),
    Case("generators.yaml: copy of what lies outside", secret("{copy: ../../outside/kept}"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:4: there is no generators/../../outside/kept.in "
         "to copy; correct the name, which is a path below generators/, or add the file (nothing is "
         "generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: copy of an absolute path", secret("{copy: /etc/passwd}"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:4: there is no generators//etc/passwd.in to "
         "copy; correct the name, which is a path below generators/, or add the file (nothing is "
         "generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: quotation that isn't closed", secret("gen.py 'a"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:4: generate has a quotation or a backslash "
         "without end; complete it (nothing is generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: seed out of range", generated(
        "data:\n  secret:\n    data:\n      x: gen.py {seed:99999999999999999999999}\n",
        {"generators/gen.py": "import sys\nprint(int(sys.argv[1]) < 2 ** 31)\n"}),
         "imported small: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: 4,000,000,000 cases", secret("{generate: 'gen.py {count}', count: 4000000000}"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:4: count is not from 1 to 100 cases; write a "
         "number such as 5, a list of different numbers, or a range such as 1..=5 (nothing is "
         "generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: negative count", secret("{generate: 'gen.py {count}', count: -1}"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:4: count is not from 1 to 100 cases; write a "
         "number such as 5, a list of different numbers, or a range such as 1..=5 (nothing is "
         "generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: includes itself", generated("data:\n  secret:\n    include: [secret]\n"),
         "imported small: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: includes what isn't there", generated("data:\n  secret:\n    include: [nothing]\n"),
         "imported small: small\n"
         'warning: small: generators/generators.yaml:3: include names "nothing", which doesn\'t stand '
         "before this; write the name of one case or group that stands before (nothing is generated; "
         "the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    # Each level has the one before it ten times.
    Case("generators.yaml: bomb of aliases", generated(
        "a0: &a0 {x: gen.py}\n" + "".join(f"a{i}: &a{i} {{" + ", ".join(f"k{j}: *a{i - 1}" for j in range(10)) + "}\n"
                                          for i in range(1, 9)) + "data:\n  secret:\n    data: *a8\n"),
         "imported small: small\n"
         "warning: small: generators/generators.yaml:1: more than 20,000 values, aliases (*name) "
         "followed; make the file smaller (nothing is generated; the cases in data/ are used)\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("generators.yaml: generator that fails", generated(
        "data:\n  secret:\n    data:\n      x: gen.py\n", {"generators/gen.py": "raise SystemExit('no luck')\n"}),
         "imported small: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md\n"
         "warning: small: The problem's test cases cannot be made: generators/generators.yaml:4: "
         "secret/x: generators/gen.py ended with exit code 1; it said: no luck"),
    Case("generators.yaml: generator that writes without end", generated(
        "data:\n  secret:\n    data:\n      x: gen.py\n",
        {"generators/gen.py": "while True:\n    print('x' * 1000000)\n"}),
         "imported small: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md\n"
         "warning: small: The problem's test cases cannot be made: generators/generators.yaml:4: "
         "secret/x: generators/gen.py wrote more than it may"),
    Case("generators.yaml: program that leads out of the package", generated(
        "data:\n  secret:\n    data:\n      x: gen.py\n", {"generators/gen.py": Link("{here}/outside/kept.txt")}),
         "pack.unsafe: small: generators/gen.py: this link leads out of the pack, to "
         "{here}/outside/kept.txt; put the file itself into the pack"),
    Case("generators of grindstone.yaml: a word", imported({"grindstone.yaml": "generators: all\n"}),
         'pack.broken: small: grindstone.yaml:1: generators is "all"; write lines of the form "key: value"'),
]
