# SPDX-License-Identifier: GPL-3.0-or-later
"""Test data and settings of test groups that cannot be judged, or that lead out of the package."""
from hostile.case import Case
from hostile.making import FOLDER, GONE, PIPE, Link, imported, judged, verified

SCORING = "problem_format_version: 2025-09\nname: Small\ntype: scoring\nlimits: {time_limit: 1}\n"
LEGACY = "name: Small\ntype: scoring\nlimits: {time_limit: 1}\n"


def group(settings, **others):
    return imported({"problem.yaml": SCORING, "data/secret/1.in": GONE, "data/secret/1.ans": GONE,
                     "data/secret/a/test_group.yaml": settings, "data/secret/a/2.in": "2\n",
                     "data/secret/a/2.ans": "2\n", **others})


def legacy_group(settings):
    return imported({"problem.yaml": LEGACY, "data/testdata.yaml": settings})


CASES = [
    Case("data: none", imported({"data/secret/1.in": GONE, "data/secret/1.ans": GONE}),
         "pack.broken: small: data: there are no test cases; put NAME.in and NAME.ans files into "
         "data/sample and data/secret"),
    Case("data: a file", imported({"data/secret/1.in": GONE, "data/secret/1.ans": GONE, "data": "1\n"}),
         "pack.broken: small: data: there are no test cases; put NAME.in and NAME.ans files into "
         "data/sample and data/secret"),
    Case("data: folders without files", imported({"data/secret/1.in": GONE, "data/secret/1.ans": GONE,
                                                  "data/sample": FOLDER, "data/secret/a/b/c": FOLDER}),
         "pack.broken: small: data: there are no test cases; put NAME.in and NAME.ans files into "
         "data/sample and data/secret"),
    Case("data: input without an answer", imported({"data/secret/1.ans": GONE}),
         "pack.broken: small: data/secret/1.in: there is no answer file 1.ans beside it; add it, or "
         "remove the .in file"),
    Case("data: answer without an input", imported({"data/secret/2.ans": "2\n"}),
         "imported small: small\n"
         "warning: small: data/secret/2.ans: ignored, since there is no .in file of that name beside it\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("data: folder that is called 2.in", imported({"data/secret/2.in": FOLDER, "data/secret/2.ans": "2\n"}),
         "pack.broken: small: data/secret/2.in: this is not a regular file; put a file here"),
    Case("data: folder that is called 1.ans", imported({"data/secret/1.ans": FOLDER}),
         "pack.broken: small: data/secret/1.ans: this is not a regular file; put a file here"),
    Case("data: named pipe instead of an input", judged({"data/secret/1.in": PIPE}),
         "package.invalid: data/secret/1.in: this is not a regular file; put a file here"),
    Case("data: link to a file of the system", judged({"data/secret/1.in": Link("/etc/passwd")}),
         "package.invalid: data/secret/1.in: this link leads out of the package, to /etc/passwd; put "
         "the file itself into the package"),
    Case("data: answer that is a link to the outside", judged({"data/secret/1.ans": Link("{here}/outside/kept.txt")}),
         "package.invalid: data/secret/1.ans: this link leads out of the package, to "
         "{here}/outside/kept.txt; put the file itself into the package"),
    Case("data: folder that is a link to the outside", judged({"data/secret/more": Link("{here}/outside")}),
         "package.invalid: data/secret/more: this link leads out of the package, to {here}/outside; "
         "put the file itself into the package"),
    Case("data: link to nothing", judged({"data/secret/1.ans": Link("9.ans")}),
         "package.invalid: data/secret/1.ans: this link leads nowhere (No such file or directory); "
         "correct it or put the file itself here"),
    Case("data: link to itself", judged({"data/secret/1.in": Link("1.in")}),
         "package.invalid: data/secret/1.in: this link leads nowhere (Too many levels of symbolic "
         "links); correct it or put the file itself here"),
    Case("data: link to the folder above", judged({"data/secret/again": Link("..")}),
         "package.invalid: data/secret/again/secret: this link leads back to a folder that holds it; "
         "remove it"),
    Case("data: link to the package", judged({"data/secret/again": Link("../..")}),
         "package.invalid: data/secret/again/data/secret: this link leads back to a folder that holds "
         "it; remove it"),
    # Each of them holds the other two.
    Case("data: folders that hold each other",
         judged({"data/secret/a/b": Link("../c"), "data/secret/c/a": Link("../a")}),
         "package.invalid: data/secret/a/b/a: this link leads back to a folder that holds it; remove it"),
    Case("data: names with blanks and umlauts", imported({"data/secret/gr\u00f6\u00dfe 1.in": "1\n",
                                                          "data/secret/gr\u00f6\u00dfe 1.ans": "1\n"}),
         "imported small: small\n"
         "warning: small: data/secret/größe 1.in: ignored, since names may hold only letters, digits, "
         '".", "-" and "_"; rename it\n'
         "warning: small: data/secret/größe 1.ans: ignored, since names may hold only letters, "
         'digits, ".", "-" and "_"; rename it\n'
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("data: name with an escape sequence", imported({"data/secret/\x1b[31m.in": "1\n"}),
         "pack.unsafe: small: data/secret/\\x1b[31m.in: the name has control characters; rename it and "
         "pack again"),
    Case("data: settings of a case are no YAML", imported({"data/secret/1.yaml": "args: ]\n"}),
         "pack.broken: small: data/secret/1.yaml:1: not valid YAML (illegal flow end); correct this line"),
    Case("data: 300 arguments", imported({"data/secret/1.yaml": "args: [" + "a, " * 300 + "a]\n"}),
         "pack.broken: small: data/secret/1.yaml:1: args has more than 256 arguments or 16 KiB of "
         "text; give the program a file or standard input instead"),
    Case("data: argument with a NUL", imported({"data/secret/1.yaml": 'args: ["a\\0b"]\n'}),
         "pack.broken: small: data/secret/1.yaml:1: args has a NUL byte, which no command line can "
         "hold; remove it"),
    Case("data: argument that constants blow up", imported({
        "problem.yaml": "problem_format_version: 2025-09\nname: Small\nconstants: {n: " + "9" * 10_000 + "}\n",
        "data/secret/1.yaml": "args: ['{{n}}{{n}}']\n"}),
         "pack.broken: small: data/secret/1.yaml:1: args has more than 256 arguments or 16 KiB of "
         "text; give the program a file or standard input instead"),
    Case("data: a file for the case that leads out",
         imported({"data/secret/1.files/big": Link("{here}/outside/kept.txt")}),
         "pack.unsafe: small: data/secret/1.files/big: this link leads out of the pack, to "
         "{here}/outside/kept.txt; put the file itself into the pack"),
    Case("data: 100 folders deep", imported({"data/secret/" + "d/" * 100 + "1.txt": "x"}),
         "pack.unsafe: small/data/secret/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d"
         "/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d: it lies too deep; put "
         "it higher"),
]

GROUPS = [
    Case("group: settings are a list", group("- max_score\n"),
         "pack.broken: small: data/secret/a/test_group.yaml:1: the file is a list; write lines of the "
         'form "key: value"'),
    Case("group: negative score", group("max_score: -5\n"),
         "pack.broken: small: data/secret/a/test_group.yaml:1: max_score is no whole number from 0; "
         'write one, or "unbounded"'),
    Case("group: score that is no number", group("max_score: .nan\n"),
         "pack.broken: small: data/secret/a/test_group.yaml:1: max_score is no whole number from 0; "
         'write one, or "unbounded"'),
    Case("group: score above all bounds", group("max_score: 1e300\n"),
         "pack.broken: small: data/secret/a/test_group.yaml:1: max_score is no whole number from 0; "
         'write one, or "unbounded"'),
    Case("group: unknown aggregation", group("score_aggregation: median\n"),
         'pack.broken: small: data/secret/a/test_group.yaml:1: score_aggregation is "median"; write '
         "pass-fail, sum or min"),
    Case("group: requires a group that isn't there", group("max_score: 100\nrequire_pass: secret/b\n"),
         'pack.broken: small: data/secret/a/test_group.yaml:2: require_pass "secret/b": there is no '
         "such test group with cases; write its path below data/, such as secret/group1"),
    Case("group: requires itself", group("max_score: 100\nrequire_pass: secret/a\n"),
         'pack.broken: small: data/secret/a/test_group.yaml:2: require_pass "secret/a": only sample '
         "and test groups that come earlier can be required; name one of those"),
    Case("group: two require each other", group("max_score: 100\nrequire_pass: secret/b\n", **{
        "data/secret/b/test_group.yaml": "max_score: 100\nrequire_pass: secret/a\n", "data/secret/b/3.in": "3\n",
        "data/secret/b/3.ans": "3\n"}),
         'pack.broken: small: data/secret/a/test_group.yaml:2: require_pass "secret/b": only sample '
         "and test groups that come earlier can be required; name one of those"),
    Case("group: requires a path that goes up", group("max_score: 100\nrequire_pass: ../../outside\n"),
         'pack.broken: small: data/secret/a/test_group.yaml:2: require_pass "../../outside": there is '
         "no such test group with cases; write its path below data/, such as secret/group1"),
    Case("group: requires a map", group("max_score: 100\nrequire_pass: {a: b}\n"),
         "pack.broken: small: data/secret/a/test_group.yaml:2: require_pass is a map; write a list of texts"),
    Case("group: static score in a group that is passed or failed", group("static_validation_score: 10\n"),
         "pack.broken: small: data/secret/a/test_group.yaml:1: static_validation_score wants a "
         "program in static_validator/, and there is none; add it, or remove this line"),
    Case("group: scores for the samples",
         imported({"problem.yaml": SCORING, "data/sample/1.in": "1\n", "data/sample/1.ans":
                                                    "1\n", "data/sample/test_group.yaml": "max_score: 10\n"}),
         "pack.broken: small: data/sample/test_group.yaml:1: max_score must not be given for the "
         "samples, which have no score; remove it"),
    Case("group: settings lead out of the package", imported({
        "problem.yaml": SCORING, "data/secret/test_group.yaml": Link("{here}/outside/kept.txt")}),
         "pack.unsafe: small: data/secret/test_group.yaml: this link leads out of the pack, to "
         "{here}/outside/kept.txt; put the file itself into the pack"),
    Case("legacy group: range upside down", legacy_group("range: 100 0\n"),
         "pack.broken: small: data/testdata.yaml:1: range is no range of scores; write the lowest and "
         'the highest one, such as "0 100" or "-inf +inf"'),
    Case("legacy group: range without an end", legacy_group("range: 100\n"),
         "pack.broken: small: data/testdata.yaml:1: range is no range of scores; write the lowest and "
         'the highest one, such as "0 100" or "-inf +inf"'),
    Case("legacy group: range of no numbers", legacy_group("range: nan nan\n"),
         "pack.broken: small: data/testdata.yaml:1: range is no range of scores; write the lowest and "
         'the highest one, such as "0 100" or "-inf +inf"'),
    Case("legacy group: score that is no number", legacy_group("accept_score: lots\n"),
         'pack.broken: small: data/testdata.yaml:1: accept_score is "lots"; write a number'),
    Case("legacy group: unknown flag", legacy_group("grader_flags: sum telepathy\n"),
         "imported small: small\n"
         'warning: small: data/testdata.yaml:1: the default grader knows no flag "telepathy"; it is '
         "ignored\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("legacy group: unknown way to go on", legacy_group("on_reject: despair\n"),
         'pack.broken: small: data/testdata.yaml:1: on_reject is "despair"; write break, continue, '
         "first_error, worst_error or grade"),
    Case("legacy group: grader that isn't there", legacy_group("grading: custom\n"),
         "pack.broken: small: data/testdata.yaml:1: grading is custom, but there is no program in "
         'graders/; add it, or write "grading: default"'),
    Case("legacy group: unknown argument of the comparison", legacy_group("output_validator_flags: ignore_all\n"),
         'pack.broken: small: data/testdata.yaml:1: unknown output validator argument "ignore_all"; '
         "known are case_sensitive, space_change_sensitive, float_tolerance, float_absolute_tolerance "
         "and float_relative_tolerance"),
    Case("grading: objective that isn't known", imported({"problem.yaml": LEGACY + "grading: {objective: lowest}\n"}),
         'pack.broken: small: problem.yaml:4: grading.objective is "lowest"; write max or min'),
    Case("time_limit: no multiple of the resolution",
         verified({"problem.yaml": "problem_format_version: 2025-09\nname: Small\n"
                                                            "limits: {time_limit: 1.25, time_resolution: 0.5}\n"}),
         "warning: problem.yaml: there is no uuid, by which systems know the problem again; add one, "
         "such as uuidgen prints\n"
         "error: problem.yaml:3: limits.time_limit is no whole multiple of limits.time_resolution, "
         "which is 1 second unless it is given; change one of them\n"
         "error: submissions/accepted: there is no submission that has to be accepted; add one, which "
         "shows that the problem can be solved"),
]
