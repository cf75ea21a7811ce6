// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics.h"

#include <QtTest>

using namespace grindstone::judge;

class TestDiagnostics : public QObject {
    Q_OBJECT
private:
    static QString text(const std::vector<Diagnostic>& diagnostics) {
        QStringList lines;
        for (const Diagnostic& found : diagnostics) {
            lines << QStringLiteral("%1|%2|%3|%4|%5")
                         .arg(QString::fromStdString(found.file))
                         .arg(found.line)
                         .arg(found.column)
                         .arg(QString::fromStdString(found.severity), QString::fromStdString(found.message));
        }
        return lines.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void findsPlacesInCompilerOutput_data() {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* output, const char* expected) {
            QTest::newRow(name) << QByteArray(output) << QString::fromUtf8(expected);
        };
        row("nothing", "", "");
        row("GCC's error with its context",
            "main.cpp: In function 'int main()':\nmain.cpp:1:19: error: 'x' was not declared in this scope\n"
            "    1 | int main() { return x; }\n      |                     ^\n",
            "main.cpp|1|19|error|'x' was not declared in this scope");
        row("GCC's fatal error", "main.cpp:2:10: fatal error: nothere.h: No such file or directory\n",
            "main.cpp|2|10|error|nothere.h: No such file or directory");
        row("warning and note", "/work/a.c:3:1: warning: w\n./a.c:4: note: n", "a.c|3|1|warning|w\na.c|4|0|note|n");
        row("linker",
            "/usr/bin/ld: /tmp/cc1.o: in function `main':\nmain.cpp:(.text+0x9): undefined reference to `f()'\n",
            "main.cpp|0|0|error|undefined reference to `f()'");
        row("linker, on one line", "/usr/bin/ld: main.cpp:(.text.startup+0x5): undefined reference to `g'\n",
            "main.cpp|0|0|error|undefined reference to `g'");
        row("Python", "  File \"main.py\", line 2\n    if (:\n        ^\nSyntaxError: invalid syntax\n",
            "main.py|2|9|error|SyntaxError: invalid syntax");
        row("Python without a caret",
            "  File \"main.py\", line 1\nValueError: source code string cannot contain null bytes\n",
            "main.py|1|0|error|ValueError: source code string cannot contain null bytes");
        row("Python's range of carets", "  File \"x.py\", line 1\n    print(1 2)\n          ^^^\nSyntaxError: comma?\n",
            "x.py|1|7|error|SyntaxError: comma?");
        row("a place without a message", "  File \"main.py\", line 2\n", "");
        row("things that only look alike",
            "a:b:c: error: x\n:1:2: error: y\nmain.cpp:99999999999:1: error: z\nmain.cpp:-1:1: error: z\n"
            "main.cpp:1:1:error: z\nFile \"main.py\", line 2\n",
            "");
    }
    void findsPlacesInCompilerOutput() {
        QFETCH(QByteArray, output);
        const std::vector<SourceFile> sources{{"main.py", "if 1:\n    if (:\n"}};
        QTEST(text(parseDiagnostics(output.toStdString(), sources)), "expected");
    }
    void boundsTheirNumber() {
        std::string output;
        for (int i = 0; i < 1000; ++i) {
            output += "a.c:1:1: error: again\n";
        }
        QCOMPARE(parseDiagnostics(output, {}).size(), std::size_t(200));
    }

    /// What the compilers really wrote about sources that are wrong in several ways, in a box.
    void findsPlacesInRealOutput_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* file, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(expected);
        };
        row("gcc", "main.cpp",
            "main.cpp|8|18|error|‘undeclared’ was not declared in this scope\n"
            "main.cpp|10|12|error|invalid conversion from ‘const char*’ to ‘int’ [-fpermissive]\n"
            "main.cpp|7|9|warning|unused variable ‘unused’ [-Wunused-variable]\n"
            "main.cpp|4|55|error|no match for ‘operator*’ (operand types are ‘std::__cxx11::basic_string<char>’ and "
            "‘int’)");
        row("clang", "main.cpp",
            "main.cpp|8|18|error|use of undeclared identifier 'undeclared'\n"
            "main.cpp|10|12|error|cannot initialize return object of type 'int' with an lvalue of type 'const "
            "char[2]'\n"
            "main.cpp|4|55|error|invalid operands to binary expression ('std::basic_string<char>' and 'int')\n"
            "main.cpp|9|24|note|in instantiation of function template specialization 'twice<std::basic_string<char>>' "
            "requested here");
        row("javac", "Types.java",
            "Types.java|6|17|error|incompatible types: String cannot be converted to int\n"
            "Types.java|8|18|error|incompatible types: int cannot be converted to String\n"
            "Types.java|9|9|error|cannot find symbol\n"
            "Types.java|10|37|warning|[removal] countStackFrames() in Thread has been deprecated and marked for "
            "removal");
        row("javac-syntax", "Main.java", "Main.java|8|12|error|';' expected");
        row("rustc", "main.rs",
            "main.rs|6|20|error|cannot find value `undeclared` in this scope\n"
            "main.rs|1|5|warning|unused import: `std::collections::HashMap`\n"
            "main.rs|5|18|error|mismatched types");
        row("rustc-syntax", "main.rs", "main.rs|2|14|error|expected `;`, found `println`");
        row("go", "main.go",
            "main.go|5|2|error|imported and not used: \"os\"\n"
            "main.go|9|2|error|x declared but not used\n"
            "main.go|10|14|error|cannot use \"text\" (untyped string constant) as int value in variable declaration\n"
            "main.go|11|14|error|undefined: undeclared");
        row("go-syntax", "main.go", "main.go|5|2|error|syntax error: unexpected if, expecting expression");
        row("node", "main.js", "main.js|3|15|error|SyntaxError: Unexpected token ';'");
        row("node-end", "main.js", "main.js|3|0|error|SyntaxError: Unexpected end of input");
        row("esbuild", "main.ts", "main.ts|4|12|error|Expected \"}\" but found \"a\"");
        row("esbuild-import", "main.ts",
            "main.ts|3|17|warning|The \"typeof\" operator will never evaluate to \"nummer\" [impossible-typeof]\n"
            "main.ts|3|41|warning|Comparison with NaN using the \"===\" operator here is always false [equals-nan]\n"
            "main.ts|1|19|error|Could not resolve \"./nothere\"");
        row("mcs", "main.cs",
            "main.cs|4|17|error|CS0029: Cannot implicitly convert type `string' to `int'\n"
            "main.cs|6|27|error|CS0103: The name `undeclared' does not exist in the current context");
        row("kotlinc", "main.kt",
            "main.kt|2|18|error|type mismatch: inferred type is String but Int was expected\n"
            "main.kt|3|13|error|unresolved reference: undeclared");
        row("ghc", "main.hs", "main.hs|4|12|error|Couldn't match type ‘Int’ with ‘[Char]’");
        row("ruby", "main.rb",
            "main.rb|3|0|error|syntax error, unexpected `end'\n"
            "main.rb|4|0|error|syntax error, unexpected end-of-input, expecting `end'");
        row("php", "main.php", "main.php|3|0|error|syntax error, unexpected token \"echo\"");
        row("lua", "main.lua", "main.lua|2|0|error|')' expected near 'y'");
        row("fpc", "main.pas",
            "main.pas|4|8|error|Incompatible types: got \"Constant String\" expected \"SmallInt\"\n"
            "main.pas|5|3|error|Identifier not found \"y\"");
        row("ocaml", "main.ml",
            "main.ml|1|15|error|This expression has type string but an expression was expected of type");
        row("ocaml-syntax", "main.ml", "main.ml|2|11|error|Syntax error");
        row("python", "main.py",
            "main.py|3|6|error|IndentationError: unindent does not match any outer indentation level");
        row("python-pypy", "main.py", "main.py|2|5|error|SyntaxError: invalid syntax");
    }
    void findsPlacesInRealOutput() {
        QFETCH(QString, file);
        QFETCH(QString, expected);
        QFile data(QStringLiteral(GRINDSTONE_SOURCE_DIR "/tests/judge/data/diagnostics/%1.txt")
                       .arg(QLatin1String(QTest::currentDataTag())));
        QVERIFY(data.open(QIODevice::ReadOnly));
        QCOMPARE(text(parseDiagnostics(data.readAll().toStdString(), {{file.toStdString(), ""}})), expected);
    }

    void looksPastColours() {
        const std::vector<Diagnostic> found = parseDiagnostics(
            "\x1b[01m\x1b[Kmain.cpp:1:2:\x1b[m\x1b[K \x1b[01;31m\x1b[Kerror: \x1b[m\x1b[Kwrong\x1b[m\r\n\x1b[", {});
        QCOMPARE(text(found), QStringLiteral("main.cpp|1|2|error|wrong"));
    }

    void bearsAnyBytes_data() {
        QTest::addColumn<QByteArray>("piece");
        for (const char* piece :
             {"\n", ":", "a:1:", "a:1: error: x\n", "a:1: error:\n", "a.java:1: error: x\n", "  File \"a\", line 1\n",
              "File \"a\", line 1, characters 1-2:\n", "error: x\n", " --> ", "a.js:1\n", "\x1b[", "^", "a(1,",
              "Parse error: in a on line ", "✘ [ERROR] x\n", "\xff\xfe", "(\n", "ld: a:(x): undefined reference to "}) {
            QTest::newRow(piece) << QByteArray(piece);
        }
        QTest::newRow("NUL") << QByteArray("a:1:1: error: \0\n", 16);
    }
    void bearsAnyBytes() {
        QFETCH(QByteArray, piece);
        const std::string output = piece.repeated(4 * 1024 * 1024 / static_cast<int>(piece.size())).toStdString();
        const std::vector<Diagnostic> found = parseDiagnostics(output, {{"a", ""}});
        QVERIFY(found.size() <= 200);
        for (const Diagnostic& one : found) {
            QVERIFY(one.message.size() <= 5000);
            QVERIFY(one.line >= 0 && one.column >= 0);
        }
    }

    void makesTextOfBytesThatAreNone() {
        QCOMPARE(parseDiagnostics("a\xff.c:1:1: error: b\xff\n", {}).front().message, std::string("b\xEF\xBF\xBD"));
    }
};

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "test_diagnostics.moc"
