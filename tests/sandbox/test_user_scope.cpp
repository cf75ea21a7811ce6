// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/user_scope.h"

#include "sandbox/base/unique_fd.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <linux/magic.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <set>
#include <thread>
#include <vector>

using namespace grindstone;
using namespace grindstone::sandbox;

namespace {

/// Whether a systemd manager of this user's must be there. The test guest says that it has one, so that a guest without
/// one cannot pass for a machine where none is expected.
bool expectsManager() {
    struct statfs system {};
    const bool unified = ::statfs("/sys/fs/cgroup", &system) == 0 && system.f_type == CGROUP2_SUPER_MAGIC;
    const QString bus = ::geteuid() == 0 ? QStringLiteral("/run/dbus/system_bus_socket")
                                         : QStringLiteral("/run/user/%1/bus").arg(::geteuid());
    return qEnvironmentVariableIsSet("GRINDSTONE_GUEST") ||
           (unified && QFile::exists(QStringLiteral("/run/systemd/system")) && QFile::exists(bus));
}

#define NEEDS_MANAGER()                                                                                                \
    if (!expectsManager()) {                                                                                           \
        failsWithAReason();                                                                                            \
        return;                                                                                                        \
    }

/// A process that does nothing, until it is killed or this object goes.
class Sleeper {
public:
    Sleeper() {
        m_process.start(QStringLiteral("/bin/sleep"), {QStringLiteral("600")});
        m_process.waitForStarted(-1);
        m_pid = static_cast<pid_t>(m_process.processId());
    }
    ~Sleeper() { kill(); }
    Sleeper(const Sleeper&) = delete;
    Sleeper& operator=(const Sleeper&) = delete;

    pid_t pid() const { return m_pid; } ///< 0 when it could not be started
    void waitForEnd() { m_process.waitForFinished(-1); }
    void kill() {
        m_process.kill();
        waitForEnd();
    }

private:
    QProcess m_process;
    pid_t m_pid = 0;
};

/// The process's cgroup as a folder.
QString cgroupFolder(pid_t pid) {
    QFile file(QStringLiteral("/proc/%1/cgroup").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("0::")) {
            return QStringLiteral("/sys/fs/cgroup") + QString::fromUtf8(line.mid(3));
        }
    }
    return {};
}

bool writeTo(const QString& path, const QByteArray& text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

QStringList openDescriptors() {
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::System | QDir::Files | QDir::Dirs);
}

/// A socket in a folder of its own that takes connections, and says nothing.
class SilentBus {
public:
    SilentBus() {
        const QByteArray path = m_folder.filePath(QStringLiteral("bus")).toLocal8Bit();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(path.begin(), path.end(), address.sun_path);
        m_socket.reset(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        m_works = ::bind(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                  ::listen(m_socket.get(), 8) == 0;
        m_address = "unix:path=" + path;
    }
    bool works() const { return m_works; }
    const QByteArray& address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    UniqueFd m_socket;
    QByteArray m_address;
    bool m_works = false;
};

/// For as long as it lives, the environment names this bus, or none when empty.
class BusAddress {
public:
    explicit BusAddress(const QByteArray& address) {
        for (const char* name : Names) {
            m_before.push_back(qgetenv(name));
            address.isEmpty() ? qunsetenv(name) : qputenv(name, address);
        }
    }
    ~BusAddress() {
        for (std::size_t i = 0; i < std::size(Names); ++i) {
            m_before[i].isNull() ? qunsetenv(Names[i]) : qputenv(Names[i], m_before[i]);
        }
    }
    BusAddress(const BusAddress&) = delete;
    BusAddress& operator=(const BusAddress&) = delete;

private:
    static constexpr const char* Names[] = {"DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"};
    std::vector<QByteArray> m_before;
};

} // namespace

class UserScopeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void movesAProcessIntoAScopeBelowItsManager();
    void theScopeCanBeDivided();
    void theScopeGoesWithItsLastProcess();
    void findsTheBusWithoutAnyEnvironment();
    void servesManyThreadsAtOnce();
    void saysWhyTheManagerRefused();
    void saysThatThereIsNoBus();
    void givesUpOnABusThatNeverAnswers();
    void leavesNoDescriptorOpen();

private:
    /// What is promised where there is no manager: an answer, with its reason.
    static void failsWithAReason();
};

void UserScopeTest::failsWithAReason() {
    Sleeper sleeper;
    QVERIFY(sleeper.pid() > 0);
    const QString before = cgroupFolder(sleeper.pid());
    const auto moved = moveIntoDelegatedScope(sleeper.pid());
    QVERIFY(!moved);
    QVERIFY2(moved.error().code == "sandbox.no-bus" || moved.error().code == "sandbox.no-scope",
             moved.error().code.c_str());
    QVERIFY(!moved.error().detail.empty());
    QCOMPARE(cgroupFolder(sleeper.pid()), before);
}

void UserScopeTest::movesAProcessIntoAScopeBelowItsManager() {
    NEEDS_MANAGER();
    Sleeper sleeper;
    QVERIFY(sleeper.pid() > 0);
    const auto moved = moveIntoDelegatedScope(sleeper.pid());
    QVERIFY2(moved, moved ? "" : moved.error().detail.c_str());

    const QString folder = cgroupFolder(sleeper.pid());
    const QString manager = ::geteuid() == 0 ? QStringLiteral("/sys/fs/cgroup/system.slice/")
                                             : QStringLiteral("/user@%1.service/").arg(::geteuid());
    QVERIFY2(folder.contains(manager), qPrintable(folder));
    QVERIFY2(folder.section(u'/', -1).startsWith(QStringLiteral("grindstone-%1-").arg(::getpid())), qPrintable(folder));
    QVERIFY2(folder.endsWith(QStringLiteral(".scope")), qPrintable(folder));
    QVERIFY(cgroupFolder(::getpid()) != folder);
}

void UserScopeTest::theScopeCanBeDivided() {
    NEEDS_MANAGER();
    Sleeper sleeper;
    QVERIFY(sleeper.pid() > 0);
    const auto moved = moveIntoDelegatedScope(sleeper.pid());
    QVERIFY2(moved, moved ? "" : moved.error().detail.c_str());

    const QString scope = cgroupFolder(sleeper.pid());
    const QString leaf = scope + QStringLiteral("/leaf");
    QVERIFY(QDir().mkdir(leaf));
    QVERIFY(writeTo(leaf + QStringLiteral("/cgroup.procs"), QByteArray::number(sleeper.pid())));
    QCOMPARE(cgroupFolder(sleeper.pid()), leaf);
    QVERIFY(writeTo(scope + QStringLiteral("/cgroup.subtree_control"), "+memory +pids"));
    QVERIFY(writeTo(leaf + QStringLiteral("/memory.max"), "67108864"));
    QVERIFY(writeTo(leaf + QStringLiteral("/pids.max"), "64"));
    QVERIFY(writeTo(leaf + QStringLiteral("/cgroup.kill"), "1"));
    sleeper.waitForEnd();
}

void UserScopeTest::theScopeGoesWithItsLastProcess() {
    NEEDS_MANAGER();
    Sleeper sleeper;
    QVERIFY(sleeper.pid() > 0);
    const auto moved = moveIntoDelegatedScope(sleeper.pid());
    QVERIFY2(moved, moved ? "" : moved.error().detail.c_str());

    const QString scope = cgroupFolder(sleeper.pid());
    QVERIFY(QDir().mkdir(scope + QStringLiteral("/left-behind")));
    sleeper.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(scope), 60000);
}

void UserScopeTest::findsTheBusWithoutAnyEnvironment() {
    NEEDS_MANAGER();
    const BusAddress none({});
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    qunsetenv("XDG_RUNTIME_DIR");
    Sleeper sleeper;
    QVERIFY(sleeper.pid() > 0);
    const auto moved = moveIntoDelegatedScope(sleeper.pid());
    qputenv("XDG_RUNTIME_DIR", folder);
    QVERIFY2(moved, moved ? "" : moved.error().detail.c_str());
}

void UserScopeTest::servesManyThreadsAtOnce() {
    NEEDS_MANAGER();
    std::array<Sleeper, 3> sleepers;
    std::array<Result<void>, 3> results;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < results.size(); ++i) {
            threads.emplace_back([&, i] { results[i] = moveIntoDelegatedScope(sleepers[i].pid()); });
        }
    }
    std::set<QString> folders;
    for (std::size_t i = 0; i < results.size(); ++i) {
        QVERIFY2(results[i], results[i] ? "" : results[i].error().detail.c_str());
        folders.insert(cgroupFolder(sleepers[i].pid()));
    }
    QCOMPARE(folders.size(), results.size());
}

void UserScopeTest::saysWhyTheManagerRefused() {
    NEEDS_MANAGER();
    Sleeper sleeper;
    QVERIFY(sleeper.pid() > 0);
    const pid_t gone = sleeper.pid();
    sleeper.kill();
    const auto moved = moveIntoDelegatedScope(gone);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, std::string("sandbox.no-scope"));
    QVERIFY2(moved.error().detail.starts_with("the service manager refused: "), moved.error().detail.c_str());
}

void UserScopeTest::saysThatThereIsNoBus() {
    const BusAddress nowhere("unix:path=/nonexistent/bus");
    const auto moved = moveIntoDelegatedScope(::getpid());
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, std::string("sandbox.no-bus"));
    QCOMPARE(moved.error().detail, std::string(::geteuid() == 0 ? "no system bus: No such file or directory"
                                                                : "no session bus: No such file or directory"));
}

void UserScopeTest::givesUpOnABusThatNeverAnswers() {
    const SilentBus bus;
    QVERIFY(bus.works());
    const BusAddress address(bus.address());
    const auto moved = moveIntoDelegatedScope(::getpid());
    QVERIFY(!moved);
    QCOMPARE(moved.error().detail, std::string("the service manager did not answer in time"));
}

void UserScopeTest::leavesNoDescriptorOpen() {
    const SilentBus silent;
    QVERIFY(silent.works());
    Sleeper sleeper;
    QVERIFY(sleeper.pid() > 0);
    const QStringList before = openDescriptors();
    for (const QByteArray& address : {QByteArray(), QByteArray("unix:path=/nonexistent/bus"), silent.address()}) {
        const BusAddress bus(address);
        static_cast<void>(moveIntoDelegatedScope(sleeper.pid()));
        QCOMPARE(openDescriptors(), before);
    }
}

QTEST_GUILESS_MAIN(UserScopeTest)
#include "test_user_scope.moc"
