// SPDX-License-Identifier: GPL-3.0-or-later
// Packages whose cases are described by `generators` of grindstone.yaml.
#include "judge/package/generator_command.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

TemporaryPackage packageWith(const std::string& yaml) {
    auto package = TemporaryPackage::valid();
    package.write("generators/gen.py", "print(1, 2)\n");
    package.write("submissions/accepted/a.py", "print(3)\n");
    package.write("grindstone.yaml", yaml);
    return package;
}

std::string errorOf(const std::string& yaml) {
    const Result<Problem> problem = packageWith(yaml).load();
    return problem ? std::string("none") : problem.error().code + " " + problem.error().detail;
}

} // namespace

class TestOwnGenerators : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCases() {
        const Result<Problem> problem = packageWith("generators:\n  salt: s\n  cases:\n"
                                                    "    secret/02-small: generators/gen.py {seed} {name}\n"
                                                    "    secret/03: {run: 'generators/gen.py {count}', count: 2}\n"
                                                    "    secret/g/1: {input: \"1 2\\n\", answer: \"3\\n\"}\n"
                                                    "    sample/2: {input: '5'}\n")
                                            .load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        std::vector<std::string> names;
        for (const TestCase& testCase : problem->cases) {
            names.push_back(testCase.name);
        }
        QCOMPARE(names, (std::vector<std::string>{"sample/1", "sample/2", "secret/02-small", "secret/03-1",
                                                  "secret/03-2", "secret/1", "secret/g/1"}));
        const std::vector<CaseRecipe>& recipes = problem->generation.recipes;
        QCOMPARE(recipes.size(), std::size_t(5));
        QCOMPARE(recipes[0].text, std::string("5"));
        QCOMPARE(
            recipes[1].arguments,
            (std::vector<std::string>{std::to_string(seedFrom("s/secret/02-small:generators/gen.py {seed} {name}")),
                                      "secret/02-small"}));
        QCOMPARE(recipes[1].place, std::string("grindstone.yaml:4"));
        QCOMPARE(recipes[3].arguments, (std::vector<std::string>{"2"}));
        QCOMPARE(recipes[4].answerText, std::string("3\n"));
        QCOMPARE(problem->generation.programs.size(), std::size_t(1));
        QVERIFY(problem->warnings.empty());
    }

    void answersInputsThatLieInData() {
        const auto package = packageWith("generators: {solution: submissions/accepted/a.py}\n");
        package.write("data/secret/2.in", "1 1\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(problem->generation.recipes.size(), std::size_t(1));
        QCOMPARE(problem->generation.recipes[0].name, std::string("secret/2"));
        QVERIFY(problem->generation.recipes[0].input == CaseRecipe::Input::File);
        QCOMPARE(problem->generation.solution->program.name, std::string("submissions/accepted/a.py"));
    }

    void takesThePlaceOfGeneratorsYaml() {
        const auto package = packageWith("generators: {cases: {secret/2: generators/gen.py}}\n");
        package.write("generators/generators.yaml", "data: {secret: {data: {x: gen.py}}}\n");
        QCOMPARE(package.load()->cases.size(), std::size_t(3));
    }

    void saysWhatIsWrong() {
        const std::string place = "package.invalid grindstone.yaml:";
        QCOMPARE(errorOf("generators: [a]\n"),
                 place + "1: generators is a list; write lines of the form \"key: value\"");
        QCOMPARE(errorOf("generators:\n  cases: [a]\n"),
                 place + "2: generators.cases is a list; write lines of the form \"key: value\"");
        for (const char* name : {"1", "secret/", "secret/a//b", "other/1", "secret/../1", "secret/.a", "secret/a b"}) {
            const std::string error = errorOf("generators:\n  cases:\n    '" + std::string(name) + "': {input: x}\n");
            QVERIFY2(error.starts_with(place + "3: \"" + name +
                                       "\" cannot be the name of a case; write one such as "
                                       "secret/01-small,"),
                     error.c_str());
        }
        QCOMPARE(errorOf("generators:\n  cases:\n    secret/a: {answer: x}\n"),
                 place + "3: secret/a has no input; write either \"run:\" with a command or \"input:\" with a text");
        QCOMPARE(errorOf("generators:\n  cases:\n    secret/a: {run: x, input: x}\n"),
                 place + "3: secret/a has both \"run\" and \"input\"; write either \"run:\" with a command or "
                         "\"input:\" with a text");
        QCOMPARE(errorOf("generators:\n  cases:\n    secret/a: none.py\n"),
                 place + "3: none.py: there is no such file; add it");
        QCOMPARE(errorOf("generators:\n  solution: none.py\n  cases:\n    secret/a: {input: x}\n"),
                 place + "2: none.py: there is no such file; add it");
        QVERIFY(errorOf("generators:\n  cases:\n    secret/a: ../../../etc/passwd\n").starts_with(place + "3: "));
    }

    void warnsOfUnknownKeys() {
        const Result<Problem> problem =
            packageWith("generators:\n  seed: 1\n  cases:\n    secret/a: {input: x, output: y}\n").load();
        QVERIFY(problem);
        QCOMPARE(problem->warnings.size(), std::size_t(2));
        QVERIFY(problem->warnings[0].starts_with("grindstone.yaml:2: "));
        QVERIFY(problem->warnings[1].starts_with("grindstone.yaml:4: "));
    }
};

QTEST_GUILESS_MAIN(TestOwnGenerators)
#include "test_own_generators.moc"
