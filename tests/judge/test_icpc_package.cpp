// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/judge/temporary_package.h"

#include <QTest>

#include <algorithm>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace {

using Texts = std::vector<std::string>;

Texts namesOf(const std::vector<TestCase>& cases) {
    Texts names;
    std::ranges::transform(cases, std::back_inserter(names), &TestCase::name);
    return names;
}

Problem loaded(const TemporaryPackage& package) {
    Result<Problem> problem = package.load();
    if (!problem) {
        qFatal("%s: %s", problem.error().code.c_str(), problem.error().detail.c_str());
    }
    return *std::move(problem);
}

const TestCase& caseNamed(const Problem& problem, const std::string& name) {
    const auto found = std::ranges::find(problem.cases, name, &TestCase::name);
    Q_ASSERT(found != problem.cases.end());
    return *found;
}

} // namespace

class TestIcpcPackage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsSmallestPackageWithoutWarnings();
    void readsAllLimits();
    void keepsFractionsOfSeconds();
    void assumesTimeLimitWithWarning();
    void choosesEnglishName_data();
    void choosesEnglishName();
    void readsLanguages_data();
    void readsLanguages();
    void ordersCasesByName();
    void followsLinksInsideThePackage();
    void inheritsComparatorArguments();
    void fillsConstantsIntoArguments();
    void fillsEachConstantOnce();
    void setsVisibility_data();
    void setsVisibility();
    void setsVisibilityByPath();
    void readsComparator();
    void givesArgumentsToTheComparatorThatIsNamed();
    void readsFullFeedback();
    void readsDifficultyAndTags();
    void takesKeywordsForTags();
    void listsStatements();
    void warnsOfWhatIsOdd();
    void loadsStrangersPackage();
    void loadsLegacyPackage();
    void takesNameFromLegacyStatement();
    void readsTimeLimitOfLegacyFiles();
    void takesEmptyProblemYamlForLegacy();
    void namesPackageAfterItsFolder();
    void readsHeader();
    void readsHeaderOfUnsupportedPackage();
    void knowsPackages();
    void loadsStarterPack_data();
    void loadsStarterPack();
};

void TestIcpcPackage::loadsSmallestPackageWithoutWarnings() {
    const auto package = TemporaryPackage::valid();
    const Problem problem = loaded(package);
    QCOMPARE(problem.slug, std::string("sums"));
    QCOMPARE(problem.name, std::string("Sums"));
    QCOMPARE(problem.folder, std::filesystem::canonical(package.path()));
    QCOMPARE(problem.warnings, Texts{});
    QCOMPARE(namesOf(problem.cases), (Texts{"sample/1", "secret/1"}));
    QCOMPARE(problem.cases[0].inputPath, problem.folder / "data/sample/1.in");
    QCOMPARE(problem.cases[0].answerPath, problem.folder / "data/sample/1.ans");
    QVERIFY(problem.cases[0].sample);
    QVERIFY(problem.cases[0].visibility == Visibility::Shown);
    QVERIFY(!problem.cases[1].sample);
    QVERIFY(problem.cases[1].visibility == Visibility::VerdictOnly);
    QVERIFY(problem.limits.source == LimitSource::Package);
    QCOMPARE(problem.limits.cpuTime, 1000ms);
    QCOMPARE(problem.limits.memory.count(), 2048u << 20);
    QCOMPARE(problem.limits.output.count(), 8u << 20);
    QVERIFY(problem.languages.empty());
}

void TestIcpcPackage::readsAllLimits() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits:\n"
                                  "  time_limit: 2.5\n  memory: 64\n  output: 3\n  code: 7\n"
                                  "  compilation_time: 11\n  compilation_memory: 512\n"
                                  "  time_multipliers: {ac_to_time_limit: 2.0, time_limit_to_tle: 1.5}\n"
                                  "  time_resolution: 0.5\n  validation_time: 9\n  validation_memory: 77\n"
                                  "  validation_output: 3\n");
    const Problem problem = loaded(package);
    QCOMPARE(problem.limits.cpuTime, 2500ms);
    QCOMPARE(problem.limits.memory.count(), 64u << 20);
    QCOMPARE(problem.limits.output.count(), 3u << 20);
    QCOMPARE(problem.limits.code.count(), 7u << 10);
    QCOMPARE(problem.limits.compilationTime, 11000ms);
    QCOMPARE(problem.limits.compilationMemory.count(), 512u << 20);
    QCOMPARE(problem.limits.validationTime, 9000ms);
    QCOMPARE(problem.limits.validationMemory.count(), 77u << 20);
    QCOMPARE(problem.limits.validationOutput.count(), 3u << 20);
    QCOMPARE(problem.warnings, Texts{});
}

void TestIcpcPackage::keepsFractionsOfSeconds() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 0.0001}\n");
    QCOMPARE(loaded(package).limits.cpuTime, 1ms);
}

void TestIcpcPackage::assumesTimeLimitWithWarning() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\n");
    const Problem problem = loaded(package);
    QVERIFY(problem.limits.source == LimitSource::Default);
    QCOMPARE(problem.warnings, Texts{"problem.yaml: there is no limits.time_limit; 1 second is assumed"});
}

void TestIcpcPackage::choosesEnglishName_data() {
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("name");
    QTest::newRow("text") << std::string("name: Hello World!") << std::string("Hello World!");
    QTest::newRow("map") << std::string("name:\n  de: Summen\n  en: Sums") << std::string("Sums");
    QTest::newRow("regional") << std::string("name: {sv: Summor, en-GB: Sums}") << std::string("Sums");
    QTest::newRow("no English") << std::string("name: {sv: Summor, de: Summen}") << std::string("Summor");
    QTest::newRow("number") << std::string("name: 2048") << std::string("2048");
    QTest::newRow("none") << std::string("uuid: x") << std::string("sums");
    QTest::newRow("beyond ASCII") << std::string("name: \"Größe \\u2264 3\"") << std::string("Größe ≤ 3");
}

void TestIcpcPackage::choosesEnglishName() {
    QFETCH(std::string, yaml);
    QFETCH(std::string, name);
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\n" + yaml + "\n");
    QCOMPARE(loaded(package).name, name);
}

void TestIcpcPackage::readsLanguages_data() {
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<Texts>("languages");
    QTest::newRow("all") << std::string("all") << Texts{};
    QTest::newRow("list") << std::string("[cpp, python3]") << Texts{"cpp", "python3"};
    QTest::newRow("text") << std::string("cpp java") << Texts{"cpp", "java"};
}

void TestIcpcPackage::readsLanguages() {
    QFETCH(std::string, yaml);
    QFETCH(Texts, languages);
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlanguages: " + yaml + "\n");
    QCOMPARE(loaded(package).languages, languages);
}

void TestIcpcPackage::ordersCasesByName() {
    const auto package = TemporaryPackage::valid();
    for (const char* base : {"data/secret/10", "data/secret/2", "data/secret/big/b", "data/secret/big/a",
                             "data/secret/a/deep/er/1", "data/sample/0", "data/secret/v1.2"}) {
        package.addCase(base);
    }
    package.write("data/secret/2.in.statement", "");
    package.write("data/secret/.hidden.in", "");
    package.write("data/invalid_input/x.in", "");
    QCOMPARE(namesOf(loaded(package).cases),
             (Texts{"sample/0", "sample/1", "secret/1", "secret/10", "secret/2", "secret/a/deep/er/1", "secret/big/a",
                    "secret/big/b", "secret/v1.2"}));
}

void TestIcpcPackage::followsLinksInsideThePackage() {
    const auto package = TemporaryPackage::valid();
    package.addCase("data/secret/group1/1");
    package.link("../group1/1.in", "data/secret/group2/9.in");
    package.link("../group1/1.ans", "data/secret/group2/9.ans");
    package.link("group1", "data/secret/group3");
    const Problem problem = loaded(package);
    QCOMPARE(namesOf(problem.cases),
             (Texts{"sample/1", "secret/1", "secret/group1/1", "secret/group2/9", "secret/group3/1"}));
    for (const char* name : {"secret/group2/9", "secret/group3/1"}) {
        QCOMPARE(caseNamed(problem, name).inputPath, problem.folder / "data/secret/group1/1.in");
        QCOMPARE(caseNamed(problem, name).answerPath, problem.folder / "data/secret/group1/1.ans");
    }
}

void TestIcpcPackage::inheritsComparatorArguments() {
    const auto package = TemporaryPackage::valid();
    package.write("data/test_group.yaml", "output_validator_args: [float_tolerance, 1e-6]\n");
    package.write("data/secret/exact/test_group.yaml", "output_validator_args: [case_sensitive]\n");
    package.addCase("data/secret/exact/1");
    package.addCase("data/secret/exact/2");
    package.write("data/secret/exact/2.yaml", "hint: look at the blanks\noutput_validator_args:\n"
                                              "  - space_change_sensitive\n");
    const Problem problem = loaded(package);
    for (const char* name : {"sample/1", "secret/1"}) {
        QCOMPARE(caseNamed(problem, name).comparator.absoluteTolerance.value(), 1e-6);
        QCOMPARE(caseNamed(problem, name).comparator.relativeTolerance.value(), 1e-6);
    }
    QVERIFY(caseNamed(problem, "secret/exact/1").comparator.caseSensitive);
    QVERIFY(!caseNamed(problem, "secret/exact/1").comparator.absoluteTolerance);
    QVERIFY(caseNamed(problem, "secret/exact/2").comparator.spaceChangeSensitive);
    QVERIFY(!caseNamed(problem, "secret/exact/2").comparator.caseSensitive);
    QCOMPARE(problem.warnings, Texts{});
}

void TestIcpcPackage::fillsConstantsIntoArguments() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\n"
                                  "constants:\n  slack: 0.25\n");
    package.write("data/secret/test_group.yaml", "output_validator_args: [float_tolerance, \"{{slack}}\"]\n");
    const Problem problem = loaded(package);
    QCOMPARE(caseNamed(problem, "secret/1").comparator.absoluteTolerance.value(), 0.25);
    QCOMPARE(problem.warnings, Texts{});
}

void TestIcpcPackage::fillsEachConstantOnce() {
    const auto package = TemporaryPackage::valid();
    std::string constants = "constants:\n  half: 0.5\n";
    for (int i = 0; i < 60; ++i) {
        const std::string next = "{{c" + std::to_string(i + 1) + "}}";
        constants += "  c" + std::to_string(i) + ": \"" + next + next + "\"\n";
    }
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\n" + constants);
    package.write("data/secret/test_group.yaml", "output_validator_args: [float_tolerance, \"{{half}}\"]\n");
    QCOMPARE(caseNamed(loaded(package), "secret/1").comparator.absoluteTolerance.value(), 0.5);
    package.write("data/secret/test_group.yaml", "output_validator_args: [\"{{{c0}}{{no}}{{half\"]\n");
    QCOMPARE(
        package.load().error().detail.substr(0, 92),
        std::string("data/secret/test_group.yaml:1: unknown output validator argument \"{{{c1}}{{c1}}{{no}}{{half\""));
}

void TestIcpcPackage::setsVisibility_data() {
    QTest::addColumn<std::string>("word");
    QTest::addColumn<int>("visibility");
    QTest::newRow("shown") << std::string("shown") << int(Visibility::Shown);
    QTest::newRow("input") << std::string("input") << int(Visibility::InputOnly);
    QTest::newRow("verdict") << std::string("verdict") << int(Visibility::VerdictOnly);
}

void TestIcpcPackage::setsVisibility() {
    QFETCH(std::string, word);
    QFETCH(int, visibility);
    const auto package = TemporaryPackage::valid();
    package.write("grindstone.yaml", "visibility: " + word + "\n");
    const Problem problem = loaded(package);
    QCOMPARE(int(caseNamed(problem, "secret/1").visibility), visibility);
    QCOMPARE(int(caseNamed(problem, "sample/1").visibility), int(Visibility::Shown));
}

void TestIcpcPackage::setsVisibilityByPath() {
    const auto package = TemporaryPackage::valid();
    package.addCase("data/secret/edge/1");
    package.addCase("data/secret/edge/2");
    package.addCase("data/secret/edges");
    package.write("grindstone.yaml",
                  "visibility:\n  secret/edge/2: shown\n  secret/edge: input\n  secret/none: shown\n");
    const Problem problem = loaded(package);
    QVERIFY(caseNamed(problem, "secret/edge/1").visibility == Visibility::InputOnly);
    QVERIFY(caseNamed(problem, "secret/edge/2").visibility == Visibility::Shown);
    QVERIFY(caseNamed(problem, "secret/edges").visibility == Visibility::VerdictOnly);
    QCOMPARE(problem.warnings, Texts{"grindstone.yaml: visibility names \"secret/none\", where there are no cases"});
}

void TestIcpcPackage::readsComparator() {
    const auto package = TemporaryPackage::valid();
    QCOMPARE(caseNamed(loaded(package), "secret/1").comparator.name, std::string("tokens"));
    for (const char* text : {"compare: lines\n", "compare: {mode: lines}\n"}) {
        package.write("grindstone.yaml", text);
        QCOMPARE(caseNamed(loaded(package), "secret/1").comparator.name, std::string("lines"));
        QCOMPARE(caseNamed(loaded(package), "sample/1").comparator.name, std::string("lines"));
    }
    package.write("grindstone.yaml", "compare: {mode: guess}\n");
    const std::string detail = loadPackage(package.path()).error().detail;
    const std::string start = "grindstone.yaml:1: there is no comparator \"guess\"; known are tokens, ";
    QCOMPARE(detail.substr(0, start.size()), start);
}

void TestIcpcPackage::givesArgumentsToTheComparatorThatIsNamed() {
    const auto package = TemporaryPackage::valid();
    package.write("data/test_group.yaml", "full_feedback: false\noutput_validator_args: [case_sensitive]\n");
    package.write("grindstone.yaml", "compare: tokens\n");
    QVERIFY(caseNamed(loaded(package), "secret/1").comparator.caseSensitive);
    package.write("grindstone.yaml", "compare: lines\n");
    const Error unknown = loadPackage(package.path()).error();
    QCOMPARE(unknown.code, std::string("package.invalid"));
    QCOMPARE(unknown.detail, std::string("data/test_group.yaml:2: unknown output validator argument "
                                         "\"case_sensitive\"; this comparator takes none"));
    package.write("data/test_group.yaml", "output_validator_args: []\n");
    QCOMPARE(caseNamed(loaded(package), "secret/1").comparator.name, std::string("lines"));
}

void TestIcpcPackage::readsFullFeedback() {
    const auto package = TemporaryPackage::valid();
    package.addCase("data/secret/2");
    package.write("data/secret/2.yaml", "full_feedback: true\n");
    const Problem problem = loaded(package);
    QVERIFY(caseNamed(problem, "secret/2").visibility == Visibility::Shown);
    QVERIFY(!caseNamed(problem, "secret/2").sample);
    QVERIFY(caseNamed(problem, "secret/1").visibility == Visibility::VerdictOnly);
}

void TestIcpcPackage::readsDifficultyAndTags() {
    const auto package = TemporaryPackage::valid();
    package.write("grindstone.yaml", "difficulty: easy\ntags: [sums, input and output]\n");
    const Problem problem = loaded(package);
    QCOMPARE(problem.difficulty, std::string("easy"));
    QCOMPARE(problem.tags, (Texts{"sums", "input and output"}));
}

void TestIcpcPackage::takesKeywordsForTags() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nkeywords: [graph, dijkstra]\n");
    QCOMPARE(loaded(package).tags, (Texts{"graph", "dijkstra"}));
    QCOMPARE(loadPackageHeader(package.path()).value().tags, (Texts{"graph", "dijkstra"}));
}

void TestIcpcPackage::listsStatements() {
    const auto package = TemporaryPackage::valid();
    for (const char* file : {"problem.de.tex", "problem.en.tex", "problem.en.pdf", "problem.pt-BR.md", "problem.tex",
                             "notes.md", "problem.svg", "problem.c++.md"}) {
        package.write(std::string("statement/") + file, "x");
    }
    Texts found;
    for (const Statement& statement : loaded(package).statements) {
        found.push_back(statement.language + " " + statement.path.filename().string());
    }
    QCOMPARE(found, (Texts{"de problem.de.tex", "en problem.en.md", "en problem.en.tex", "en problem.tex",
                           "en problem.en.pdf", "pt-BR problem.pt-BR.md"}));
}

void TestIcpcPackage::warnsOfWhatIsOdd() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits:\n  time_limit: 1\n  cpu: 3\n"
                                  "short-name: A\nallow_file_writing: true\n");
    package.write("grindstone.yaml", "colour: red\n");
    package.write("data/secret/test_group.yaml", "scoring: 3\n");
    package.write("data/secret/lonely.ans", "3\n");
    package.write("data/secret/two words.in", "3\n");
    package.write("data/secret/caf\xe9.in", "3\n");
    package.remove("statement");
    package.link("/etc/hostname", "statement/problem.en.md");
    QCOMPARE(loaded(package).warnings,
             (Texts{"problem.yaml:6: unknown key \"short-name\" is ignored",
                    "problem.yaml:5: unknown key \"limits.cpu\" is ignored",
                    "grindstone.yaml:1: unknown key \"colour\" is ignored",
                    "data/secret/test_group.yaml:1: unknown key \"scoring\" is ignored",
                    "data/secret/caf\\xe9.in: ignored, since names may hold only letters, digits, \".\", \"-\" and "
                    "\"_\"; rename it",
                    "data/secret/lonely.ans: ignored, since there is no .in file of that name beside it",
                    "data/secret/two words.in: ignored, since names may hold only letters, digits, \".\", \"-\" and "
                    "\"_\"; rename it",
                    "statement/problem.en.md: this link leads out of the package, to /etc/hostname; put the file "
                    "itself into the package",
                    "statement: there is no statement; write one into statement/problem.en.md"}));
    package.remove("data/secret");
    package.remove("statement");
    QVERIFY(std::ranges::count(loaded(package).warnings,
                               std::string("data/secret: there are no secret cases; the samples alone decide")) == 1);
}

/// Everything that the specification of 2025-09 lets a pass-fail package hold.
void TestIcpcPackage::loadsStrangersPackage() {
    const auto package = TemporaryPackage::valid();
    package.write(
        "problem.yaml",
        "\xEF\xBB\xBF%YAML 1.2\n---\nproblem_format_version: '2025-09'\ntype:\r\n  - pass-fail\n"
        "name:\n  en: Sums & \"More\"\n  nl: Sommen\nuuid: 0bf1d986-afc4-4475-a696-3bfca6276b12\nversion: 1.0\n"
        "credits:\n  authors: &people\n    - name: A\n      orcid: 0000-0000-0000-0000\n  testers: *people\n"
        "source:\n  - name: A contest\n    url: https://contest.example\n  - Another\n"
        "license: cc by-sa\nrights_owner: Somebody\nembargo_until: 2025-01-01T12:00:00Z\n"
        "limits:\n  time_limit: 3.0\n  memory: 1024\nkeywords: [sum]\nlanguages: all\n"
        "allow_file_writing: false\n");
    for (const char* file :
         {"solution/solution.en.md", "attachments/a.txt", "generators/gen.py", "input_validators/v/validate.py",
          "input_visualizer/v.py", "submissions/accepted/a.py", "submissions/submissions.yaml", "statement/figure.png",
          "data/sample/1.svg", "data/sample/1.in.statement", "data/secret/1.png", "output_validator/.gitkeep",
          ".git/config", "README.md"}) {
        package.write(file, "x\n");
    }
    package.write("data/sample/test_group.yaml", "full_feedback: true\ninput_validator_args: {v: [small]}\n");
    package.write("data/secret/1.yaml", "description: |\n  The smallest.\nargs: []\n");
    const Problem problem = loaded(package);
    QCOMPARE(problem.name, std::string("Sums & \"More\""));
    QCOMPARE(problem.limits.cpuTime, 3000ms);
    QCOMPARE(namesOf(problem.cases), (Texts{"sample/1", "secret/1"}));
    QCOMPARE(problem.warnings, Texts{});
}

void TestIcpcPackage::loadsLegacyPackage() {
    const TemporaryPackage package;
    package.write("problem.yaml", "name: Sums\nauthor: A\nsource: B\nsource_url: https://b.example\nlicense: cc by-sa\n"
                                  "validation: default\nvalidator_flags: float_tolerance 1E-6 case_sensitive\n"
                                  "keywords: sum easy\nlimits:\n  memory: 512\n  time_multiplier: 5\n");
    package.write("domjudge-problem.ini", "short-name = A\r\ntimelimit='4'\r\n");
    package.write("problem_statement/problem.tex", "\\problemname{Sums}\n");
    package.write("output_validators/check/check.cpp", "int main() {}\n");
    package.write("data/testdata.yaml", "on_reject: continue\ngrader_flags: min\n");
    package.write("data/secret/g/testdata.yaml", "output_validator_flags: float_absolute_tolerance 0.5\nrange: 0 1\n");
    package.write("data/secret/h/testdata.yaml",
                  "output_validator_flags: {name: check, flags: float_tolerance 0.25}\n");
    package.addCase("data/secret/h/1");
    package.addCase("data/sample/1");
    package.addCase("data/secret/g/1");
    const Problem problem = loaded(package);
    QCOMPARE(problem.tags, (Texts{"sum", "easy"}));
    QCOMPARE(problem.limits.cpuTime, 4000ms);
    QCOMPARE(problem.limits.memory.count(), 512u << 20);
    QCOMPARE(problem.statements.at(0).language, std::string("en"));
    QVERIFY(problem.statements.at(0).format == StatementFormat::Latex);
    QVERIFY(caseNamed(problem, "sample/1").comparator.caseSensitive);
    QCOMPARE(caseNamed(problem, "sample/1").comparator.relativeTolerance.value(), 1e-6);
    QCOMPARE(caseNamed(problem, "secret/g/1").comparator.absoluteTolerance.value(), 0.5);
    QVERIFY(!caseNamed(problem, "secret/g/1").comparator.relativeTolerance);
    QCOMPARE(caseNamed(problem, "secret/h/1").comparator.relativeTolerance.value(), 0.25);
    QCOMPARE(problem.warnings,
             Texts{"output_validators/: not used, since problem.yaml doesn't say \"validation: custom\""});
}

void TestIcpcPackage::takesNameFromLegacyStatement() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "author: A\n");
    package.remove("statement");
    package.write("domjudge-problem.ini", "name = \"Third choice\"\n");
    QCOMPARE(loaded(package).name, std::string("Third choice"));
    package.write("problem_statement/problem.en.tex", "% x\n\\problemname{Second $x^2$}\n");
    QCOMPARE(loaded(package).name, std::string("Second $x^2$"));
    package.write("problem_statement/problem.en.tex", "\\problemname{$x$}\n%% plainproblemname: First x\n");
    QCOMPARE(loaded(package).name, std::string("First x"));
    QCOMPARE(loadPackageHeader(package.path()).value().name, std::string("First x"));
}

void TestIcpcPackage::readsTimeLimitOfLegacyFiles() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "name: Sums\n");
    package.write("domjudge-problem.ini", "timelimit = 2.5\n");
    QCOMPARE(loaded(package).limits.cpuTime, 2500ms);
    package.write(".timelimit", "7\n");
    QCOMPARE(loaded(package).limits.cpuTime, 7000ms);
    QVERIFY(loaded(package).limits.source == LimitSource::Package);
}

void TestIcpcPackage::takesEmptyProblemYamlForLegacy() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "");
    QCOMPARE(loaded(package).name, std::string("sums"));
}

void TestIcpcPackage::namesPackageAfterItsFolder() {
    const auto package = TemporaryPackage::valid();
    QCOMPARE(loadPackage(package.path() / "").value().slug, std::string("sums"));
    QCOMPARE(loadPackage(package.path() / "data" / "..").value().slug, std::string("sums"));
    std::filesystem::create_symlink(package.path(), package.outside() / "alias");
    QCOMPARE(loadPackage(package.outside() / "alias").value().slug, std::string("alias"));
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(package.path());
    const std::string slug = loadPackage(".").value().slug;
    std::filesystem::current_path(before);
    QCOMPARE(slug, std::string("sums"));
}

void TestIcpcPackage::readsHeader() {
    const auto package = TemporaryPackage::valid();
    package.write("grindstone.yaml", "difficulty: hard\ntags: [sums]\n");
    package.remove("data");
    const PackageHeader header = loadPackageHeader(package.path()).value();
    QCOMPARE(header.slug, std::string("sums"));
    QCOMPARE(header.name, std::string("Sums"));
    QCOMPARE(header.difficulty, std::string("hard"));
    QCOMPARE(header.tags, Texts{"sums"});
    QCOMPARE(header.folder, std::filesystem::canonical(package.path()));
}

void TestIcpcPackage::readsHeaderOfUnsupportedPackage() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Guess\ntype: interactive\n");
    QCOMPARE(loadPackageHeader(package.path()).value().name, std::string("Guess"));
}

void TestIcpcPackage::knowsPackages() {
    const auto package = TemporaryPackage::valid();
    QVERIFY(isPackage(package.path()));
    QVERIFY(!isPackage(package.outside()));
    QVERIFY(!isPackage("/nowhere"));
    QVERIFY(!isPackage(package.path() / "problem.yaml"));
}

void TestIcpcPackage::loadsStarterPack_data() {
    QTest::addColumn<std::string>("slug");
    QTest::addColumn<std::string>("difficulty");
    for (const auto& [slug, difficulty] :
         {std::pair("echo-sum", "easy"), std::pair("music-box", "easy"), std::pair("spice-sack", "medium"),
          std::pair("snow-shovel", "medium"), std::pair("stepping-stones", "hard")}) {
        QTest::newRow(slug) << std::string(slug) << std::string(difficulty);
    }
}

void TestIcpcPackage::loadsStarterPack() {
    QFETCH(std::string, slug);
    QFETCH(std::string, difficulty);
    const Problem problem = loadPackage(GRINDSTONE_SOURCE_DIR "/problemsets/starter/" + slug).value();
    QCOMPARE(problem.warnings, Texts{});
    QCOMPARE(problem.difficulty, difficulty);
    QCOMPARE(problem.statements.size(), 2u);
    const auto samples = std::ranges::count_if(problem.cases, &TestCase::sample);
    QVERIFY(samples >= 2 && samples <= 3);
    QVERIFY(problem.cases.size() >= 10u);
    QVERIFY(problem.limits.source == LimitSource::Package);
    const bool real = slug == "spice-sack";
    QVERIFY(std::ranges::all_of(problem.cases, [real](const TestCase& testCase) {
        return testCase.comparator.absoluteTolerance.has_value() == real;
    }));
}

QTEST_GUILESS_MAIN(TestIcpcPackage)
#include "test_icpc_package.moc"
