// SPDX-License-Identifier: GPL-3.0-or-later
// The judge's orchestration, with fake boxes: what is run, in which order, and what becomes of failures.
#include "judge/engine/judge.h"
#include "judge/language/toolchain.h"
#include "judge/report/capture.h"
#include "tests/support/fake_box.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <set>
#include <thread>

using namespace grindstone;
using namespace grindstone::judge;
using namespace grindstone::tests;
using namespace std::chrono_literals;
using sandbox::Ending;
using sandbox::LaunchSpec;
using sandbox::LimitHit;
using sandbox::Outcome;

class TestJudge : public QObject {
    Q_OBJECT
private:
    using Run = std::function<Result<Outcome>(const std::string& input, std::stop_token stop)>;

    QTemporaryDir m_folder;
    LanguageCatalogue m_languages;
    std::shared_ptr<Problem> m_problem;
    sandbox::Capabilities m_capabilities;

    std::string write(const std::string& name, const std::string& text) {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    void addCases(int count) {
        for (int i = 1; i <= count; ++i) {
            TestCase testCase;
            testCase.name = (i == 1 ? "sample/" : "secret/") + std::to_string(i);
            testCase.sample = i == 1;
            testCase.inputPath = write(std::to_string(i) + ".in", std::to_string(i));
            testCase.answerPath = write(std::to_string(i) + ".ans", std::to_string(i));
            m_problem->cases.push_back(testCase);
        }
    }
    JudgeRequest request() const {
        JudgeRequest request;
        request.problem = m_problem;
        request.problemId = "test/echo";
        request.language = "toy";
        request.sources = {{"mine.toy", "source"}};
        return request;
    }
    static Outcome compiled() {
        Outcome outcome = printed("");
        outcome.collected.push_back({"main", *sandbox::sealedMemory("program", "binary"), Bytes(6)});
        return outcome;
    }
    static Outcome ended(LimitHit limit, std::chrono::milliseconds cpu) {
        Outcome outcome = printed("");
        outcome.ending = Ending::Stopped;
        outcome.limit = limit;
        outcome.cpuUser = cpu;
        return outcome;
    }
    /// Boxes that compile anything and run `run`.
    static FakeBoxSource boxesThatRun(Run run) {
        return FakeBoxSource([run = std::move(run)](const LaunchSpec& spec, std::stop_token stop) -> Result<Outcome> {
            return spec.collect.empty() ? run(inputOf(spec), std::move(stop)) : Result<Outcome>(compiled());
        });
    }
    static Result<Outcome> echo(const std::string& input, std::stop_token) { return printed(input); }
    static QString verdicts(const Report& report) {
        QStringList codes;
        for (const CaseResult& result : report.cases) {
            codes << (result.verdict ? QString::fromStdString(std::string(code(*result.verdict)))
                                     : QStringLiteral("none"));
        }
        return codes.join(QLatin1Char(' '));
    }
    Report judgeWith(FakeBoxSource& boxes, const JudgeRequest& what, unsigned workers = 2,
                     const ProgressSink& progress = {}) {
        Judge judge(boxes, m_capabilities, m_languages, JudgeOptions{workers, {}});
        return judge.judge(what, progress, std::stop_token());
    }
    void verifyJudgeError(const Report& report, const char* code) {
        QVERIFY(report.verdict == Verdict::JudgeError);
        QVERIFY(report.error.has_value());
        QCOMPARE(report.error->code, std::string(code));
        QVERIFY(!report.success());
    }

private Q_SLOTS:
    void initTestCase() {
        write("toy.toml", "id = \"toy\"\nname = \"Toy\"\nextensions = [\".toy\"]\nicpc_codes = [\"toylang\"]\n"
                          "source_name = \"main.toy\"\n[toolchain]\ntools = [\"true\"]\npackage = \"toy\"\n"
                          "version = [\"{tool}\"]\n[compile]\ncommand = [\"{tool}\", \"{program}\", \"{sources}\"]\n"
                          "program = \"main\"\n[run]\ncommand = [\"{program}\"]\ntime_multiplier = 2.0\n"
                          "visible_paths = [\"/opt/toy\"]\n[self_test]\nsource = \"42\"\noutput = \"42\\n\"\n");
        write("absent.toml", "id = \"absent\"\nname = \"Absent\"\nextensions = [\".abs\"]\nsource_name = \"a.abs\"\n"
                             "[toolchain]\ntools = [\"no-such-tool\"]\npackage = \"absent-package\"\n"
                             "version = [\"{tool}\"]\n[run]\ncommand = [\"{tool}\", \"{program}\"]\n"
                             "[self_test]\nsource = \"42\"\noutput = \"42\\n\"\n");
        m_languages = LanguageCatalogue::load({m_folder.path().toStdString()});
        QVERIFY2(m_languages.problems().empty(),
                 m_languages.problems().empty() ? "" : m_languages.problems().front().detail.c_str());
    }
    void init() {
        m_problem = std::make_shared<Problem>();
        m_problem->slug = "echo";
        m_problem->limits.cpuTime = 1000ms;
        m_problem->limits.memory = Bytes::mib(64);
        addCases(4);
    }

    void acceptsAndTellsProgressInOrder() {
        FakeBoxSource boxes = boxesThatRun(echo);
        QStringList events;
        const Report report =
            judgeWith(boxes, request(), 1, [&](const Progress& event) { events << QString::number(event.index()); });
        QCOMPARE(verdicts(report), QStringLiteral("AC AC AC AC"));
        QVERIFY(report.verdict == Verdict::Accepted);
        QVERIFY(report.success());
        QVERIFY(report.compile.ok);
        QCOMPARE(events.join(QLatin1Char(' ')), QStringLiteral("1 2 3 4 6 4 6 4 6 4 6"));
        QCOMPARE(report.cases[3].name, std::string("secret/4"));
        QVERIFY(report.limits.cpuTime == 2000ms);
        QCOMPARE(boxes.opened.load(), 1);
        QCOMPARE(boxes.lastOptions.visiblePaths, std::vector<std::string>{"/opt/toy"});
    }

    void givesTheBoxWhatTheProblemSays() {
        LaunchSpec compile;
        LaunchSpec seen;
        FakeBoxSource boxes([&](const LaunchSpec& spec, std::stop_token) -> Result<Outcome> {
            if (!spec.collect.empty()) {
                compile = spec;
                return compiled();
            }
            seen = spec;
            return printed(inputOf(spec));
        });
        m_problem->cases.resize(1);
        judgeWith(boxes, request(), 1);
        const std::vector<std::string> command{"/usr/bin/true", "/work/main", "main.toy"};
        QCOMPARE(compile.arguments, command);
        QVERIFY(compile.files.size() == 1 && compile.files.front().area == sandbox::Area::Work);
        QVERIFY(compile.limits.cpuTime == 60s);
        QCOMPARE(seen.arguments, std::vector<std::string>{"/program/main"});
        QVERIFY(seen.limits.cpuTime == 3000ms);
        QVERIFY(seen.limits.wallTime == 5000ms);
        QCOMPARE(seen.limits.memory.count(), Bytes::mib(64).count());
        QCOMPARE(seen.limits.output.count(), Bytes::mib(8).count());
        QVERIFY(seen.singleCpu);
        QVERIFY(!seen.addressSpace);
        QVERIFY(seen.files.size() == 1 && seen.files.front().executable);
    }

    void skipsWhatComesAfterTheFirstFailure() {
        std::atomic<int> runs{0};
        FakeBoxSource boxes = boxesThatRun([&](const std::string& input, std::stop_token) {
            ++runs;
            return printed(input == "2" ? "wrong" : input);
        });
        const Report report = judgeWith(boxes, request(), 1);
        QCOMPARE(verdicts(report), QStringLiteral("AC WA SK SK"));
        QVERIFY(report.verdict == Verdict::WrongAnswer);
        QCOMPARE(runs.load(), 2);
        QCOMPARE(report.passed(), std::size_t(1));
        QVERIFY(report.cases[1].explanation.kind != Explanation::Kind::None);
        QCOMPARE(readCapture(report.cases[1].standardOutput, 0, 99), std::string("wrong"));
    }

    /// secret/2 and secret/3 are worth 30 together, secret/4 is worth 70.
    void giveGroups(ScoringRules rules) {
        const auto add = [this](const char* name, std::size_t first, std::size_t end, std::vector<GroupItem> items) {
            TestGroup group;
            group.name = name;
            group.items = std::move(items);
            group.firstCase = first;
            group.endCase = end;
            group.stopsAtFailure = first + 1 < end;
            m_problem->tree.groups.push_back(std::move(group));
        };
        add("data", 0, 4, {{true, 1}, {true, 2}, {true, 3}});
        add("sample", 0, 1, {{false, 0}});
        add("secret/a", 1, 3, {{false, 1}, {false, 2}});
        add("secret/b", 3, 4, {{false, 3}});
        TestTree& tree = m_problem->tree;
        tree.rules = rules;
        tree.scored = true;
        tree.holder = {1, 2, 2, 3};
        tree.groups[0].stopsAtFailure = false;
        tree.groups[0].maxScore = 100;
        tree.groups[1].acceptScore = 0;
        tree.groups[2].scoreRule = ScoreRule::Minimum;
        tree.groups[2].acceptScore = 30;
        tree.groups[2].caseMaxScore = 30;
        tree.groups[3].acceptScore = 70;
        tree.groups[3].caseMaxScore = 70;
    }

    void skipsTheRestOfAGroupAlone() {
        giveGroups(ScoringRules::Current);
        for (int round = 0; round < 20; ++round) {
            FakeBoxSource boxes = boxesThatRun([round](const std::string& input, std::stop_token) -> Result<Outcome> {
                std::this_thread::sleep_for(std::chrono::milliseconds((round + input[0]) % 3));
                return printed(input == "2" ? "no" : input);
            });
            const Report report = judgeWith(boxes, request(), 3);
            QCOMPARE(verdicts(report), QStringLiteral("AC WA SK AC"));
            QVERIFY(report.verdict == Verdict::Partial);
            QVERIFY(!report.success());
            QCOMPARE(report.score.value_or(-1), 70.0);
            QCOMPARE(report.maxScore.value_or(-1), 100.0);
            QCOMPARE(report.groups.size(), std::size_t(4));
            QVERIFY(report.groups[2].verdict == Verdict::WrongAnswer);
            QCOMPARE(report.cases[3].score.value_or(-1), 70.0);
        }
    }

    void allCasesChangeNoScore() {
        giveGroups(ScoringRules::Legacy);
        m_problem->tree.groups[0].verdictRule = VerdictRule::AlwaysAccept;
        m_problem->tree.groups[2].verdictRule = VerdictRule::AlwaysAccept;
        m_problem->tree.groups[2].scoreRule = ScoreRule::Sum;
        FakeBoxSource boxes = boxesThatRun([](const std::string& input, std::stop_token) -> Result<Outcome> {
            return printed(input == "2" ? "no" : input);
        });
        JudgeRequest what = request();
        const Report some = judgeWith(boxes, what);
        what.allCases = true;
        const Report all = judgeWith(boxes, what);
        QCOMPARE(verdicts(some), QStringLiteral("AC WA SK AC"));
        QCOMPARE(verdicts(all), QStringLiteral("AC WA AC AC"));
        QCOMPARE(some.score.value_or(-1), 70.0);
        QCOMPARE(all.score.value_or(-1), 70.0);
    }

    void acceptsFullMarks() {
        giveGroups(ScoringRules::Legacy);
        FakeBoxSource boxes = boxesThatRun(echo);
        const Report report = judgeWith(boxes, request());
        QVERIFY(report.verdict == Verdict::Accepted);
        QVERIFY(report.success());
        QCOMPARE(report.score.value_or(-1), 100.0);
    }

    void aRunOfSamplesScoresNothing() {
        giveGroups(ScoringRules::Legacy);
        FakeBoxSource boxes = boxesThatRun(echo);
        JudgeRequest what = request();
        what.mode = Mode::Run;
        const Report report = judgeWith(boxes, what);
        QVERIFY(report.verdict == Verdict::Accepted);
        QVERIFY(!report.score);
        QVERIFY(report.groups.empty());
    }

    void goesOnWhenAllCasesAreWanted() {
        FakeBoxSource boxes = boxesThatRun(
            [](const std::string& input, std::stop_token) { return printed(input == "2" ? "no" : input); });
        JudgeRequest all = request();
        all.allCases = true;
        QCOMPARE(verdicts(judgeWith(boxes, all)), QStringLiteral("AC WA AC AC"));
    }

    void aLaterFailureNeverSkipsAnEarlierCase() {
        std::atomic<bool> secondFailed{false};
        FakeBoxSource boxes = boxesThatRun([&](const std::string& input, std::stop_token) -> Result<Outcome> {
            if (input == "1") {
                while (!secondFailed) {
                    std::this_thread::sleep_for(1ms);
                }
                std::this_thread::sleep_for(20ms);
                return printed("1");
            }
            secondFailed = true;
            return printed("wrong");
        });
        QCOMPARE(verdicts(judgeWith(boxes, request())), QStringLiteral("AC WA SK SK"));
    }

    void anEarlierFailureEndsAndSkipsALaterRun() {
        std::atomic<bool> secondRuns{false};
        FakeBoxSource boxes = boxesThatRun([&](const std::string& input, std::stop_token stop) -> Result<Outcome> {
            if (input == "1") {
                while (!secondRuns) {
                    std::this_thread::sleep_for(1ms);
                }
                return printed("wrong");
            }
            secondRuns = true;
            waitForStop(stop);
            return cancelled();
        });
        QCOMPARE(verdicts(judgeWith(boxes, request())), QStringLiteral("WA SK SK SK"));
    }

    void runsCasesInParallel() {
        std::mutex mutex;
        std::condition_variable bothHere;
        int here = 0;
        FakeBoxSource boxes = boxesThatRun([&](const std::string& input, std::stop_token) {
            std::unique_lock lock(mutex);
            ++here;
            bothHere.notify_all();
            bothHere.wait_for(lock, 10s, [&] { return here >= 2; });
            return printed(input);
        });
        const Report report = judgeWith(boxes, request());
        QVERIFY(report.verdict == Verdict::Accepted);
        QVERIFY(report.wall < 9s);
        QCOMPARE(boxes.opened.load(), 2);
    }

    void runsOnlySamplesOnRun() {
        FakeBoxSource boxes = boxesThatRun(echo);
        JudgeRequest run = request();
        run.mode = Mode::Run;
        QCOMPARE(verdicts(judgeWith(boxes, run)), QStringLiteral("AC"));
        m_problem->cases.erase(m_problem->cases.begin());
        const Report none = judgeWith(boxes, run);
        verifyJudgeError(none, "problem.no-samples");
        QCOMPARE(none.error->detail, std::string("echo: the problem has no sample cases to run"));
        m_problem->cases.clear();
        verifyJudgeError(judgeWith(boxes, request()), "problem.no-cases");
    }

    void runsCustomCases() {
        FakeBoxSource boxes = boxesThatRun(echo);
        JudgeRequest run = request();
        run.mode = Mode::Run;
        run.customCases = {{"7", std::nullopt}, {"8", "8"}, {"9", "x"}};
        const Report report = judgeWith(boxes, run);
        QCOMPARE(verdicts(report), QStringLiteral("none AC WA"));
        QCOMPARE(report.cases[0].name, std::string("custom/1"));
        QCOMPARE(readCapture(report.cases[0].standardOutput, 0, 99), std::string("7"));
        run.customCases.resize(1);
        const Report unanswered = judgeWith(boxes, run);
        QVERIFY(!unanswered.verdict);
        QVERIFY(unanswered.success());
    }

    void aCrashOnACustomCaseIsNoSuccess() {
        FakeBoxSource boxes = boxesThatRun([](const std::string&, std::stop_token) {
            Outcome outcome = printed("7");
            outcome.ending = Ending::Signalled;
            outcome.signal = 11;
            return outcome;
        });
        JudgeRequest run = request();
        run.mode = Mode::Run;
        run.customCases = {{"7", std::nullopt}};
        const Report report = judgeWith(boxes, run);
        QVERIFY(report.verdict == Verdict::RuntimeError);
        QVERIFY(report.cases[0].signal == 11 && !report.cases[0].exitCode);
        QVERIFY(!report.success());
    }

    void reportsWhatTheCompilerSaid_data() {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("refused") << static_cast<int>(LimitHit::None) << 1;
        QTest::newRow("too slow") << static_cast<int>(LimitHit::Cpu) << 0;
        QTest::newRow("too much output") << static_cast<int>(LimitHit::Output) << 0;
    }
    void reportsWhatTheCompilerSaid() {
        QFETCH(int, limit);
        QFETCH(int, exitCode);
        FakeBoxSource boxes([&](const LaunchSpec&, std::stop_token) -> Result<Outcome> {
            Outcome outcome = printed("on stdout");
            outcome.standardError = capture("main.toy:3:5: error: no\n");
            outcome.exitCode = exitCode;
            outcome.limit = static_cast<LimitHit>(limit);
            outcome.ending = outcome.limit == LimitHit::None ? Ending::Exited : Ending::Stopped;
            return outcome;
        });
        const Report report = judgeWith(boxes, request());
        QVERIFY(report.verdict == Verdict::CompileError);
        QVERIFY(!report.compile.ok);
        QCOMPARE(report.compile.output, std::string("main.toy:3:5: error: no\non stdout"));
        QCOMPARE(report.compile.diagnostics.size(), std::size_t(1));
        QCOMPARE(report.compile.diagnostics[0].file, std::string("mine.toy"));
        QCOMPARE(static_cast<int>(report.compile.limit.value_or(LimitHit::None)), limit);
        QVERIFY(!report.error);
        QVERIFY(report.cases.empty());
    }

    void aCompilerThatLeavesNoProgramIsOurError() {
        FakeBoxSource boxes([](const LaunchSpec&, std::stop_token) -> Result<Outcome> { return printed(""); });
        verifyJudgeError(judgeWith(boxes, request()), "compile.no-program");
    }

    void refusesRequestsThatCannotBeJudged() {
        FakeBoxSource boxes = boxesThatRun(echo);
        JudgeRequest unknown = request();
        unknown.language = "klingon";
        verifyJudgeError(judgeWith(boxes, unknown), "language.unknown");
        JudgeRequest absent = request();
        absent.language = "absent";
        const Report missing = judgeWith(boxes, absent);
        verifyJudgeError(missing, "language.not-installed");
        QVERIFY(missing.error->detail.find("absent-package") != std::string::npos);
        JudgeRequest empty = request();
        empty.sources = {{"mine.toy", " \n"}};
        verifyJudgeError(judgeWith(boxes, empty), "source.empty");
        m_problem->limits.code = Bytes(5);
        verifyJudgeError(judgeWith(boxes, request()), "source.too-large");
        m_problem->limits.code = Bytes::kib(1);
        m_problem->languages = {"cpp"};
        verifyJudgeError(judgeWith(boxes, request()), "language.not-allowed");
        m_problem->languages = {"cpp", "toylang"};
        QVERIFY(judgeWith(boxes, request()).verdict == Verdict::Accepted);
        QCOMPARE(boxes.opened.load() > 0, true);
    }

    void aFailedBoxIsReplacedAndTheCaseRunAgain() {
        std::atomic<int> failures{0};
        FakeBoxSource boxes = boxesThatRun([&](const std::string& input, std::stop_token) -> Result<Outcome> {
            if (input == "2" && failures++ == 0) {
                return fail("sandbox.box-lost", "gone");
            }
            return printed(input);
        });
        const Report report = judgeWith(boxes, request(), 1);
        QCOMPARE(verdicts(report), QStringLiteral("AC AC AC AC"));
        QCOMPARE(boxes.opened.load(), 2);
    }

    void aBoxThatFailsTwiceIsAJudgeError() {
        FakeBoxSource boxes = boxesThatRun([](const std::string& input, std::stop_token) -> Result<Outcome> {
            return input == "2" ? Result<Outcome>(fail("sandbox.box-lost", "gone")) : printed(input);
        });
        const Report report = judgeWith(boxes, request(), 1);
        QCOMPARE(verdicts(report), QStringLiteral("AC JE SK SK"));
        verifyJudgeError(report, "sandbox.box-lost");
        QVERIFY(report.cases[1].error == report.error);
    }

    void anUnreadableCaseIsAJudgeErrorThatNamesTheFile_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no input") << u"/nowhere/2.in"_qs << u""_qs << u"/nowhere/2.in: No such file or directory"_qs;
        QTest::newRow("no answer") << u""_qs << u"/nowhere/2.ans"_qs << u"/nowhere/2.ans: "_qs;
        QTest::newRow("a folder for an input") << u"/usr"_qs << u""_qs << u"/usr: not a regular file"_qs;
        QTest::newRow("a folder for an answer") << u""_qs << u"/usr"_qs << u"/usr: "_qs;
        QTest::newRow("a device for an input") << u"/dev/zero"_qs << u""_qs << u"/dev/zero: not a regular file"_qs;
    }
    void anUnreadableCaseIsAJudgeErrorThatNamesTheFile() {
        QFETCH(QString, input);
        QFETCH(QString, answer);
        QFETCH(QString, reason);
        FakeBoxSource boxes = boxesThatRun(echo);
        TestCase& second = m_problem->cases[1];
        if (!input.isEmpty()) {
            second.inputPath = input.toStdString();
        } else {
            second.answerPath = answer.toStdString();
        }
        const Report report = judgeWith(boxes, request(), 1);
        QCOMPARE(verdicts(report), QStringLiteral("AC JE SK SK"));
        verifyJudgeError(report, "case.unreadable");
        QVERIFY2(report.error->detail.starts_with("secret/2: " + reason.toStdString()), report.error->detail.c_str());
    }

    void aRunThatOthersStarvedIsAJudgeError() {
        FakeBoxSource boxes = boxesThatRun([](const std::string& input, std::stop_token) -> Result<Outcome> {
            Outcome starved = ended(LimitHit::Wall, 300ms);
            starved.wall = 25s;
            starved.starved = 20s;
            return input == "2" ? std::move(starved) : printed(input);
        });
        const Report report = judgeWith(boxes, request(), 1);
        QCOMPARE(verdicts(report), QStringLiteral("AC JE SK SK"));
        verifyJudgeError(report, "judge.starved");
        QCOMPARE(report.error->detail, std::string("secret/2: in 25 s other programs left it 300 ms of CPU time"));
    }

    void stopsWithinAMoment() {
        std::stop_source stop;
        FakeBoxSource boxes = boxesThatRun([&](const std::string&, std::stop_token token) -> Result<Outcome> {
            stop.request_stop();
            waitForStop(token);
            return cancelled();
        });
        Judge judge(boxes, m_capabilities, m_languages, JudgeOptions{2, {}});
        const Report report = judge.judge(request(), {}, stop.get_token());
        QVERIFY(report.cancelled);
        QVERIFY(!report.verdict && !report.error && !report.success());
        QCOMPARE(verdicts(report), QStringLiteral("SK SK SK SK"));
    }

    void stopsWhileCompiling() {
        std::stop_source stop;
        FakeBoxSource boxes([&](const LaunchSpec&, std::stop_token token) -> Result<Outcome> {
            stop.request_stop();
            waitForStop(token);
            return cancelled();
        });
        Judge judge(boxes, m_capabilities, m_languages, JudgeOptions{1, {}});
        const Report report = judge.judge(request(), {}, stop.get_token());
        QVERIFY(report.cancelled);
        QVERIFY(!report.verdict);
        QVERIFY(judge.judge(request(), {}, stop.get_token()).cancelled);
    }

    void repeatsACloseRunAloneWhenItWasDisturbed() {
        std::mutex mutex;
        std::condition_variable changed;
        int running = 0;
        int most = 0;
        bool aloneWhenRepeated = false;
        std::multiset<std::string> runs;
        FakeBoxSource boxes = boxesThatRun([&](const std::string& input, std::stop_token) {
            std::unique_lock lock(mutex);
            runs.insert(input);
            most = std::max(most, ++running);
            const bool again = runs.count("1") == 2;
            changed.notify_all();
            if (!again) {
                changed.wait_for(lock, 10s, [&] { return most >= 2; });
            }
            aloneWhenRepeated = aloneWhenRepeated || (input == "1" && again && running == 1);
            --running;
            Outcome outcome = printed(input);
            outcome.cpuUser = input == "1" && !again ? 2100ms : 2ms;
            return outcome;
        });
        m_problem->cases.resize(2);
        const Report report = judgeWith(boxes, request());
        QCOMPARE(verdicts(report), QStringLiteral("AC AC"));
        QVERIFY(report.cases[0].rerun && !report.cases[1].rerun);
        QVERIFY(aloneWhenRepeated);
    }

    void tellsThatACaseWaitsForMemory() {
        std::mutex mutex;
        std::condition_variable changed;
        std::vector<bool> told;
        FakeBoxSource boxes = boxesThatRun([&](const std::string& input, std::stop_token) {
            std::unique_lock lock(mutex);
            changed.wait_for(lock, 10s, [&] { return !told.empty(); });
            return printed(input);
        });
        m_problem->cases.resize(2);
        m_problem->limits.memory = Bytes::mib(1 << 20);
        const Report report = judgeWith(boxes, request(), 2, [&](const Progress& event) {
            if (const auto* waiting = std::get_if<WaitingForMemory>(&event)) {
                const std::lock_guard lock(mutex);
                told.push_back(waiting->over);
                changed.notify_all();
            }
        });
        QCOMPARE(verdicts(report), QStringLiteral("AC AC"));
        QCOMPARE(told, (std::vector<bool>{false, true}));
        QVERIFY(!report.cases[0].rerun && !report.cases[1].rerun);
    }

    void doesNotRepeatAnUndisturbedRun() {
        FakeBoxSource boxes =
            boxesThatRun([](const std::string&, std::stop_token) { return ended(LimitHit::Wall, 100ms); });
        const Report report = judgeWith(boxes, request(), 1);
        QVERIFY(report.verdict == Verdict::TimeLimit);
        QVERIFY(!report.cases[0].rerun);
        QVERIFY(report.cases[0].limit == LimitHit::Wall);
    }

    void keepsLittleOfAcceptedOutputAndAllOfRejected() {
        const std::string big = std::string(200 << 10, '\n');
        FakeBoxSource boxes = boxesThatRun(
            [&](const std::string& input, std::stop_token) { return printed((input == "2" ? "x" : input) + big); });
        JudgeRequest all = request();
        all.allCases = true;
        const Report report = judgeWith(boxes, all);
        QCOMPARE(verdicts(report), QStringLiteral("AC WA AC AC"));
        QCOMPARE(report.cases[0].standardOutput->size.count(), Bytes::kib(64).count());
        QVERIFY(report.cases[0].standardOutput->cut);
        QCOMPARE(report.cases[1].standardOutput->size.count(), big.size() + 1);
        QVERIFY(!report.cases[1].standardOutput->cut);
    }

    void judgesTwoSubmissionsAtOnce() {
        FakeBoxSource boxes = boxesThatRun(echo);
        Judge judge(boxes, m_capabilities, m_languages, JudgeOptions{2, {}});
        Report first;
        std::jthread other([&] { first = judge.judge(request(), {}, std::stop_token()); });
        const Report second = judge.judge(request(), {}, std::stop_token());
        other.join();
        QVERIFY(first.verdict == Verdict::Accepted && second.verdict == Verdict::Accepted);
    }

    void checksAToolchainByItsSelfTest_data() {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<bool>("works");
        QTest::addColumn<QString>("detail");
        QTest::newRow("works") << QByteArray("42\n") << 0 << true << QString();
        QTest::newRow("prints another thing")
            << QByteArray("43\n") << 0 << false << QStringLiteral("/usr/bin/true: the self-test printed \"43\"");
        QTest::newRow("fails") << QByteArray("42\n") << 1 << false
                               << QStringLiteral("/usr/bin/true: the self-test doesn't run (RE): ");
    }
    void checksAToolchainByItsSelfTest() {
        QFETCH(QByteArray, output);
        QFETCH(int, exitCode);
        FakeBoxSource boxes([&](const LaunchSpec& spec, std::stop_token) -> Result<Outcome> {
            if (spec.arguments == std::vector<std::string>{"/usr/bin/true"}) {
                return printed("toy 1.2\nmore\n");
            }
            if (!spec.collect.empty()) {
                return compiled();
            }
            Outcome outcome = printed(output.toStdString());
            outcome.exitCode = exitCode;
            return outcome;
        });
        ToolchainMemory memory;
        const ToolchainCheck check = checkToolchain(*m_languages.find("toy"), boxes, memory, std::stop_token());
        QTEST(check.works, "works");
        QTEST(QString::fromStdString(check.detail), "detail");
        QCOMPARE(check.version, std::string(check.works ? "toy 1.2" : ""));
    }

    void reportsTheToolchainAskingItOnce() {
        int asked = 0;
        FakeBoxSource boxes([&](const LaunchSpec& spec, std::stop_token) -> Result<Outcome> {
            if (spec.arguments == std::vector<std::string>{"/usr/bin/true"}) {
                ++asked;
                return printed("toy 1.2\nmore\n");
            }
            return spec.collect.empty() ? printed(inputOf(spec)) : compiled();
        });
        const QTemporaryDir cache;
        for (int process = 0; process < 2; ++process) {
            Judge judge(boxes, m_capabilities, m_languages, JudgeOptions{1, cache.path().toStdString()});
            for (int submission = 0; submission < 2; ++submission) {
                const Report report = judge.judge(request(), {}, std::stop_token());
                QCOMPARE(report.toolchain.version, std::string("toy 1.2"));
                QCOMPARE(report.toolchain.compile,
                         (std::vector<std::string>{"/usr/bin/true", "/work/main", "main.toy"}));
            }
        }
        QCOMPARE(asked, 1);
    }

    void namesThePackageOfAMissingToolchain() {
        FakeBoxSource boxes = boxesThatRun(echo);
        ToolchainMemory memory;
        const ToolchainCheck check = checkToolchain(*m_languages.find("absent"), boxes, memory, std::stop_token());
        QVERIFY(!check.works);
        QCOMPARE(check.detail,
                 std::string("Absent: no no-such-tool that a box could run; the package is absent-package"));
        QCOMPARE(boxes.opened.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "test_judge.moc"
