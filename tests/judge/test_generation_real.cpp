// SPDX-License-Identifier: GPL-3.0-or-later
// Cases that are made by a package's own programs, in real boxes.
#include "judge/engine/program_runner.h"
#include "judge/package/generator_command.h"
#include "tests/core/folder.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <QtTest>

#include <fstream>
#include <thread>

using namespace grindstone;
using namespace grindstone::judge;

namespace fs = std::filesystem;

namespace {

using Recipe = CaseRecipe;

constexpr const char* Solution = "a, b = map(int, input().split())\nprint(a + b)\n";
constexpr const char* Generator = "import sys\nprint(sys.argv[1], sys.argv[2])\n";
/// Only numbers up to its argument, 100 without one.
constexpr const char* Validator = "import sys\nmost = int(sys.argv[1]) if len(sys.argv) > 1 else 100\n"
                                  "ok = all(0 <= int(x) <= most for x in sys.stdin.read().split())\n"
                                  "print('too large' if not ok else '', file=sys.stderr)\nsys.exit(42 if ok else 43)\n";

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A package "sums" with programs, and the problem that it is: cases by recipes.
struct Sums {
    TemporaryPackage package;
    Problem problem;

    Sums() {
        package.write("solution.py", Solution);
        package.write("gen.py", Generator);
        package.write("validate.py", Validator);
        problem.slug = "sums";
        problem.folder = package.path();
        problem.generation.programs = {program("gen.py")};
        problem.generation.solution = SolutionSpec{program("solution.py"), {}};
    }

    PackageProgram program(const std::string& path) const { return {path, package.path() / path, package.path(), {}}; }
    void useGenerator(const std::string& source) const { package.write("gen.py", source); }
    void useSolution(const std::string& source) const { package.write("solution.py", source); }
    void useValidator() {
        problem.generation.inputValidators = {CheckerSpec(CheckerKind::Icpc, program("validate.py"))};
    }

    Recipe& add(const std::string& name, Recipe recipe) {
        TestCase testCase;
        testCase.name = name;
        testCase.sample = name.starts_with("sample/");
        problem.cases.push_back(testCase);
        recipe.name = name;
        recipe.place = "recipes:" + std::to_string(problem.cases.size());
        problem.generation.recipes.push_back(std::move(recipe));
        return problem.generation.recipes.back();
    }
    Recipe& addGenerated(const std::string& name, std::vector<std::string> arguments) {
        Recipe recipe;
        recipe.input = Recipe::Input::Program;
        recipe.program = 0;
        recipe.arguments = std::move(arguments);
        return add(name, std::move(recipe));
    }
    Recipe& addText(const std::string& name, const std::string& text) {
        Recipe recipe;
        recipe.input = Recipe::Input::Text;
        recipe.text = text;
        return add(name, std::move(recipe));
    }
};

} // namespace

class TestGenerationReal : public QObject {
    Q_OBJECT

    test::Folder m_cache;
    std::unique_ptr<tests::RealJudge> m_real;

    /// How the last completion went.
    GenerationProgress m_last;
    std::vector<std::size_t> m_done;

    Result<Problem> complete(const Sums& sums, std::stop_token stop = {}) {
        m_last = {};
        m_done.clear();
        return m_real->judge->complete(
            sums.problem,
            [this](const GenerationProgress& progress) {
                m_last = progress;
                m_done.push_back(progress.done);
            },
            std::move(stop));
    }
    /// Inputs and answers, or the error.
    std::string made(const Sums& sums) {
        const Result<Problem> problem = complete(sums);
        if (!problem) {
            return problem.error().code + " " + problem.error().detail;
        }
        std::string all;
        for (const TestCase& testCase : problem->cases) {
            all += contentOf(testCase.inputPath) + "> " + contentOf(testCase.answerPath);
        }
        return all;
    }
    Report submit(const Sums& sums, Mode mode = Mode::Submit) {
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(sums.problem);
        request.problemId = "sums";
        request.language = "python3";
        request.sources = {{"main.py", Solution}};
        request.mode = mode;
        return m_real->judge->judge(request, {}, {});
    }

private Q_SLOTS:
    void initTestCase() {
        auto real = tests::RealJudge::start({2, m_cache.path()});
        if (!real) {
            QSKIP(real.error().detail.c_str());
        }
        m_real = *std::move(real);
    }

    void makesInputsAndAnswers() {
        Sums sums;
        sums.useValidator();
        sums.addGenerated("secret/1", {"1", "2"});
        sums.addText("secret/2", "3 4\n");
        QCOMPARE(made(sums), std::string("1 2\n> 3\n3 4\n> 7\n"));
        QCOMPARE(m_done, (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(m_last.total, std::size_t(2));
    }

    void takesFromTheCacheWhatHasNotChanged() {
        Sums sums;
        sums.addGenerated("secret/1", {"20", "1"});
        sums.addGenerated("secret/2", {"20", "2"});
        const std::string first = made(sums);
        QCOMPARE(m_last.total, std::size_t(2));
        QCOMPARE(made(sums), first);
        QVERIFY(m_done.empty());
        sums.problem.generation.recipes[1].arguments[1] = "3";
        QCOMPARE(made(sums), std::string("20 1\n> 21\n20 3\n> 23\n"));
        QCOMPARE(m_last.total, std::size_t(1));
        QCOMPARE(m_last.kept, std::size_t(1));
    }

    void makesAgainWhatDependsOnAChange_data() {
        QTest::addColumn<int>("changed");
        QTest::newRow("generator") << 0;
        QTest::newRow("solution") << 1;
        QTest::newRow("validator") << 2;
        QTest::newRow("the validator's arguments") << 3;
        QTest::newRow("arguments of the case") << 4;
        QTest::newRow("constants") << 5;
    }

    void makesAgainWhatDependsOnAChange() {
        QFETCH(int, changed);
        Sums sums;
        sums.useValidator();
        sums.addGenerated("secret/1", {"30", "{{n}}"});
        sums.useGenerator(std::string(Generator) + "# {{n}} " + std::to_string(changed) + "\n");
        sums.problem.generation.recipes[0].arguments[1] = "1";
        QCOMPARE(made(sums), std::string("30 1\n> 31\n"));
        QCOMPARE(m_last.total, std::size_t(1));
        switch (changed) {
        case 0:
            sums.useGenerator("print(5, 6)\n");
            break;
        case 1:
            sums.useSolution("print('changed')\n");
            break;
        case 2:
            sums.package.write("validate.py", std::string(Validator) + "# other\n");
            break;
        case 3:
            sums.problem.generation.recipes[0].validatorArguments = {{"50"}};
            break;
        case 4:
            sums.problem.cases[0].arguments = {"-v"};
            break;
        case 5:
            sums.problem.generation.programs[0].constants = {{"n", "12"}};
            break;
        default:
            QFAIL("unknown row");
        }
        const std::string again = made(sums);
        QCOMPARE(m_last.total, std::size_t(1));
        QCOMPARE(again, std::string(changed == 0   ? "5 6\n> 11\n"
                                    : changed == 1 ? "30 1\n> changed\n"
                                                   : "30 1\n> 31\n"));
        QVERIFY(complete(sums));
        QVERIFY(m_done.empty());
    }

    void passesOverValidatorsThatCannotRunHere() {
        Sums sums;
        sums.package.write("validate.nolanguage", "x");
        sums.problem.generation.inputValidators = {CheckerSpec(CheckerKind::Icpc, sums.program("validate.nolanguage"))};
        sums.addText("secret/1", "500 1\n");
        QCOMPARE(made(sums), std::string("500 1\n> 501\n"));
    }

    void passesOverValidatorsThatCannotBeRead() {
        Sums sums;
        sums.package.write("check/main.py", Validator);
        sums.package.link("/etc/hostname", "check/shared.py");
        sums.problem.generation.inputValidators = {CheckerSpec(CheckerKind::Icpc, sums.program("check"))};
        sums.addText("secret/1", "500 1\n");
        QCOMPARE(made(sums), std::string("500 1\n> 501\n"));
    }

    void passesOverValidatorsThatDoNotCompile() {
        Sums sums;
        sums.package.write("validate.c", "#include \"left out.h\"\n");
        sums.problem.generation.inputValidators = {CheckerSpec(CheckerKind::Icpc, sums.program("validate.c"))};
        sums.addText("secret/1", "500 1\n");
        sums.addText("secret/2", "500 2\n");
        QCOMPARE(made(sums), std::string("500 1\n> 501\n500 2\n> 502\n"));
    }

    void takesFilesThatAGeneratorLeaves() {
        Sums sums;
        sums.useGenerator("import sys\nopen('t.in', 'w').write('1 1\\n')\n"
                          "if len(sys.argv) > 1: open('t.ans', 'w').write('left\\n')\nprint('ignored')\n");
        for (const std::vector<std::string>& arguments : {std::vector<std::string>{}, {"answer"}}) {
            Recipe& recipe = sums.addGenerated("secret/" + std::to_string(arguments.size()), arguments);
            recipe.file = "t.in";
            recipe.answerFile = "t.ans";
        }
        QCOMPARE(made(sums), std::string("1 1\n> 2\n1 1\n> left\n"));
    }

    void wantsTheAnswerThatAGeneratorShouldLeave() {
        Sums sums;
        sums.problem.generation.solution.reset();
        Recipe& recipe = sums.addGenerated("secret/1", {"60", "1"});
        recipe.answer = Recipe::Answer::Left;
        recipe.answerFile = "t.ans";
        QCOMPARE(made(sums), std::string("cases.not-made recipes:1: secret/1: the generator left no answer in t.ans, "
                                         "and there is no solution"));
    }

    void answersWhatThePackageBrings() {
        Sums sums;
        sums.package.write("data/1.in", "8 9\n");
        sums.add("secret/1", {});
        sums.problem.cases[0].inputPath = sums.package.path() / "data/1.in";
        QCOMPARE(made(sums), std::string("8 9\n> 17\n"));
        sums.package.write("data/1.in", "8 8\n");
        QCOMPARE(made(sums), std::string("8 8\n> 16\n"));
        QCOMPARE(complete(sums)->cases[0].inputPath, sums.package.path() / "data/1.in");
    }

    void givesAnswersInOtherWays() {
        Sums sums;
        sums.problem.generation.solution.reset();
        Recipe& text = sums.addText("secret/1", "1 2\n");
        text.answer = Recipe::Answer::Text;
        text.answerText = "three\n";
        sums.addText("secret/2", "2 2\n").answer = Recipe::Answer::Empty;
        sums.package.write("other.py", "print('other')\n");
        sums.problem.generation.otherSolutions = {{sums.program("other.py"), {}}};
        sums.addText("secret/3", "3 2\n").otherSolution = 0;
        QCOMPARE(made(sums), std::string("1 2\n> three\n2 2\n> 3 2\n> other\n"));
    }

    void asksTheFirstSolutionThatCanBeBuilt() {
        Sums sums;
        sums.problem.generation.solution.reset();
        sums.package.write("first.nolanguage", "x");
        sums.addText("secret/1", "1 2\n");
        sums.problem.generation.solutions = {{sums.program("first.nolanguage"), {}}, {sums.program("solution.py"), {}}};
        QCOMPARE(made(sums), std::string("1 2\n> 3\n"));
        sums.problem.generation.solutions.pop_back();
        QCOMPARE(made(sums), std::string("cases.not-made recipes:1: secret/1: first.nolanguage: it is in no language "
                                         "that is known here"));
    }

    void saysWhatFailed_data() {
        QTest::addColumn<QString>("generator");
        QTest::addColumn<QString>("solution");
        QTest::addColumn<QString>("error");
        const QString good = QString::fromUtf8(Solution);
        const QString fine = QStringLiteral("print(1, 2)\n");
        QTest::newRow("generator fails") << QStringLiteral(
                                                "import sys\nprint('no such n', file=sys.stderr)\nsys.exit(3)\n")
                                         << good
                                         << QStringLiteral("gen.py 1 2 ended with exit code 3; it said: no such n");
        QTest::newRow("generator crashes")
            << QStringLiteral("import os\nos.abort()\n") << good << QStringLiteral("gen.py 1 2 was ended by signal 6");
        QTest::newRow("generator says nothing")
            << QStringLiteral("pass\n") << good << QStringLiteral("gen.py 1 2 wrote no input");
        QTest::newRow("generator isn't a program")
            << QStringLiteral("def\n") << good << QStringLiteral("gen.py (Python 3): the compiler refuses it:");
        QTest::newRow("input is refused")
            << QStringLiteral("print(1, 101)\n") << good
            << QStringLiteral("the input that gen.py 1 2 wrote isn't valid: validate.py ended with exit code 43; it "
                              "said: too large");
        QTest::newRow("solution fails") << fine << QStringLiteral("import sys\nsys.exit(\"can't\")\n")
                                        << QStringLiteral("there is no answer: solution.py ended with exit code 1; it "
                                                          "said: can't");
        QTest::newRow("solution needs too much")
            << fine << QStringLiteral("x = bytearray(300 << 20)\n")
            << QStringLiteral("there is no answer: solution.py needed more memory than it may have");
        QTest::newRow("solution isn't a program")
            << fine << QStringLiteral("def\n") << QStringLiteral("solution.py (Python 3) does not compile:");
    }

    void saysWhatFailed() {
        QFETCH(QString, generator);
        QFETCH(QString, solution);
        QFETCH(QString, error);
        Sums sums;
        sums.useValidator();
        sums.useGenerator(generator.toStdString());
        sums.useSolution(solution.toStdString());
        sums.problem.limits.memory = Bytes::mib(200);
        sums.addGenerated("secret/1", {"1", "2"});
        const QString said = QString::fromStdString(made(sums));
        QVERIFY2(said.startsWith(QStringLiteral("cases.not-made recipes:1: secret/1: ") + error), qPrintable(said));
    }

    void holdsHostileGenerators_data() {
        QTest::addColumn<QString>("generator");
        QTest::addColumn<QString>("error");
        QTest::newRow("endless output") << QStringLiteral("import sys\nblock = 'x' * (1 << 20)\n"
                                                          "while True: sys.stdout.write(block)\n")
                                        << QStringLiteral("wrote more than it may");
        QTest::newRow("bomb of processes")
            << QStringLiteral("import os\nwhile True:\n    try: os.fork()\n    except OSError: os._exit(7)\n")
            << QStringLiteral("");
        QTest::newRow("outside") << QStringLiteral("open('/etc/grindstone-was-here', 'w')\n")
                                 << QStringLiteral("Error");
        QTest::newRow("network") << QStringLiteral("import socket\n"
                                                   "socket.create_connection(('127.0.0.1', 22), 1)\n")
                                 << QStringLiteral("Error");
        QTest::newRow("link for a file") << QStringLiteral("import os\nos.symlink('/etc/passwd', 't.in')\n")
                                         << QStringLiteral("wrote no input");
    }

    void holdsHostileGenerators() {
        QFETCH(QString, generator);
        QFETCH(QString, error);
        Sums sums;
        sums.useGenerator(generator.toStdString());
        sums.addGenerated("secret/1", {}).file = "t.in";
        const QString said = QString::fromStdString(made(sums));
        QVERIFY2(said.startsWith(QStringLiteral("cases.not-made recipes:1: secret/1: gen.py")), qPrintable(said));
        QVERIFY2(said.contains(error), qPrintable(said));
        QVERIFY(!fs::exists("/etc/grindstone-was-here"));
    }

    void keepsNothingOfWhatFailed() {
        Sums sums;
        sums.addGenerated("secret/1", {"40", "1"});
        sums.addGenerated("secret/2", {"x"});
        QVERIFY(!complete(sums));
        sums.problem.generation.recipes[1].arguments = {"40", "2"};
        QCOMPARE(made(sums), std::string("40 1\n> 41\n40 2\n> 42\n"));
        QVERIFY(m_last.total >= 1);
    }

    void stopsAtOnce() {
        Sums sums;
        sums.useGenerator("while True: pass\n");
        for (int i = 0; i < 5; ++i) {
            sums.addGenerated("secret/" + std::to_string(i), {std::to_string(i)});
        }
        std::stop_source source;
        const std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
            source.request_stop();
        });
        const Result<Problem> problem = complete(sums, source.get_token());
        QVERIFY(!problem);
        QCOMPARE(problem.error().code, std::string("judge.cancelled"));
        QCOMPARE(m_last.done, std::size_t(0));
    }

    void judgesWithWhatIsMade() {
        Sums sums;
        sums.addText("sample/1", "1 1\n");
        sums.addGenerated("secret/1", {"50", "1"});
        const Report first = submit(sums, Mode::Run);
        QVERIFY2(!first.error, first.error ? first.error->detail.c_str() : "");
        QCOMPARE(first.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(first.cases.size(), std::size_t(1));
        const Report all = submit(sums);
        QCOMPARE(all.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(all.cases.size(), std::size_t(2));
    }

    void needsOnlySamplesForARun() {
        Sums sums;
        sums.addText("sample/1", "1 1\n");
        sums.addGenerated("secret/1", {"x"});
        QCOMPARE(submit(sums, Mode::Run).verdict, std::optional(Verdict::Accepted));
        const Report all = submit(sums);
        QCOMPARE(all.verdict, std::optional(Verdict::JudgeError));
        QVERIFY(all.error);
        QCOMPARE(all.error->code, std::string("cases.not-made"));
    }

    void readsAndMakesAWholePackage() {
        const TemporaryPackage package;
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 2}\n");
        package.write("generators/main.py", "import sys\nfrom lib import pair\nprint(*pair(int(sys.argv[1])))\n");
        package.write("generators/lib.py", "def pair(seed):\n    return seed % 40, 1\n");
        package.write("generators/generators.yaml",
                      "generators: {pair: [main.py, lib.py]}\ndata:\n  sample: {data: {'1': {in: 1 2}}}\n"
                      "  secret:\n    test_group.yaml: {input_validator_args: ['50']}\n    data:\n"
                      "      - small: {generate: 'pair {seed}', count: 2}\n      - both: leave.py\n"
                      "    include: ['1']\n");
        package.write("generators/leave.py", "open('testcase.in', 'w').write('50 0\\n')\n"
                                             "open('testcase.ans', 'w').write('fifty\\n')\n");
        package.write("input_validators/check.py", Validator);
        package.write("submissions/accepted/sum.py", Solution);
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        const Result<Problem> whole = m_real->judge->complete(*problem, {}, {});
        QVERIFY2(whole, whole ? "" : whole.error().detail.c_str());
        std::string all;
        for (const TestCase& testCase : whole->cases) {
            all += testCase.name + ": " + contentOf(testCase.inputPath) + contentOf(testCase.answerPath);
        }
        const auto number = [](const char* text) { return seedFrom(text) % 40; };
        const std::uint32_t first = number("pair {seed}");
        const std::uint32_t second = number(":1pair {seed}");
        QCOMPARE(all, "sample/1: 1 2\n3\nsecret/1: 1 2\n3\nsecret/1-small-1: " + std::to_string(first) + " 1\n" +
                          std::to_string(first + 1) + "\nsecret/2-small-2: " + std::to_string(second) + " 1\n" +
                          std::to_string(second + 1) + "\nsecret/3-both: 50 0\nfifty\n");
        QVERIFY(whole->generation.empty());
    }

    void isTheSameForSeveralJudgesAtOnce() {
        auto other = tests::RealJudge::start({2, m_cache.path()});
        QVERIFY(other);
        Sums sums;
        sums.useGenerator("import os\nprint(int.from_bytes(os.urandom(4), 'big'), 1)\n");
        for (int i = 0; i < 6; ++i) {
            sums.addGenerated("secret/" + std::to_string(i), {std::to_string(i)});
        }
        Result<Problem> theirs = fail("none", "");
        {
            const std::jthread thread([&] { theirs = (*other)->judge->complete(sums.problem, {}, {}); });
            const Result<Problem> ours = complete(sums);
            QVERIFY(ours);
        }
        QVERIFY(theirs);
        const Result<Problem> ours = complete(sums);
        QVERIFY(m_done.empty());
        for (std::size_t i = 0; i < ours->cases.size(); ++i) {
            const std::string input = contentOf(ours->cases[i].inputPath);
            QCOMPARE(ours->cases[i].inputPath, theirs->cases[i].inputPath);
            QCOMPARE(std::stoll(input) + 1, std::stoll(contentOf(ours->cases[i].answerPath)));
        }
    }
};

QTEST_GUILESS_MAIN(TestGenerationReal)
#include "test_generation_real.moc"
