// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/joined_run.h"
#include "sandbox/sandbox.h"

#include "tests/support/probe_program.h"
#include "tests/support/process_census.h"
#include "tests/support/wanted_tier.h"

#include <QElapsedTimer>
#include <QTest>

#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <thread>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

using Words = std::vector<std::string>;

/// An emulated machine, whose times mean little.
bool inGuest() {
    return qEnvironmentVariableIsSet("GRINDSTONE_GUEST");
}

bool exitedWith(const JoinedSide& side, int code) {
    return side.outcome.ending == Ending::Exited && side.outcome.exitCode == code &&
           side.outcome.limit == LimitHit::None;
}

bool stoppedBy(const JoinedSide& side, LimitHit limit) {
    return side.outcome.ending == Ending::Stopped && side.outcome.limit == limit;
}

std::string describe(const JoinedSide& side) {
    return "ending " + std::to_string(static_cast<int>(side.outcome.ending)) + ", exit code " +
           std::to_string(side.outcome.exitCode) + ", signal " + std::to_string(side.outcome.signal) + ", limit " +
           std::to_string(static_cast<int>(side.outcome.limit)) + ", idle " + std::to_string(side.outcome.idle) +
           ", overstayed " + std::to_string(side.overstayed) + ", said " + std::to_string(side.said.count());
}

std::string describe(const Result<JoinedOutcome>& outcome) {
    if (!outcome) {
        return outcome.error().code + ": " + outcome.error().detail;
    }
    const std::string first = !outcome->leftFirst                  ? "nobody"
                              : *outcome->leftFirst == Side::First ? "the first"
                                                                   : "the second";
    return describe(outcome->first) + " | " + describe(outcome->second) + " | " + first + " left first";
}

/// "first: text\nsecond: text\n…"
std::string textOf(const Transcript& transcript) {
    std::string text;
    const auto add = [&](const Utterance& utterance) {
        text += (utterance.side == Side::First ? "first: " : "second: ") + utterance.text;
    };
    std::ranges::for_each(transcript.beginning(), add);
    std::ranges::for_each(transcript.end(), add);
    return text;
}

std::size_t livingDescendants() {
    return static_cast<std::size_t>(std::ranges::count_if(descendantsOf(::getpid()), std::not_fn(isDead)));
}

double cpuSeconds(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

#define VERIFY_JOINED(condition, outcome) QVERIFY2(condition, describe(outcome).c_str())

class JoinedRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void joinsInputAndOutputBothWays();
    void keepsWhoSaidWhatInOrder();
    void keepsBeginningAndEndOfALongTranscript();
    void passesOnWhatIsSaidBeforeTheOtherListens();
    void theOtherSeesTheEndOfASide_data();
    void theOtherSeesTheEndOfASide();
    void aSideThatIsNotHeardGetsSigpipe_data();
    void aSideThatIsNotHeardGetsSigpipe();
    void aSideThatIsNotHeardGoesOnWhereThatIsWanted();
    void stopsTheOtherOnceWhoLeftFirstHasDecided();
    void knowsWhoLeftFirst_data();
    void knowsWhoLeftFirst();
    void aClosedStreamIsPassedOn();
    void stopsWhoStaysWhenTheOtherHasEnded();
    void endsTalkWithoutEndAtTheOutputLimit_data();
    void endsTalkWithoutEndAtTheOutputLimit();
    void bothWaitingIsIdleOnBothSides();
    void thoseWhoTalkAreNotSilent();
    void saysWhichSideDidNotWait();
    void stopsAtTheCpuLimitOfOneSide();
    void aSideThatNeverReadsBlocksTheOther();
    void killsAndCountsWhatSurvives();
    void aSideCannotSpeakForTheOther();
    void programsCanOpenTheirStreamsByName();
    void bothRunOnTheCpuThatWasAskedFor();
    void cancelsBothAtOnce_data();
    void cancelsBothAtOnce();
    void aRunThatCannotStartEndsTheOther();
    void aKilledHelperIsAnError();
    void leavesNothingBehind();
    void bearsAHundredThousandExchanges();
    void costsLessThanThreeTimesBarePipes();

private:
    LaunchSpec spec(const Words& words) const;
    Result<JoinedOutcome> join(const Words& first, const Words& second) { return join(spec(first), spec(second)); }
    Result<JoinedOutcome> join(const LaunchSpec& first, const LaunchSpec& second, const JoinOptions& options = {},
                               std::stop_token stop = {}) {
        return runJoined(*m_first, first, *m_second, second, options, std::move(stop));
    }
    double barePipes(const char* exchanges) const;

    const ProbeProgram m_probe{"sandbox-join-probe"};
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Box> m_first;
    std::unique_ptr<Box> m_second;
};

void JoinedRunTest::initTestCase() {
    QVERIFY(m_probe);
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
    m_sandbox = std::move(*sandbox);
    auto first = m_sandbox->openBox({});
    auto second = m_sandbox->openBox({});
    QVERIFY2(first && second, first ? "" : first.error().detail.c_str());
    m_first = std::move(*first);
    m_second = std::move(*second);
}

LaunchSpec JoinedRunTest::spec(const Words& words) const {
    LaunchSpec spec = m_probe.spec(words);
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 60s;
    return spec;
}

void JoinedRunTest::joinsInputAndOutputBothWays() {
    const auto outcome = join({"guess"}, {"keep-secret", "77"});
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 0), outcome);
    QVERIFY(outcome->first.said > Bytes(0));
    QCOMPARE(outcome->first.outcome.standardOutput.size, Bytes(0));
    QVERIFY(outcome->transcript.beginning().empty() && outcome->transcript.end().empty());
}

void JoinedRunTest::keepsWhoSaidWhatInOrder() {
    JoinOptions options;
    options.transcript = Bytes::kib(64);
    const auto outcome = join(spec({"guess"}), spec({"keep-secret", "75"}), options);
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0), outcome);
    QCOMPARE(textOf(outcome->transcript), std::string("second: 100\nfirst: ? 50\nsecond: higher\nfirst: ? 75\n"
                                                      "second: right\n"));
    QCOMPARE(outcome->first.said, Bytes(10));
    QCOMPARE(outcome->second.said, Bytes(17));
    QCOMPARE(outcome->transcript.omitted(), Bytes(0));
    std::chrono::nanoseconds last{0};
    for (const Utterance& utterance : outcome->transcript.beginning()) {
        QVERIFY(utterance.at > last);
        last = utterance.at;
    }
}

void JoinedRunTest::keepsBeginningAndEndOfALongTranscript() {
    JoinOptions options;
    options.transcript = Bytes::kib(16);
    const auto outcome = join(spec({"ask", "5000"}), spec({"echo"}), options);
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0), outcome);
    const std::string kept = textOf(outcome->transcript);
    QVERIFY2(kept.starts_with("first: question 0\nsecond: question 0\nfirst: question 1\n"), kept.c_str());
    QVERIFY2(kept.ends_with("first: question 4999\nsecond: question 4999\n"), kept.c_str());
    std::size_t memory = 0;
    std::size_t text = 0;
    const auto add = [&](const Utterance& utterance) {
        memory += sizeof utterance + utterance.text.size();
        text += utterance.text.size();
    };
    std::ranges::for_each(outcome->transcript.beginning(), add);
    std::ranges::for_each(outcome->transcript.end(), add);
    QVERIFY(memory <= options.transcript.count() && memory > options.transcript.count() / 2);
    QCOMPARE(text + outcome->transcript.omitted().count(), outcome->first.said.count() + outcome->second.said.count());
}

void JoinedRunTest::passesOnWhatIsSaidBeforeTheOtherListens() {
    const auto outcome = join({"say", "hello\n"}, {"hear"});
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 0), outcome);
}

void JoinedRunTest::theOtherSeesTheEndOfASide_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("signal");
    QTest::newRow("exits at once") << "exit" << 0;
    QTest::newRow("crashes") << "say-and-crash" << SIGSEGV;
}

void JoinedRunTest::theOtherSeesTheEndOfASide() {
    QFETCH(const QString, program);
    QFETCH(const int, signal);
    for (const Side side : Sides) {
        const Words leaving{program.toStdString(), ""};
        const auto outcome = side == Side::First ? join(leaving, {"hear"}) : join({"hear"}, leaving);
        VERIFY_JOINED(outcome && exitedWith(outcome->of(otherThan(side)), 40), outcome);
        QCOMPARE(outcome->of(side).outcome.signal, signal);
        VERIFY_JOINED(outcome->leftFirst == side, outcome);
        QVERIFY(outcome->of(side).closedOutput && outcome->of(side).closedInput);
        QVERIFY(!outcome->of(otherThan(side)).overstayed);
    }
}

void JoinedRunTest::aSideThatIsNotHeardGetsSigpipe_data() {
    QTest::addColumn<QString>("talker");
    QTest::addColumn<QString>("listener");
    QTest::newRow("the other has ended in the middle") << "flood"
                                                       << "hear-and-exit";
    QTest::newRow("the other had ended long before") << "say-late"
                                                     << "exit";
    QTest::newRow("the other lives on with its input closed") << "flood"
                                                              << "close-input";
}

void JoinedRunTest::aSideThatIsNotHeardGetsSigpipe() {
    QFETCH(const QString, talker);
    QFETCH(const QString, listener);
    LaunchSpec talking = spec({talker.toStdString(), "late"});
    talking.limits.output = Bytes::mib(4096);
    const auto outcome = join(talking, spec({listener.toStdString(), "0"}));
    VERIFY_JOINED(outcome && exitedWith(outcome->second, 0), outcome);
    VERIFY_JOINED(outcome->first.outcome.ending == Ending::Signalled && outcome->first.outcome.signal == SIGPIPE,
                  outcome);
    VERIFY_JOINED(outcome->leftFirst == Side::Second, outcome);
    QVERIFY(outcome->second.closedInput);
}

void JoinedRunTest::aSideThatIsNotHeardGoesOnWhereThatIsWanted() {
    JoinOptions options;
    options.unheard = Unheard::IsDropped;
    options.transcript = Bytes::kib(64);
    const auto outcome = join(spec({"say-late", "too late\n"}), spec({"exit", "7"}), options);
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 7), outcome);
    QVERIFY(outcome->leftFirst == Side::Second);
    QCOMPARE(textOf(outcome->transcript), std::string("first: too late\n"));

    const auto flood = join(spec({"flood"}), spec({"exit", "7"}), options);
    VERIFY_JOINED(flood && stoppedBy(flood->first, LimitHit::Output) && exitedWith(flood->second, 7), flood);
}

void JoinedRunTest::stopsTheOtherOnceWhoLeftFirstHasDecided() {
    JoinOptions options;
    options.grace = {600s, 600s};
    options.decides = [](Side side, const Outcome&) { return side == Side::Second; };
    const auto outcome = join(spec({"hear-nothing"}), spec({"exit", "7"}), options);
    VERIFY_JOINED(outcome && exitedWith(outcome->second, 7) && stoppedBy(outcome->first, LimitHit::None), outcome);

    const auto later = join(spec({"close-output"}), spec({"hear"}), options);
    VERIFY_JOINED(later && exitedWith(later->second, 40) && exitedWith(later->first, 40), later);
}

void JoinedRunTest::knowsWhoLeftFirst_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("a crash that the other answers with its exit") << "hear-and-crash"
                                                                  << "say-and-wait";
    QTest::newRow("an exit that the other answers with its exit") << "hear-and-exit"
                                                                  << "say-and-wait";
    QTest::newRow("an exit in the middle of a dialogue") << "hear-and-exit"
                                                         << "ask";
}

/// Over and over, since it is a race that the one who reacts must never win.
void JoinedRunTest::knowsWhoLeftFirst() {
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    const Words answer{second.toStdString(), second == QStringLiteral("ask") ? "100" : "hello\n"};
    for (int i = 0; i < 50; ++i) {
        const auto outcome = join({first.toStdString(), "1"}, answer);
        VERIFY_JOINED(outcome && outcome->leftFirst == Side::First, outcome);
        const auto turned = join(answer, {first.toStdString(), "1"});
        VERIFY_JOINED(turned && turned->leftFirst == Side::Second, turned);
    }
}

void JoinedRunTest::aClosedStreamIsPassedOn() {
    const auto outcome = join({"close-output"}, {"swallow"});
    // The second hears the end and leaves with 40; then the first, who waited for a line, does the same.
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 40) && exitedWith(outcome->second, 40), outcome);
    VERIFY_JOINED(outcome->leftFirst == Side::First, outcome);
    QVERIFY(outcome->first.closedOutput < outcome->second.closedOutput);
}

void JoinedRunTest::stopsWhoStaysWhenTheOtherHasEnded() {
    JoinOptions options;
    options.grace = {300ms, 300ms};
    QElapsedTimer timer;
    timer.start();
    const auto outcome = join(spec({"exit", "0"}), spec({"hear-nothing"}), options);
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && stoppedBy(outcome->second, LimitHit::Wall), outcome);
    VERIFY_JOINED(outcome->second.overstayed && outcome->second.outcome.idle && !outcome->first.overstayed, outcome);
    VERIFY_JOINED(outcome->leftFirst == Side::First, outcome);
    QVERIFY(timer.elapsed() >= 300 && timer.elapsed() < 30000);
}

void JoinedRunTest::endsTalkWithoutEndAtTheOutputLimit_data() {
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("the first's") << true;
    QTest::newRow("the second's") << false;
}

void JoinedRunTest::endsTalkWithoutEndAtTheOutputLimit() {
    QFETCH(const bool, isFirst);
    const Side side = isFirst ? Side::First : Side::Second;
    LaunchSpec talking = spec({"flood"});
    talking.limits.output = Bytes(3'000'001);
    const LaunchSpec listening = spec({"swallow"});
    const auto outcome = isFirst ? join(talking, listening) : join(listening, talking);
    VERIFY_JOINED(outcome && stoppedBy(outcome->of(side), LimitHit::Output), outcome);
    VERIFY_JOINED(exitedWith(outcome->of(otherThan(side)), 40), outcome);
    QCOMPARE(outcome->of(side).said, talking.limits.output);
    VERIFY_JOINED(outcome->leftFirst == side, outcome);
}

void JoinedRunTest::bothWaitingIsIdleOnBothSides() {
    LaunchSpec waiting = spec({"hear"});
    waiting.limits.wallTime = 300ms;
    const auto outcome = join(waiting, spec({"hear"}));
    for (const Side side : Sides) {
        VERIFY_JOINED(outcome && stoppedBy(outcome->of(side), LimitHit::Wall) && outcome->of(side).outcome.idle,
                      outcome);
        VERIFY_JOINED(!outcome->of(side).overstayed, outcome);
    }
    VERIFY_JOINED(!outcome->leftFirst, outcome);
    QVERIFY(outcome->silence >= 300ms);
    // The limit counts from the orders; what a program takes to start is its loss.
    QVERIFY(outcome->first.outcome.wall >= 150ms);
}

/// However idle both may be found at the moment at which the limit comes.
void JoinedRunTest::thoseWhoTalkAreNotSilent() {
    LaunchSpec asking = spec({"ask", "1000000000"});
    LaunchSpec echoing = spec({"echo"});
    asking.limits.wallTime = 2s;
    asking.limits.output = echoing.limits.output = Bytes::mib(4096);
    const auto outcome = join(asking, echoing);
    VERIFY_JOINED(outcome && stoppedBy(outcome->first, LimitHit::Wall), outcome);
    QVERIFY(outcome->silence < 1s);
}

void JoinedRunTest::saysWhichSideDidNotWait() {
    LaunchSpec waiting = spec({"hear"});
    waiting.limits.wallTime = 300ms;
    const auto outcome = join(waiting, spec({"spin"}));
    VERIFY_JOINED(outcome && stoppedBy(outcome->first, LimitHit::Wall) && outcome->first.outcome.idle, outcome);
    VERIFY_JOINED(stoppedBy(outcome->second, LimitHit::Wall) && !outcome->second.outcome.idle, outcome);
}

void JoinedRunTest::stopsAtTheCpuLimitOfOneSide() {
    LaunchSpec busy = spec({"hear-and-spin"});
    busy.limits.cpuTime = 200ms;
    const auto outcome = join(busy, spec({"say-and-wait", "go\n"}));
    VERIFY_JOINED(outcome && stoppedBy(outcome->first, LimitHit::Cpu) && exitedWith(outcome->second, 40), outcome);
    VERIFY_JOINED(outcome->leftFirst == Side::First, outcome);
}

void JoinedRunTest::aSideThatNeverReadsBlocksTheOther() {
    LaunchSpec talking = spec({"flood"});
    talking.limits.wallTime = 500ms;
    talking.limits.output = Bytes::mib(4096);
    const auto outcome = join(talking, spec({"hear-nothing"}));
    for (const Side side : Sides) {
        VERIFY_JOINED(outcome && stoppedBy(outcome->of(side), LimitHit::Wall) && outcome->of(side).outcome.idle,
                      outcome);
    }
    QVERIFY2(outcome->first.said < Bytes::mib(1), describe(outcome).c_str());
}

void JoinedRunTest::killsAndCountsWhatSurvives() {
    const auto outcome = join({"leave-child"}, {"hear"});
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 40), outcome);
    QCOMPARE(outcome->first.outcome.survivors, 1U);
}

/// A program may open its own pipes again, but these are not its partner's.
void JoinedRunTest::aSideCannotSpeakForTheOther() {
    JoinOptions options;
    options.transcript = Bytes::kib(4);
    const auto outcome = join(spec({"open-other-ends"}), spec({"hear"}), options);
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 40), outcome);
    if (::geteuid() == 0) {
        QCOMPARE(textOf(outcome->first.outcome.standardError), std::string("refused refused\n"));
    }
    QCOMPARE(textOf(outcome->transcript), std::string());
}

void JoinedRunTest::programsCanOpenTheirStreamsByName() {
    const auto outcome = join({"ask", "10"}, {"reopen-streams"});
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 0), outcome);
}

void JoinedRunTest::bothRunOnTheCpuThatWasAskedFor() {
    cpu_set_t allowed;
    QCOMPARE(::sched_getaffinity(0, sizeof allowed, &allowed), 0);
    unsigned number = 0;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &allowed)) {
            JoinOptions options;
            options.cpu = number++;
            const auto outcome = join(spec({"cpu"}), spec({"cpu"}), options);
            VERIFY_JOINED(outcome && exitedWith(outcome->first, cpu) && exitedWith(outcome->second, cpu), outcome);
        }
    }
}

void JoinedRunTest::cancelsBothAtOnce_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("talking") << QStringList{QStringLiteral("ask"), QStringLiteral("1000000000")};
    QTest::newRow("waiting") << QStringList{QStringLiteral("hear-nothing")};
}

/// The fastest of some: others may be using the CPUs.
void JoinedRunTest::cancelsBothAtOnce() {
    QFETCH(const QStringList, words);
    Words first;
    std::ranges::transform(words, std::back_inserter(first), &QString::toStdString);
    auto fastest = std::chrono::nanoseconds::max();
    const auto wanted = inGuest() ? 2000ms : 100ms;
    for (int i = 0; i < 10 && fastest > wanted; ++i) {
        std::stop_source source;
        std::chrono::steady_clock::time_point asked;
        const std::jthread canceller([&] {
            std::this_thread::sleep_for(200ms);
            asked = std::chrono::steady_clock::now();
            source.request_stop();
        });
        const auto outcome = join(spec(first), spec({"echo"}), {}, source.get_token());
        fastest = std::min<std::chrono::nanoseconds>(fastest, std::chrono::steady_clock::now() - asked);
        for (const Side side : Sides) {
            VERIFY_JOINED(outcome && stoppedBy(outcome->of(side), LimitHit::None), outcome);
        }
        VERIFY_JOINED(!outcome->leftFirst, outcome);
    }
    QVERIFY2(fastest < wanted, std::to_string(fastest / 1us).c_str());
}

void JoinedRunTest::aRunThatCannotStartEndsTheOther() {
    LaunchSpec missing = spec({"exit", "0"});
    missing.arguments = {"/program/missing"};
    JoinOptions options;
    options.grace = {60s, 60s};
    QElapsedTimer timer;
    timer.start();
    const Error wanted{"sandbox.setup", "start the program: No such file or directory"};
    const auto first = join(missing, spec({"hear-nothing"}), options);
    QVERIFY(!first);
    QCOMPARE(first.error(), wanted);
    const auto second = join(spec({"hear-nothing"}), missing, options);
    QVERIFY(!second);
    QCOMPARE(second.error(), wanted);
    QVERIFY(timer.elapsed() < 10000);
    const auto after = join({"say", "x\n"}, {"hear"});
    VERIFY_JOINED(after && exitedWith(after->second, 0), after);
}

void JoinedRunTest::aKilledHelperIsAnError() {
    const std::vector<pid_t> before = childrenOf(::getpid());
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    auto first = (*sandbox)->openBox({});
    auto second = (*sandbox)->openBox({});
    QVERIFY(first && second);
    std::vector<pid_t> helpers = childrenOf(::getpid());
    std::erase_if(helpers, [&](pid_t pid) { return std::ranges::find(before, pid) != before.end(); });
    QCOMPARE(helpers.size(), std::size_t(1));
    const std::jthread killer([&] {
        std::this_thread::sleep_for(200ms);
        ::kill(helpers.front(), SIGKILL);
    });
    const auto outcome = runJoined(**first, spec({"hear-nothing"}), **second, spec({"hear"}), {}, {});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("sandbox.box-lost"));
}

void JoinedRunTest::leavesNothingBehind() {
    QVERIFY(join({"guess"}, {"keep-secret", "1"}));
    QTest::qWait(300); // The boxes get ready for their next runs.
    const auto descriptors = openDescriptorsOf(::getpid());
    const auto processes = livingDescendants();
    for (int i = 0; i < 25; ++i) {
        QVERIFY(join({"guess"}, {"keep-secret", "1"}));
        QVERIFY(join({"exit", "1"}, {"hear"}));
        QVERIFY(join({"leave-child"}, {"exit", "2"}));
        QVERIFY(join({"say-and-crash", "x\n"}, {"flood"}));
    }
    QCOMPARE(openDescriptorsOf(::getpid()), descriptors);
    QTRY_VERIFY2(livingDescendants() <= processes, tests::describe(descendantsOf(::getpid())).c_str());
    QTRY_VERIFY2(descendantsOf(::getpid()).size() <=
                     processes + 2, // In each box one of an earlier run is still to reap.
                 tests::describe(descendantsOf(::getpid())).c_str());
}

/// CPU seconds that the same two programs take on bare pipes, each in a session of its own, as boxes are: the kernel
/// shares out CPU time between sessions, and to change between two of them costs it more.
double JoinedRunTest::barePipes(const char* exchanges) const {
    int there[2];
    int back[2];
    if (::pipe2(there, O_CLOEXEC) != 0 || ::pipe2(back, O_CLOEXEC) != 0) {
        return 0;
    }
    const auto start = [&](int input, int output, const char* word, const char* argument) {
        const pid_t pid = ::fork();
        if (pid == 0) {
            ::setsid();
            ::dup2(input, STDIN_FILENO);
            ::dup2(output, STDOUT_FILENO);
            ::execl(m_probe.path().c_str(), "probe", word, argument, nullptr);
            ::_exit(1);
        }
        return pid;
    };
    const double before = cpuSeconds(RUSAGE_CHILDREN);
    const pid_t asking = start(back[0], there[1], "ask", exchanges);
    const pid_t answering = start(there[0], back[1], "echo", nullptr);
    for (const int end : {there[0], there[1], back[0], back[1]}) {
        ::close(end);
    }
    ::waitpid(asking, nullptr, 0);
    ::waitpid(answering, nullptr, 0);
    return cpuSeconds(RUSAGE_CHILDREN) - before;
}

/// In CPU time: all take turns, and by the clock it would say how busy the machine is.
void JoinedRunTest::costsLessThanThreeTimesBarePipes() {
    if (inGuest()) {
        QSKIP("an emulated machine's costs are others");
    }
    const char* exchanges = "20000";
    std::vector<double> ratios;
    for (int i = 0; i < 5; ++i) {
        const double bare = barePipes(exchanges);
        const double before = cpuSeconds(RUSAGE_SELF);
        const auto outcome = join({"ask", exchanges}, {"echo"});
        VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 0), outcome);
        const auto programs = outcome->first.outcome.cpu() + outcome->second.outcome.cpu();
        const double joined = cpuSeconds(RUSAGE_SELF) - before + std::chrono::duration<double>(programs).count();
        ratios.push_back(joined / bare);
    }
    std::ranges::sort(ratios);
    qInfo("%.2f to %.2f times", ratios.front(), ratios.back());
    QVERIFY2(ratios[2] < 3, std::to_string(ratios[2]).c_str());
}

void JoinedRunTest::bearsAHundredThousandExchanges() {
    const auto outcome = join({"ask", inGuest() ? "10000" : "100000"}, {"echo"});
    VERIFY_JOINED(outcome && exitedWith(outcome->first, 0) && exitedWith(outcome->second, 0), outcome);
    QCOMPARE(outcome->first.said, outcome->second.said);
}

QTEST_GUILESS_MAIN(JoinedRunTest)
#include "test_joined_run.moc"
