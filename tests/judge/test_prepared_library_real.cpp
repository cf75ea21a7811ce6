// SPDX-License-Identifier: GPL-3.0-or-later
// The real Go with a standard library that it really prepared in a box.
#include "tests/judge/real_compiler.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;
using namespace grindstone::judge::tests;

namespace fs = std::filesystem;

class TestPreparedLibraryReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<RealCompiler> m_go;

    std::vector<SourceFile> source(const std::string& edition) const {
        return {{"mine.go", m_go->language.selfTestSource + "// " + edition + "\n"}};
    }
    fs::path prepare() { return m_go->prepare(source("")); }
    /// Go names each package that it compiles.
    Compilation compileAloud(const std::string& edition) {
        Language language = m_go->language;
        std::string& script = language.compile.at(2);
        const std::string plain = "build -o";
        script.replace(script.find(plain), plain.size(), "build -v -o");
        return m_go->compile(language, source(edition));
    }

private Q_SLOTS:
    void init() {
        auto started = RealCompiler::start("go");
        if (!started && started.error().code == "language.not-installed") {
            QSKIP(started.error().detail.c_str());
        }
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_go = *std::move(started);
    }

    void compilesOnlyTheSourceItself() {
        // So that also an older Go looks for its library where none is.
        m_go->language.environment.push_back("GOFLAGS=-installsuffix=none");
        const Compilation before = compileAloud("before");
        QVERIFY2(before.result.ok, before.result.output.c_str());
        QVERIFY2(before.result.output.find("fmt\n") != std::string::npos, before.result.output.c_str());
        const fs::path prepared = prepare();
        QVERIFY(!prepared.empty());
        QVERIFY(fs::file_size(prepared / m_go->language.prepareProgram) > 0);
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
