// SPDX-License-Identifier: GPL-3.0-or-later
// The real g++ with a header that it really prepared in a box.
#include "tests/judge/real_compiler.h"

#include <QRegularExpression>
#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;
using namespace grindstone::judge::tests;

namespace fs = std::filesystem;

namespace {

const std::string Good = "#include <bits/stdc++.h>\nint main() { std::cout << 42; }\n";

/// With -H, g++ marks a precompiled header that it used with "!", and one that it passed over with "x".
bool usesHeader(const Compilation& compilation) {
    return compilation.result.output.find("! /case/bits/stdc++.h.gch") != std::string::npos;
}

/// What was said, but for the linker's random names, and for through which files a file of the library's was included:
/// with a precompiled header, that begins with the header and not with the source.
QString told(const Compilation& compilation) {
    QString text = QString::fromStdString(compilation.result.output);
    text.remove(
        QRegularExpression(QStringLiteral("^(In file included| +) from .*\\n"), QRegularExpression::MultilineOption));
    text.replace(QRegularExpression(QStringLiteral("/tmp/cc\\w+")), QStringLiteral("/tmp/cc"));
    for (const Diagnostic& one : compilation.result.diagnostics) {
        text += QStringLiteral("\n%1:%2:%3 %4 %5")
                    .arg(QString::fromStdString(one.file))
                    .arg(one.line)
                    .arg(one.column)
                    .arg(QString::fromStdString(one.severity), QString::fromStdString(one.message));
    }
    return text;
}

} // namespace

class TestPreparedHeaderReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<RealCompiler> m_cpp;

    Compilation compile(const std::string& code) { return m_cpp->compile(m_cpp->language, {{"mine.cpp", code}}); }
    Compilation compileAloud(const std::string& code) {
        Language language = m_cpp->language;
        language.compile.insert(language.compile.begin() + 1, "-H");
        return m_cpp->compile(language, {{"mine.cpp", code}});
    }
    Compilation compileWithout(const std::string& code) {
        BoxSlot slot(*m_cpp->sandbox);
        Result<Compilation> made =
            judge::compile(m_cpp->language, m_cpp->tool, {{"mine.cpp", code}}, {}, slot, std::stop_token());
        return made ? *std::move(made) : Compilation();
    }
    fs::path prepare() { return m_cpp->prepare({{"mine.cpp", Good}}); }
    fs::path prepared() const {
        return m_cpp->compiler->preparations().find(m_cpp->language, m_cpp->tool, {{"mine.cpp", Good}});
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = RealCompiler::start("cpp");
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_cpp = *std::move(started);
        const Compilation before = compileAloud(Good);
        QVERIFY(before.result.ok);
        QVERIFY(!usesHeader(before));
        QVERIFY2(!prepare().empty(), "the header was made");
    }

    void usesItForLaterSources() {
        const Compilation after = compileAloud(Good + "// edited\n");
        QVERIFY2(after.result.ok, after.result.output.c_str());
        QVERIFY2(usesHeader(after), after.result.output.c_str());
    }

    void passesItOverWhereItDoesNotFit_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("not the first header") << QByteArray("#include <vector>\n") + Good.c_str();
        QTest::newRow("after code") << QByteArray("int before;\n") + Good.c_str();
        QTest::newRow("another optimization") << QByteArray("#pragma GCC optimize(\"O3\")\n") + Good.c_str();
    }
    void passesItOverWhereItDoesNotFit() {
        QFETCH(QByteArray, code);
        const Compilation made = compileAloud(code.toStdString());
        QVERIFY2(made.result.ok, made.result.output.c_str());
        QVERIFY(!usesHeader(made));
    }

    void saysTheSameOfSources_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("nothing") << QByteArray("int main() { std::cout << 42; }");
        QTest::newRow("a warning") << QByteArray("int main() { int unused; }");
        QTest::newRow("an error") << QByteArray("int main() {\n  std::vector<int> v;\n  v.push(1);\n}");
        QTest::newRow("an error in the header")
            << QByteArray("struct X {};\nint main() { std::set<X> s; s.insert(X()); }");
        QTest::newRow("an error of the linker") << QByteArray("int missing(); int main() { return missing(); }");
        QTest::newRow("macros") << QByteArray("#define NDEBUG\n#define int long\nsigned main() { int x = INT_MAX; }");
        QTest::newRow("a name of the library's")
            << QByteArray("using namespace std;\nint count; int main() { count = 1; }");
    }
    void saysTheSameOfSources() {
        QFETCH(QByteArray, code);
        const std::string source = "#include <bits/stdc++.h>\n" + code.toStdString();
        QVERIFY(usesHeader(compileAloud(source)) || !compile(source).result.ok);
        const Compilation with = compile(source);
        const Compilation without = compileWithout(source);
        QCOMPARE(with.result.ok, without.result.ok);
        QCOMPARE(told(with), told(without));
        QVERIFY2(with.result.output.find("/case") == std::string::npos, with.result.output.c_str());
    }

    void leavesHeadersThatIncludeItAlone() {
        const std::string source =
            "#include <bits/stdc++.h>\n#include <bits/extc++.h>\nint main() { __gnu_pbds::priority_queue<int> q; }\n";
        const Compilation made = compileAloud(source);
        QVERIFY2(made.result.ok, made.result.output.c_str());
        QVERIFY(!usesHeader(made));
    }

    void isMadeAnewAfterItWasDamaged() {
        const fs::path header = prepared() / m_cpp->language.prepareProgram;
        fs::resize_file(header, fs::file_size(header) / 2);
        const Compilation made = compileAloud(Good + "// despite it\n");
        QVERIFY2(made.result.ok, made.result.output.c_str());
        QVERIFY(prepared().empty());
        prepare();
        QVERIFY(usesHeader(compileAloud(Good + "// made anew\n")));
    }
};

QTEST_GUILESS_MAIN(TestPreparedHeaderReal)
#include "test_prepared_header_real.moc"
