// SPDX-License-Identifier: GPL-3.0-or-later
// The socket's file, its lock, and who may have them.
#include "app/server/service_socket.h"
#include "tests/server/http_client.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

using namespace grindstone;
using namespace grindstone::server;
using grindstone::server::test::HttpClient;

class SocketTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path(const char* name = "s") const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    static mode_t modeOf(const std::filesystem::path& path) {
        struct stat there {};
        return ::stat(path.c_str(), &there) == 0 ? there.st_mode & 07777 : 0;
    }
    static std::string codeOf(const Result<ServiceSocket>& socket) { return socket ? "" : socket.error().code; }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isTheOwnersAloneAndGoesWithItsOwner() {
        {
            const Result<ServiceSocket> socket = ServiceSocket::open(path());
            QVERIFY2(socket, socket ? "" : socket.error().detail.c_str());
            QCOMPARE(modeOf(path()), mode_t(0600));
            QVERIFY(HttpClient(path()).isConnected());
        }
        QVERIFY(std::filesystem::is_empty(path().parent_path()));
    }

    void letsNobodyElseServeThere() {
        const Result<ServiceSocket> first = ServiceSocket::open(path());
        QVERIFY(first);
        const Result<ServiceSocket> second = ServiceSocket::open(path());
        QCOMPARE(codeOf(second), std::string("server.running"));
        QCOMPARE(second.error().detail, path().string());
        QVERIFY2(HttpClient(path()).isConnected(), "the first is still there");
    }

    void replacesWhatADeadServiceLeft() {
        const pid_t child = ::fork();
        if (child == 0) {
            const Result<ServiceSocket> socket = ServiceSocket::open(path());
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
        QVERIFY(std::filesystem::is_socket(path()));
        QVERIFY(!HttpClient(path()).isConnected());
        const Result<ServiceSocket> socket = ServiceSocket::open(path());
        QVERIFY2(socket, socket ? "" : socket.error().detail.c_str());
        QVERIFY(HttpClient(path()).isConnected());
    }

    void leavesAloneWhatIsNoSocket() {
        std::ofstream(path()) << "precious";
        QCOMPARE(codeOf(ServiceSocket::open(path())), std::string("server.not-a-socket"));
        QVERIFY(std::filesystem::is_regular_file(path()));
        std::filesystem::create_symlink("/dev/null", path("link"));
        QCOMPARE(codeOf(ServiceSocket::open(path("link"))), std::string("server.not-a-socket"));
    }

    void leavesAloneASocketOfAnotherProgram() {
        const Result<ServiceSocket> first = ServiceSocket::open(path());
        QVERIFY(first);
        std::filesystem::rename(path("s.lock"), path("other.lock"));
        QCOMPARE(codeOf(ServiceSocket::open(path())), std::string("server.running"));
        QVERIFY(HttpClient(path()).isConnected());
    }

    void doesNotRemoveAnothersSocket() {
        {
            const Result<ServiceSocket> first = ServiceSocket::open(path());
            QVERIFY(first);
            std::filesystem::remove(path());
            std::ofstream(path()) << "new";
        }
        QVERIFY(std::filesystem::exists(path()));
    }

    void saysWhatIsWrongWithAPath() {
        const std::filesystem::path longest = path() / std::string(107 - path().string().size() - 1, 'a');
        QCOMPARE(codeOf(ServiceSocket::open(longest)), std::string("server.socket")); // "s" is no folder
        const Result<ServiceSocket> tooLong = ServiceSocket::open(longest.string() + "a");
        QCOMPARE(codeOf(tooLong), std::string("usage.socket"));
        QVERIFY(tooLong.error().detail.starts_with("the path of a socket has 1 to 107 bytes, this one has 108: "));
        QCOMPARE(codeOf(ServiceSocket::open("")), std::string("usage.socket"));
        QCOMPARE(codeOf(ServiceSocket::open("/nowhere/s")), std::string("server.socket"));
    }

    void makesItsOwnFolder() {
        QVERIFY(ServiceSocket::ensureFolder(path("run") / "s"));
        QCOMPARE(modeOf(path("run")), mode_t(0700));
        ::chmod(path("run").c_str(), 0777);
        QVERIFY(!ServiceSocket::ensureFolder(path("run") / "s"));
    }

    void isWhereThePersonsOtherSocketsAre() {
        qunsetenv("GRINDSTONE_HOME");
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
        QCOMPARE(ServiceSocket::usualPath("/state"), path("grindstone") / "serve.sock");
        qputenv("GRINDSTONE_HOME", "/elsewhere");
        QCOMPARE(ServiceSocket::usualPath("/state"), std::filesystem::path("/state/serve.sock"));
        qunsetenv("GRINDSTONE_HOME");
        qunsetenv("XDG_RUNTIME_DIR");
        QCOMPARE(ServiceSocket::usualPath("/state"), std::filesystem::path("/state/serve.sock"));
    }

    /// Many come and go; never are there two, and nobody fails of another's leaving.
    void isNeverServedByTwo() {
        std::atomic<int> owners = 0;
        std::atomic<int> worst = 0;
        std::atomic<int> strange = 0;
        std::atomic<int> opened = 0;
        {
            std::vector<std::jthread> all;
            for (int i = 0; i < 4; ++i) {
                all.emplace_back([&] {
                    for (int round = 0; round < 300; ++round) {
                        const Result<ServiceSocket> socket = ServiceSocket::open(path());
                        if (!socket) {
                            strange += socket.error().code == "server.running" ? 0 : 1;
                            continue;
                        }
                        worst = std::max<int>(worst, ++owners);
                        strange += HttpClient(path()).isConnected() ? 0 : 1;
                        ++opened;
                        --owners;
                    }
                });
            }
        }
        QCOMPARE(worst.load(), 1);
        QCOMPARE(strange.load(), 0);
        QVERIFY(opened > 0);
    }
};

QTEST_GUILESS_MAIN(SocketTest)
#include "socket_test.moc"
