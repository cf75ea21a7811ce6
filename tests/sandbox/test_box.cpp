// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace std::chrono_literals;

namespace {

/// Of this test's own, so that others that run at the same time aren't counted.
const std::string ProbeName = "probe-" + std::to_string(::getpid());
const std::string ProbePath = "/program/" + ProbeName;

std::string text(const UniqueFd& file) {
    std::string bytes(1 << 16, '\0');
    const ssize_t got = ::pread(file.get(), bytes.data(), bytes.size(), 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

/// Names of processes whose command line holds `word`.
int processesWith(const std::string& word) {
    int found = 0;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
        found += name.toInt() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().contains(word.c_str()) ? 1 : 0;
    }
    return found;
}

/// Direct children, dead ones that nobody reaped among them.
QList<int> childrenOf(int parent) {
    QList<int> children;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (name.toInt() > 0 && file.open(QIODevice::ReadOnly)) {
            const QByteArray stat = file.readAll();
            const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
            if (fields.size() > 1 && fields[1].toInt() == parent) {
                children.append(name.toInt());
            }
        }
    }
    return children;
}

/// The same tests hold on lower rungs of the ladder: GRINDSTONE_TEST_TIER names one by its code.
SandboxOptions wantedTier() {
    const QByteArray tier = qgetenv("GRINDSTONE_TEST_TIER");
    SandboxOptions options;
    options.cgroup1 = options.cgroup2 = tier != "no-cgroup";
    options.namespaces = tier != "no-namespaces";
    options.allowNoNamespaces = !options.namespaces;
    return options;
}

/// Of a helper's children those that keep a box, and not the one that sweeps.
QList<int> keepersOf(int helper) {
    QList<int> keepers = childrenOf(helper);
    keepers.removeIf([](int pid) {
        QFile file(QStringLiteral("/proc/%1/comm").arg(pid));
        return !file.open(QIODevice::ReadOnly) || file.readAll() != "grind-keeper\n";
    });
    return keepers;
}

} // namespace

class BoxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void reportsExitCode();
    void reportsSignal();
    void copiesInputToOutput();
    void startsFromAnEmptyInput();
    void showsTheProgramNothingButItsStreams();
    void programCanOpenItsStreamsByName();
    void handsNoCoreToTheHost();
    void hidesInstalledProblemsFromPrograms();
    void stopsAtCpuLimit_data();
    void stopsAtCpuLimit();
    void stopsSleepersAtWallLimitAndSaysTheySlept_data();
    void stopsSleepersAtWallLimitAndSaysTheySlept();
    void doesNotCallABusyThreadIdle();
    void takesAWallLimitOfForEver();
    void stopsAtMemoryLimit_data();
    void stopsAtMemoryLimit();
    void measuresPeakMemory();
    void countsSharedMemoryOnce();
    void countsOfAProgramsFilesWhatItTouches();
    void stopsAndCutsFloods_data();
    void stopsAndCutsFloods();
    void endsForkBombs();
    void killsAndCountsWhatSurvivesTheProgram();
    void leavesNothingForTheNextRun();
    void boundsFileSpace();
    void inputCannotBeWritten();
    void refusesInputThatIsAHostFile();
    void refuses_data();
    void refuses();
    void namesRefusedCalls();
    void saysWhenNotAllRefusalsAreNamed();
    void stopsStormsOfRefusalsAtTheirCpuLimit();
    void programCannotHarmItsInit_data();
    void programCannotHarmItsInit();
    void bringsBackRegularFilesOnly_data();
    void bringsBackRegularFilesOnly();
    void laysFilesInReadOnly();
    void refusesFilesOutsideTheirFolder();
    void namesTheStepThatFailed();
    void cancelsAtOnce();
    void cancelsFloodsAsCancelled();
    void twoBoxesRunAtOnce();
    void aNewBoxGetsTheCpuOfAClosedOne();
    void helperEndsWithItsOwner();
    void helperReapsTheRunsOfAKilledBox();
    void startsProgramsWithoutNamespaces();
    void missingHelperIsAnErrorThatNamesIt();
    void startsWithoutStandardStreams();

private:
    LaunchSpec probe(const QStringList& words) const;
    Result<Outcome> run(const LaunchSpec& spec) { return m_box->run(spec, {}); }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Box> m_box;
    UniqueFd m_program;
};

void BoxTest::initTestCase() {
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
    m_sandbox = std::move(*sandbox);
    const Capabilities& capabilities = m_sandbox->capabilities();
    QVERIFY2(capabilities.tier != Tier::None, details(capabilities).c_str());
    auto box = m_sandbox->openBox({});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    m_box = std::move(*box);
    const QString path = QCoreApplication::applicationDirPath() + QStringLiteral("/sandbox-probe");
    m_program.reset(::open(qPrintable(path), O_RDONLY | O_CLOEXEC));
    QVERIFY2(m_program, qPrintable(path));
}

LaunchSpec BoxTest::probe(const QStringList& words) const {
    LaunchSpec spec;
    spec.arguments = {ProbePath};
    for (const QString& word : words) {
        spec.arguments.push_back(word.toStdString());
    }
    spec.files = {{Area::Program, ProbeName, m_program.get(), true}};
    spec.limits.cpuTime = 1s;
    spec.limits.wallTime = 3s;
    spec.limits.memory = Bytes::mib(64);
    return spec;
}

void BoxTest::reportsExitCode() {
    const auto outcome = run(probe({QStringLiteral("exit"), QStringLiteral("3")}));
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
    QCOMPARE(outcome->exitCode, 3);
    QVERIFY(outcome->limit == LimitHit::None);
    QVERIFY(outcome->wall > 0ns);
}

void BoxTest::reportsSignal() {
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGKILL, SIGTERM}) {
        const auto outcome = run(probe({QStringLiteral("signal"), QString::number(signal)}));
        QVERIFY(outcome);
        QVERIFY(outcome->ending == Ending::Signalled);
        QCOMPARE(outcome->signal, signal);
        QVERIFY(outcome->limit == LimitHit::None);
    }
}

void BoxTest::copiesInputToOutput() {
    const std::string input = std::string("1 2\n\0\xff", 6) + std::string(300000, 'x');
    const UniqueFd memory = std::move(*sealedMemory("input", input));
    LaunchSpec spec = probe({QStringLiteral("copy")});
    spec.standardInput = memory.get();
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->standardOutput.size.count(), input.size());
    QCOMPARE(text(outcome->standardOutput.file), input.substr(0, 1 << 16));
    QVERIFY(!outcome->standardOutput.cut);
}

void BoxTest::startsFromAnEmptyInput() {
    const auto outcome = run(probe({QStringLiteral("copy")}));
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QCOMPARE(outcome->standardOutput.size.count(), 0U);
}

void BoxTest::showsTheProgramNothingButItsStreams() {
    const auto outcome = run(probe({QStringLiteral("descriptors")}));
    QVERIFY(outcome);
    QCOMPARE(text(outcome->standardOutput.file), std::string("0 1 2 \n"));
}

void BoxTest::programCanOpenItsStreamsByName() {
    const UniqueFd memory = std::move(*sealedMemory("input", "line\n"));
    LaunchSpec spec = probe({QStringLiteral("reopen-streams")});
    spec.standardInput = memory.get();
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QCOMPARE(text(outcome->standardOutput.file), std::string("line\n"));
    QCOMPARE(text(outcome->standardError.file), std::string("line\n"));
}

void BoxTest::handsNoCoreToTheHost() {
    const auto outcome = run(probe({QStringLiteral("core-limit")}));
    QVERIFY(outcome);
    rlimit ours{};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &ours), 0);
    const std::string wanted = ours.rlim_max == 0 ? "0" : "1";
    QCOMPARE(text(outcome->standardOutput.file), wanted + " " + wanted + "\n");
}

/// A prefix with a helper and an installed problem, which the box shows as it would show /usr.
void BoxTest::hidesInstalledProblemsFromPrograms() {
    const QTemporaryDir prefix(QStringLiteral("/var/tmp/grindstone-XXXXXX")); // A run's own /tmp covers the host's.
    QVERIFY(::chmod(qPrintable(prefix.path()), 0755) == 0);
    const QDir root(prefix.path());
    QVERIFY(root.mkpath(QStringLiteral("libexec/grindstone")) && root.mkpath(QStringLiteral("share/grindstone")));
    const QString helper = root.filePath(QStringLiteral("libexec/grindstone/grindstone-sandbox"));
    QVERIFY(QFile::copy(QString::fromStdString(findHelper()), helper));
    const QString answer = root.filePath(QStringLiteral("share/grindstone/1.ans"));
    QVERIFY(QFile::link(QStringLiteral("/usr/bin/true"), answer));
    auto sandbox = Sandbox::start(helper.toStdString(), wantedTier());
    QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
    auto box = (*sandbox)->openBox({{prefix.path().toStdString()}});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    const auto shown = (*box)->run(probe({QStringLiteral("open"), helper}), {});
    QVERIFY(shown);
    QCOMPARE(text(shown->standardOutput.file).substr(0, 7), std::string("allowed"));
    const auto hidden = (*box)->run(probe({QStringLiteral("open"), answer}), {});
    QVERIFY(hidden);
    QCOMPARE(text(hidden->standardOutput.file), std::string("refused ENOENT\n"));
}

void BoxTest::stopsAtCpuLimit_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("itself") << "spin";
    QTest::newRow("a child that nobody waits for") << "spin-child";
}

void BoxTest::stopsAtCpuLimit() {
    QFETCH(const QString, program);
    LaunchSpec spec = probe({program});
    spec.limits.cpuTime = 300ms;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Stopped);
    QVERIFY(outcome->limit == LimitHit::Cpu);
    QVERIFY(outcome->cpu() >= 300ms);
    QVERIFY2(outcome->cpu() < 600ms, qPrintable(QString::number(outcome->cpu().count())));
}

void BoxTest::stopsSleepersAtWallLimitAndSaysTheySlept_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("sleep") << "sleep";
    QTest::newRow("ignores every signal") << "signal-proof";
}

void BoxTest::stopsSleepersAtWallLimitAndSaysTheySlept() {
    QFETCH(const QString, program);
    LaunchSpec spec = probe({program});
    spec.limits.wallTime = 300ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Wall);
    QVERIFY(outcome->idle);
    QVERIFY(outcome->wall >= 300ms);
}

void BoxTest::doesNotCallABusyThreadIdle() {
    LaunchSpec spec = probe({QStringLiteral("spin-thread")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 300ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Wall);
    QVERIFY(!outcome->idle);
}

void BoxTest::takesAWallLimitOfForEver() {
    LaunchSpec spec = probe({QStringLiteral("exit"), QStringLiteral("4")});
    spec.limits.wallTime = std::chrono::nanoseconds::max();
    const auto outcome = run(spec);
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(outcome->exitCode, 4);
}

void BoxTest::stopsAtMemoryLimit_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("itself") << QStringList{QStringLiteral("eat"), QStringLiteral("100000")};
    QTest::newRow("its child") << QStringList{QStringLiteral("eat-in-child")};
}

void BoxTest::stopsAtMemoryLimit() {
    QFETCH(const QStringList, words);
    LaunchSpec spec = probe(words);
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Memory);
    QVERIFY(outcome->outOfMemory);
}

void BoxTest::measuresPeakMemory() {
    LaunchSpec spec = probe({QStringLiteral("eat"), QStringLiteral("40")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QVERIFY(!outcome->outOfMemory);
    QVERIFY2(outcome->peakMemory >= Bytes::mib(40) && outcome->peakMemory <= Bytes::mib(44),
             qPrintable(QString::number(outcome->peakMemory.inKib())));
}

void BoxTest::countsSharedMemoryOnce() {
    LaunchSpec spec = probe({QStringLiteral("share"), QStringLiteral("40")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
    QVERIFY(!outcome->outOfMemory);
    QVERIFY2(outcome->peakMemory >= Bytes::mib(40) && outcome->peakMemory <= spec.limits.memory,
             qPrintable(QString::number(outcome->peakMemory.inKib())));
}

void BoxTest::countsOfAProgramsFilesWhatItTouches() {
    const UniqueFd table = std::move(*sealedMemory("table", std::string(48 << 20, '\0')));
    LaunchSpec spec = probe({QStringLiteral("skim"), QStringLiteral("/program/table")});
    spec.files.push_back({Area::Program, "table", table.get()});
    spec.limits.memory = Bytes::mib(32);
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QVERIFY(!outcome->outOfMemory);
    QVERIFY2(outcome->peakMemory <= Bytes::mib(8), qPrintable(QString::number(outcome->peakMemory.inKib())));
}

void BoxTest::stopsAndCutsFloods_data() {
    QTest::addColumn<QString>("stream");
    QTest::newRow("stdout") << "1";
    QTest::newRow("stderr") << "2";
}

void BoxTest::stopsAndCutsFloods() {
    QFETCH(const QString, stream);
    LaunchSpec spec = probe({QStringLiteral("flood"), stream});
    spec.limits.output = Bytes::mib(1);
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Output);
    const Capture& capture = stream == QStringLiteral("1") ? outcome->standardOutput : outcome->standardError;
    QVERIFY(capture.cut);
    QCOMPARE(capture.size.count(), Bytes::mib(1).count());
}

void BoxTest::endsForkBombs() {
    LaunchSpec spec = probe({QStringLiteral("fork-bomb")});
    spec.limits.wallTime = 1s;
    spec.limits.memory = Bytes::mib(512); // The kernel's own memory for dying processes counts in a cgroup.
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Stopped);
    QVERIFY(outcome->limit == LimitHit::Cpu || outcome->limit == LimitHit::Wall);
    QVERIFY2(outcome->survivors < 64, qPrintable(QString::number(outcome->survivors)));
    QCOMPARE(processesWith(ProbePath), 0);
}

void BoxTest::killsAndCountsWhatSurvivesTheProgram() {
    const auto outcome = run(probe({QStringLiteral("daemon")}));
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
    QCOMPARE(outcome->survivors, 1U);
    QCOMPARE(processesWith(ProbePath), 0);
}

void BoxTest::leavesNothingForTheNextRun() {
    const auto first = run(probe({QStringLiteral("leave-traces")}));
    QVERIFY(first);
    // Where no cgroup counts it, shared memory of System V is refused.
    const bool counted = m_sandbox->capabilities().memory != MemorySource::Readings;
    QCOMPARE(text(first->standardOutput.file), std::string(counted ? "made 4\n" : "made 3\n"));
    const auto second = run(probe({QStringLiteral("find-traces")}));
    QVERIFY(second);
    QCOMPARE(text(second->standardOutput.file), std::string("found 0\n"));
}

void BoxTest::boundsFileSpace() {
    LaunchSpec spec = probe({QStringLiteral("fill")});
    spec.limits.fileSpace = Bytes::mib(4);
    const auto outcome = run(spec);
    QVERIFY(outcome);
    const long written = std::stol(text(outcome->standardOutput.file));
    QVERIFY(written > 0 && written <= 4 << 20);
}

void BoxTest::inputCannotBeWritten() {
    const UniqueFd memory = std::move(*sealedMemory("input", "1 2\n"));
    LaunchSpec spec = probe({QStringLiteral("write-through-input")});
    spec.standardInput = memory.get();
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(text(outcome->standardOutput.file), std::string("refused EACCES\n"));
    QCOMPARE(text(memory), std::string("1 2\n"));
}

void BoxTest::refusesInputThatIsAHostFile() {
    LaunchSpec spec = probe({QStringLiteral("copy")});
    spec.standardInput = m_program.get();
    const auto outcome = run(spec);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("sandbox.unsafe-input"));
}

void BoxTest::refuses_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char* name, const char* answer, const QString& argument = {}) {
        const QString title = QLatin1String(name) + (argument.isEmpty() ? QString() : QStringLiteral(" ") + argument);
        QTest::newRow(qPrintable(title)) << QStringList{QLatin1String(name), argument}
                                         << QStringLiteral("refused %1\n").arg(QLatin1String(answer));
    };
    for (const char* name : {"socket-inet", "socket-netlink", "socket-vsock", "socketpair-inet", "socketpair-tipc",
                             "unshare-user", "clone-user", "mount", "umount-proc", "chroot", "ptrace", "bpf", "perf",
                             "keyctl", "io_uring", "userfaultfd", "affinity"}) {
        row(name, "EPERM");
    }
    row("clone3", "ENOSYS");
    row("tiocsti", "EPERM");
    row("setuid", "EINVAL"); // There is no user 0 in a box.
    row("raise-limits", "EPERM");
    row("open", "ENOENT", QStringLiteral("/etc/shadow"));
    row("open", "ENOENT", QStringLiteral("/root"));
    row("open", "ENOENT", QStringLiteral("/home"));
    row("open", "ENOENT", QStringLiteral("/dev/vda"));
    row("open", "EACCES", QStringLiteral("/proc/1/environ"));
    row("write", "EROFS", QStringLiteral("/new"));
    row("write", "EROFS", QStringLiteral("/program/new"));
    row("write", "EROFS", QStringLiteral("/usr/bin/new"));
    row("write", "EROFS", QStringLiteral("/etc/passwd"));
}

void BoxTest::refuses() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, answer);
    const auto outcome = run(probe(words));
    QVERIFY(outcome);
    QCOMPARE(QString::fromStdString(text(outcome->standardOutput.file)), answer);
}

void BoxTest::namesRefusedCalls() {
    const auto refused = run(probe({QStringLiteral("socket-inet")}));
    QVERIFY(refused);
    QCOMPARE(refused->blockedCalls, std::vector<std::string>{"socket"});
    QVERIFY(refused->blockedCallsComplete);
    const auto harmless = run(probe({QStringLiteral("exit"), QStringLiteral("0")}));
    QVERIFY(harmless);
    QVERIFY(harmless->blockedCalls.empty());
}

void BoxTest::saysWhenNotAllRefusalsAreNamed() {
    LaunchSpec spec = probe({QStringLiteral("refusal-flood")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(text(outcome->standardOutput.file), std::string("refused EPERM\n"));
    QCOMPARE(outcome->blockedCalls, (std::vector<std::string>{"socket", "ptrace"}));
    QVERIFY(!outcome->blockedCallsComplete);
}

/// Nearly all of their time is their init's.
void BoxTest::stopsStormsOfRefusalsAtTheirCpuLimit() {
    LaunchSpec spec = probe({QStringLiteral("refusal-storm")});
    spec.limits.cpuTime = 200ms;
    spec.limits.wallTime = 8s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY2(outcome->limit == LimitHit::Cpu, qPrintable(QString::number(outcome->cpu().count())));
}

void BoxTest::programCannotHarmItsInit_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("kills it") << "kill-init";
    QTest::newRow("kills everything") << "kill-all";
    QTest::newRow("stops it") << "stop-parent";
}

void BoxTest::programCannotHarmItsInit() {
    QFETCH(const QString, program);
    const auto outcome = run(probe({program}));
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
}

void BoxTest::bringsBackRegularFilesOnly_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("files");
    QTest::newRow("a file") << QStringList{QStringLiteral("result"), QStringLiteral("42")} << 1;
    QTest::newRow("too large") << QStringList{QStringLiteral("result"), QString(200, QLatin1Char('x'))} << 0;
    QTest::newRow("a link") << QStringList{QStringLiteral("link-result")} << 0;
    QTest::newRow("a pipe") << QStringList{QStringLiteral("fifo-result")} << 0;
    QTest::newRow("nothing") << QStringList{QStringLiteral("exit"), QStringLiteral("0")} << 0;
}

void BoxTest::bringsBackRegularFilesOnly() {
    QFETCH(const QStringList, words);
    QFETCH(const int, files);
    LaunchSpec spec = probe(words);
    spec.collect = {{"result", Bytes(100)}, {"../etc/passwd", Bytes(10000)}};
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(static_cast<int>(outcome->collected.size()), files);
    if (files == 1) {
        QCOMPARE(text(outcome->collected[0].file), std::string("42"));
        QVERIFY(::fcntl(outcome->collected[0].file.get(), F_GET_SEALS) & F_SEAL_WRITE);
    }
}

void BoxTest::laysFilesInReadOnly() {
    const UniqueFd data = std::move(*sealedMemory("data", "content"));
    LaunchSpec spec = probe({QStringLiteral("open"), QStringLiteral("/program/deep/er/data")});
    spec.files.push_back({Area::Program, "deep/er/data", data.get(), false});
    const auto opened = run(spec);
    QVERIFY(opened);
    QCOMPARE(text(opened->standardOutput.file).substr(0, 7), std::string("allowed"));
    spec.arguments = {ProbePath, "write", "/program/deep/er/data"};
    const auto written = run(spec);
    QVERIFY(written);
    QCOMPARE(text(written->standardOutput.file), std::string("refused EROFS\n"));
}

void BoxTest::refusesFilesOutsideTheirFolder() {
    const UniqueFd data = std::move(*sealedMemory("data", "content"));
    for (const char* path : {"../escape", "/absolute", "a/../../escape", ""}) {
        LaunchSpec spec = probe({QStringLiteral("exit"), QStringLiteral("0")});
        spec.files.push_back({Area::Work, path, data.get(), false});
        const auto outcome = run(spec);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error(), (Error{"sandbox.setup", "lay in a file: Invalid argument"}));
    }
}

void BoxTest::namesTheStepThatFailed() {
    LaunchSpec spec;
    spec.arguments = {"/program/missing"};
    const auto outcome = run(spec);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error(), (Error{"sandbox.setup", "start the program: No such file or directory"}));
}

void BoxTest::cancelsAtOnce() {
    std::stop_source source;
    LaunchSpec spec = probe({QStringLiteral("sleep")});
    spec.limits.wallTime = 60s;
    QElapsedTimer timer;
    timer.start();
    const std::jthread canceller([&] {
        std::this_thread::sleep_for(100ms);
        source.request_stop();
    });
    const auto outcome = m_box->run(spec, source.get_token());
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Stopped);
    QVERIFY(outcome->limit == LimitHit::None);
    QVERIFY(timer.elapsed() < 10000);
}

void BoxTest::cancelsFloodsAsCancelled() {
    std::stop_source source;
    LaunchSpec spec = probe({QStringLiteral("flood"), QStringLiteral("1")});
    spec.limits.output = Bytes(1);
    source.request_stop();
    for (int i = 0; i < 100; ++i) { // In some of them the program gets to write before it is killed.
        const auto outcome = m_box->run(spec, source.get_token());
        QVERIFY(outcome);
        QVERIFY(outcome->ending == Ending::Stopped);
        QVERIFY(outcome->limit == LimitHit::None);
    }
}

void BoxTest::twoBoxesRunAtOnce() {
    auto other = m_sandbox->openBox({});
    QVERIFY(other);
    LaunchSpec spec = probe({QStringLiteral("sleep")});
    spec.limits.wallTime = 500ms;
    QElapsedTimer timer;
    timer.start();
    std::jthread side([&] { QVERIFY((*other)->run(spec, {})); });
    QVERIFY(run(spec));
    side.join();
    QVERIFY2(timer.elapsed() < 950, qPrintable(QString::number(timer.elapsed())));
}

void BoxTest::aNewBoxGetsTheCpuOfAClosedOne() {
    LaunchSpec spec = probe({QStringLiteral("cpu")});
    spec.singleCpu = true;
    const auto cpuOf = [&](Box& box) {
        const auto outcome = box.run(spec, {});
        return outcome ? text(outcome->standardOutput.file) : outcome.error().detail;
    };
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    auto first = (*sandbox)->openBox({});
    auto second = (*sandbox)->openBox({});
    QVERIFY(first && second);
    const std::string cpu = cpuOf(**second);
    if (cpu == cpuOf(**first)) {
        QSKIP("needs two CPUs");
    }
    second->reset();
    std::this_thread::sleep_for(200ms); // The helper gets to see it close.
    auto third = (*sandbox)->openBox({});
    QVERIFY(third);
    QCOMPARE(cpuOf(**third), cpu);
}

void BoxTest::helperEndsWithItsOwner() {
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    auto box = (*sandbox)->openBox({});
    QVERIFY(box);
    std::jthread side([&] {
        LaunchSpec spec = probe({QStringLiteral("sleep")});
        spec.limits.wallTime = 60s;
        const auto outcome = (*box)->run(spec, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, std::string("sandbox.box-lost"));
    });
    QTRY_VERIFY(processesWith(ProbePath) > 0);
    sandbox->reset();
    side.join();
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(ProbePath), 0, 1000);
}

void BoxTest::helperReapsTheRunsOfAKilledBox() {
    const QList<int> before = childrenOf(::getpid());
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    auto box = (*sandbox)->openBox({});
    QVERIFY(box);
    QList<int> helpers = childrenOf(::getpid());
    helpers.removeIf([&](int pid) { return before.contains(pid); });
    QCOMPARE(helpers.size(), 1);
    const QList<int> keepers = keepersOf(helpers[0]);
    QCOMPARE(keepers.size(), 1);
    std::jthread side([&] {
        while (processesWith(ProbePath) == 0) {
            std::this_thread::sleep_for(10ms);
        }
        ::kill(keepers[0], SIGKILL);
    });
    const auto outcome = (*box)->run(probe({QStringLiteral("sleep")}), {});
    side.join();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("sandbox.box-lost"));
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(ProbePath), 0, 1000);
    auto next = (*sandbox)->openBox({});
    QVERIFY(next);
    QVERIFY((*next)->run(probe({QStringLiteral("exit"), QStringLiteral("0")}), {}));
    auto last = (*sandbox)->openBox({});
    QVERIFY(last);
    QCOMPARE(keepersOf(helpers[0]).size(), 2);
}

/// Twice, with the program laid anew.
void BoxTest::startsProgramsWithoutNamespaces() {
    SandboxOptions options;
    options.namespaces = false;
    options.allowNoNamespaces = true;
    auto sandbox = Sandbox::start(findHelper(), options);
    QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
    if ((*sandbox)->capabilities().tier != Tier::NoNamespaces) {
        QSKIP("This kernel's Landlock is too old for boxes without namespaces.");
    }
    auto box = (*sandbox)->openBox({});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    const UniqueFd copy = std::move(*sealedCopyOf("/proc/self/fd/" + std::to_string(m_program.get())));
    for (const int program : {m_program.get(), copy.get()}) {
        LaunchSpec spec = probe({QStringLiteral("exit"), QStringLiteral("3")});
        spec.files.front().descriptor = program;
        const auto outcome = (*box)->run(spec, {});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(outcome->exitCode, 3);
    }
}

void BoxTest::missingHelperIsAnErrorThatNamesIt() {
    const auto sandbox = Sandbox::start("/nowhere/grindstone-sandbox");
    QVERIFY(!sandbox);
    QCOMPARE(sandbox.error(),
             (Error{"sandbox.helper-missing", "/nowhere/grindstone-sandbox: No such file or directory"}));
}

/// A judge that was started with closed streams gets descriptors 0 to 2 for its own sockets.
void BoxTest::startsWithoutStandardStreams() {
    const UniqueFd input(::dup(STDIN_FILENO));
    const UniqueFd output(::dup(STDOUT_FILENO));
    ::close(STDIN_FILENO);
    ::close(STDOUT_FILENO);
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    const bool works = sandbox && (*sandbox)->capabilities().tier != Tier::None;
    const std::string error = sandbox ? "" : sandbox.error().detail;
    sandbox = fail("", "");
    ::dup2(input.get(), STDIN_FILENO);
    ::dup2(output.get(), STDOUT_FILENO);
    QVERIFY2(works, error.c_str());
}

QTEST_GUILESS_MAIN(BoxTest)
#include "test_box.moc"
