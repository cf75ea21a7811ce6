// SPDX-License-Identifier: GPL-3.0-or-later
// What runtimes write to standard error when a program ends badly. The texts are those of real runtimes.
#include "judge/engine/memory_report.h"
#include "judge/engine/uncaught_error.h"

#include <QtTest>

using namespace grindstone::judge;

namespace {

QString codeOf(MemoryReport report) {
    return report == MemoryReport::Sure      ? QStringLiteral("sure")
           : report == MemoryReport::Claimed ? QStringLiteral("claimed")
                                             : QStringLiteral("none");
}

} // namespace

class TestLastWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsReportsOfMemory_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("report");
        const auto row = [](const char* name, const char* text, const char* report) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(report);
        };
        row("nothing", "", "none");
        row("Python", "Traceback (most recent call last):\n  File \"x\"\nMemoryError\n", "claimed");
        row("Python with a reason", "MemoryError: no room\n\n", "claimed");
        row("Python, of a library", "numpy.core._exceptions._ArrayMemoryError: Unable to allocate 9 GiB\n", "claimed");
        row("Python, caught and gone on", "MemoryError\nValueError: 3\n", "none");
        row("Python, a class that begins so", "MemoryErrorOfMine\n", "none");
        row("Java", "Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n\tat A.main(A.java:5)\n",
            "sure");
        row("Java, told to end", "Terminating due to java.lang.OutOfMemoryError: Java heap space\n", "sure");
        row("Java, too many threads",
            "Exception in thread \"main\" java.lang.OutOfMemoryError: unable to create native thread: possibly out of "
            "memory or process/resource limits reached\n",
            "none");
        row("Java's machine itself",
            "#\n# There is insufficient memory for the Java Runtime Environment to continue.\n", "sure");
        row("Node",
            "<--- JS stacktrace --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of "
            "memory\n----- Native stack trace -----\n\n 1: 0xb78db3 node::OOMErrorHandler\n",
            "sure");
        row("Node, one buffer", "RangeError: Array buffer allocation failed\n    at x (a.js:1:1)\n\nNode.js v20.20.2\n",
            "claimed");
        row("Node, an absurd length", "RangeError: Invalid array length\n    at x (a.js:1:1)\n\nNode.js v20.20.2\n",
            "none");
        row("Go", "fatal error: runtime: out of memory\n\nruntime stack:\nruntime.throw({0x49ba3d?})\n", "claimed");
        row("Rust", "memory allocation of 1125899906842624 bytes failed\n", "claimed");
        row("libstdc++", "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc\n",
            "claimed");
        row("libstdc++, another exception", "terminate called after throwing an instance of 'std::logic_error'\n",
            "none");
        row("libc++", "libc++abi: terminating with uncaught exception of type std::bad_alloc: std::bad_alloc\n",
            "claimed");
        row("Mono", "[ERROR] FATAL UNHANDLED EXCEPTION: System.OutOfMemoryException: Insufficient memory\n", "claimed");
        row("Ruby", "x.rb: failed to allocate memory (NoMemoryError)\n", "claimed");
        row("PHP",
            "PHP Fatal error:  Allowed memory size of 67108864 bytes exhausted (tried to allocate 2097152 bytes) "
            "in /program/main.php on line 2\n",
            "sure");
        row("PHP, an absurd request",
            "PHP Fatal error:  Allowed memory size of 67108864 bytes exhausted (tried to allocate 1099511631872 "
            "bytes)\n",
            "claimed");
        row("Haskell", "main: Heap exhausted;\nmain: Current maximum heap size is 67108864 bytes (64 MB).\n", "sure");
        row("Haskell, refused", "main: out of memory (requested 1048576 bytes)\n", "claimed");
        row("Lua", "lua5.4: not enough memory\n", "claimed");
        row("Lua by its path", "/usr/bin/lua5.4: not enough memory\n", "claimed");
        row("OCaml", "Fatal error: exception Out_of_memory\n", "claimed");
        row("Pascal", "Runtime error 203 at $0000000000401049\n", "claimed");
    }
    void findsReportsOfMemory() {
        QFETCH(QByteArray, text);
        QTEST(codeOf(findMemoryReport(text.toStdString())), "report");
    }

    void namesWhatAProgramDiedOf_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* title, const char* text, const char* name, const char* message) {
            QTest::newRow(title) << QByteArray(text) << QString::fromUtf8(name) << QString::fromUtf8(message);
        };
        row("Python",
            "Traceback (most recent call last):\n  File \"/program/main.py\", line 1, in <module>\n    1/0\n    ~^~\n"
            "ZeroDivisionError: division by zero\n",
            "ZeroDivisionError", "division by zero");
        row("Python, no message", "Traceback (most recent call last):\n  File \"x\"\nKeyboardInterrupt\n",
            "KeyboardInterrupt", "");
        row("Python, the last of a chain",
            "Traceback (most recent call last):\n  File \"x\"\nKeyError: 1\n\nDuring handling of the above exception, "
            "another exception occurred:\n\nTraceback (most recent call last):\n  File \"y\"\nValueError: two\nlines\n",
            "ValueError", "two");
        row("Python, a class of the person's",
            "Traceback (most recent call last):\n  File \"x\"\n__main__.Mine: a: b\n", "Mine", "a: b");
        row("Java", "Exception in thread \"main\" java.lang.ArithmeticException: / by zero\n\tat A.main(A.java:4)\n",
            "java.lang.ArithmeticException", "/ by zero");
        row("Java, no message", "Exception in thread \"main\" java.lang.StackOverflowError\n\tat A.f(A.java:1)\n",
            "java.lang.StackOverflowError", "");
        row("Java, a cause",
            "Exception in thread \"main\" java.lang.ExceptionInInitializerError\n\tat A.main(A.java:8)\nCaused by: "
            "java.lang.NumberFormatException: For input string: \"q\"\n\t... 1 more\n",
            "java.lang.NumberFormatException", "For input string: \"q\"");
        row("Node",
            "/program/main.js:1\nfunction f(n){return f(n+1)+1}\n              ^\n\nRangeError: Maximum call stack "
            "size "
            "exceeded\n    at f (/program/main.js:1:15)\n\nNode.js v20.20.2\n",
            "RangeError", "Maximum call stack size exceeded");
        row("Node, a thrown value",
            "/program/main.js:1\nthrow 5\n^\n5\n(Use `node --trace-uncaught ...`)\n\nNode.js v20.20.2\n", "", "5");
        row("Node, an error with a code",
            "node:internal/x:873\n  throw new X();\n        ^\n\nError [ERR_X]: Cannot find\n    at p\n\nNode.js v20\n",
            "", "Error [ERR_X]: Cannot find");
        row("Go",
            "panic: runtime error: integer divide by zero\n\ngoroutine 1 [running]:\nmain.main()\n\t/work/main.go:6\n",
            "panic", "runtime error: integer divide by zero");
        row("Go, stack",
            "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n\nruntime stack:\n"
            "goroutine 1 [running]:\n",
            "fatal error", "stack overflow");
        row("Rust", "thread 'main' panicked at 'attempt to divide by zero', main.rs:4:49\nnote: run with\n", "panic",
            "attempt to divide by zero");
        row("Rust, two lines", "thread 'main' panicked at 'num\nber: x', main.rs:4:49\n", "panic", "num");
        row("Rust, younger", "\nthread 'main' (31637) panicked at main.rs:4:94:\nindex out of bounds: the len is 2\n",
            "panic", "index out of bounds: the len is 2");
        row("Rust, stack", "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow\n",
            "stack overflow", "");
        row("C++",
            "terminate called after throwing an instance of 'std::out_of_range'\n  what():  vector::_M_range_check: "
            "__n "
            "(which is 5)\n",
            "std::out_of_range", "vector::_M_range_check: __n (which is 5)");
        row("C++, no message", "terminate called after throwing an instance of 'int'\n", "int", "");
        row("C++, no exception", "terminate called without an active exception\n", "",
            "terminate called without an active exception");
        row("C, assertion", "main: main.c:3: main: Assertion `x > 0' failed.\n", "",
            "main: main.c:3: main: Assertion `x > 0' failed.");
        row("C, heap", "free(): invalid pointer\n", "", "free(): invalid pointer");
        row("C, stack", "*** stack smashing detected ***: terminated\n", "",
            "*** stack smashing detected ***: terminated");
        row("Mono",
            "\nUnhandled Exception:\nSystem.DivideByZeroException: Attempted to divide by zero.\n[ERROR] FATAL "
            "UNHANDLED "
            "EXCEPTION: System.DivideByZeroException: Attempted to divide by zero.\n  at P.Main\n",
            "System.DivideByZeroException", "Attempted to divide by zero.");
        row("Ruby", "main.rb:1:in `/': divided by 0 (ZeroDivisionError)\n\tfrom main.rb:1:in `<main>'\n",
            "ZeroDivisionError", "divided by 0");
        row("PHP",
            "PHP Fatal error:  Uncaught DivisionByZeroError: Division by zero in /program/main.php:1\nStack trace:\n",
            "DivisionByZeroError", "Division by zero");
        row("PHP, to the screen", "Fatal error: Uncaught Exception: thrown in /program/main.php:4\nStack trace:\n",
            "Exception", "thrown");
        row("PHP, no exception", "Fatal error: Maximum execution time exceeded in /program/main.php on line 4\n", "",
            "Maximum execution time exceeded");
        row("Lua by its path", "/usr/bin/lua5.4: /program/main.lua:2: attempt to divide by zero\nstack traceback:\n",
            "", "/program/main.lua:2: attempt to divide by zero");
        row("Lua", "lua5.4: main.lua:1: attempt to index a nil value (local 'x')\nstack traceback:\n\t[C]: in ?\n", "",
            "main.lua:1: attempt to index a nil value (local 'x')");
        row("OCaml", "Fatal error: exception Division_by_zero\n", "Division_by_zero", "");
        row("OCaml, a message", "Fatal error: exception Failure(\"hd\")\n", "Failure", "hd");
        row("Pascal", "Runtime error 201 at $0000000000401049\n  $0000000000401049\n", "Runtime error 201", "");
        row("Haskell", "main: divide by zero\n", "", "divide by zero");
    }
    void namesWhatAProgramDiedOf() {
        QFETCH(QByteArray, text);
        const auto found = findUncaughtError(text.toStdString());
        QVERIFY(found.has_value());
        QTEST(QString::fromStdString(found->name), "name");
        QTEST(QString::fromStdString(found->message), "message");
    }

    void findsNothingInOtherWords_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blanks") << QByteArray("\n \n\r\n");
        QTest::newRow("the person's own") << QByteArray("debug: x = 3\npanic: not really\n");
        QTest::newRow("a traceback that is all") << QByteArray("Traceback (most recent call last):\n  File \"x\"\n");
        QTest::newRow("Java, cut off") << QByteArray("Exception in thread \"");
        QTest::newRow("Rust, cut off") << QByteArray("thread 'main' panicked at main.rs:1:1:");
        QTest::newRow("Node, cut off") << QByteArray("  ^\nNode.js v20");
        QTest::newRow("Pascal, cut off") << QByteArray("An unhandled exception occurred at $00:");
        QTest::newRow("bytes") << QByteArray("\xFF\x00\xC3(\n", 5);
    }
    void findsNothingInOtherWords() {
        QFETCH(QByteArray, text);
        const auto found = findUncaughtError(text.toStdString());
        QVERIFY2(!found, found ? (found->name + "|" + found->message).c_str() : "");
    }

    void bearsAnyEndOfAnyOfThem() {
        // Cut at both ends: only the end of what was written is looked at, and a program may be killed while it writes.
        for (const auto* text :
             {"Exception in thread \"main\" a.B: c\nCaused by: d.E: f\n", "thread 'a' panicked at 'b', c\n",
              "terminate called after throwing an instance of 'x'\n  what():  y\n",
              "PHP Fatal error:  Uncaught X: y in /z\n", "Fatal error: exception X(\"y\")\n", "a.rb:1:in `x': y (Z)\n",
              "lua: x\nstack traceback:\n"}) {
            const std::string whole = text;
            for (std::size_t from = 0; from < whole.size(); ++from) {
                for (std::size_t size = 0; size <= whole.size() - from; ++size) {
                    const auto found = findUncaughtError(whole.substr(from, size));
                    QVERIFY(!found || found->name.size() + found->message.size() <= whole.size());
                }
            }
        }
    }

    void cutsLongMessages() {
        const auto found =
            findUncaughtError("Traceback (most recent call last):\nValueError: " + std::string(9999, 'x'));
        QVERIFY(found.has_value());
        QCOMPARE(found->message.size(), std::size_t(200));
    }
};

QTEST_GUILESS_MAIN(TestLastWords)
#include "test_last_words.moc"
