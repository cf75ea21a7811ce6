// SPDX-License-Identifier: GPL-3.0-or-later
// Which file of a submission is its start.
#include "judge/engine/source_names.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

class TestSourceNames : public QObject {
    Q_OBJECT
private:
    static Language script() {
        Language made;
        made.sourceName = "main.js";
        made.extensions = {".js", ".mjs"};
        return made;
    }

    static std::string first(const Language& language, const std::vector<std::string>& names) {
        std::vector<SourceFile> files;
        for (const std::string& name : names) {
            files.push_back({name, ""});
        }
        return sourceNames(language, files).front();
    }

private Q_SLOTS:
    void findsTheStart_data() {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("start");
        const auto row = [](const char* why, const char* names, const char* start) {
            QTest::newRow(why) << QString::fromLatin1(names).split(QLatin1Char(' ')) << QString::fromLatin1(start);
        };
        row("its own name", "a.js main.js main.mjs", "main.js");
        row("but for the extension", "a.js main.mjs", "main.mjs");
        row("the usual extension", "a.mjs b.js c.js", "b.js");
        row("the first", "b.mjs c.mjs", "b.mjs");
        row("a module's", "__main__.py a.js main.js", "__main__.py");
    }

    void findsTheStart() {
        QFETCH(QStringList, names);
        QFETCH(QString, start);
        Language language = script();
        language.extensions.push_back(".py");
        std::vector<std::string> all;
        for (const QString& name : names) {
            all.push_back(name.toStdString());
        }
        QCOMPARE(QString::fromStdString(first(language, all)), start);
    }

    void startsWhereItIsTold() {
        const std::vector<std::string> names{"a.js", "main.js", "z.mjs"};
        QCOMPARE(first(startingAt("", script()), names), std::string("main.js"));
        QCOMPARE(first(startingAt("z.mjs", script()), names), std::string("z.mjs"));
        QCOMPARE(first(startingAt("none.js", script()), names), std::string("a.js"));
    }

    void startsWithTheClassThatItIsTold() {
        Language java;
        java.sourceName = "Main.java";
        java.extensions = {".java"};
        java.entryRule = EntryRule::JavaClass;
        const std::string main = " { public static void main(String[] words) {} }";
        const std::vector<SourceFile> files{{"Main.java", "public class Main" + main},
                                            {"p/Other.java", "package p; public class Other" + main}};
        QCOMPARE(mainClass(startingAt("", java), files), std::string("Main"));
        QCOMPARE(mainClass(startingAt("p.Other", java), files), std::string("p.Other"));
        QCOMPARE(mainClass(startingAt("Other", java), files), std::string("p.Other"));
        QCOMPARE(mainClass(startingAt("Other.java", java), files), std::string("p.Other"));
    }
};

QTEST_GUILESS_MAIN(TestSourceNames)
#include "test_source_names.moc"
