// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/cache/file_store.h"
#include "tests/core/folder.h"

#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <thread>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace fs = std::filesystem;

namespace {

/// No file may grow beyond `bytes` while this lives, as if the disk were full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

mode_t modeOf(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class TestFileStore : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<test::Folder> m_folder;

    fs::path path() const { return m_folder->path() / "kept"; }
    FileStore store(Bytes largest = Bytes::mib(64)) const { return {path(), largest}; }
    void lastUsed(const std::string& key, std::chrono::minutes ago) const {
        fs::last_write_time(path() / key, fs::file_time_type::clock::now() - ago);
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path()), fs::directory_iterator()));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::Folder>(); }

    void keepsFilesUnderTheirKeys() {
        QVERIFY(!store().load("a"));
        store().save("a", "first");
        store().save("b", std::string("\0\xff", 2));
        QCOMPARE(store().load("a"), std::optional<std::string>("first"));
        QCOMPARE(store().load("b"), std::optional<std::string>(std::string("\0\xff", 2)));
        store().save("a", "second");
        QCOMPARE(store().load("a"), std::optional<std::string>("second"));
        store().remove("a");
        QVERIFY(!store().load("a"));
        QCOMPARE(files(), std::size_t(1));
    }

    void isForItsOwnerAlone() {
        store().save("a", "bytes");
        QCOMPARE(modeOf(path()), mode_t(0700));
        QCOMPARE(modeOf(path() / "a"), mode_t(0600));
    }

    void removesWhatWasNotUsedForLongest() {
        const FileStore small = store(Bytes::mib(3));
        const std::string bytes(1 << 20, 'x');
        for (const char* key : {"a", "b", "c"}) {
            small.save(key, bytes);
        }
        lastUsed("a", 3min);
        lastUsed("b", 2min);
        lastUsed("c", 1min);
        QVERIFY(small.load("a"));
        small.save("d", bytes);
        QVERIFY(!small.load("b"));
        QVERIFY(small.load("a") && small.load("c") && small.load("d"));
    }

    void boundsTheNumberOfSmallFiles() {
        const FileStore small = store(Bytes::mib(1));
        for (int i = 0; i < 40; ++i) {
            small.save("key" + std::to_string(i), "tiny");
        }
        QCOMPARE(files(), std::size_t(16));
        QVERIFY(small.load("key39"));
    }

    void keepsNothingLargerThanTheWhole() {
        const FileStore small = store(Bytes::mib(1));
        small.save("a", "small");
        small.save("b", std::string((1 << 20) + 1, 'x'));
        QVERIFY(!small.load("b"));
        QVERIFY(small.load("a"));
    }

    void removesWhatACrashLeftUnfinished() {
        const fs::path old = m_folder->write("kept/.unfinished-abcdef", "half");
        m_folder->write("kept/.unfinished-ghijkl", "being written");
        lastUsed(".unfinished-abcdef", 61min);
        store().save("a", "bytes");
        QVERIFY(!fs::exists(old));
        QVERIFY(fs::exists(path() / ".unfinished-ghijkl"));
    }

    void bearsAFolderThatCannotBeWritten_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("below a file") << QStringLiteral("/proc/self/status/kept");
        QTest::newRow("cannot be made") << QStringLiteral("/proc/no/such/folder");
        QTest::newRow("takes no files") << QStringLiteral("/proc/self/fdinfo");
    }
    void bearsAFolderThatCannotBeWritten() {
        QFETCH(QString, folder);
        const FileStore store(folder.toStdString(), Bytes::mib(1));
        store.save("a", "bytes");
        QVERIFY(!store.load("a"));
        store.remove("a");
    }

    void keepsNothingOfWhatAFullDiskCut() {
        store().save("before", "bytes");
        {
            const FullDisk full(4096);
            store().save("a", std::string(100'000, 'x'));
        }
        QVERIFY(!store().load("a"));
        QVERIFY(store().load("before"));
        QCOMPARE(files(), std::size_t(1));
    }

    void takesOnlyPlainFiles() {
        fs::create_directories(path() / "a");
        QCOMPARE(::mkfifo((path() / "b").c_str(), 0600), 0);
        QVERIFY(!store().load("a"));
        QVERIFY(!store().load("b"));
        store().save("c", "bytes");
        QVERIFY(store().load("c"));
    }

    void neverShowsHalfAFileToAnother() {
        std::atomic<bool> whole = true;
        const auto user = [&](char letter) {
            const FileStore mine = store(Bytes::mib(1));
            for (int i = 0; i < 200; ++i) {
                const std::string key = "key" + std::to_string(i % 7);
                mine.save(key, std::string(100'000, letter));
                const std::optional<std::string> bytes = mine.load(key);
                whole = whole && (!bytes || (bytes->size() == 100'000 &&
                                             bytes->find_first_not_of(bytes->front()) == std::string::npos));
            }
        };
        {
            std::jthread first(user, 'x');
            std::jthread second(user, 'y');
        }
        QVERIFY(whole);
        QCOMPARE(files(), std::size_t(7));
    }
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "test_file_store.moc"
