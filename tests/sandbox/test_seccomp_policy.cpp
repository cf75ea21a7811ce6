// SPDX-License-Identifier: GPL-3.0-or-later
//
// The filter alone, in a process of its own. Nobody listens there for what is refused, and the kernel says ENOSYS then.
#include "sandbox/helper/seccomp_policy.h"

#include <QTest>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace grindstone::sandbox::helper;

namespace {

/// A call as a program makes it, with a number where the key would be.
using KeyedCall = long (*)(std::uint64_t key);

long cloneWith(unsigned long flags, std::uint64_t key) {
#if defined(__x86_64__)
    return ::syscall(SYS_clone, flags | SIGCHLD, 0L, 0L, 0L, key);
#else
    return ::syscall(SYS_clone, flags | SIGCHLD, 0L, 0L, key, 0L);
#endif
}

/// The errno that a call leaves under the filter; 0 when it succeeds.
template<typename Call> int errorUnder(const SeccompPolicy& policy, const Call& call) {
    const pid_t child = ::fork();
    if (child == 0) {
        auto listener = policy.load();
        if (!listener) {
            ::_exit(255);
        }
        listener->reset();
        ::_exit(call() < 0 ? errno : 0);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class SeccompPolicyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opensToTheWholeKeyAlone_data();
    void opensToTheWholeKeyAlone();
    void opensNoOtherNamespaceToTheKey();
    void refuses_data();
    void refuses();
    void letsNobodySlowDownOthers_data();
    void letsNobodySlowDownOthers();
    void saysThatOthersHaveTheOrdinaryPolicy_data();
    void saysThatOthersHaveTheOrdinaryPolicy();

private:
    std::optional<SeccompPolicy> m_policy;
};

void SeccompPolicyTest::initTestCase() {
    auto policy = SeccompPolicy::compile(Isolation::Namespaces, Counting::ByReadings);
    QVERIFY(policy);
    m_policy = std::move(*policy);
}

/// Their other arguments are such that the kernel refuses what the filter doesn't.
void SeccompPolicyTest::opensToTheWholeKeyAlone_data() {
    QTest::addColumn<KeyedCall>("call");
    const auto row = [](const char* name, KeyedCall call) { QTest::newRow(name) << call; };
    row("mount", [](std::uint64_t key) { return ::syscall(SYS_mount, 0L, 0L, 0L, 0L, 0L, key); });
    row("umount2", [](std::uint64_t key) { return ::syscall(SYS_umount2, 0L, 0L, 0L, 0L, 0L, key); });
    row("mount_setattr", [](std::uint64_t key) { return ::syscall(SYS_mount_setattr, -1L, 0L, 0L, 0L, 0L, key); });
    row("sched_setaffinity",
        [](std::uint64_t key) { return ::syscall(SYS_sched_setaffinity, 0L, 0L, 0L, 0L, 0L, key); });
    row("memfd_create", [](std::uint64_t key) { return ::syscall(SYS_memfd_create, 0L, ~0UL, 0L, 0L, 0L, key); });
    row("clone", [](std::uint64_t key) { return cloneWith(CLONE_NEWPID | CLONE_NEWIPC, key); });
}

void SeccompPolicyTest::opensToTheWholeKeyAlone() {
    QFETCH(const KeyedCall, call);
    const std::uint64_t key = m_policy->key().value();
    QVERIFY(errorUnder(*m_policy, [&] { return call(key); }) != ENOSYS);
    // A filter compares halves, and each comparison with "not equal" is two.
    for (const std::uint64_t wrong : {std::uint64_t{0}, ~key, key ^ 1, key ^ (std::uint64_t{1} << 63), key & 0xffffffff,
                                      key >> 32 << 32, key << 32 | key >> 32}) {
        QCOMPARE(errorUnder(*m_policy, [&] { return call(wrong); }), ENOSYS);
    }
}

void SeccompPolicyTest::opensNoOtherNamespaceToTheKey() {
    const std::uint64_t key = m_policy->key().value();
    for (const unsigned long flag : {CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWUSER, CLONE_NEWNET}) {
        for (const unsigned long keyed : {0, CLONE_NEWPID, CLONE_NEWIPC, CLONE_NEWPID | CLONE_NEWIPC}) {
            QCOMPARE(errorUnder(*m_policy, [&] { return cloneWith(flag | keyed, key); }), ENOSYS);
        }
    }
}

/// With arguments of which the kernel would say something else than what it says for want of a listener.
void SeccompPolicyTest::refuses_data() {
    QTest::addColumn<long>("number");
    QTest::addColumn<long>("argument");
    QTest::newRow("a quota's figures") << long{SYS_quotactl_fd} << -1L;
    QTest::newRow("a core of its own") << long{SYS_prctl} << long{PR_SCHED_CORE};
    QTest::newRow("the same in high bits") << long{SYS_prctl} << (1L << 32 | PR_SCHED_CORE);
}

void SeccompPolicyTest::refuses() {
    QFETCH(const long, number);
    QFETCH(const long, argument);
    QCOMPARE(errorUnder(*m_policy, [&] { return ::syscall(number, argument, 99L, 0L, 0L, 0L); }), ENOSYS);
}

/// Without a namespace a user's other processes are those of a whole desktop, and nothing but the filter protects them.
/// What is named here is such that the kernel does nothing where the filter fails: there is no such process or user,
/// nor a kind 9 of them.
void SeccompPolicyTest::letsNobodySlowDownOthers_data() {
    QTest::addColumn<long>("number");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("whom");
    QTest::addColumn<int>("error");
    constexpr int IoProcess = 1; // <linux/ioprio.h> isn't everywhere
    constexpr int IoUser = 3;
    constexpr int Absent = 0x7ffffff0;
    QTest::newRow("itself") << long{SYS_setpriority} << int{PRIO_PROCESS} << 0 << 0;
    QTest::newRow("another") << long{SYS_setpriority} << int{PRIO_PROCESS} << Absent << ENOSYS;
    QTest::newRow("more than a process") << long{SYS_setpriority} << 9 << 0 << ENOSYS;
    QTest::newRow("itself at the disk") << long{SYS_ioprio_set} << IoProcess << 0 << 0;
    QTest::newRow("another at the disk") << long{SYS_ioprio_set} << IoProcess << Absent << ENOSYS;
    QTest::newRow("a user at the disk") << long{SYS_ioprio_set} << IoUser << Absent << ENOSYS;
    QTest::newRow("more than a process at the disk") << long{SYS_ioprio_set} << 9 << 0 << ENOSYS;
}

void SeccompPolicyTest::letsNobodySlowDownOthers() {
    QFETCH(const long, number);
    QFETCH(const int, kind);
    QFETCH(const int, whom);
    QFETCH(const int, error);
    constexpr int Lower = 2 << 13 | 5; // for ioprio_set(); a nice value beyond the lowest for setpriority()
    QCOMPARE(errorUnder(*m_policy, [&] { return ::syscall(number, kind, whom, Lower); }), error);
}

/// There is no such process, so the kernel itself would fail with ESRCH.
void SeccompPolicyTest::saysThatOthersHaveTheOrdinaryPolicy_data() {
    QTest::addColumn<long>("policy");
    QTest::addColumn<int>("error");
    QTest::newRow("ordinary") << long{SCHED_OTHER} << 0;
    QTest::newRow("idle") << long{SCHED_IDLE} << ENOSYS;
    QTest::newRow("real time") << long{SCHED_FIFO} << ENOSYS;
    QTest::newRow("ordinary with high bits") << (1L << 32 | SCHED_OTHER) << ENOSYS;
}

void SeccompPolicyTest::saysThatOthersHaveTheOrdinaryPolicy() {
    QFETCH(const long, policy);
    QFETCH(const int, error);
    constexpr long Absent = 0x7ffffff0;
    const sched_param parameters{};
    QCOMPARE(errorUnder(*m_policy, [&] { return ::syscall(SYS_sched_setscheduler, Absent, policy, &parameters); }),
             error);
}

QTEST_GUILESS_MAIN(SeccompPolicyTest)
#include "test_seccomp_policy.moc"
