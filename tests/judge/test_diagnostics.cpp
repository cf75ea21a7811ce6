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
};

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "test_diagnostics.moc"
