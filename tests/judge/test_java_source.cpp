// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/source_names.h"
#include "judge/language/java_source.h"

#include <QtTest>

using namespace grindstone::judge;

class TestJavaSource : public QObject {
    Q_OBJECT
private:
    static Language java() {
        Language language;
        language.sourceName = "Main.java";
        language.extensions = {".java"};
        language.entryRule = EntryRule::JavaClass;
        return language;
    }

private Q_SLOTS:
    void findsTypesAndMain_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("found"); // package|public|main|first
        const auto row = [](const char* name, const char* text, const char* found) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(found);
        };
        row("nothing", "", "|||");
        row("the usual", "public class A { public static void main(String[] a) {} }", "|A|A|A");
        row("a package", "package org . example;\nimport java.util.*;\npublic final class A { }", "org.example|A||A");
        row("main elsewhere", "class A {} class B { static void main(String... a) {} } public class C {}", "|C|B|A");
        row("record, enum, interface",
            "record R(int x) {} enum E { V } public interface I { static void main(String[] a) {} }", "|I|I|R");
        row("main of an inner class is none", "public class A { class B { static void main(String[] a) {} } }",
            "|A||A");
        row("main that is called is none", "class A { void f() { main(); } int main() { return 0; } }", "|||A");
        row("comments", "/* public class X { */ // public class Y\npublic /**/ class /* Z */ A {}", "|A||A");
        row("strings",
            "class A { String s = \"} public class X { \\\"\"; char c = '\"', d = '\\'', e = '}'; "
            "static void main(String[] a) {} }",
            "||A|A");
        row("a text block", "class A { String s = \"\"\"\n } \" \\\"\"\" public class X {\n\"\"\"; void main() {} }",
            "||A|A");
        row("an unfinished string ends with its line", "class A { String s = \"x\n} public class B {}", "|B||A");
        row("annotations", "@B(value = C.class, name = \"class D\")\npublic @interface A {}", "|A||A");
        row("escapes", "\\u0070ublic cl\\uuu0061ss \\u0041\\u00e4 {}", "|A\xC3\xA4||A\xC3\xA4");
        row("an escape ends a comment", "/* \\u002a\\u002f class A {}", "|||A");
        row("an escaped backslash begins no escape", "class A { String s = \"\\\\u0022; } class B {\"; }", "|||A");
        row("names from everywhere", "public class \xE4\xBD\xA0\xE5\xA5\xBD {}",
            "|\xE4\xBD\xA0\xE5\xA5\xBD||\xE4\xBD\xA0\xE5\xA5\xBD");
        row("unfinished things", "class A { /* \" ' ", "|||A");
        row("only the start of an escape", "class A {} \\u00", "|||A");
        row("a backslash at the end", "class A { '\\", "|||A");
        row("no Java", "#include <x>\nint main() { return 0; }", "|||");
        row("braces that close too much", "}}} ))) public class A { static void main(String[] a) {} }", "|A|A|A");
    }
    void findsTypesAndMain() {
        QFETCH(QByteArray, text);
        QFETCH(QString, found);
        const JavaSource source = readJavaSource(text.toStdString());
        QCOMPARE(QString::fromStdString(source.package + "|" + source.publicType + "|" + source.mainType + "|" +
                                        source.firstType),
                 found);
    }

    void takesNoNameThatNoFileCanHave() {
        const std::string name(100000, 'x');
        const JavaSource source = readJavaSource("package " + name + "; public class " + name + " {} class B {}");
        QCOMPARE(source.publicType, std::string());
        QCOMPARE(source.firstType, std::string("B"));
        QCOMPARE(source.package, std::string());
    }

    void takesTimeThatGoesWithTheLength() {
        // Quadratic work on any of these would take minutes.
        for (const char* piece : {"{", "\"", "\\", "/*", "'x", "\\u0022", "class ", "package a."}) {
            std::string text;
            while (text.size() < (4U << 20)) {
                text += piece;
            }
            readJavaSource(text);
        }
    }

    void namesASingleFileAfterItsPublicClass() {
        const auto named = nameForBox(java(), {{"mine.java", "package p; public class Sum {} class Other {}"}});
        QCOMPARE(named.front().name, std::string("Sum.java"));
        QCOMPARE(nameForBox(java(), {{"mine.java", "class Sum {}"}}).front().name, std::string("Main.java"));
    }

    void startsTheClassWithMain() {
        QCOMPARE(mainClass(java(), {{"p/A.java", "package p; public class A {}"},
                                    {"p/B.java", "package p; class B { static void main(String[] a) {} }"},
                                    {"p/C.java", "package p; class C { static void main(String[] a) {} }"}}),
                 std::string("p.B"));
        QCOMPARE(mainClass(java(), {{"A.java", "class A { static void main(String[] a) {} }"},
                                    {"Main.java", "class Main { static void main(String[] a) {} }"}}),
                 std::string("Main"));
        QCOMPARE(mainClass(java(), {{"A.java", "class A {}"}}), std::string("A"));
        QCOMPARE(mainClass(java(), {{"A.java", "// nothing"}}), std::string("Main"));
        QCOMPARE(mainClass(Language(), {{"A.java", "class A {}"}}), std::string());
    }

    void keepsAnExtensionOfTheLanguage() {
        Language script;
        script.sourceName = "main.js";
        script.extensions = {".js", ".mjs"};
        QCOMPARE(nameForBox(script, {{"mine.mjs", ""}}).front().name, std::string("main.mjs"));
        QCOMPARE(nameForBox(script, {{"mine.txt", ""}}).front().name, std::string("main.js"));
        QCOMPARE(nameForBox(script, {{"mine", ""}}).front().name, std::string("main.js"));
    }

    void namesLookNeitherLikeOptionsNorLikeArgumentFiles() {
        QCOMPARE(sourceNames(java(), {{"-A.java", ""}, {"@B.java", ""}, {"Main.java", ""}, {"notes.txt", ""}}),
                 (std::vector<std::string>{"Main.java", "./-A.java", "./@B.java"}));
    }
};

QTEST_GUILESS_MAIN(TestJavaSource)
#include "test_java_source.moc"
