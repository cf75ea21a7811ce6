// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/command_words.h"
#include "judge/package/polygon_tree.h"
#include "judge/package/submissions.h"
#include "tests/judge/polygon_package.h"

#include <QtTest>

#include <functional>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

using Change = std::function<void(PolygonPackage&)>;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::string namesOf(const Problem& problem) {
    std::vector<std::string> names;
    for (const TestCase& testCase : problem.cases) {
        names.push_back(testCase.name);
    }
    return joined(names);
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestPolygonPackage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAFullPackage();
    void readsTheHeader();
    void findsStatementsAndTheirTitles();
    void takesAStandardCheckerWithoutSource();
    void takesItsOwnCheckerAndInteractor();
    void filesMayStandForStreams();
    void makesWhatIsNotThere();
    void countsTestsThatAreNotListed();
    void scoresByGroups();
    void putsGroupsAfterThoseTheyDependOn();
    void groupsMayShareTheirPoints();
    void anInteractorNeedsNoAnswers();
    void readsSolutions();
    void splitsCommands_data();
    void splitsCommands();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void refusesHostileXml_data();
    void refusesHostileXml();
    void warns_data();
    void warns();
};

void TestPolygonPackage::readsAFullPackage() {
    const Result<Problem> problem = PolygonPackage().read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(problem->name, std::string("Sums"));
    QCOMPARE(problem->slug, std::string("sums"));
    QCOMPARE(joined(problem->tags), std::string("math"));
    QCOMPARE(problem->limits.cpuTime.count(), 1500);
    QVERIFY(problem->limits.source == LimitSource::Package);
    QVERIFY(problem->limits.memory == Bytes::mib(256));
    QCOMPARE(namesOf(*problem), std::string("sample/01 secret/02"));
    QVERIFY(problem->cases[0].sample && !problem->cases[1].sample);
    QCOMPARE(problem->cases[1].inputPath.filename().string(), std::string("02"));
    QCOMPARE(problem->cases[1].answerPath.filename().string(), std::string("02.a"));
    QCOMPARE(problem->cases[1].comparator.name, std::string("ncmp"));
    QVERIFY(problem->checkers.empty() && problem->tree.empty() && problem->generation.empty());
    QVERIFY(problem->generation.solution);
}

void TestPolygonPackage::readsTheHeader() {
    PolygonPackage package;
    package.names = R"(<name language="russian" value="Сумма"/>)";
    package.writeXml();
    const Result<PackageHeader> header = loadPackageHeader(package.path());
    QVERIFY(header);
    QCOMPARE(header->name, std::string("Сумма"));
    QCOMPARE(header->slug, std::string("sums"));
    QCOMPARE(joined(header->tags), std::string("math"));
}

void TestPolygonPackage::findsStatementsAndTheirTitles() {
    PolygonPackage package;
    package.statements = R"(<statement language="english" path="statements/english/problem.tex" )"
                         R"(type="application/x-tex"/>)"
                         R"(<statement language="english" path="statements/.pdf/english/problem.pdf" )"
                         R"(type="application/pdf"/>)"
                         R"(<statement language="russian" path="statements/.html/russian/problem.html" )"
                         R"(type="text/html"/>)";
    package.write("statements/english/problem.tex", "\\begin{problem}{Sums}{}{}{}{}\\end{problem}\n");
    package.write("statements/.html/russian/problem.html", "<p>x</p>\n");
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(problem->statements.size(), std::size_t(2));
    QCOMPARE(problem->statements[0].language, std::string("en"));
    QCOMPARE(problem->format, std::string("polygon"));
    QVERIFY(problem->statements[0].format == StatementFormat::Latex);
    QCOMPARE(problem->statements[0].title, std::string("Sums"));
    QCOMPARE(problem->statements[1].language, std::string("ru"));
    QVERIFY(problem->statements[1].format == StatementFormat::Html);
    QCOMPARE(problem->statements[1].title, std::string("Сумма"));
}

void TestPolygonPackage::takesAStandardCheckerWithoutSource() {
    PolygonPackage package;
    package.checker = R"(<checker name="std::wcmp.cpp"><source path="files/check.cpp" type="cpp.g++17"/></checker>)";
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(problem->cases[0].comparator.name, std::string("wcmp"));
    QVERIFY(problem->checkers.empty());
}

void TestPolygonPackage::takesItsOwnCheckerAndInteractor() {
    PolygonPackage package;
    package.write("files/check.cpp", "int main() {}\n");
    package.write("files/talk.cpp", "int main() {}\n");
    package.checker = R"(<checker type="testlib"><source path="files/check.cpp" type="cpp.g++17"/></checker>)";
    package.assets = R"(<interactor><source path="files/talk.cpp" type="cpp.g++17"/></interactor>)";
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QVERIFY(problem->interactive);
    QCOMPARE(problem->checkers.size(), std::size_t(2));
    QCOMPARE(problem->checkers[0].name, std::string("files/talk.cpp"));
    QCOMPARE(problem->checkers[1].name, std::string("files/check.cpp"));
    QVERIFY(problem->checkers[0].kind == CheckerKind::Testlib && problem->checkers[1].kind == CheckerKind::Testlib);
    QCOMPARE(problem->cases[0].comparator.name, std::string(CustomComparator));
}

void TestPolygonPackage::filesMayStandForStreams() {
    PolygonPackage package;
    package.judging = R"(input-file="sums.in" output-file="stdout")";
    const Result<Problem> problem = package.read();
    QVERIFY(problem);
    QCOMPARE(problem->streamFiles.input, std::string("sums.in"));
    QCOMPARE(problem->streamFiles.output, std::string());
}

void TestPolygonPackage::makesWhatIsNotThere() {
    PolygonPackage package;
    package.tests = R"(<test method="manual" sample="true"/><test method="generated" cmd="gen 10 'a b'"/>)"
                    R"(<test method="generated" cmd="many 1" from-file="3"/><test method="generated" cmd="gen 7"/>)"
                    R"(<test method="generated" cmd="many 2" from-file="true"/>)"
                    R"(<test method="generated" cmd="many 2 > {5-6}"/>)";
    package.executables = R"(<executable><source path="files/many.py" type="python.3"/></executable>)"
                          R"(<executable><source path="files/gen.py" type="python.3"/></executable>)";
    package.assets = R"(<validators><validator><source path="files/val.py" type="python.3"/></validator></validators>)";
    package.write("files/gen.py", "print(1)\n");
    package.write("files/many.py", "print(1)\n");
    package.write("files/val.py", "");
    package.remove("tests/02");
    package.remove("tests/02.a");
    package.remove("tests/01.a");
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(namesOf(*problem), std::string("sample/01 secret/02 secret/03 secret/04 secret/05 secret/06"));
    const Generation& generation = problem->generation;
    QCOMPARE(generation.recipes.size(), std::size_t(6));
    QVERIFY(generation.recipes[0].input == CaseRecipe::Input::File);
    QVERIFY(generation.recipes[0].answer == CaseRecipe::Answer::Solution);
    QCOMPARE(generation.recipes[1].name, std::string("secret/02"));
    QCOMPARE(generation.recipes[1].place, std::string("problem.xml:7"));
    QVERIFY(generation.recipes[1].input == CaseRecipe::Input::Program);
    QCOMPARE(generation.recipes[1].arguments, (std::vector<std::string>{"10", "a b"}));
    QCOMPARE(generation.recipes[2].file, std::string("3"));
    QCOMPARE(generation.recipes[4].file, std::string("5"));
    QCOMPARE(generation.recipes[5].file, std::string("6"));
    QCOMPARE(generation.recipes[5].arguments, (std::vector<std::string>{"2"}));
    QCOMPARE(generation.programs.size(), std::size_t(2));
    QCOMPARE(generation.programs[*generation.recipes[1].program].name, std::string("files/gen.py"));
    QCOMPARE(generation.programs[*generation.recipes[2].program].name, std::string("files/many.py"));
    QCOMPARE(*generation.recipes[3].program, *generation.recipes[1].program);
    QCOMPARE(generation.inputValidators.size(), std::size_t(1));
    QVERIFY(generation.inputValidators[0].kind == CheckerKind::Testlib);
    QCOMPARE(generation.solution->program.name, std::string("solutions/main.py"));
    QVERIFY(problem->cases[1].inputPath.empty() && problem->cases[1].answerPath.empty());
}

void TestPolygonPackage::countsTestsThatAreNotListed() {
    PolygonPackage package;
    package.tests.clear();
    package.limits += "<test-count>2</test-count>";
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(namesOf(*problem), std::string("secret/01 secret/02"));
}

void TestPolygonPackage::scoresByGroups() {
    PolygonPackage package;
    package.tests = R"(<test sample="true" group="0" points="0.0"/><test group="1" points="30.0"/>)"
                    R"(<test group="1" points="0"/><test group="2" points="20"/><test group="2" points="50"/>)";
    package.groups = R"(<group name="0" points="0.0" points-policy="complete-group"/>)"
                     R"(<group name="1" points="30.0" points-policy="complete-group">)"
                     R"(<dependencies><dependency group="0"/></dependencies></group>)"
                     R"(<group name="2" points-policy="each-test"/>)";
    for (const char* file : {"tests/03", "tests/03.a", "tests/04", "tests/04.a", "tests/05", "tests/05.a"}) {
        package.write(file, "1\n");
    }
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(namesOf(*problem), std::string("secret/0/01 secret/1/02 secret/1/03 secret/2/04 secret/2/05"));
    QVERIFY(problem->cases[0].sample);
    const TestTree& tree = problem->tree;
    QVERIFY(tree.scored && tree.rules == ScoringRules::Current);
    QCOMPARE(tree.groups.size(), std::size_t(5));
    QCOMPARE(*tree.groups[0].maxScore, 100.0);
    QCOMPARE(tree.groups[3].name, std::string("secret/1"));
    QVERIFY(tree.groups[3].scoreRule == ScoreRule::AllOrNothing && tree.groups[3].stopsAtFailure);
    QCOMPARE(*tree.groups[3].maxScore, 30.0);
    QCOMPARE(tree.groups[3].requirement, (std::vector<std::size_t>{2}));
    QCOMPARE(tree.groups[3].firstCase, std::size_t(1));
    QCOMPARE(tree.groups[3].endCase, std::size_t(3));
    QVERIFY(tree.groups[4].scoreRule == ScoreRule::Sum && !tree.groups[4].stopsAtFailure);
    QCOMPARE(tree.caseMaxScores, (std::vector<double>{0, 30, 0, 20, 50}));
    QCOMPARE(tree.holder, (std::vector<std::size_t>{2, 3, 3, 4, 4}));
}

void TestPolygonPackage::putsGroupsAfterThoseTheyDependOn() {
    PolygonPackage package;
    package.tests = R"(<test group="late" points="40"/><test group="early" points="60"/>)";
    package.groups = R"(<group name="late"><dependencies><dependency group="early"/>)"
                     R"(<dependency group="empty"/></dependencies></group><group name="early"/><group name="empty"/>)";
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(namesOf(*problem), std::string("secret/early/02 secret/late/01"));
    QCOMPARE(problem->tree.groups[3].requirement, (std::vector<std::size_t>{2}));
}

void TestPolygonPackage::groupsMayShareTheirPoints() {
    PolygonPackage package;
    package.tests = R"(<test group="a"/><test group="a"/>)";
    package.groups = R"(<group name="a" points="50" points-policy="each-test"/>)";
    const Result<Problem> problem = package.read();
    QVERIFY(problem);
    QCOMPARE(problem->tree.caseMaxScores, (std::vector<double>{25, 25}));
    QCOMPARE(*problem->tree.groups[0].maxScore, 50.0);
}

void TestPolygonPackage::anInteractorNeedsNoAnswers() {
    PolygonPackage package;
    package.write("files/talk.py", "");
    package.assets = R"(<interactor><source path="files/talk.py" type="python.3"/></interactor>)";
    package.remove("tests/02.a");
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(problem->generation.recipes.size(), std::size_t(1));
    QVERIFY(problem->generation.recipes[0].answer == CaseRecipe::Answer::Empty);
}

void TestPolygonPackage::readsSolutions() {
    PolygonPackage package;
    package.solutions += R"(<solution tag="wrong-answer"><source path="solutions/bad.py" type="python.3"/></solution>)"
                         R"(<solution tag="do-not-run"><source path="solutions/no.py" type="python.3"/></solution>)"
                         R"(<solution tag="nice"><source path="solutions/nice.py" type="python.3"/></solution>)"
                         R"(<solution tag="rejected"><source path="solutions/gone.py" type="python.3"/></solution>)";
    package.write("solutions/bad.py", "print(1)\n");
    package.write("solutions/nice.py", "print(1)\n");
    package.writeXml();
    std::vector<Finding> findings;
    const auto submissions = readSubmissions(package.path(), findings);
    QVERIFY2(submissions, submissions ? "" : submissions.error().detail.c_str());
    QCOMPARE(submissions->size(), std::size_t(3));
    QCOMPARE((*submissions)[0].path, std::string("solutions/bad.py"));
    QVERIFY((*submissions)[0].expected.whole->verdict == VerdictSet{Verdict::WrongAnswer});
    QCOMPARE((*submissions)[0].expected.whole->origin, std::string("problem.xml:13"));
    QVERIFY((*submissions)[1].expected.whole->verdict == VerdictSet{Verdict::Accepted});
    QVERIFY((*submissions)[1].setsTimeLimit);
    QVERIFY((*submissions)[2].expected.empty());
    QCOMPARE(findings.size(), std::size_t(2));
    QCOMPARE(textOf(findings[0]), std::string("problem.xml:13: the tag \"nice\" isn't known, so nothing says what this "
                                              "solution has to get; use one of Polygon's"));
    QCOMPARE(textOf(findings[1]), std::string("problem.xml:13: solutions/gone.py: there is no such file; add it"));
}

void TestPolygonPackage::splitsCommands_data() {
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("words"); // each in brackets; "-": none
    QTest::newRow("plain") << std::string("gen 10 -n=5") << std::string("[gen][10][-n=5]");
    QTest::newRow("blanks") << std::string("  gen\t10  ") << std::string("[gen][10]");
    QTest::newRow("quoted") << std::string("gen \"a b\" 'c \"d'") << std::string("[gen][a b][c \"d]");
    QTest::newRow("inside a word") << std::string("gen -s=\"a b\"c") << std::string("[gen][-s=a bc]");
    QTest::newRow("empty word") << std::string("gen ''") << std::string("[gen][]");
    QTest::newRow("nothing is expanded") << std::string("gen $HOME * > x") << std::string("[gen][$HOME][*][>][x]");
    QTest::newRow("nothing") << std::string() << std::string();
    QTest::newRow("without end") << std::string("gen \"a") << std::string("-");
}

void TestPolygonPackage::splitsCommands() {
    QFETCH(const std::string, line);
    QFETCH(const std::string, words);
    const auto split = commandWords(line);
    std::string text = split ? "" : "-";
    for (const std::string& word : split.value_or(std::vector<std::string>())) {
        text += "[" + word + "]";
    }
    QCOMPARE(text, words);
}

void TestPolygonPackage::namesWhatIsWrong_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<std::string>("error");
    const auto row = [](const char* name, Change change, const char* error) {
        QTest::newRow(name) << std::move(change) << std::string(error);
    };
    row(
        "no time", [](PolygonPackage& p) { p.limits = "<time-limit>1s</time-limit>"; },
        "package.invalid: problem.xml:5: time-limit is \"1s\"; write a whole number of milliseconds above 0 and not "
        "above 86400000");
    row(
        "memory 0", [](PolygonPackage& p) { p.limits = "<memory-limit>0</memory-limit>"; },
        "package.invalid: problem.xml:5: memory-limit is \"0\"; write a whole number of bytes above 0 and not above "
        "1099511627776");
    row(
        "pattern missing", [](PolygonPackage& p) { p.patterns = ""; },
        "package.invalid: problem.xml:5: <testset> has no <input-path-pattern>; write one such as "
        "<input-path-pattern>tests/%02d</input-path-pattern>");
    row(
        "pattern without number",
        [](PolygonPackage& p) { p.patterns = "<input-path-pattern>tests/%s</input-path-pattern>"; },
        "package.invalid: problem.xml:6: input-path-pattern is \"tests/%s\"; write a path with one %d or %02d for the "
        "test's number");
    row(
        "pattern leaves", [](PolygonPackage& p) { p.patterns = "<input-path-pattern>../%d</input-path-pattern>"; },
        "package.invalid: problem.xml:6: input-path-pattern is \"../%d\"; write a path below the package's folder, "
        "without \"..\"");
    row(
        "pattern absolute", [](PolygonPackage& p) { p.patterns = "<input-path-pattern>/etc/%d</input-path-pattern>"; },
        "package.invalid: problem.xml:6: input-path-pattern is \"/etc/%d\"; write a path below the package's folder, "
        "without \"..\"");
    row(
        "no tests", [](PolygonPackage& p) { p.tests = ""; },
        "package.invalid: problem.xml:5: <testset> has no tests; a package needs at least one <test> in <tests>");
    row(
        "too many tests", [](PolygonPackage& p) { p.limits += "<test-count>100001</test-count>"; },
        "package.invalid: problem.xml:5: test-count is \"100001\"; write a whole number of tests above 0 and not above "
        "100000");
    row(
        "method", [](PolygonPackage& p) { p.tests = R"(<test method="magic"/>)"; },
        "package.invalid: problem.xml:7: method is \"magic\"; write \"manual\" or \"generated\"");
    row(
        "no command", [](PolygonPackage& p) { p.tests = R"(<test method="generated"/>)"; },
        "package.invalid: problem.xml:7: <test> has no cmd; write cmd=\"…\" into it");
    row(
        "points", [](PolygonPackage& p) { p.tests = R"(<test points="-1"/>)"; },
        "package.invalid: problem.xml:7: points is \"-1\"; write a number from 0 to 1000000");
    row(
        "from-file leaves",
        [](PolygonPackage& p) { p.tests = R"(<test method="generated" cmd="gen" from-file="../x"/>)"; },
        "package.invalid: problem.xml:7: from-file is \"../x\"; write a path below the package's folder, without "
        "\"..\"");
    row(
        "manual test missing", [](PolygonPackage& p) { p.remove("tests/02"); },
        "package.invalid: problem.xml:7: there is no file tests/02, and this test isn't one that a generator makes; "
        "add the file");
    row(
        "generator unknown",
        [](PolygonPackage& p) { p.tests = R"(<test/><test/><test method="generated" cmd="gen 1"/>)"; },
        "package.invalid: problem.xml:7: the generator \"gen\" is not among the <executables>; name its source there");
    row(
        "generator missing",
        [](PolygonPackage& p) {
            p.tests = R"(<test/><test/><test method="generated" cmd="gen 1"/>)";
            p.executables = R"(<executable><source path="files/gen.cpp" type="cpp.g++17"/></executable>)";
        },
        "package.invalid: problem.xml:10: files/gen.cpp: there is no such file; add it");
    row(
        "command without end",
        [](PolygonPackage& p) { p.tests = R"(<test/><test/><test method="generated" cmd="gen 'a"/>)"; },
        "package.invalid: problem.xml:7: cmd is \"gen 'a\"; write a generator's name and its arguments, with every "
        "quotation mark closed");
    row(
        "no main solution",
        [](PolygonPackage& p) {
            p.solutions = "";
            p.remove("tests/02.a");
        },
        "package.invalid: problem.xml:7: there is no file tests/02.a, and no <solution> with tag=\"main\" that could "
        "make it; add one of them");
    row(
        "main solution missing", [](PolygonPackage& p) { p.remove("solutions/main.py"); },
        "package.invalid: problem.xml:13: solutions/main.py: there is no such file; add it");
    row(
        "solution leaves",
        [](PolygonPackage& p) { p.solutions = R"(<solution tag="main"><source path="../../x.cpp"/></solution>)"; },
        "package.invalid: problem.xml:13: path is \"../../x.cpp\"; write a path below the package's folder, without "
        "\"..\"");
    row(
        "solution without source", [](PolygonPackage& p) { p.solutions = R"(<solution tag="main"/>)"; },
        "package.invalid: problem.xml:13: <solution> has no <source>; name its source file");
    row(
        "checker unknown", [](PolygonPackage& p) { p.checker = R"(<checker name="std::magic.cpp"/>)"; },
        "package.unsupported: problem.xml:11: the checker \"std::magic.cpp\" has no <source>, and is none that is "
        "built in; name its source");
    row(
        "checker missing",
        [](PolygonPackage& p) { p.checker = R"(<checker><source path="check.cpp" type="cpp.g++17"/></checker>)"; },
        "package.invalid: problem.xml:11: check.cpp: there is no such file; add it");
    row(
        "checker elsewhere",
        [](PolygonPackage& p) {
            p.link("/etc/passwd", "check.cpp");
            p.checker = R"(<checker><source path="check.cpp" type="cpp.g++17"/></checker>)";
        },
        "package.invalid: problem.xml:11: check.cpp: this link leads out of the package, to /etc/passwd; put the file "
        "itself into the package");
    row(
        "two interactors",
        [](PolygonPackage& p) {
            p.assets =
                R"(<interactor><source path="a.cpp"/></interactor><interactor><source path="b.cpp"/></interactor>)";
        },
        "package.unsupported: problem.xml:12: a second interactor; only one can talk with a solution");
    row(
        "runs twice", [](PolygonPackage& p) { p.judging = R"(run-count="2")"; },
        "package.unsupported: problem.xml:4: run-count is \"2\"; only problems whose solution is run once on a test "
        "can be judged");
    row(
        "interactor with files",
        [](PolygonPackage& p) {
            p.judging = R"(input-file="a.in")";
            p.assets = R"(<interactor><source path="a.cpp"/></interactor>)";
        },
        "package.unsupported: problem.xml:12: an interactor talks by streams, but <judging> names an input-file or "
        "output-file");
    row(
        "input file in a folder", [](PolygonPackage& p) { p.judging = R"(input-file="a/b")"; },
        "package.invalid: problem.xml:4: input-file is \"a/b\"; write the name of a file, without a folder");
    row(
        "points policy", [](PolygonPackage& p) { p.groups = R"(<group name="a" points-policy="luck"/>)"; },
        "package.unsupported: problem.xml:8: points-policy \"luck\" is not known; \"complete-group\" and \"each-test\" "
        "can be judged");
    row(
        "group twice", [](PolygonPackage& p) { p.groups = R"(<group name="a"/><group name="a"/>)"; },
        "package.invalid: problem.xml:8: there is a second group \"a\"; keep one");
    row(
        "dependency unknown",
        [](PolygonPackage& p) {
            p.tests = R"(<test group="a" points="1"/>)";
            p.groups = R"(<group name="a"><dependencies><dependency group="b"/></dependencies></group>)";
        },
        "package.invalid: problem.xml:8: the group depends on \"b\", and there is no such group; correct the name");
    row(
        "dependencies in a circle",
        [](PolygonPackage& p) {
            p.tests = R"(<test group="a" points="1"/><test group="b" points="1"/>)";
            p.groups = R"(<group name="a"><dependencies><dependency group="b"/></dependencies></group>)"
                       R"(<group name="b"><dependencies><dependency group="a"/></dependencies></group>)";
        },
        "package.invalid: problem.xml:8: the group depends on itself, by way of others or not; remove one "
        "<dependency>");
}

void TestPolygonPackage::namesWhatIsWrong() {
    QFETCH(const Change, change);
    QFETCH(const std::string, error);
    PolygonPackage package;
    change(package);
    const Result<Problem> problem = package.read();
    QVERIFY(!problem);
    QCOMPARE(problem.error().code + ": " + problem.error().detail, error);
}

void TestPolygonPackage::refusesHostileXml_data() {
    QTest::addColumn<std::string>("xml");
    QTest::addColumn<std::string>("detail");
    const auto row = [](const char* name, std::string xml, const char* detail) {
        QTest::newRow(name) << std::move(xml) << std::string(detail);
    };
    row("no XML", "<problem>\n<names>\n</problem>\n",
        "problem.xml:3: not valid XML (Start-end tags mismatch); correct this line");
    row("empty", "", "problem.xml:1: not valid XML (No document element found); correct this line");
    row("another root", "<CATS/>", "problem.xml:1: the outermost element is <CATS>; it has to be <problem>");
    row("not UTF-8", "<problem>\n\xff</problem>", "problem.xml:2: not UTF-8; save the file as UTF-8");
    row("a billion laughs",
        "<!DOCTYPE problem [\n<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n]>\n"
        "<problem>&b;</problem>",
        "problem.xml:4: before this element stands a document type (<!DOCTYPE …>), which is not read; remove it");
    row("a file from elsewhere", "<!DOCTYPE problem [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><problem>&x;</problem>",
        "problem.xml:1: before this element stands a document type (<!DOCTYPE …>), which is not read; remove it");
    std::string deep;
    for (int i = 0; i < 200'000; ++i) {
        deep += "<a>";
    }
    row("deep nesting", "<problem>" + deep,
        "problem.xml:1: not valid XML (Start-end tags mismatch); correct this line");
    std::string closed = "<problem>\n" + deep;
    for (int i = 0; i < 200'000; ++i) {
        closed += "</a>";
    }
    row("deep nesting that ends", closed + "</problem>",
        "problem.xml:1: <problem> has no <judging>; get the package from Polygon again");
    row("too large", "<problem>" + std::string(4 << 20, ' ') + "</problem>",
        "problem.xml: larger than 4096 KiB; a text of this kind is far smaller, so look what it holds");
    row("no judging", "<problem/>", "problem.xml:1: <problem> has no <judging>; get the package from Polygon again");
    row("no testset", "<problem>\n<judging/></problem>",
        "problem.xml:2: <judging> has no <testset>; get the package from Polygon again");
    std::string many = "<problem><names>";
    for (int i = 0; i < 2001; ++i) {
        many += "<name value=\"x\"/>";
    }
    row("too many names", many + "</names></problem>",
        "problem.xml:1: more than 2000 elements <name>; remove what isn't needed");
}

void TestPolygonPackage::refusesHostileXml() {
    QFETCH(const std::string, xml);
    QFETCH(const std::string, detail);
    PolygonPackage package;
    package.write("problem.xml", xml);
    const Result<Problem> problem = package.load();
    QVERIFY(!problem);
    QCOMPARE(problem.error().code, std::string("package.invalid"));
    QCOMPARE(problem.error().detail, detail);
}

void TestPolygonPackage::warns_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<std::string>("warning");
    const auto row = [](const char* name, Change change, const char* warning) {
        QTest::newRow(name) << std::move(change) << std::string(warning);
    };
    row(
        "no time", [](PolygonPackage& p) { p.limits = ""; },
        "problem.xml:5: <testset> has no <time-limit>; 1 second is assumed");
    row(
        "another count", [](PolygonPackage& p) { p.limits += "<test-count>7</test-count>"; },
        "problem.xml:5: test-count is 7, but there are 2 <test>, which count");
    row(
        "no checker", [](PolygonPackage& p) { p.checker = ""; },
        "problem.xml:2: there is no <checker>; outputs are compared by tokens");
    row(
        "another testset", [](PolygonPackage& p) { p.judging = "><testset name=\"pretests\"/"; },
        "problem.xml:4: the testset \"pretests\" is not judged, only \"tests\" is");
}

void TestPolygonPackage::warns() {
    QFETCH(const Change, change);
    QFETCH(const std::string, warning);
    PolygonPackage package;
    change(package);
    const Result<Problem> problem = package.read();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QVERIFY2(std::ranges::find(problem->warnings, warning) != problem->warnings.end(),
             joined(problem->warnings).c_str());
}

QTEST_APPLESS_MAIN(TestPolygonPackage)
#include "test_polygon_package.moc"
