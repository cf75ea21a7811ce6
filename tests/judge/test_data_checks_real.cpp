// SPDX-License-Identifier: GPL-3.0-or-later
// Packages whose validators are good, bad and broken, run on their own data in real boxes.
#include "judge/verify/data_checks.h"
#include "tests/judge/polygon_package.h"
#include "tests/support/fake_box.h"
#include "tests/support/real_judge.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

using Change = std::function<void(const TemporaryPackage&)>;

/// Two whole numbers in a line, not larger than its argument.
constexpr const char* InputValidator = R"(import sys
most = int(sys.argv[1]) if len(sys.argv) > 1 else 100
text = sys.stdin.buffer.read()
words = text.split()
if len(words) != 2 or not all(word.isdigit() and len(word) < 5 for word in words):
    print('not two numbers', file=sys.stderr)
    sys.exit(43)
if any(int(word) > most for word in words):
    print('more than', most, file=sys.stderr)
    sys.exit(1)
sys.exit(42)
)";

/// The one number of the answer.
constexpr const char* OutputValidator = R"(import sys
answer = open(sys.argv[2], 'rb').read().split()
output = sys.stdin.buffer.read().split()
if answer == output:
    sys.exit(42)
open(sys.argv[3] + 'judgemessage.txt', 'w').write('not the sum')
sys.exit(43)
)";

TemporaryPackage complete() {
    TemporaryPackage package = TemporaryPackage::valid();
    package.write("data/secret/1.in", "30 4\n");
    package.write("data/secret/1.ans", "34\n");
    package.write("input_validators/check.py", InputValidator);
    return package;
}

TemporaryPackage withOutputValidator(const std::string& code = OutputValidator) {
    TemporaryPackage package = complete();
    package.write("output_validator/validate.py", code);
    return package;
}

void addOutputTest(const TemporaryPackage& package, const std::string& base, const std::string& output) {
    package.addCase(base);
    package.write(base + ".out", output);
}

std::string joined(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += (finding.severity == Severity::Error ? "error " : "warning ") + textOf(finding) + "\n";
    }
    return text;
}

Change writes(const std::string& file, const std::string& content) {
    return [=](const TemporaryPackage& package) { package.write(file, content); };
}

constexpr const char* Check = "input_validators/check.py";
constexpr const char* Validate = "output_validator/validate.py";

} // namespace

Q_DECLARE_METATYPE(Change)

class TestDataChecksReal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsNothingInGoodPackages();
    void checksInputs_data();
    void checksInputs();
    void givesValidatorsTheFilesOfACase();
    void judgesOutputsByValidators_data();
    void judgesOutputsByValidators();
    void judgesOutputsByComparators_data();
    void judgesOutputsByComparators();
    void triesGarbage_data();
    void triesGarbage();
    void countsWhatCannotBeChecked();
    void givesUpValidatorsThatHang();
    void takesGarbageWorthNothingAsRejected();
    void leavesInteractiveProblemsWithoutOutputs();
    void judgesOnlyTestsOfMultiPassProblems();
    void looksAtSharedDataOnce();
    void leavesOutCasesThatAreYetToBeMade();
    void runsValidatorsThatComeWithTheProblem();
    void callsTestsOfPolygonAsTheyLie();
    void saysWhenNothingCanBeRun();
    void endsWhenStopped();

private:
    std::string check(const TemporaryPackage& package) {
        const Result<Problem> problem = package.load();
        return problem ? check(*problem, package) : "not loaded: " + problem.error().detail;
    }
    std::string check(const Problem& problem, const TemporaryPackage& package) {
        m_progress.clear();
        return joined(checkData(problem, package.path(), m_real->judge->programs(), {},
                                [&](const DataProgress& progress) { m_progress.push_back(progress); }));
    }
    static void addColumns() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<std::string>("findings");
    }
    static void add(const char* name, const Change& change, const std::string& findings) {
        QTest::newRow(name) << change << findings;
    }

    std::unique_ptr<tests::RealJudge> m_real;
    std::vector<DataProgress> m_progress;
};

void TestDataChecksReal::initTestCase() {
    auto started = tests::RealJudge::start();
    QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
    m_real = *std::move(started);
}

void TestDataChecksReal::findsNothingInGoodPackages() {
    QCOMPARE(check(complete()), std::string());
    QCOMPARE(m_progress.size(), std::size_t{4}); // two inputs, two answers
    QCOMPARE(m_progress.back().done, std::size_t{4});
    QCOMPARE(m_progress.back().total, std::size_t{4});
    QCOMPARE(check(withOutputValidator()), std::string());
}

void TestDataChecksReal::checksInputs_data() {
    addColumns();
    const std::string rejected =
        "rejected, so correct the input or the validator: input_validators/check.py ended with "
        "exit code ";
    add("bad input", writes("data/secret/1.in", "30\n"),
        "error data/secret/1.in: " + rejected + "43; it said: not two numbers\n");
    add("input that is too large", writes("data/secret/1.in", "30 400\n"),
        "error data/secret/1.in: " + rejected + "1; it said: more than 100\n");
    add(
        "arguments of a group",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.in", "30 400\n");
            package.write("data/secret/test_group.yaml", "input_validator_args: [\"500\"]\n");
        },
        "");
    add(
        "arguments that generators.yaml gives",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.in", "30 400\n");
            package.write("generators/generators.yaml",
                          "test_group.yaml: {input_validator_args: [\"500\"]}\ndata: {secret: {data: {}}}\n");
        },
        "");
    add(
        "arguments of a case",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.in", "30 400\n");
            package.write("data/secret/test_group.yaml", "input_validator_args: [\"500\"]\n");
            package.write("data/secret/1.yaml", "input_validator_args: [\"300\"]\n");
        },
        "error data/secret/1.in: " + rejected + "1; it said: more than 300\n");
    add(
        "arguments by name",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.in", "30 400\n");
            package.write("data/secret/test_group.yaml", "input_validator_args: {check: [\"500\"], other: [\"1\"]}\n");
        },
        "");
    add(
        "arguments of another",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.in", "30 400\n");
            package.write("data/secret/test_group.yaml", "input_validator_args: {other: [\"500\"]}\n");
        },
        "error data/secret/1.in: " + rejected + "1; it said: more than 100\n");
    add(
        "legacy flags",
        [](const TemporaryPackage& package) {
            package.write("problem.yaml", "name: Sums\n");
            package.write("data/secret/a/1.in", "30 400\n");
            package.write("data/secret/a/1.ans", "430\n");
            package.write("data/testdata.yaml", "input_validator_flags: 500 7\n");
        },
        "");
    add(
        "legacy flags by name",
        [](const TemporaryPackage& package) {
            package.write("problem.yaml", "name: Sums\n");
            package.write("data/secret/1.in", "30 400\n");
            package.write("data/secret/testdata.yaml", "input_validator_flags: {name: check, flags: \"390\"}\n");
        },
        "error data/secret/1.in: " + rejected + "1; it said: more than 390\n");
    add(
        "the submission's arguments follow",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.in", "30 400\n");
            package.write("data/secret/1.yaml", "args: [\"450\"]\n");
        },
        "");
    add("bad arguments", writes("data/secret/test_group.yaml", "input_validator_args: {check: {a: b}}\n"),
        "error data/secret/test_group.yaml:1: input_validator_args.check is a map; write a list of texts\n");
    add("invalid input", writes("data/invalid_input/1.in", "x\n"), "");
    add("invalid input that is none", writes("data/invalid_inputs/deep/1.in", "1 2\n"),
        "error data/invalid_inputs/deep/1.in: no input validator rejects it, and one has to; correct them, or remove "
        "it\n");
    add(
        "invalid input with arguments of its own",
        [](const TemporaryPackage& package) {
            package.write("data/invalid_input/1.in", "1 2\n");
            package.write("data/invalid_input/test_group.yaml", "input_validator_args: [\"1\"]\n");
        },
        "");
    add(
        "two validators",
        [](const TemporaryPackage& package) {
            package.write("input_validators/even.py", "import sys\nsys.exit(42 if sys.stdin.read(1) in '3' else 1)\n");
            package.write("data/invalid_input/1.in", "1 2\n");
        },
        "error data/sample/1.in: rejected, so correct the input or the validator: input_validators/even.py ended with "
        "exit code 1\n");
    add(
        "the old folder",
        [](const TemporaryPackage& package) {
            package.remove("input_validators");
            package.write("input_format_validators/check/main.py", "import sys\nsys.exit(42 if sys.stdin.read() == '' "
                                                                   "else 1)\n");
        },
        "error data/sample/1.in: rejected, so correct the input or the validator: "
        "input_format_validators/check/main.py ended with exit code 1\n"
        "error data/secret/1.in: rejected, so correct the input or the validator: "
        "input_format_validators/check/main.py ended with exit code 1\n"
        "warning input_format_validators/check/main.py: accepts an empty file as an input; make it reject what is no "
        "input of this problem\n");
    add("validator that hangs",
        writes("input_validators/check.py", "import os, sys\nsys.stdin.read()\nos.kill(os.getpid(), 9)\n"),
        "error data/sample/1.in: rejected, so correct the input or the validator: input_validators/check.py was ended "
        "by signal 9\n"
        "error data/secret/1.in: rejected, so correct the input or the validator: input_validators/check.py was ended "
        "by signal 9\n");
    add(
        "other languages",
        [](const TemporaryPackage& package) {
            package.write("input_validators/a.ctd", "INT(1, 100)\n");
            package.write("input_validators/b.viva", "{ x; }\n");
        },
        "warning input_validators/a.ctd: Checktestdata is not supported here, so this validator is not run; add one "
        "that is a program\n"
        "warning input_validators/b.viva: Viva is not supported here, so this validator is not run; add one that is a "
        "program\n");
    add(
        "input that is empty",
        [](const TemporaryPackage& package) {
            package.write("input_validators/check.py", "import sys\nsys.exit(42 if not sys.stdin.buffer.read() or "
                                                       "sys.argv[1:] else 1)\n");
            package.write("data/sample/1.in", "");
            package.write("data/secret/1.in", "");
        },
        "");
    add("accepts everything", writes("input_validators/check.py", "exit(42)\n"),
        std::string("warning ") + Check +
            ": accepts 1 KiB of random bytes as an input; make it reject what is no input of this problem\n"
            "warning " +
            Check +
            ": accepts 200 random characters as an input; make it reject what is no input of this problem\n"
            "warning " +
            Check +
            ": accepts a number of 400 digits as an input; make it reject what is no input of this problem\n"
            "warning " +
            Check + ": accepts an empty file as an input; make it reject what is no input of this problem\n");
}

void TestDataChecksReal::checksInputs() {
    QFETCH(Change, change);
    const TemporaryPackage package = complete();
    change(package);
    QTEST(check(package), "findings");
}

void TestDataChecksReal::givesValidatorsTheFilesOfACase() {
    const TemporaryPackage package = complete();
    package.write("input_validators/check.py",
                  "import sys\nwords = sys.stdin.read().split()\n"
                  "sys.exit(42 if words == ['1', '2'] or words == open('maps/one.txt').read().split() else 1)\n");
    package.write("data/secret/1.files/maps/one.txt", "30 4\n");
    QCOMPARE(check(package), std::string());
}

void TestDataChecksReal::judgesOutputsByValidators_data() {
    addColumns();
    add("shown answer", writes("data/sample/1.ans", "3 or so\n"), "");
    add(
        "answer of a sample that is wrong",
        [](const TemporaryPackage& package) {
            package.write(Validate, "import sys\nsys.exit(42 if sys.stdin.read() in ('34\\n', '3.0\\n') else 43)\n");
        },
        std::string("error data/sample/1.ans: ") + Validate +
            " rejects the answer as an output; correct one of them\n");
    add(
        "another output is shown",
        [](const TemporaryPackage& package) {
            package.write(Validate, "import sys\nsys.exit(42 if sys.stdin.read() in ('34\\n', '3.0\\n') else 43)\n");
            package.write("data/sample/1.out", "3.0\n");
        },
        std::string("warning data/sample/1.ans: ") + Validate +
            " rejects the answer as an output; correct one of them, unless the answer is not meant to be an output\n");
    add("wrong output is shown", writes("data/sample/1.out", "4\n"),
        std::string("error data/sample/1.out: ") + Validate +
            " rejects this output, and has to accept it; correct one of them; it says: not the sum\n");
    add(
        "answer of a secret case",
        [](const TemporaryPackage& package) {
            package.write(Validate, "import sys\nsys.exit(42 if sys.stdin.read() == '3\\n' else 43)\n");
        },
        std::string("warning data/secret/1.ans: ") + Validate +
            " rejects the answer as an output; correct one of them, unless the answer is not meant to be an output\n");
    add(
        "valid and invalid outputs",
        [](const TemporaryPackage& package) {
            addOutputTest(package, "data/valid_output/1", "3");
            addOutputTest(package, "data/valid_output/2", "4");
            addOutputTest(package, "data/invalid_output/1", "4");
            addOutputTest(package, "data/invalid_output/2", " 3 ");
        },
        std::string("error data/invalid_output/2.out: ") + Validate +
            " accepts this output, and has to reject it; correct one of them\n"
            "error data/valid_output/2.out: " +
            Validate + " rejects this output, and has to accept it; correct one of them; it says: not the sum\n");
    add(
        "input of a test of outputs",
        [](const TemporaryPackage& package) {
            addOutputTest(package, "data/valid_output/1", "3");
            package.write("data/valid_output/1.in", "x\n");
        },
        "error data/valid_output/1.in: rejected, so correct the input or the validator: input_validators/check.py "
        "ended with exit code 43; it said: not two numbers\n");
    add(
        "arguments of a test",
        [](const TemporaryPackage& package) {
            package.write(Validate, "import sys\n"
                                    "words = sys.argv[4:]\n"
                                    "output = sys.stdin.buffer.read().split()\n"
                                    "right = open(sys.argv[2], 'rb').read().split() == output\n"
                                    "sys.exit(42 if right or words and words[0].encode() in output else 43)\n");
            addOutputTest(package, "data/valid_output/1", "17");
            package.write("data/valid_output/1.yaml", "output_validator_args: [\"17\"]\n");
            addOutputTest(package, "data/invalid_output/1", "18");
            package.write("data/invalid_output/test_group.yaml", "output_validator_args: [\"18\"]\n");
        },
        std::string("error data/invalid_output/1.out: ") + Validate +
            " accepts this output, and has to reject it; correct one of them\n");
    add("validator that does not compile", writes(Validate, "import (\n"),
        "error output_validator/validate.py: cannot be built (Python 3): the compiler refuses it:\nFile \"main.py\", "
        "line "
        "1\n    import (\n           ^\nSyntaxError: invalid syntax\n");
    add(
        "validator in no language",
        [](const TemporaryPackage& package) {
            package.remove("output_validator");
            package.write("output_validator/validate.cobol", "STOP RUN.\n");
            package.write("input_validators/other.cobol", "STOP RUN.\n");
        },
        "warning input_validators/other.cobol: cannot be built: no file of it has the extension of a language that is "
        "known here\n"
        "warning output_validator/validate.cobol: cannot be built: no file of it has the extension of a language that "
        "is "
        "known here\n");
}

void TestDataChecksReal::judgesOutputsByValidators() {
    QFETCH(Change, change);
    const TemporaryPackage package = withOutputValidator();
    change(package);
    QTEST(check(package), "findings");
}

void TestDataChecksReal::judgesOutputsByComparators_data() {
    addColumns();
    add(
        "valid and invalid outputs",
        [](const TemporaryPackage& package) {
            addOutputTest(package, "data/valid_output/1", " 3");
            addOutputTest(package, "data/invalid_output/1", "4");
        },
        "");
    add(
        "wrong ones",
        [](const TemporaryPackage& package) {
            addOutputTest(package, "data/valid_output/1", "3.0001");
            addOutputTest(package, "data/invalid_output/1", "3");
        },
        "error data/invalid_output/1.out: the comparator tokens accepts this output, and has to reject it; correct one "
        "of them\n"
        "error data/valid_output/1.out: the comparator tokens rejects this output, and has to accept it; correct one "
        "of "
        "them\n");
    add(
        "with a tolerance",
        [](const TemporaryPackage& package) {
            addOutputTest(package, "data/valid_output/1", "3.0001");
            package.write("data/valid_output/test_group.yaml", "output_validator_args: [float_tolerance, 1e-3]\n");
        },
        "");
}

void TestDataChecksReal::judgesOutputsByComparators() {
    QFETCH(Change, change);
    const TemporaryPackage package = complete();
    change(package);
    QTEST(check(package), "findings");
}

void TestDataChecksReal::triesGarbage_data() {
    QTest::addColumn<std::string>("validator");
    QTest::addColumn<std::string>("findings");
    QTest::newRow("accepts everything")
        << std::string("exit(42)\n")
        << std::string("error ") + Validate +
               ": accepts whatever it is given as an output; make it reject what is wrong\n";
    QTest::newRow("does not look behind the answer")
        << std::string("import sys\n"
                       "answer = open(sys.argv[2], 'rb').read().split()\n"
                       "sys.exit(42 if sys.stdin.buffer.read().split()[:len(answer)] == answer else 43)\n")
        << std::string("warning ") + Validate +
               ": accepts the answer with a word behind it as an output of each case on which that was tried (2); make "
               "it reject what is wrong\n";
    QTest::newRow("counts no words")
        << std::string("import sys\n"
                       "answer = open(sys.argv[2], 'rb').read().split()\n"
                       "output = sys.stdin.buffer.read().split()\n"
                       "sys.exit(42 if output and output == answer[:len(output)] else 43)\n")
        << std::string("warning ") + Validate +
               ": accepts half of the answer's words as an output of each case on which that was tried (1); make it "
               "reject what is wrong\n";
    QTest::newRow("crashes without a number")
        << std::string("import sys\n"
                       "text = sys.stdin.read()\n"
                       "if not text: sys.exit(7)\n"
                       "sys.exit(42 if text == open(sys.argv[2]).read() else 43)\n")
        << std::string("error ") + Validate +
               ": has to accept or reject whatever it is given, and did neither: output_validator/validate.py on "
               "data/sample/1, given an empty file: exit code 7 is neither 42 (accepted) nor 43 (rejected)\n";
}

void TestDataChecksReal::triesGarbage() {
    QFETCH(std::string, validator);
    const TemporaryPackage package = withOutputValidator(validator);
    package.write("data/secret/1.ans", "34 and no more\n");
    QTEST(check(package), "findings");
}

void TestDataChecksReal::countsWhatCannotBeChecked() {
    const TemporaryPackage package = withOutputValidator("import (\n");
    package.write("input_validators/check.py", "import (\n");
    check(package);
    QCOMPARE(m_progress.back().total, std::size_t{4});
    QCOMPARE(m_progress.back().done, std::size_t{4});
}

void TestDataChecksReal::givesUpValidatorsThatHang() {
    const TemporaryPackage package = withOutputValidator("while True:\n    pass\n");
    package.write("input_validators/check.py", "while True:\n    pass\n");
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {validation_time: 1}\n");
    for (int i = 2; i < 8; ++i) {
        package.write("data/secret/" + std::to_string(i) + ".in", std::to_string(i) + " 0\n");
        package.write("data/secret/" + std::to_string(i) + ".ans", std::to_string(i) + "\n");
    }
    DataAllowance allowance;
    allowance.inputValidators.cpuTime = std::chrono::milliseconds(100);
    const Problem problem = package.load().value();
    const auto findings = checkData(problem, package.path(), m_real->judge->programs(), {}, {}, allowance);
    const auto count = [&](const std::string& part) {
        return std::ranges::count_if(
            findings, [&](const Finding& finding) { return finding.message.find(part) != std::string::npos; });
    };
    const std::string givenUp = "did not end in time 3 times, so it was not run on all that it should be; make it "
                                "faster";
    QCOMPARE(count(givenUp), 2);
    QVERIFY(count("check.py did not end in time") >= 3 && count("check.py did not end in time") <= 4); // two at once
}

void TestDataChecksReal::takesGarbageWorthNothingAsRejected() {
    const TemporaryPackage package = withOutputValidator("import sys\n"
                                                         "right = sys.stdin.buffer.read().split() == "
                                                         "open(sys.argv[2], 'rb').read().split()\n"
                                                         "open(sys.argv[3] + 'score_multiplier.txt', 'w').write("
                                                         "'1' if right else '0')\n"
                                                         "sys.exit(42)\n");
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\ntype: scoring\n");
    QCOMPARE(check(package), std::string());
}

void TestDataChecksReal::leavesInteractiveProblemsWithoutOutputs() {
    const TemporaryPackage package = withOutputValidator("exit(1)\n");
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\ntype: interactive\n");
    QCOMPARE(check(package), std::string());
    QCOMPARE(m_progress.size(), std::size_t{2});
}

void TestDataChecksReal::judgesOnlyTestsOfMultiPassProblems() {
    const TemporaryPackage package = withOutputValidator("exit(43)\n");
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\ntype: multi-pass\n");
    addOutputTest(package, "data/valid_output/1", "3");
    QCOMPARE(check(package), std::string("error data/valid_output/1.out: ") + Validate +
                                 " rejects this output, and has to accept it; correct one of them\n");
}

void TestDataChecksReal::looksAtSharedDataOnce() {
    const TemporaryPackage package = complete();
    package.write("data/secret/1.in", "1000 1\n");
    package.link("1.in", "data/secret/2.in");
    package.link("1.ans", "data/secret/2.ans");
    QCOMPARE(check(package), std::string("error data/secret/1.in: rejected, so correct the input or the validator: "
                                         "input_validators/check.py ended with exit code 1; it said: more than 100\n"));
    QCOMPARE(m_progress.back().total, std::size_t{4});
}

void TestDataChecksReal::leavesOutCasesThatAreYetToBeMade() {
    const TemporaryPackage package = complete();
    Problem problem = package.load().value();
    TestCase test;
    test.name = "secret/made";
    problem.cases.push_back(test);
    CaseRecipe recipe;
    recipe.name = test.name;
    problem.generation.recipes.push_back(recipe);
    QCOMPARE(check(problem, package), std::string());
    QCOMPARE(m_progress.back().total, std::size_t{4});
}

void TestDataChecksReal::runsValidatorsThatComeWithTheProblem() {
    const TemporaryPackage package = complete();
    package.remove("input_validators");
    package.write("files/validator.py", "import sys\nsys.exit(0 if sys.stdin.read() == '1 2\\n' else 3)\n");
    Problem problem = package.load().value();
    CheckerSpec validator;
    validator.kind = CheckerKind::Testlib;
    validator.name = "files/validator.py";
    validator.path = package.path() / validator.name;
    validator.root = package.path();
    problem.generation.inputValidators.push_back(validator);
    QCOMPARE(check(problem, package), std::string("error data/secret/1.in: rejected, so correct the input or the "
                                                  "validator: files/validator.py ended with exit code 3\n"));
}

void TestDataChecksReal::callsTestsOfPolygonAsTheyLie() {
    PolygonPackage package;
    package.write("files/validator.cpp",
                  "#include <iostream>\nint main() { int a, b; return std::cin >> a >> b && a < 5 "
                  "? 0 : 3; }\n");
    package.assets = R"(<validators><validator><source path="files/validator.cpp" type="cpp.g++17"/></validator>)"
                     R"(</validators>)";
    package.writeXml();
    QCOMPARE(check(package), std::string("error tests/02: rejected, so correct the input or the validator: "
                                         "files/validator.cpp ended with exit code 3\n"));
}

/// No program of a package is to blame for a machine without boxes.
void TestDataChecksReal::saysWhenNothingCanBeRun() {
    tests::FakeBoxSource boxes([](const sandbox::LaunchSpec&, std::stop_token) -> Result<sandbox::Outcome> {
        return fail("sandbox.helper-missing", "grindstone-sandbox: there is none");
    });
    Judge judge(boxes, {}, m_real->languages, {2, {}});
    const TemporaryPackage package = withOutputValidator();
    const Problem problem = package.load().value();
    const std::vector<Finding> findings = checkData(problem, package.path(), judge.programs(), {});
    QCOMPARE(joined(findings),
             std::string("error the data could not be checked to the end: grindstone-sandbox: there is "
                         "none\n"));
}

void TestDataChecksReal::endsWhenStopped() {
    const TemporaryPackage package = complete();
    package.write("data/secret/1.in", "x\n");
    std::stop_source stop;
    stop.request_stop();
    const Problem problem = package.load().value();
    QCOMPARE(joined(checkData(problem, package.path(), m_real->judge->programs(), stop.get_token())), std::string());
    std::stop_source later;
    const auto stopAtOnce = [&](const DataProgress&) { later.request_stop(); };
    const auto findings = checkData(problem, package.path(), m_real->judge->programs(), later.get_token(), stopAtOnce);
    QVERIFY(findings.size() <= 1);
}

QTEST_GUILESS_MAIN(TestDataChecksReal)
#include "test_data_checks_real.moc"
