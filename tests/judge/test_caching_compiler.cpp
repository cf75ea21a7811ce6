// SPDX-License-Identifier: GPL-3.0-or-later
// What is compiled once and what again, with fake boxes in place of compilers.
#include "judge/cache/caching_compiler.h"
#include "judge/report/capture.h"
#include "tests/core/folder.h"
#include "tests/support/fake_box.h"

#include <QtTest>

#include <csignal>
#include <thread>

using namespace grindstone;
using namespace grindstone::judge;
using namespace grindstone::tests;
using sandbox::Ending;
using sandbox::LaunchSpec;
using sandbox::LimitHit;
using sandbox::Outcome;

namespace fs = std::filesystem;

Q_DECLARE_METATYPE(std::function<void()>)

namespace {

const std::string Warning = "mine.c:3:5: warning: unused variable 'x'\n";

Outcome compiled(const std::string& program) {
    Outcome outcome = printed("");
    outcome.standardError = capture(Warning);
    outcome.collected.push_back({"main", *sandbox::sealedMemory("program", program), Bytes(program.size())});
    return outcome;
}

Outcome refused(const std::string& words) {
    Outcome outcome = printed("");
    outcome.standardError = capture(words);
    outcome.exitCode = 1;
    return outcome;
}

std::string contentOf(const ProgramFile& file) {
    return readAt(file.content.get(), 0, 1 << 20);
}

} // namespace

class TestCachingCompiler : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<test::Folder> m_folder;
    std::string m_tool;
    Language m_language;
    std::vector<SourceFile> m_sources;
    ProblemLimits m_limits;
    RunGate m_gate;
    std::function<Outcome()> m_outcome;
    std::atomic<int> m_runs;

    fs::path cache() const { return m_folder->path() / "cache"; }
    FakeBoxSource boxes() {
        return FakeBoxSource([this](const LaunchSpec&, std::stop_token) -> Result<Outcome> {
            ++m_runs;
            return m_outcome();
        });
    }
    /// As a process of its own would do it.
    Compilation compileIn(const fs::path& folder) {
        FakeBoxSource source = boxes();
        BoxSlot slot(source);
        CachingCompiler compiler(folder, source, m_gate, true);
        Result<Compilation> made = compiler.compile(m_language, m_tool, m_sources, m_limits, slot, std::stop_token());
        return made ? *std::move(made) : Compilation();
    }
    Compilation compileAgain() { return compileIn(cache()); }
    fs::path onlyFile() const {
        fs::directory_iterator entry(cache() / "programs");
        return std::next(entry) == fs::directory_iterator() ? fs::directory_iterator(cache() / "programs")->path()
                                                            : fs::path();
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::Folder>();
        m_tool = m_folder->write("compiler", "a compiler").string();
        m_language = Language();
        m_language.id = "toy";
        m_language.name = "Toy";
        m_language.extensions = {".c"};
        m_language.sourceName = "main.c";
        m_language.compile = {"{tool}", "-o", "{program}", "{sources}"};
        m_language.program = "main";
        m_sources = {{"mine.c", "one"}, {"more.c", "two"}};
        m_limits = ProblemLimits();
        m_outcome = [] { return compiled("binary"); };
        m_runs = 0;
    }

    void remembersAProgramAndWhatWasSaidOfIt() {
        const Compilation first = compileAgain();
        const Compilation second = compileAgain();
        QCOMPARE(m_runs.load(), 1);
        QVERIFY(first.result.ok && !first.result.cached);
        QVERIFY(second.result.ok && second.result.cached);
        QCOMPARE(second.result.output, Warning);
        QCOMPARE(second.result.diagnostics.size(), std::size_t(1));
        QCOMPARE(second.result.diagnostics.front().line, 3);
        QCOMPARE(second.result.diagnostics.front().column, 5);
        QCOMPARE(second.result.diagnostics.front().severity, std::string("warning"));
        QCOMPARE(second.result.diagnostics.front().message, first.result.diagnostics.front().message);
        QCOMPARE(second.program->entry, first.program->entry);
        QCOMPARE(second.program->files.size(), std::size_t(1));
        QCOMPARE(second.program->files.front().path, std::string("main"));
        QVERIFY(second.program->files.front().executable);
        QCOMPARE(contentOf(second.program->files.front()), std::string("binary"));
    }

    void recallsOnlyWhatIsKnown() {
        FakeBoxSource source = boxes();
        const CachingCompiler compiler(cache(), source, m_gate, true);
        QVERIFY(!compiler.recall(m_language, m_tool, m_sources, m_limits));
        compileAgain();
        QVERIFY(compiler.recall(m_language, m_tool, m_sources, m_limits));
        QCOMPARE(m_runs.load(), 1);
        QCOMPARE(source.opened.load(), 0);
    }

    void compilesAgainWhatIsNotTheSame_data() {
        QTest::addColumn<std::function<void()>>("change");
        const auto row = [](const char* name, std::function<void()> change) { QTest::newRow(name) << change; };
        row("content", [this] { m_sources[1].content = "three"; });
        row("name", [this] { m_sources[1].name = "other.c"; });
        row("order", [this] { std::swap(m_sources[0], m_sources[1]); });
        row("bytes between files", [this] { m_sources = {{"mine.c", "onet"}, {"more.c", "wo"}}; });
        row("fewer files", [this] { m_sources.pop_back(); });
        row("flags", [this] { m_language.compile.insert(m_language.compile.begin() + 1, "-O2"); });
        row("environment", [this] { m_language.environment = {"LEVEL=2"}; });
        row("language", [this] { m_language.id = "toy2"; });
        row("name in the box", [this] { m_language.sourceName = "other.c"; });
        row("checks only", [this] { m_language.compileOnlyChecks = true; });
        row("memory", [this] { m_limits.compilationMemory = Bytes::mib(100); });
        row("another tool", [this] { m_tool = m_folder->write("compiler2", "a compiler").string(); });
        row("a newer tool", [this] { m_folder->write("compiler", "a newer compiler"); });
        row("a newer tool of the same size",
            [this] { fs::last_write_time(m_tool, fs::last_write_time(m_tool) + std::chrono::seconds(1)); });
    }
    void compilesAgainWhatIsNotTheSame() {
        QFETCH(std::function<void()>, change);
        compileAgain();
        change();
        QVERIFY(!compileAgain().result.cached);
        QVERIFY(compileAgain().result.cached);
        QCOMPARE(m_runs.load(), 2);
    }

    void remembersWhatTheSourceIsToBlameFor_data() {
        QTest::addColumn<std::function<void()>>("fate");
        QTest::addColumn<bool>("remembered");
        const auto row = [this](const char* name, bool remembered, std::function<Outcome()> fate) {
            QTest::newRow(name) << std::function<void()>([this, fate] { m_outcome = fate; }) << remembered;
        };
        row("an error", true, [] { return refused("mine.c:1:1: error: expected ';'\n"); });
        row("an error without a place", false, [] { return refused("cannot find cc1\n"); });
        row("a crash", false, [] {
            Outcome outcome = refused("mine.c:1:1: error: expected ';'\n");
            outcome.ending = Ending::Signalled;
            outcome.signal = SIGSEGV;
            return outcome;
        });
        for (const LimitHit limit : {LimitHit::Cpu, LimitHit::Wall, LimitHit::Memory, LimitHit::Output}) {
            row(qPrintable(QStringLiteral("limit %1").arg(static_cast<int>(limit))), false, [limit] {
                Outcome outcome = refused("mine.c:1:1: error: expected ';'\n");
                outcome.ending = Ending::Stopped;
                outcome.limit = limit;
                return outcome;
            });
        }
        row("out of memory", false, [] {
            Outcome outcome = refused("mine.c:1:1: error: expected ';'\n");
            outcome.outOfMemory = true;
            return outcome;
        });
        row("a stop", false, [] { return cancelled(); });
    }
    void remembersWhatTheSourceIsToBlameFor() {
        QFETCH(std::function<void()>, fate);
        QFETCH(bool, remembered);
        fate();
        const Compilation first = compileAgain();
        const Compilation second = compileAgain();
        QVERIFY(!first.result.ok && !second.result.ok && !second.program);
        QCOMPARE(second.result.cached, remembered);
        QCOMPARE(second.result.output, first.result.output);
        QCOMPARE(second.result.diagnostics.size(), first.result.diagnostics.size());
    }

    void remembersThatSyntaxWasRight() {
        m_language.compileOnlyChecks = true;
        m_outcome = [] { return printed(""); };
        compileAgain();
        const Compilation second = compileAgain();
        QCOMPARE(m_runs.load(), 1);
        QVERIFY(second.result.ok && second.result.cached);
        QCOMPARE(second.program->files.size(), std::size_t(2));
        QCOMPARE(contentOf(second.program->files.front()), std::string("one"));
        QCOMPARE(contentOf(second.program->files.back()), std::string("two"));
    }

    void compilesAgainWhatWasDamaged_data() {
        QTest::addColumn<bool>("cut");
        QTest::newRow("a byte is another") << false;
        QTest::newRow("the end is missing") << true;
    }
    void compilesAgainWhatWasDamaged() {
        QFETCH(bool, cut);
        compileAgain();
        const fs::path file = onlyFile();
        const std::string whole = test::read(file);
        QVERIFY(whole.size() > 100);
        for (std::size_t i = 0; i < whole.size(); i += 7) {
            std::string damaged = cut ? whole.substr(0, i) : whole;
            if (!cut) {
                damaged[i] = static_cast<char>(damaged[i] ^ 4);
            }
            std::ofstream(file, std::ios::binary) << damaged;
            m_runs = 0;
            const Compilation made = compileAgain();
            QVERIFY2(m_runs == 1 && !made.result.cached, qPrintable(QString::number(i)));
            QCOMPARE(contentOf(made.program->files.front()), std::string("binary"));
            QVERIFY2(test::read(file) == whole, "it is kept anew");
        }
    }

    void neverTakesOneProgramForAnother() {
        compileAgain();
        const fs::path file = onlyFile();
        m_sources[0].content = "other";
        m_outcome = [] { return compiled("other binary"); };
        compileAgain();
        for (const auto& entry : fs::directory_iterator(cache() / "programs")) {
            if (entry.path() != file) {
                fs::copy_file(file, entry.path(), fs::copy_options::overwrite_existing);
            }
        }
        const Compilation made = compileAgain();
        QVERIFY(!made.result.cached);
        QCOMPARE(contentOf(made.program->files.front()), std::string("other binary"));
    }

    void compilesWithoutAFolder_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("none is given") << QString();
        QTest::newRow("it cannot be made") << QStringLiteral("/proc/no/such/folder");
    }
    void compilesWithoutAFolder() {
        QFETCH(QString, folder);
        QVERIFY(compileIn(folder.toStdString()).result.ok);
        QVERIFY(!compileIn(folder.toStdString()).result.cached);
        QCOMPARE(m_runs.load(), 2);
    }

    void bearsTwoAtOnceOnOneFolder() {
        std::atomic<bool> right = true;
        const auto user = [&] {
            for (int i = 0; i < 50; ++i) {
                const Compilation made = compileAgain();
                right = right && made.result.ok && contentOf(made.program->files.front()) == "binary";
            }
        };
        {
            std::jthread first(user);
            std::jthread second(user);
        }
        QVERIFY(right);
        QVERIFY2(m_runs <= 2, qPrintable(QString::number(m_runs)));
    }
};

QTEST_GUILESS_MAIN(TestCachingCompiler)
#include "test_caching_compiler.moc"
