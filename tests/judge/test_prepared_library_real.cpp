// SPDX-License-Identifier: GPL-3.0-or-later
// The real Go with a standard library that it really prepared in a box.
#include "judge/cache/caching_compiler.h"
#include "judge/language/language_catalogue.h"
#include "judge/language/toolchain.h"
#include "sandbox/sandbox.h"
#include "tests/core/folder.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace fs = std::filesystem;

class TestPreparedLibraryReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    test::Folder m_folder;
    Language m_language;
    std::string m_tool;
    RunGate m_gate;
    std::unique_ptr<CachingCompiler> m_compiler;

    std::vector<SourceFile> source(const std::string& edition) const {
        return {{"mine.go", m_language.selfTestSource + "// " + edition + "\n"}};
    }
    fs::path prepare() {
        m_compiler->preparations().request(m_language, m_tool, source(""));
        m_compiler->preparations().finish(std::stop_token());
        return m_compiler->preparations().find(m_language, m_tool, source(""));
    }
    /// Go names each package that it compiles.
    Compilation compileAloud(const std::string& edition) {
        Language language = m_language;
        std::string& script = language.compile.at(2);
        const std::string plain = "build -o";
        script.replace(script.find(plain), plain.size(), "build -v -o");
        BoxSlot slot(*m_sandbox);
        Result<Compilation> made = m_compiler->compile(language, m_tool, source(edition), {}, slot, std::stop_token());
        return made ? *std::move(made) : Compilation();
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = sandbox::Sandbox::start(sandbox::findHelper());
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_sandbox = *std::move(started);
    }
    void init() {
        const auto languages = LanguageCatalogue::load({std::string(GRINDSTONE_SOURCE_DIR) + "/resources/languages"});
        const Language* go = languages.find("go");
        QVERIFY(go);
        const auto toolchain = findToolchain(*go);
        if (!toolchain) {
            QSKIP(toolchain.error().detail.c_str());
        }
        m_language = equip(*go, *toolchain);
        m_tool = toolchain->tool;
        m_compiler = std::make_unique<CachingCompiler>(m_folder.path() / "cache", *m_sandbox, m_gate, true);
    }

    void compilesOnlyTheSourceItself() {
        // So that also an older Go looks for its library where none is.
        m_language.environment.push_back("GOFLAGS=-installsuffix=none");
        const Compilation before = compileAloud("before");
        QVERIFY2(before.result.ok, before.result.output.c_str());
        QVERIFY2(before.result.output.find("fmt\n") != std::string::npos, before.result.output.c_str());
        const fs::path prepared = prepare();
        QVERIFY(!prepared.empty());
        QVERIFY(fs::file_size(prepared / m_language.prepareProgram) > 0);
        const Compilation after = compileAloud("after");
        QVERIFY2(after.result.ok, after.result.output.c_str());
        QCOMPARE(after.result.output, std::string("submission\n"));
    }

    void preparesNothingWhereTheLibraryIsCompiled() {
        const fs::path prepared = prepare();
        QVERIFY(!prepared.empty());
        const Compilation made = compileAloud("plain");
        QVERIFY2(made.result.ok, made.result.output.c_str());
        QCOMPARE(made.result.output, std::string("submission\n"));
    }
};

QTEST_GUILESS_MAIN(TestPreparedLibraryReal)
#include "test_prepared_library_real.moc"
