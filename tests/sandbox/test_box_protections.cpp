// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/box_under_test.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

class BoxProtectionsTest : public QObject, private BoxUnderTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { open(); }
    void showsTheProgramNothingButItsStreams();
    void handsNoCoreToTheHost();
    void hidesInstalledProblemsFromPrograms();
    void leavesNothingForTheNextRun();
    void inputCannotBeWritten();
    void refusesInputThatIsAHostFile();
    void refuses_data();
    void refuses();
    void namesRefusedCalls();
    void saysWhenNotAllRefusalsAreNamed();
    void stopsStormsOfRefusalsAtTheirCpuLimit();
    void programCannotHarmItsInit_data();
    void programCannotHarmItsInit();
};

void BoxProtectionsTest::showsTheProgramNothingButItsStreams() {
    const auto outcome = run(probe({QStringLiteral("descriptors")}));
    QVERIFY(outcome);
    QCOMPARE(text(outcome->standardOutput.file), std::string("0 1 2 \n"));
}

void BoxProtectionsTest::handsNoCoreToTheHost() {
    const auto outcome = run(probe({QStringLiteral("core-limit")}));
    QVERIFY(outcome);
    rlimit ours{};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &ours), 0);
    const std::string wanted = ours.rlim_max == 0 ? "0" : "1";
    QCOMPARE(text(outcome->standardOutput.file), wanted + " " + wanted + "\n");
}

void BoxProtectionsTest::hidesInstalledProblemsFromPrograms() {
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

void BoxProtectionsTest::leavesNothingForTheNextRun() {
    const auto first = run(probe({QStringLiteral("leave-traces")}));
    QVERIFY(first);
    // Where no cgroup counts it, shared memory of System V is refused.
    const bool counted = m_sandbox->capabilities().memory != MemorySource::Readings;
    QCOMPARE(text(first->standardOutput.file), std::string(counted ? "made 4\n" : "made 3\n"));
    const auto second = run(probe({QStringLiteral("find-traces")}));
    QVERIFY(second);
    QCOMPARE(text(second->standardOutput.file), std::string("found 0\n"));
}

void BoxProtectionsTest::inputCannotBeWritten() {
    const UniqueFd memory = std::move(*sealedMemory("input", "1 2\n"));
    LaunchSpec spec = probe({QStringLiteral("write-through-input")});
    spec.standardInput = memory.get();
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(text(outcome->standardOutput.file), std::string("refused EACCES\n"));
    QCOMPARE(text(memory), std::string("1 2\n"));
}

void BoxProtectionsTest::refusesInputThatIsAHostFile() {
    LaunchSpec spec = probe({QStringLiteral("copy")});
    spec.standardInput = m_program.get();
    const auto outcome = run(spec);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("sandbox.unsafe-input"));
}

void BoxProtectionsTest::refuses_data() {
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

void BoxProtectionsTest::refuses() {
    QFETCH(const QStringList, words);
    QFETCH(const QString, answer);
    const auto outcome = run(probe(words));
    QVERIFY(outcome);
    QCOMPARE(QString::fromStdString(text(outcome->standardOutput.file)), answer);
}

void BoxProtectionsTest::namesRefusedCalls() {
    const auto refused = run(probe({QStringLiteral("socket-inet")}));
    QVERIFY(refused);
    QCOMPARE(refused->blockedCalls, std::vector<std::string>{"socket"});
    QVERIFY(refused->blockedCallsComplete);
    const auto harmless = run(probe({QStringLiteral("exit"), QStringLiteral("0")}));
    QVERIFY(harmless);
    QVERIFY(harmless->blockedCalls.empty());
}

void BoxProtectionsTest::saysWhenNotAllRefusalsAreNamed() {
    LaunchSpec spec = probe({QStringLiteral("refusal-flood")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(text(outcome->standardOutput.file), std::string("refused EPERM\n"));
    QCOMPARE(outcome->blockedCalls, (std::vector<std::string>{"socket", "ptrace"}));
    QVERIFY(!outcome->blockedCallsComplete);
}

void BoxProtectionsTest::stopsStormsOfRefusalsAtTheirCpuLimit() {
    LaunchSpec spec = probe({QStringLiteral("refusal-storm")});
    spec.limits.cpuTime = 200ms;
    spec.limits.wallTime = 8s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY2(outcome->limit == LimitHit::Cpu, qPrintable(QString::number(outcome->cpu().count())));
}

void BoxProtectionsTest::programCannotHarmItsInit_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("kills it") << "kill-init";
    QTest::newRow("kills everything") << "kill-all";
    QTest::newRow("stops it") << "stop-parent";
}

void BoxProtectionsTest::programCannotHarmItsInit() {
    QFETCH(const QString, program);
    const auto outcome = run(probe({program}));
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
}

QTEST_GUILESS_MAIN(BoxProtectionsTest)
#include "test_box_protections.moc"
