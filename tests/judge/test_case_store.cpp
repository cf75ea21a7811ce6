// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/generate/case_store.h"

#include "judge/generate/made_cases.h"
#include "sandbox/box.h"
#include "tests/core/folder.h"

#include <QtTest>

#include <sys/stat.h>

#include <fstream>
#include <thread>
#include <vector>

using namespace grindstone;
using namespace grindstone::judge;

namespace fs = std::filesystem;

namespace {

UniqueFd memory(const std::string& text) {
    return sandbox::sealedMemory("test", text).value();
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::size_t entriesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

void keep(const CaseStore& store, const std::string& key, const std::string& input, const std::string& answer) {
    QVERIFY(store.keep(key, memory(input).get(), memory(answer).get()));
}

/// As if it had been used that long ago.
void age(const fs::path& path, std::chrono::hours hours) {
    fs::last_write_time(path, fs::file_time_type::clock::now() - hours);
}

} // namespace

class TestCaseStore : public QObject {
    Q_OBJECT

    test::Folder m_folder;
    int m_number = 0;

    /// A folder that isn't there yet.
    fs::path newFolder() { return m_folder.path() / ("store" + std::to_string(++m_number)); }

private Q_SLOTS:
    void keepsBothParts() {
        const fs::path folder = newFolder();
        const CaseStore store(folder, Bytes::mib(1));
        QVERIFY(!store.find("a", {}));
        const auto kept = store.keep("a", memory("1 2\n").get(), memory("3\n").get());
        QVERIFY(kept);
        QCOMPARE(contentOf(kept->input), std::string("1 2\n"));
        QCOMPARE(contentOf(kept->answer), std::string("3\n"));
        const auto found = CaseStore(folder, Bytes::mib(1)).find("a", {});
        QVERIFY(found);
        QCOMPARE(found->input, kept->input);
        QCOMPARE(entriesIn(folder), std::size_t(1));
        struct stat status {};
        QCOMPARE(::stat(folder.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0077u, 0u);
    }

    void keepsOnePartAlone() {
        const CaseStore store(newFolder(), Bytes::mib(1));
        const auto kept = store.keep("a", -1, memory("3\n").get());
        QVERIFY(kept);
        QVERIFY(kept->input.empty());
        QVERIFY(store.find("a", {false, true}));
        QVERIFY(!store.find("a", {true, true}));
    }

    void keepsTheFirstOfTwoThatAreMadeAtOnce() {
        const CaseStore store(newFolder(), Bytes::mib(1));
        keep(store, "a", "first", "1");
        const auto second = store.keep("a", memory("second").get(), memory("2").get());
        QVERIFY(second);
        QCOMPARE(contentOf(second->input), std::string("first"));
        QCOMPARE(contentOf(second->answer), std::string("1"));
    }

    void neverShowsPartsOfTwo() {
        const CaseStore store(newFolder(), Bytes::mib(1));
        std::vector<std::jthread> threads;
        std::atomic<int> mixed = 0;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                for (int key = 0; key < 50; ++key) {
                    const std::string text = std::to_string(i);
                    const auto kept = store.keep(std::to_string(key), memory(text).get(), memory(text).get());
                    mixed += !kept || contentOf(kept->input) != contentOf(kept->answer) ? 1 : 0;
                }
            });
        }
        threads.clear();
        QCOMPARE(mixed.load(), 0);
    }

    void replacesWhatLostAPart() {
        const CaseStore store(newFolder(), Bytes::mib(1));
        const auto kept = store.keep("a", memory("1").get(), memory("1").get());
        fs::remove(kept->answer);
        QVERIFY(!store.find("a", {}));
        keep(store, "a", "2", "2");
        QCOMPARE(contentOf(store.find("a", {})->answer), std::string("2"));
    }

    void removesWhatWasNotUsedLongest() {
        const fs::path folder = newFolder();
        const CaseStore store(folder, Bytes::kib(300));
        for (const char* key : {"a", "b", "c"}) {
            keep(store, key, std::string(100 << 10, 'x'), "1");
            age(folder / key, std::chrono::hours(key[0] == 'a' ? 3 : 2));
        }
        QVERIFY(store.find("a", {})); // used now
        store.makeRoom();
        QVERIFY(store.find("a", {}));
        QCOMPARE(entriesIn(folder), std::size_t(2));
    }

    void keepsWhatIsInUse() {
        const fs::path folder = newFolder();
        const CaseStore store(folder, Bytes::kib(1));
        keep(store, "a", std::string(100 << 10, 'x'), "1");
        store.makeRoom();
        QVERIFY(store.find("a", {}));
        age(folder / "a", std::chrono::hours(2));
        store.makeRoom();
        QVERIFY(!store.find("a", {}));
    }

    void removesWhatACrashLeft() {
        const fs::path folder = newFolder();
        const CaseStore store(folder, Bytes::mib(1));
        keep(store, "a", "1", "1");
        fs::create_directory(folder / ".unfinished-abc");
        store.makeRoom();
        QCOMPARE(entriesIn(folder), std::size_t(2));
        age(folder / ".unfinished-abc", std::chrono::hours(2));
        store.makeRoom();
        QCOMPARE(entriesIn(folder), std::size_t(1));
    }

    void saysThatItCannotKeep() {
        std::ofstream(m_folder.path() / "file") << "no folder";
        const CaseStore store(m_folder.path() / "file" / "store", Bytes::mib(1));
        const auto kept = store.keep("a", memory("1").get(), memory("1").get());
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, std::string("cases.not-kept"));
        QVERIFY(kept.error().detail.find("file/store") != std::string::npos);
    }

    void keepsLargeParts() {
        const CaseStore store(newFolder(), Bytes::mib(1));
        const std::string large(10 << 20, 'x');
        keep(store, "a", large, "");
        QCOMPARE(fs::file_size(store.find("a", {})->input), std::uintmax_t(large.size()));
    }

    void goesWithAJudgeThatHasNoCache() {
        fs::path made;
        {
            MadeCases cases({}, Bytes::mib(1));
            const auto kept = cases.store().value()->keep("a", memory("1").get(), memory("1").get());
            QVERIFY(kept);
            made = kept->input;
            QVERIFY(fs::exists(made));
        }
        QVERIFY(!fs::exists(made.parent_path().parent_path().parent_path()));
    }
};

QTEST_GUILESS_MAIN(TestCaseStore)
#include "test_case_store.moc"
