// SPDX-License-Identifier: GPL-3.0-or-later
// Packages whose cases are described by generators/generators.yaml. What comes of running it is in
// test_generation_real.
#include "judge/package/generator_command.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

using Answer = CaseRecipe::Answer;
using Input = CaseRecipe::Input;

constexpr const char* File = "generators/generators.yaml";

/// A package without any data, but with a generator and two solutions.
TemporaryPackage packageWith(const std::string& yaml, const std::string& more = {}) {
    TemporaryPackage package;
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits:\n  time_limit: 1\n" + more);
    package.write("statement/problem.en.md", "Add.\n");
    package.write("generators/gen.py", "print(1, 2)\n");
    package.write("submissions/accepted/a.py", "print(3)\n");
    package.write("submissions/accepted/b.py", "print(3)\n");
    package.write(File, yaml);
    return package;
}

/// Cases in order, each with what makes it.
QString casesOf(const TemporaryPackage& package) {
    const Result<Problem> problem = package.load();
    if (!problem) {
        return QString::fromStdString(problem.error().code + " " + problem.error().detail);
    }
    QStringList list;
    for (const TestCase& testCase : problem->cases) {
        list.push_back(QString::fromStdString(testCase.name));
    }
    return list.join(QLatin1Char(' '));
}

/// The input and the answer of a case as the package has it: "gen.py 1 2 > solution".
QString recipeOf(const Problem& problem, const std::string& name) {
    for (const CaseRecipe& recipe : problem.generation.recipes) {
        if (recipe.name != name) {
            continue;
        }
        std::string text = recipe.input == Input::File ? "file" : recipe.input == Input::Text ? recipe.text : "";
        if (recipe.program) {
            text = problem.generation.programs[*recipe.program].name;
        }
        for (const std::string& argument : recipe.arguments) {
            text += " " + argument;
        }
        text += " > ";
        text += recipe.answer == Answer::File    ? "file"
                : recipe.answer == Answer::Text  ? recipe.answerText
                : recipe.answer == Answer::Empty ? "empty"
                : recipe.answer == Answer::Left  ? "left"
                : recipe.otherSolution           ? problem.generation.otherSolutions[*recipe.otherSolution].program.name
                                                 : "accepted";
        return QString::fromStdString(text);
    }
    return QStringLiteral("nothing to make");
}

QString recipeOf(const TemporaryPackage& package, const std::string& name) {
    const Result<Problem> problem = package.load();
    return problem ? recipeOf(*problem, name) : QString::fromStdString(problem.error().detail);
}

/// `data:` of data/secret, indented as it has to be.
std::string secret(const std::string& data) {
    std::string text = "data:\n  secret:\n    data:\n";
    std::istringstream lines(data);
    for (std::string line; std::getline(lines, line);) {
        text += "      " + line + "\n";
    }
    return text;
}

} // namespace

class TestGeneratorsYaml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCasesInWhateverWayTheyAreMade() {
        const auto package = packageWith(secret("a: gen.py 1 2\n"
                                                "b:\n  generate: gen.py {name}\n"
                                                "c: {in: '3 4', ans: '7'}\n"
                                                "d: {in: ''}\n"
                                                "e: {copy: manual/e}\n"
                                                "f: manual/e.in\n"
                                                "g: {copy: manual/e, ans: '8'}\n"));
        package.write("generators/manual/e.in", "1 1\n");
        package.write("generators/manual/e.ans", "2\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(recipeOf(*problem, "secret/a"), QStringLiteral("generators/gen.py 1 2 > accepted"));
        QCOMPARE(recipeOf(*problem, "secret/b"), QStringLiteral("generators/gen.py testcase > accepted"));
        QCOMPARE(recipeOf(*problem, "secret/c"), QStringLiteral("3 4\n > 7\n"));
        QCOMPARE(recipeOf(*problem, "secret/d"), QStringLiteral(" > accepted"));
        QCOMPARE(recipeOf(*problem, "secret/e"), QStringLiteral("nothing to make"));
        QCOMPARE(recipeOf(*problem, "secret/f"), QStringLiteral("nothing to make"));
        QCOMPARE(recipeOf(*problem, "secret/g"), QStringLiteral("file > 8\n"));
        QCOMPARE(problem->cases[4].inputPath, package.path() / "generators/manual/e.in");
        QCOMPARE(problem->cases[4].answerPath, package.path() / "generators/manual/e.ans");
        QVERIFY(problem->cases[0].inputPath.empty());
        QCOMPARE(problem->generation.recipes[0].file, std::string("testcase.in"));
        QCOMPARE(problem->generation.recipes[0].answerFile, std::string("testcase.ans"));
        QCOMPARE(problem->generation.recipes[0].place, std::string("generators/generators.yaml:4"));
        QCOMPARE(problem->generation.solutions.size(), std::size_t(2));
        QCOMPARE(problem->generation.solutions[0].program.name, std::string("submissions/accepted/a.py"));
    }

    void numbersTheCasesOfListsThroughTheFile() {
        QCOMPARE(casesOf(packageWith("data:\n"
                                     "  sample:\n    data:\n      - '': {in: '1'}\n      - ~: {in: '2'}\n"
                                     "  secret:\n    data:\n"
                                     "      - one: gen.py 1\n"
                                     "      - group:\n          data:\n"
                                     "            - x: {generate: 'gen.py {seed}', count: 7}\n"
                                     "      - other:\n          data:\n            named: gen.py 2\n"
                                     "      - '': gen.py 3\n")),
                 QStringLiteral("sample/01 sample/02 secret/03-one secret/1-group/04-x-1 secret/1-group/05-x-2 "
                                "secret/1-group/06-x-3 secret/1-group/07-x-4 secret/1-group/08-x-5 "
                                "secret/1-group/09-x-6 secret/1-group/10-x-7 secret/11 secret/2-other/named"));
    }

    void countsTheCasesThatNobodyJudges() {
        QCOMPARE(casesOf(packageWith("data:\n  invalid_input:\n    data:\n      - x: {in: '1', count: 9}\n"
                                     "  sample:\n    data: {}\n"
                                     "  secret:\n    data:\n      - one: gen.py 1\n")),
                 QStringLiteral("secret/01-one"));
    }

    void countsWithNumbersInNames() {
        QCOMPARE(casesOf(packageWith(secret("a: {generate: 'gen.py {count}', count: [5, 20]}\n"
                                            "b: {generate: 'gen.py {count}', count: 9..=10}\n"
                                            "c: {generate: 'gen.py {count}', count: 1}\n"))),
                 QStringLiteral("secret/a-20 secret/a-5 secret/b-09 secret/b-10 secret/c-1"));
        const auto package = packageWith(secret("a: {generate: 'gen.py {count} {seed}', count: [1, 3]}\n"));
        QCOMPARE(recipeOf(package, "secret/a-3"),
                 QStringLiteral("generators/gen.py 3 %1 > accepted").arg(seedFrom(":2gen.py 3 {seed}")));
        QCOMPARE(recipeOf(package, "secret/a-1"),
                 QStringLiteral("generators/gen.py 1 %1 > accepted").arg(seedFrom("gen.py 1 {seed}")));
    }

    void handsDownSaltAndSolution() {
        const auto package = packageWith("solution: /submissions/accepted/b.py\nrandom_salt: x\n" +
                                         secret("a: gen.py {seed}\n"
                                                "b: {generate: 'gen.py {seed}', random_salt: y}\n"
                                                "g:\n  solution: /submissions/accepted/a.py\n  random_salt: z\n"
                                                "  data:\n    c: gen.py {seed}\n"
                                                "h:\n  solution:\n  data:\n    d: gen.py 5\n"));
        const QString recipe = QStringLiteral("generators/gen.py %1 > submissions/accepted/%2.py");
        QCOMPARE(recipeOf(package, "secret/a"), recipe.arg(seedFrom("xgen.py {seed}")).arg(QStringLiteral("b")));
        QCOMPARE(recipeOf(package, "secret/b"), recipe.arg(seedFrom("ygen.py {seed}")).arg(QStringLiteral("b")));
        QCOMPARE(recipeOf(package, "secret/g/c"), recipe.arg(seedFrom("zgen.py {seed}")).arg(QStringLiteral("a")));
        QCOMPARE(recipeOf(package, "secret/h/d"), QStringLiteral("generators/gen.py 5 > left"));
    }

    void fillsConstantsIntoCommandsAlone() {
        const auto package =
            packageWith(secret("a: gen.py {{most}}\nb: {in: '{{most}}'}\n"), "constants: {most: 12}\n");
        QCOMPARE(recipeOf(package, "secret/a"), QStringLiteral("generators/gen.py 12 > accepted"));
        QCOMPARE(recipeOf(package, "secret/b"), QStringLiteral("{{most}}\n > accepted"));
        QCOMPARE(package.load()->generation.programs[0].constants.at("most"), std::string("12"));
    }

    void leavesAnswersOfConversationsEmpty() {
        const auto package = packageWith(secret("a: gen.py 1\nb: {in: '1', ans: '2'}\n"), "type: interactive\n");
        package.write("output_validator/check.py", "");
        QCOMPARE(recipeOf(package, "secret/a"), QStringLiteral("generators/gen.py 1 > empty"));
        QCOMPARE(recipeOf(package, "secret/b"), QStringLiteral("1\n > 2\n"));
    }

    void includesCasesOfOtherGroups() {
        const auto package =
            packageWith("data:\n  sample:\n    data:\n      '1': {in: '1'}\n      '2': {in: '2'}\n"
                        "  secret:\n    include: ['1']\n    data:\n"
                        "      - small:\n          data: {a: gen.py 1}\n          include: ['2']\n"
                        "      - large:\n          data: {b: gen.py 2}\n          include: [small, sample]\n");
        QCOMPARE(casesOf(package),
                 QStringLiteral("sample/1 sample/2 secret/1 secret/1-small/2 secret/1-small/a "
                                "secret/2-large/1 secret/2-large/2 secret/2-large/a secret/2-large/b"));
        QCOMPARE(recipeOf(package, "secret/2-large/a"), QStringLiteral("generators/gen.py 1 > accepted"));
    }

    void givesGroupsAndCasesTheirSettings() {
        const auto package =
            packageWith("data:\n  secret:\n    test_group.yaml: {output_validator_args: [case_sensitive]}\n"
                        "    data:\n      a: {in: '1', yaml: {args: [x, y]}}\n      b: {in: '2'}\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(problem->cases[0].arguments, (std::vector<std::string>{"x", "y"}));
        QVERIFY(problem->cases[1].arguments.empty());
        QVERIFY(problem->cases[1].comparator.caseSensitive);
    }

    void makesGroupsThatAreScored() {
        const auto package = packageWith("data:\n  sample:\n    data: {'1': {in: '1'}}\n  secret:\n    data:\n"
                                         "      - easy:\n          test_group.yaml: {max_score: 30}\n"
                                         "          data: [{a: {in: '1'}}, {b: {in: '2'}}]\n"
                                         "      - hard:\n          test_group.yaml: {max_score: 70}\n"
                                         "          data: [{c: {in: '3'}}]\n",
                                         "type: scoring\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(problem->tree.groups.size(), std::size_t(5));
        QCOMPARE(problem->tree.groups[3].name, std::string("secret/1-easy"));
        QCOMPARE(problem->tree.groups[3].maxScore, std::optional(30.0));
        QCOMPARE(problem->tree.groups[4].firstCase, std::size_t(3));
    }

    void keepsFilesThatAreThere() {
        const auto package = packageWith(secret("a: gen.py 1\nb: gen.py 2\nc: gen.py 3\n"));
        package.addCase("data/secret/a");
        package.write("data/secret/b.in", "frozen\n");
        package.write("data/secret/c.ans", "frozen\n");
        package.addCase("data/secret/aa");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(casesOf(package), QStringLiteral("secret/a secret/aa secret/b secret/c"));
        QCOMPARE(recipeOf(*problem, "secret/a"), QStringLiteral("nothing to make"));
        QCOMPARE(recipeOf(*problem, "secret/b"), QStringLiteral("file > accepted"));
        QCOMPARE(problem->cases[2].inputPath, package.path() / "data/secret/b.in");
        QCOMPARE(recipeOf(*problem, "secret/c"), QStringLiteral("generators/gen.py 3 > file"));
    }

    void needsNoProgramsWhereAllIsThere() {
        const auto package = packageWith(secret("a: gone.py 1\n"));
        package.addCase("data/secret/a");
        const Result<Problem> problem = package.load();
        QVERIFY(problem);
        QVERIFY(problem->generation.empty());
        QVERIFY(problem->generation.programs.empty());
    }

    void buildsProgramsOfSeveralFiles() {
        const auto package = packageWith("generators:\n  tree: [lib/tree.py, lib.py]\n" + secret("a: tree 1\n"));
        package.write("generators/lib/tree.py", "");
        package.write("generators/lib.py", "");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        const PackageProgram& program = problem->generation.programs.at(0);
        QCOMPARE(program.name, std::string("generators/tree"));
        QCOMPARE(program.files.size(), std::size_t(2));
        QCOMPARE(program.files[0].name, std::string("tree.py"));
        QCOMPARE(program.files[0].path, package.path() / "generators/lib/tree.py");
    }

    void passesOverSamplesForPeople() {
        QCOMPARE(casesOf(packageWith("data:\n  sample:\n    data:\n      '1': {in.statement: x, ans.statement: y}\n"
                                     "      '2': {in: '1'}\n")),
                 QStringLiteral("sample/2"));
    }

    void findsInputValidators() {
        const auto package = packageWith(secret("a: gen.py 1\n"));
        package.write("input_validators/check.py", "");
        package.write("input_validators/format.ctd", "");
        const Result<Problem> problem = package.load();
        QVERIFY(problem);
        QCOMPARE(problem->generation.inputValidators.size(), std::size_t(1));
        QCOMPARE(problem->generation.inputValidators[0].name, std::string("input_validators/check.py"));
    }

    void givesInputValidatorsTheirArguments() {
        const auto package = packageWith("data:\n  secret:\n    test_group.yaml: {input_validator_args: [--large]}\n"
                                         "    data:\n      a: gen.py 1\n"
                                         "      b: {in: '1', yaml: {input_validator_args: {check: [--odd]}}}\n");
        package.write("input_validators/check.py", "");
        package.write("input_validators/other.py", "");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        using Arguments = std::vector<std::vector<std::string>>;
        QCOMPARE(problem->generation.recipes[0].validatorArguments, (Arguments{{"--large"}, {"--large"}}));
        QCOMPARE(problem->generation.recipes[1].validatorArguments, (Arguments{{"--odd"}, {}}));
    }

    void readsGroupFilesOfOlderPackages() {
        const auto package = packageWith("data:\n  secret:\n    testdata.yaml: {on_reject: continue}\n"
                                         "    data: {a: {in: '1'}}\n",
                                         "type: scoring\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QVERIFY(problem->tree.rules == ScoringRules::Legacy);
        QVERIFY(!problem->tree.groups.back().stopsAtFailure);
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const std::string& yaml, const char* error) {
            QTest::newRow(name) << QString::fromStdString(yaml) << QString::fromUtf8(error);
        };
        row("no map", "- a\n", "1: the file is a list; write lines of the form");
        row("broken", "data: [\n", "1: not valid YAML");
        row("roots as list", "data: [{secret: {}}]\n", "1: data is no map; write \"sample:\" and \"secret:\" below it");
        row("no group", "data:\n  secret: gen.py 1\n", "2: data.secret is no group; write \"data:\" below it");
        row("no input", secret("a: {ans: x}\n"),
            "4: data/secret/a has no input; write a command, or \"generate:\", \"copy:\" or \"in:\"");
        row("empty case", secret("a:\n"), "4: data/secret/a has no input;");
        row("copy of nothing", secret("a: {copy: manual/none}\n"),
            "4: there is no generators/manual/none.in to copy; correct the name, which is a path below generators/, or "
            "add the file");
        row("absolute generator", secret("a: /bin/sh -c x\n"),
            "4: \"/bin/sh\" is an absolute path; name a generator by its path below generators/");
        row("missing generator", secret("a: none.py 1\n"), "4: generators/none.py: there is no such file; add it");
        row("generator outside", secret("a: ../../secret.py\n"), "4: generators/../../secret.py: this path leads out");
        row("bad name", secret("a/b: gen.py 1\n"), "4: \"a/b\" cannot be the name of a case or group;");
        row("hidden name", secret(".a: gen.py 1\n"), "4: \".a\" cannot be the name of a case or group;");
        row("way up", secret("..: {data: {a: gen.py 1}}\n"), "4: \"..\" cannot be the name of a case or group;");
        row("two in an item", secret("- {a: gen.py 1, b: gen.py 2}\n"),
            "4: data/secret: an item of a list is one case or group;");
        row("no name in a map", secret("'': gen.py 1\n"), "4: data/secret: a case or group of a map needs a name");
        row("list for a case", secret("a: [gen.py]\n"),
            "4: data/secret/a is a list; write a command, or the keys of a");
        row("bad count", secret("a: {generate: gen.py, count: 0}\n"), "4: count is not from 1 to 100 cases;");
        row("bad solution", "solution: sol.py\n" + secret("a: gen.py 1\n"),
            "1: solution is \"sol.py\"; write its path from the package's folder, such as "
            "/submissions/accepted/sol.py");
        row("missing solution", "solution: /sol.py\n" + secret("a: gen.py 1\n"),
            "1: sol.py: there is no such file; add it");
        row("no solution", "solution:\n" + secret("a: {in: x}\n"),
            "5: data/secret/a has no answer, and no solution may make it; write \"ans:\", or name a solution");
        row("unknown include", "data:\n  secret:\n    include: [a]\n    data: {a: gen.py 1}\n",
            "3: include names \"a\", which doesn't stand before this; write the name of one case or group that stands "
            "before");
        row("include of several",
            "data:\n  sample:\n    data: {a: {in: x}, g: {data: {a: {in: y}}}}\n  secret:\n    include: [a]\n",
            "5: include names \"a\", and there are several of that name;");
        row("include over another",
            "data:\n  sample:\n    data: {a: {in: x}}\n  secret:\n    include: [a]\n    data:\n      a: {in: y}\n",
            "5: data/secret: there is another case of the name a than the one that is included");
        row("generator without files", "generators: {tree: []}\n" + secret("a: tree\n"),
            "1: generators.tree has no files; list them, the one to run first");
        row("bad settings", "data:\n  secret:\n    test_group.yaml:\n      args: {a: b}\n    data: {a: {in: x}}\n",
            "4: args is a map; write a list of texts");
        row("settings of a case", secret("a: {in: x, yaml: [a]}\n"), "4: yaml is a list; write");
        row("text as a list", secret("a: {in: [x]}\n"), "4: in is a list; write one text");
    }

    void saysWhatIsWrong() {
        QFETCH(QString, yaml);
        QFETCH(QString, error);
        const QString said = casesOf(packageWith(yaml.toStdString()));
        QVERIFY2(said.startsWith(QStringLiteral("package.invalid generators/generators.yaml:") + error),
                 qPrintable(said));
    }

    void onlyWarnsWhereDataAreFrozen() {
        const auto package = packageWith(secret("a: {ans: x}\n"));
        package.addCase("data/secret/group/1");
        const Result<Problem> problem = package.load();
        QVERIFY(problem);
        QCOMPARE(problem->cases.size(), std::size_t(1));
        QVERIFY(problem->generation.empty());
        QVERIFY(std::ranges::any_of(problem->warnings, [](const std::string& warning) {
            return warning.starts_with("generators/generators.yaml:4: data/secret/a has no input;") &&
                   warning.ends_with("(nothing is generated; the cases in data/ are used)");
        }));
    }

    void boundsWhatIncludesMultiply() {
        std::string yaml = "data:\n  sample:\n    data: {a: {in: x, count: 100}}\n  secret:\n    data:\n";
        for (int i = 0; i < 2000; ++i) {
            yaml += "      g" + std::to_string(i) + ": {include: [sample], data: {}}\n";
        }
        const QString said = casesOf(packageWith(yaml));
        QVERIFY2(said.endsWith(QStringLiteral("more than 100,000 cases; leave some out")), qPrintable(said.left(200)));
    }
};

QTEST_GUILESS_MAIN(TestGeneratorsYaml)
#include "test_generators_yaml.moc"
