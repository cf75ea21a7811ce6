# SPDX-License-Identifier: GPL-3.0-or-later
"""Packages of Polygon, problems of Competitive Companion, folders of test data, and pack.yaml."""
import json

from hostile.case import Case
from hostile.making import FOLDER, SMALLEST, Link, given, pack

MAIN = '<solution tag="main"><source path="solutions/main.py" type="python.3"/></solution>'
TESTSET = ('<time-limit>1000</time-limit><memory-limit>268435456</memory-limit>'
           "<input-path-pattern>tests/%02d</input-path-pattern><answer-path-pattern>tests/%02d.a</answer-path-pattern>")
FILES = {"tests/01": "1\n", "tests/01.a": "1\n", "solutions/main.py": "print(input())\n"}


def polygon(xml, files=None):
    return pack({"problem.xml": xml, **(FILES if files is None else files)})


def described(judging="", testset=TESTSET, tests='<test method="manual"/>', assets=MAIN, head=""):
    return (f'<?xml version="1.0" encoding="utf-8"?>\n{head}<problem short-name="small">\n<names>'
            f'<name language="english" value="Small"/></names>\n<judging {judging}>\n'
            f'<testset name="tests">{testset}\n<tests>{tests}</tests>\n'
            f"</testset></judging>\n<assets>{assets}</assets>\n</problem>\n")


def laughs():
    """Entities of entities of entities: a billion laughs in a thousand bytes."""
    lines = ['<!ENTITY e0 "ha">'] + [f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10)]
    return "<!DOCTYPE problem [" + "\n".join(lines) + "]>\n"


POLYGON = [
    Case("problem.xml: empty", polygon(""),
         "pack.broken: given: problem.xml:1: not valid XML (No document element found); correct this line"),
    Case("problem.xml: no XML", polygon("<problem><judging>\n"),
         "pack.broken: given: problem.xml:1: not valid XML (Start-end tags mismatch); correct this line"),
    Case("problem.xml: not UTF-8", polygon(b'<problem name="\xff\xfe"/>'),
         "pack.broken: given: problem.xml:1: not UTF-8; save the file as UTF-8"),
    Case("problem.xml: another document", polygon("<html><body/></html>"),
         "pack.broken: given: problem.xml:1: the outermost element is <html>; it has to be <problem>"),
    Case("problem.xml: bomb of entities", polygon(described(head=laughs())),
         "pack.broken: given: problem.xml:12: before this element stands a document type (<!DOCTYPE "
         "…>), which is not read; remove it"),
    Case("problem.xml: entity of a file outside", polygon(described(
        head='<!DOCTYPE problem [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n')),
         "pack.broken: given: problem.xml:3: before this element stands a document type (<!DOCTYPE "
         "…>), which is not read; remove it"),
    Case("problem.xml: 200,000 elements deep", polygon("<problem>" + "<a>" * 200_000),
         "pack.broken: given: problem.xml:1: not valid XML (Start-end tags mismatch); correct this line"),
    Case("problem.xml: larger than any", polygon("<problem>" + "<!-- x -->" * 1_000_000 + "</problem>"),
         "pack.broken: given: problem.xml: larger than 4096 KiB; a text of this kind is far smaller, "
         "so look what it holds"),
    Case("problem.xml: no judging", polygon("<problem><names/></problem>"),
         "pack.broken: given: problem.xml:1: <problem> has no <judging>; get the package from Polygon again"),
    Case("problem.xml: no testset", polygon("<problem><judging/></problem>"),
         "pack.broken: given: problem.xml:1: <judging> has no <testset>; get the package from Polygon again"),
    Case("problem.xml: no tests", polygon(described(tests="")),
         "pack.broken: given: problem.xml:5: <testset> has no tests; a package needs at least one "
         "<test> in <tests>"),
    Case("problem.xml: a million tests by a number", polygon(described(
        testset=TESTSET + "<test-count>1000000000</test-count>")),
         'pack.broken: given: problem.xml:5: test-count is "1000000000"; write a whole number of '
         "tests above 0 and not above 100000"),
    Case("problem.xml: pattern that goes up",
         polygon(described(testset=TESTSET.replace("tests/%02d<", "../outside/%02d<"))),
         'pack.broken: given: problem.xml:5: input-path-pattern is "../outside/%02d"; write a path '
         'below the package\'s folder, without ".."'),
    Case("problem.xml: pattern that is absolute",
         polygon(described(testset=TESTSET.replace("tests/%02d<", "/etc/%d<"))),
         'pack.broken: given: problem.xml:5: input-path-pattern is "/etc/%d"; write a path below the '
         'package\'s folder, without ".."'),
    Case("problem.xml: pattern for a text", polygon(described(testset=TESTSET.replace("%02d", "%n%s"))),
         'pack.broken: given: problem.xml:5: input-path-pattern is "tests/%n%s"; write a path with '
         "one %d or %02d for the test's number"),
    Case("problem.xml: pattern of a million digits", polygon(described(testset=TESTSET.replace("%02d", "%1000000d"))),
         'pack.broken: given: problem.xml:5: input-path-pattern is "tests/%1000000d"; write a path '
         "with one %d or %02d for the test's number"),
    Case("problem.xml: solution that goes up", polygon(described(
        assets='<solution tag="main"><source path="../../outside/kept.txt"/></solution>')),
         "imported given: given\n"
         "warning: given: problem.xml:2: there is no <checker>; outputs are compared by tokens\n"
         "warning: given: statement: there is no statement; write one into statement/problem.en.md"),
    Case("problem.xml: checker that is absolute", polygon(described(
        assets='<checker name="c"><source path="/etc/passwd"/></checker>' + MAIN)),
         'pack.broken: given: problem.xml:8: path is "/etc/passwd"; write a path below the package\'s '
         'folder, without ".."'),
    Case("problem.xml: test that is a link to the outside", polygon(described(), {
        **FILES, "tests/01": Link("/etc/passwd")}),
         "pack.unsafe: given: tests/01: this link leads out of the pack, to /etc/passwd; put the file "
         "itself into the pack"),
    Case("problem.xml: file for input with a folder", polygon(described(judging='input-file="../x.txt"')),
         'pack.broken: given: problem.xml:4: input-file is "../x.txt"; write a path below the '
         'package\'s folder, without ".."'),
    Case("problem.xml: no file for a test", polygon(described(), {"solutions/main.py": "print(1)\n"}),
         "pack.broken: given: problem.xml:6: there is no file tests/01, and this test isn't one that "
         "a generator makes; add the file"),
    Case("problem.xml: no main solution for an answer", polygon(described(assets=""), {"tests/01": "1\n"}),
         "pack.broken: given: problem.xml:6: there is no file tests/01.a, and no <solution> with "
         'tag="main" that could make it; add one of them'),
    Case("problem.xml: command that isn't closed", polygon(described(tests='<test method="generated" cmd="gen \'1"/>'),
                                                           {"solutions/main.py": "print(1)\n"}),
         'pack.broken: given: problem.xml:6: cmd is "gen \'1"; write a generator\'s name and its '
         "arguments, with every quotation mark closed"),
    Case("problem.xml: generator that isn't there", polygon(described(tests='<test method="generated" cmd="gen 1"/>'),
                                                            {"solutions/main.py": "print(1)\n"}),
         'pack.broken: given: problem.xml:6: the generator "gen" is not among the <executables>; name '
         "its source there"),
    Case("problem.xml: time limit of minus one", polygon(described(testset=TESTSET.replace("1000<", "-1<"))),
         'pack.broken: given: problem.xml:5: time-limit is "-1"; write a whole number of milliseconds '
         "above 0 and not above 86400000"),
    Case("problem.xml: memory limit above 64 bits", polygon(described(testset=TESTSET.replace("268435456", "9" * 40))),
         "pack.broken: given: problem.xml:5: memory-limit is "
         '"9999999999999999999999999999999999999999"; write a whole number of bytes above 0 and not '
         "above 1099511627776"),
    Case("problem.xml: points that are no number", polygon(described(tests='<test method="manual" points="nan"/>')),
         'pack.broken: given: problem.xml:6: points is "nan"; write a number from 0 to 1000000'),
    Case("problem.xml: groups in a circle", polygon(described(
        tests='<test method="manual" group="a" points="1"/>',
        testset=TESTSET + '<groups><group name="a"><dependencies><dependency group="a"/></dependencies></group>'
                          "</groups>")),
         "pack.broken: given: problem.xml:5: the group depends on itself, by way of others or not; "
         "remove one <dependency>"),
]


def companion(content):
    return given("problem.json", content if isinstance(content, bytes) else json.dumps(content).encode())


PROBLEM = {"name": "Small", "timeLimit": 1000, "memoryLimit": 256, "tests": [{"input": "1\n", "output": "1\n"}]}

COMPANION = [
    Case("companion: empty", companion(b""),
         "package.invalid: problem.json: not valid JSON; get it from Competitive Companion again"),
    Case("companion: no JSON", companion(b"{'name': Small}"),
         "package.invalid: problem.json: not valid JSON; get it from Competitive Companion again"),
    Case("companion: 100,000 lists in each other", companion(b"[" * 100_000),
         "package.invalid: problem.json: not valid JSON; get it from Competitive Companion again"),
    Case("companion: 1,000,000 objects in each other", companion(b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_000),
         "package.invalid: problem.json: not valid JSON; get it from Competitive Companion again"),
    Case("companion: not UTF-8", companion(b'{"name": "\xff"}'),
         "package.invalid: problem.json: not valid JSON; get it from Competitive Companion again"),
    Case("companion: only a number", companion(b"17"),
         "package.invalid: problem.json: this is no object of Competitive Companion's; give the JSON "
         "of one problem, as the extension sends it"),
    Case("companion: larger than any", companion(b" " * (17 << 20)),
         "package.invalid: problem.json: larger than 16 MiB; a text of this kind is far smaller, so "
         "look what it holds"),
    Case("companion: no name", companion({**PROBLEM, "name": None}),
         "package.invalid: problem.json: name is missing; write a text"),
    Case("companion: name is a list", companion({**PROBLEM, "name": ["Small"]}),
         "package.invalid: problem.json: name is no text; write one, in quotation marks"),
    Case("companion: name that goes up", companion({**PROBLEM, "name": "../../outside/new"}),
         "imported problem: outside-new\n"
         "warning: outside-new: data/secret: there are no secret cases; the samples alone decide"),
    Case("companion: name of line breaks and quotes", companion({**PROBLEM, "name": 'a"\n- b: !!x \x00\x1b[31m'}),
         "imported problem: a-b-x-31m\n"
         "warning: a-b-x-31m: data/secret: there are no secret cases; the samples alone decide"),
    Case("companion: no tests", companion({**PROBLEM, "tests": []}),
         'package.invalid: problem.json: there are no tests; a problem needs at least one in "tests"'),
    Case("companion: tests are a text", companion({**PROBLEM, "tests": "1 1"}),
         'package.invalid: problem.json: there are no tests; a problem needs at least one in "tests"'),
    Case("companion: a test is a number", companion({**PROBLEM, "tests": [1]}),
         'package.invalid: problem.json: tests[0] is no object; write {"input": …, "output": …}'),
    Case("companion: an input is missing", companion({**PROBLEM, "tests": [{"output": "1\n"}]}),
         "package.invalid: problem.json: tests[0].input is missing; write a text"),
    Case("companion: 5000 tests", companion({**PROBLEM, "tests": PROBLEM["tests"] * 5000}),
         "package.invalid: problem.json: more than 1000 tests; remove some"),
    Case("companion: time limit of minus one", companion({**PROBLEM, "timeLimit": -1}),
         "package.invalid: problem.json: timeLimit is no number of milliseconds above 0 and not above "
         "86400000; write one, or leave it out"),
    Case("companion: memory limit of 1e300", companion({**PROBLEM, "memoryLimit": 1e300}),
         "package.invalid: problem.json: memoryLimit is no number of megabytes above 0 and not above "
         "1048576; write one, or leave it out"),
    Case("companion: interactive", companion({**PROBLEM, "interactive": True}),
         "package.unsupported: problem.json: this problem is interactive, and its interactor is only "
         "where it comes from; solve it there"),
    Case("companion: reads a file", companion({**PROBLEM, "input": {"type": "file", "fileName": "../x"}}),
         'package.unsupported: problem.json: input.type is "file"; only problems with "stdin" can be judged'),
]


def named(name):
    return {f"{name}/{path}": text for path, text in SMALLEST.items()}


def described_pack(yaml):
    return pack({"pack.yaml": yaml, **named("small")})


PACKS = [
    Case("pack.yaml: no YAML", described_pack("title: [\n"),
         "pack.invalid: given/pack.yaml:1: not valid YAML (end of sequence flow not found); correct "
         "this line"),
    Case("pack.yaml: a list", described_pack("- title\n"),
         'pack.invalid: given/pack.yaml:1: pack.yaml is a list; write lines of the form "key: value"'),
    Case("pack.yaml: id that goes up", described_pack("id: ../../outside\n"),
         "pack.invalid: given/pack.yaml:1: id may have letters, digits, '.', '_' and '-' only, up to "
         "100 of them, and begins with a letter or a digit; choose another one"),
    Case("pack.yaml: id that is absolute", described_pack("id: /tmp/x\n"),
         "pack.invalid: given/pack.yaml:1: id may have letters, digits, '.', '_' and '-' only, up to "
         "100 of them, and begins with a letter or a digit; choose another one"),
    Case("pack.yaml: id of dots", described_pack("id: ..\n"),
         "pack.invalid: given/pack.yaml:1: id may have letters, digits, '.', '_' and '-' only, up to "
         "100 of them, and begins with a letter or a digit; choose another one"),
    Case("pack.yaml: id that is hidden", described_pack("id: .staging\n"),
         "pack.invalid: given/pack.yaml:1: id may have letters, digits, '.', '_' and '-' only, up to "
         "100 of them, and begins with a letter or a digit; choose another one"),
    Case("pack.yaml: id of 200 letters", described_pack("id: " + "a" * 200 + "\n"),
         "pack.invalid: given/pack.yaml:1: id may have letters, digits, '.', '_' and '-' only, up to "
         "100 of them, and begins with a letter or a digit; choose another one"),
    Case("pack.yaml: id with a line break", described_pack('id: "a\\nb"\n'),
         "pack.invalid: given/pack.yaml:1: id may have letters, digits, '.', '_' and '-' only, up to "
         "100 of them, and begins with a letter or a digit; choose another one"),
    Case("pack.yaml: id of Grindstone's own pack", described_pack("id: starter\n"),
         "pack.taken: starter"),
    Case("pack.yaml: title is a map", described_pack("title: {en: x}\n"),
         "pack.invalid: given/pack.yaml:1: title is a map; write one text"),
    Case("pack.yaml: authors are numbers in lists", described_pack("authors: [[1]]\n"),
         "pack.invalid: given/pack.yaml:1: an item of authors is no text; write a list of names"),
    Case("pack.yaml: order is a word", described_pack("order: small\n"),
         "pack.invalid: given/pack.yaml:1: order is no list; write a list of problem folders"),
    Case("pack.yaml: order of what isn't there", described_pack("order: [small, missing, ../x]\n"),
         "imported given: small\n"
         'warning: given/pack.yaml: "missing" is named there, and there is no problem package of that '
         "name; correct it\n"
         'warning: given/pack.yaml: "../x" is named there, and there is no problem package of that '
         "name; correct it\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("pack.yaml: chapters are words", described_pack("chapters: [one, two]\n"),
         "pack.invalid: given/pack.yaml:1: an item of chapters is no map; write a list of chapters, "
         "each with title and problems"),
    Case("pack.yaml: policy is a list", described_pack("policy: [a]\n"),
         'pack.invalid: given/pack.yaml:1: policy is a list; write lines of the form "key: value"'),
    Case("pack.yaml: a link to the outside", pack({"pack.yaml": Link("../outside/kept.txt"), **named("small")}),
         "pack.unsafe: given: pack.yaml: this link leads out of the pack, to ../outside/kept.txt; put "
         "the file itself into the pack"),
    Case("pack.yaml: alone", pack({"pack.yaml": "title: Nothing\n"}),
         "pack.empty: given: there is no problem package in it; a pack is a folder with packages "
         "(folders with a problem.yaml or a problem.xml) in it"),
    Case("pack: two of one id", pack({"a/pack.yaml": "id: same\n", "b/pack.yaml": "id: same\n", **named("a/x"),
                                      **named("b/y")}),
         "pack.id: same: two packs in it have this id; give one of them another in its pack.yaml"),
    Case("pack: an empty folder", pack({"x": FOLDER}),
         "pack.empty: given: there is no problem package in it; a pack is a folder with packages "
         "(folders with a problem.yaml or a problem.xml) in it"),
    Case("pack: one of two packages is broken",
         pack({**named("good"), **named("bad"), "bad/problem.yaml": "name: [\n"}),
         "imported given: good\n"
         "warning: good: statement: there is no statement; write one into statement/problem.en.md\n"
         "left out: bad: package.invalid: problem.yaml:1: not valid YAML (end of sequence flow not "
         "found); correct this line"),
    Case("pack: package that is a link to another", pack({**named("one"), "two": Link("one")}),
         "imported given: one, two\n"
         "warning: one: statement: there is no statement; write one into statement/problem.en.md\n"
         "warning: two: statement: there is no statement; write one into statement/problem.en.md"),
    Case("pack: package with the name of a hidden folder", pack({**named(".hidden"), **named("small")}),
         "imported given: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("pack: package whose name has blanks", pack({**named("two words")}),
         "imported given: two words\n"
         "warning: two words: statement: there is no statement; write one into statement/problem.en.md"),
    Case("pack: file of 300 GiB without content", lambda here: sparse(here),
         "pack.too-large: given: its files have more than 8192 MiB together; split the pack into "
         "smaller ones"),
    Case("pairs: two answers for an input", pack({"1.in": "1\n", "1.out": "1\n", "1.ans": "2\n"}),
         "imported given: given\n"
         "warning: 1 test case was recognized by its name, as in/ans; not used: 1.out\n"
         "warning: given: problem.yaml: there is no limits.time_limit; 1 second is assumed\n"
         "warning: given: statement: there is no statement; write one into statement/problem.en.md"),
    Case("pairs: two inputs of one number",
         pack({"1.in": "1\n", "1.out": "1\n", "input1.txt": "1\n", "output1.txt": "1\n"}),
         "imported given: given\n"
         "warning: 2 test cases were recognized by their names, as in/out, input/output\n"
         "warning: given: problem.yaml: there is no limits.time_limit; 1 second is assumed\n"
         "warning: given: statement: there is no statement; write one into statement/problem.en.md"),
    Case("pairs: inputs alone", pack({"1.in": "1\n", "2.in": "2\n"}),
         "pack.empty: given: there is no problem package in it; a pack is a folder with packages "
         "(folders with a problem.yaml or a problem.xml) in it"),
    Case("pairs: answer that is a link to the outside", pack({"1.in": "1\n", "1.out": Link("/etc/passwd")}),
         "pack.unsafe: given: 1.out: this link leads out of the pack, to /etc/passwd; put the file "
         "itself into the pack"),
    Case("pairs: folder that is called 1.out", pack({"1.in": "1\n", "1.out": FOLDER}),
         "pack.empty: given: there is no problem package in it; a pack is a folder with packages "
         "(folders with a problem.yaml or a problem.xml) in it"),
]


def sparse(here):
    words = pack(named("small"))(here)
    with open(here / "given/small/huge.bin", "wb") as file:
        file.truncate(300 << 30)
    return words
