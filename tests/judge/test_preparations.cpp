// SPDX-License-Identifier: GPL-3.0-or-later
// What is prepared, when and for whom, with fake boxes in place of compilers.
#include "judge/cache/caching_compiler.h"
#include "judge/cache/prepared_folder.h"
#include "tests/core/folder.h"
#include "tests/support/fake_box.h"

#include <QtTest>

#include <sys/stat.h>

using namespace grindstone;
using namespace grindstone::judge;
using namespace grindstone::tests;
using sandbox::LaunchSpec;
using sandbox::Outcome;

namespace fs = std::filesystem;

class TestPreparations : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<test::Folder> m_folder;
    std::string m_tool;
    Language m_language;
    const std::vector<SourceFile> m_served{{"mine.toy", "#use all\n"}};
    RunGate m_gate;
    std::vector<LaunchSpec> m_specs;
    std::vector<std::string> m_shown; ///< each run's BoxOptions::caseFolder
    std::function<Result<Outcome>()> m_outcome;

    fs::path prepared() const { return m_folder->path() / "cache" / "prepared"; }
    std::unique_ptr<FakeBoxSource> boxes() {
        return std::make_unique<FakeBoxSource>([this](const LaunchSpec& spec, std::stop_token) -> Result<Outcome> {
            m_specs.push_back(spec);
            return m_outcome();
        });
    }
    static Outcome made(const std::string& content) {
        Outcome outcome = printed("");
        outcome.collected.push_back({"all/all.bin", *sandbox::sealedMemory("made", content), Bytes(content.size())});
        return outcome;
    }
    std::string prepare() {
        const auto source = boxes();
        Preparations preparations(prepared(), *source, m_gate);
        preparations.request(m_language, m_tool, m_served);
        preparations.finish(std::stop_token());
        return preparations.find(m_language, m_tool, m_served);
    }
    std::size_t entries() const {
        std::error_code none;
        const fs::directory_iterator begin(prepared(), none);
        return none ? 0 : static_cast<std::size_t>(std::distance(begin, fs::directory_iterator()));
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::Folder>();
        m_tool = m_folder->write("compiler", "a compiler").string();
        m_language = Language();
        m_language.id = "toy";
        m_language.extensions = {".toy"};
        m_language.sourceName = "main.toy";
        m_language.compile = {"{tool}", "-I{prepared}", "{sources}"};
        m_language.program = "main";
        m_language.prepare = {"{tool}", "--all", "{program}"};
        m_language.prepareProgram = "all/all.bin";
        m_language.prepareFor = {"#use all"};
        m_specs.clear();
        m_outcome = [] { return made("prepared"); };
    }

    void makesAFolderWithoutForeignCode() {
        const fs::path folder = prepare();
        QCOMPARE(folder.parent_path(), prepared());
        QCOMPARE(test::read(folder / "all/all.bin"), std::string("prepared"));
        QCOMPARE(m_specs.size(), std::size_t(1));
        QVERIFY(m_specs.front().files.empty());
        QCOMPARE(m_specs.front().arguments,
                 (std::vector<std::string>{"/usr/bin/nice", "-n", "19", m_tool, "--all", "/work/all/all.bin"}));
        QCOMPARE(entries(), std::size_t(1));
    }

    void canBeReadByBoxesOfAnyUser() {
        const mode_t before = ::umask(077);
        const fs::path folder = prepare();
        ::umask(before);
        for (const fs::path& path : {folder, folder / "all"}) {
            QCOMPARE(fs::status(path).permissions(), fs::perms(0755));
        }
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            QVERIFY(entry.is_directory() || entry.status().permissions() == fs::perms(0644));
        }
        QCOMPARE(fs::status(prepared()).permissions(), fs::perms(0700));
    }

    void servesOnlySourcesThatAskForIt() {
        prepare();
        const auto source = boxes();
        Preparations preparations(prepared(), *source, m_gate);
        const std::vector<SourceFile> other{{"mine.toy", "#use some\n"}};
        QVERIFY(preparations.find(m_language, m_tool, other).empty());
        QVERIFY(!preparations.find(m_language, m_tool, {other[0], m_served[0]}).empty());
        m_language.prepare.push_back("-O2");
        QVERIFY2(preparations.find(m_language, m_tool, m_served).empty(), "other flags");
        preparations.request(m_language, m_tool, other);
        QVERIFY(!preparations.isBusy());
    }

    void servesNoSourceWithATextThatExcludesIt() {
        prepare();
        const auto source = boxes();
        Preparations preparations(prepared(), *source, m_gate);
        m_language.prepareFor = {"#use all", "!#use more"};
        QVERIFY(!preparations.find(m_language, m_tool, m_served).empty());
        QVERIFY(preparations.find(m_language, m_tool, {m_served[0], {"b.toy", "#use more\n"}}).empty());
        m_language.prepareFor = {"!#use more"};
        QVERIFY(!preparations.find(m_language, m_tool, {{"b.toy", "nothing\n"}}).empty());
    }

    void makesItOnce() {
        prepare();
        prepare();
        QCOMPARE(m_specs.size(), std::size_t(1));
    }

    void triesOnceWhatCannotBeMade_data() {
        QTest::addColumn<int>("fate");
        QTest::newRow("the compiler refuses") << 0;
        QTest::newRow("it leaves nothing") << 1;
        QTest::newRow("the box fails") << 2;
        QTest::newRow("it is stopped at a limit") << 3;
    }
    void triesOnceWhatCannotBeMade() {
        QFETCH(int, fate);
        m_outcome = [fate]() -> Result<Outcome> {
            Outcome outcome = fate == 1 ? printed("") : made("prepared");
            outcome.exitCode = fate == 0 ? 1 : 0;
            outcome.ending = fate == 3 ? sandbox::Ending::Stopped : sandbox::Ending::Exited;
            return fate == 2 ? Result<Outcome>(fail("sandbox.setup", "no box")) : std::move(outcome);
        };
        const auto source = boxes();
        Preparations preparations(prepared(), *source, m_gate);
        for (int i = 0; i < 3; ++i) {
            preparations.request(m_language, m_tool, m_served);
            preparations.finish(std::stop_token());
        }
        QCOMPARE(m_specs.size(), std::size_t(fate == 2 ? 2 : 1)); // a box that fails is replaced once
        QVERIFY(preparations.find(m_language, m_tool, m_served).empty());
        QCOMPARE(entries(), std::size_t(0));
    }

    void makesNothingThatCannotBeKept() {
        const auto source = boxes();
        Preparations preparations("/proc/no/such/folder", *source, m_gate);
        preparations.request(m_language, m_tool, m_served);
        preparations.finish(std::stop_token());
        QVERIFY(m_specs.empty());
    }

    void endsWithItsOwner() {
        FakeBoxSource source([](const LaunchSpec&, std::stop_token stop) -> Result<Outcome> {
            waitForStop(std::move(stop));
            return cancelled();
        });
        {
            Preparations preparations(prepared(), source, m_gate);
            preparations.request(m_language, m_tool, m_served);
            QVERIFY(preparations.isBusy());
        }
        QCOMPARE(entries(), std::size_t(0));
    }

    void removesWhatAnotherVersionLeft() {
        const fs::path before = prepare();
        m_folder->write("compiler", "a newer compiler");
        const fs::path half = m_folder->write("cache/prepared/.unfinished-abcdef/half", "").parent_path();
        fs::last_write_time(half, fs::file_time_type::clock::now() - std::chrono::hours(2));
        fs::create_directory(prepared() / ".unfinished-ghijkl");
        const fs::path after = prepare();
        QVERIFY(!after.empty() && after != before);
        QVERIFY(!fs::exists(before));
        QVERIFY(!fs::exists(half));
        QVERIFY2(fs::exists(prepared() / ".unfinished-ghijkl"), "another process may be writing it");
    }

    void keepsWhatAnotherWasFasterToMake() {
        const fs::path folder = prepare();
        std::optional<PreparedFolder> slower = PreparedFolder::begin(folder);
        QVERIFY(slower && slower->finish(made("the same").collected.front()));
        slower.reset();
        QCOMPARE(test::read(folder / "all/all.bin"), std::string("prepared"));
        QCOMPARE(entries(), std::size_t(1));
    }

    void compilesWithoutWhatWasDamaged_data() {
        QTest::addColumn<QString>("content");
        QTest::newRow("another byte") << QStringLiteral("preparee");
        QTest::newRow("cut") << QStringLiteral("prep");
        QTest::newRow("whole") << QStringLiteral("prepared");
    }
    void compilesWithoutWhatWasDamaged() {
        QFETCH(QString, content);
        const fs::path folder = prepare();
        m_folder->write("cache/prepared/" + folder.filename().string() + "/all/all.bin", content.toStdString());
        m_specs.clear();
        const bool whole = content == QStringLiteral("prepared");
        m_outcome = [this, whole] {
            Outcome outcome = printed("");
            outcome.standardError = capture("mine.toy:1:1: error: nonsense\n");
            outcome.exitCode = m_specs.size() == 1 || whole ? 1 : 0;
            outcome.collected.push_back({"main", *sandbox::sealedMemory("program", "binary"), Bytes(6)});
            return outcome;
        };
        const auto source = boxes();
        CachingCompiler compiler(m_folder->path() / "cache", *source, m_gate, true);
        BoxSlot slot(*source);
        const auto compiled = compiler.compile(m_language, m_tool, m_served, {}, slot, std::stop_token());
        QVERIFY(compiled);
        QCOMPARE(compiled->result.ok, !whole);
        QCOMPARE(m_specs.front().arguments[1], std::string("-I/case"));
        QCOMPARE(m_specs.size(), std::size_t(whole ? 1 : 2));
        QCOMPARE(fs::exists(folder), whole);
        if (!whole) {
            QCOMPARE(m_specs.back().arguments[1], std::string("main.toy"));
            QVERIFY(source->lastOptions.caseFolder.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPreparations)
#include "test_preparations.moc"
