# SPDX-License-Identifier: GPL-3.0-or-later
"""problem.yaml that isn't what it should be."""
from hostile.case import Case
from hostile.making import GONE, PIPE, FOLDER, Link, imported, judged

CURRENT = "problem_format_version: 2025-09\nname: Small\n"
LIMITS = "name: Small\nlimits:\n  "


def yaml(content):
    return imported({"problem.yaml": content})


def current(content):
    return yaml(CURRENT + content)


def limits(content):
    return yaml(LIMITS + content + "\n")


def aliases():
    """Ten times ten times ten …: a billion values in 300 bytes."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    return "name: Small\n" + "\n".join(lines) + "\n"


CASES = [
    Case("problem.yaml: no YAML", yaml("name: [Small\n"),
         "pack.broken: small: problem.yaml:1: not valid YAML (end of sequence flow not found); "
         "correct this line"),
    Case("problem.yaml: only a word", yaml("Small\n"),
         'pack.broken: small: problem.yaml:1: the file is "Small"; write lines of the form "key: value"'),
    Case("problem.yaml: a list", yaml("- name: Small\n"),
         'pack.broken: small: problem.yaml:1: the file is a list; write lines of the form "key: value"'),
    Case("problem.yaml: indented by tabs", yaml("name: Small\nlimits:\n\ttime_limit: 1\n"),
         "pack.broken: small: problem.yaml:3: a tab indents this line; YAML permits only blanks, so "
         "put blanks"),
    Case("problem.yaml: a program", yaml(b"\x7fELF\x02\x01\x01\0\0\xff\xfe"),
         "pack.broken: small: problem.yaml:1: a NUL byte, which no text has; remove it, or save the "
         "file as UTF-8"),
    Case("problem.yaml: not UTF-8", yaml("name: Small\nauthor: Andr\u00e9\n".encode("latin-1")),
         "pack.broken: small: problem.yaml:2: not UTF-8; save the file as UTF-8"),
    Case("problem.yaml: UTF-16", yaml("name: Small\n".encode("utf-16")),
         "pack.broken: small: problem.yaml:1: a NUL byte, which no text has; remove it, or save the "
         "file as UTF-8"),
    Case("problem.yaml: byte order mark", yaml(b"\xef\xbb\xbfname: Small\nlimits: {time_limit: 1}\n"),
         "imported small: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("problem.yaml: NUL", yaml("name: Sm\0all\nlimits: {time_limit: 1}\n"),
         "pack.broken: small: problem.yaml:1: a NUL byte, which no text has; remove it, or save the "
         "file as UTF-8"),
    Case("problem.yaml: larger than any", yaml("name: Small\nx: " + "y" * (2 << 20) + "\n"),
         "pack.broken: small: problem.yaml: larger than 1024 KiB; a text of this kind is far smaller, "
         "so look what it holds"),
    Case("problem.yaml: alias bomb", yaml(aliases()),
         "pack.broken: small: problem.yaml:2: more than 20,000 values, aliases (*name) followed; make "
         "the file smaller"),
    Case("problem.yaml: list in itself", yaml("name: Small\nkeywords: &k [*k]\n"),
         "pack.broken: small: problem.yaml:2: nested deeper than 32 levels; make it flatter"),
    Case("problem.yaml: alias of nothing", yaml("name: *nobody\n"),
         "pack.broken: small: problem.yaml:1: not valid YAML (the referenced anchor is not defined); "
         "correct this line"),
    Case("problem.yaml: 100,000 lists in each other", yaml("name: Small\nx: " + "[" * 100_000 + "\n"),
         "pack.broken: small: problem.yaml:2: nested deeper than 32 levels; make it flatter"),
    Case("problem.yaml: 100,000 maps in each other", yaml("x: " + "{a: " * 100_000 + "\n"),
         "pack.broken: small: problem.yaml:1: nested deeper than 32 levels; make it flatter"),
    Case("problem.yaml: 50 lists in each other", yaml("name: Small\nx: " + "[" * 50 + "]" * 50 + "\n"),
         "pack.broken: small: problem.yaml:2: nested deeper than 32 levels; make it flatter"),
    Case("problem.yaml: a key twice", yaml("name: Small\ntype: pass-fail\nname: Other\n"),
         'pack.broken: small: problem.yaml:3: the key "name" stands here a second time; keep one'),
    Case("problem.yaml: a list for a key", yaml("name: Small\n? [a, b]\n: c\n"),
         "pack.broken: small: problem.yaml:2: a key must be a plain word, not a list or a map"),
    Case("problem.yaml: a tag of Python", yaml("name: !!python/object/apply:os.system ['touch outside/new']\n"),
         "pack.broken: small: problem.yaml:1: name is a list; write one text"),
    Case("problem.yaml: unknown version", yaml("name: Small\nproblem_format_version: 2031-01\n"),
         'pack.broken: small: problem.yaml:2: problem_format_version "2031-01" is not known; '
         '"2025-09" and "legacy" can be read'),
    Case("problem.yaml: version in a list", yaml("name: Small\nproblem_format_version: [legacy]\n"),
         "pack.broken: small: problem.yaml:2: problem_format_version is a list; write one text"),
    Case("problem.yaml: a folder", imported({"problem.yaml": FOLDER}),
         "pack.broken: small: problem.yaml: this is not a regular file; put a file here"),
    Case("problem.yaml: a named pipe", imported({"problem.yaml": PIPE}),
         "pack.unsafe: small: problem.yaml: this is a device, a socket or a named pipe; a pack has "
         "files, folders and links only, so take it out"),
    Case("problem.yaml: a named pipe is judged", judged({"problem.yaml": PIPE}),
         "package.invalid: problem.yaml: this is not a regular file; put a file here"),
    Case("problem.yaml: a link to a device", judged({"problem.yaml": Link("/dev/zero")}),
         "package.invalid: problem.yaml: this link leads out of the package, to /dev/zero; put the "
         "file itself into the package"),
    Case("problem.yaml: a link to a file outside", judged({"problem.yaml": Link("../outside/kept.txt")}),
         "package.invalid: problem.yaml: this link leads out of the package, to "
         "{here}/outside/kept.txt; put the file itself into the package"),
    Case("problem.yaml: missing", imported({"problem.yaml": GONE}),
         "imported small: small\n"
         "warning: 1 test case was recognized by its name, as in/ans\n"
         "warning: small: problem.yaml: there is no limits.time_limit; 1 second is assumed\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("name: a list", yaml("name: [a, b]\n"),
         "pack.broken: small: problem.yaml:1: name is a list; write one text"),
    Case("name: an empty map", yaml("name: {}\n"),
         'pack.broken: small: problem.yaml:1: name holds no name; write one, such as "en: Title"'),
    Case("name: a map in a map", yaml("name: {en: {us: Small}}\n"),
         "pack.broken: small: problem.yaml:1: name.en is a map; write one text"),
    Case("type: a map", current("type: {scoring: yes}\n"),
         "pack.broken: small: problem.yaml:3: type is a map; write a list of texts"),
    Case("type: unknown", current("type: quantum\n"),
         'pack.broken: small: problem.yaml:3: the type "quantum" is not known; only pass-fail, '
         "scoring, interactive and multi-pass problems can be judged"),
    Case("type: passes and scores", current("type: [pass-fail, scoring]\n"),
         "pack.broken: small: problem.yaml:3: type is both scoring and pass-fail; write one of them"),
    Case("type: interactive without a validator", current("type: interactive\n"),
         "pack.broken: small: problem.yaml:3: an interactive problem has one output validator, which "
         "talks with the program; there is none, so add it"),
    Case("type: submit-answer and multi-pass", current("type: [submit-answer, multi-pass]\n"),
         'pack.broken: small: problem.yaml:3: to problems of type "submit-answer" people hand in the '
         "answers, not a program that finds them; such ones cannot be judged, only those to which a "
         "program is handed in"),
    Case("validation: unknown", yaml("name: Small\nvalidation: perhaps\n"),
         'pack.broken: small: problem.yaml:2: validation "perhaps" is not supported yet; only '
         "problems whose output is compared with the answer file, or checked by a program of the "
         "package, can be judged"),
    Case("validator_flags: unknown", yaml("name: Small\nvalidator_flags: float_tolerance\n"),
         "pack.broken: small: problem.yaml:2: float_tolerance needs a number after it, such as 1e-6"),
    Case("validator_flags: not a number", yaml("name: Small\nvalidator_flags: float_tolerance nan\n"),
         'pack.broken: small: problem.yaml:2: float_tolerance is followed by "nan"; write a number '
         "that is 0 or more, such as 1e-6"),
    Case("keywords: a map", yaml("name: Small\nkeywords: {a: b}\n"),
         "pack.broken: small: problem.yaml:2: keywords is a map; write a list of texts"),
    Case("languages: a list of lists", yaml("name: Small\nlanguages: [[cpp]]\n"),
         "pack.broken: small: problem.yaml:2: an item of languages is a list; write one text"),
    Case("constants: a word", current("constants: ten\n"),
         'pack.broken: small: problem.yaml:3: constants is "ten"; write lines of the form "key: value"'),
    Case("constants: a list", current("constants: {n: [1, 2]}\n"),
         "pack.broken: small: problem.yaml:3: constants.n is a list; write one text"),
    Case("constants: without a value", current("constants: {n: {tex: ten}}\n"),
         'pack.broken: small: problem.yaml:3: constants.n has no value; add a line "value: …" to it'),
    Case("limits: a word", yaml("name: Small\nlimits: none\n"),
         'pack.broken: small: problem.yaml:2: limits is "none"; write lines of the form "key: value"'),
    Case("limits: a list", yaml("name: Small\nlimits: [1]\n"),
         'pack.broken: small: problem.yaml:2: limits is a list; write lines of the form "key: value"'),
    Case("time_limit: 0", limits("time_limit: 0"),
         'pack.broken: small: problem.yaml:3: limits.time_limit is "0"; write a number of seconds '
         "above 0 and not above 86400"),
    Case("time_limit: negative", limits("time_limit: -1"),
         'pack.broken: small: problem.yaml:3: limits.time_limit is "-1"; write a number of seconds '
         "above 0 and not above 86400"),
    Case("time_limit: not a number", limits("time_limit: .nan"),
         'pack.broken: small: problem.yaml:3: limits.time_limit is ".nan"; write a number of seconds '
         "above 0 and not above 86400"),
    Case("time_limit: infinite", limits("time_limit: .inf"),
         'pack.broken: small: problem.yaml:3: limits.time_limit is ".inf"; write a number of seconds '
         "above 0 and not above 86400"),
    Case("time_limit: 1e308", limits("time_limit: 1e308"),
         'pack.broken: small: problem.yaml:3: limits.time_limit is "1e308"; write a number of seconds '
         "above 0 and not above 86400"),
    Case("time_limit: with a unit", limits("time_limit: 1s"),
         'pack.broken: small: problem.yaml:3: limits.time_limit is "1s"; write a number of seconds '
         "above 0 and not above 86400"),
    Case("time_limit: empty", limits("time_limit:"),
         "pack.broken: small: problem.yaml:3: limits.time_limit is empty; write a number of seconds "
         "above 0 and not above 86400"),
    Case("time_limit: a list", limits("time_limit: [1, 2]"),
         "pack.broken: small: problem.yaml:3: limits.time_limit is a list; write a number of seconds "
         "above 0 and not above 86400"),
    Case("time_resolution: 0", current("limits: {time_limit: 1, time_resolution: 0}\n"),
         'pack.broken: small: problem.yaml:3: limits.time_resolution is "0"; write a number of '
         "seconds above 0 and not above 86400"),
    Case("time_multipliers: a list", current("limits: {time_multipliers: [2]}\n"),
         "pack.broken: small: problem.yaml:3: limits.time_multipliers is a list; write lines of the "
         'form "key: value"'),
    Case("memory: half a MiB", limits("memory: 0.5"),
         'pack.broken: small: problem.yaml:3: limits.memory is "0.5"; write a whole number of MiB '
         "above 0 and not above 1048576"),
    Case("memory: more than 64 bits", limits("memory: 99999999999999999999999"),
         'pack.broken: small: problem.yaml:3: limits.memory is "99999999999999999999999"; write a '
         "whole number of MiB above 0 and not above 1048576"),
    Case("memory: hexadecimal", limits("memory: 0x100"),
         'pack.broken: small: problem.yaml:3: limits.memory is "0x100"; write a whole number of MiB '
         "above 0 and not above 1048576"),
    Case("output: negative", limits("output: -8"),
         'pack.broken: small: problem.yaml:3: limits.output is "-8"; write a whole number of MiB '
         "above 0 and not above 1048576"),
    Case("validation_passes: 1", current("limits: {validation_passes: 1}\n"),
         "pack.broken: small: problem.yaml:3: limits.validation_passes is 1; write 2 or more, or "
         "leave it out"),
    Case(".timelimit: no number", imported({"problem.yaml": "name: Small\n", ".timelimit": "soon\n"}),
         'pack.broken: small: .timelimit:1: the time limit is "soon"; write a number of seconds above '
         "0 and not above 86400"),
    Case("domjudge-problem.ini: no number", imported({"problem.yaml": "name: Small\n",
                                                      "domjudge-problem.ini": "timelimit='-3'\n"}),
         'pack.broken: small: domjudge-problem.ini:1: the time limit is "-3"; write a number of '
         "seconds above 0 and not above 86400"),
    Case("grindstone.yaml: no YAML", imported({"grindstone.yaml": "tags: ]\n"}),
         "pack.broken: small: grindstone.yaml:1: not valid YAML (illegal flow end); correct this line"),
    Case("grindstone.yaml: a checker outside",
         imported({"grindstone.yaml": "compare: {mode: custom, checker: ../outside/kept.txt}\n"}),
         "pack.broken: small: grindstone.yaml:1: ../outside/kept.txt: this path leads out of the "
         "package; name a file that is in it"),
    Case("grindstone.yaml: unknown mode", imported({"grindstone.yaml": "compare: {mode: psychic}\n"}),
         'pack.broken: small: grindstone.yaml:1: there is no comparator "psychic"; known are tokens, '
         "acmp, caseicmp, casencmp, casewcmp, dcmp, fcmp, hcmp, icmp, lcmp, ncmp, nyesno, pointscmp, "
         "pointsinfo, rcmp, rcmp4, rcmp6, rcmp9, rncmp, uncmp, wcmp, yesno, json, value, exact, "
         "lines, unordered-lines"),
]
