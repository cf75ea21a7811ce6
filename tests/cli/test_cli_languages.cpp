// SPDX-License-Identifier: GPL-3.0-or-later
// What `grind languages` says of languages that work, that are missing, and that a person has described; and how the
// language of a folder is found.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QJsonArray>
#include <QTest>

using namespace grindstone::cli::test;

namespace {

/// A language whose tool is nowhere.
QByteArray absent(const QByteArray& id, const QByteArray& package) {
    return "id = \"" + id + "\"\nname = \"Absent\"\nextensions = [\"." + id +
           "\"]\nsource_name = \"main.x\"\n"
           "[toolchain]\ntools = [\"no-such-tool-" +
           id + "\"]\npackage = \"" + package +
           "\"\nversion = [\"{tool}\"]\n"
           "[run]\ncommand = [\"{tool}\", \"{source}\"]\n[self_test]\nsource = \"42\"\noutput = \"42\\n\"\n";
}

} // namespace

class TestCliLanguages : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    void describe(const QString& name, const QByteArray& text) const {
        m_grind->write(QStringLiteral("home/config/languages/") + name, text);
    }
    static QJsonObject find(const QJsonObject& document, const QString& id) {
        for (const auto& one : document[QStringLiteral("languages")].toArray()) {
            if (one[QStringLiteral("id")].toString() == id) {
                return one.toObject();
            }
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_grind = GrindProgram::asBuilt(); }

    void everyLanguageOfOursWorks() {
        const Outcome outcome = m_grind->run({QStringLiteral("languages"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        const QJsonArray languages = outcome.json()[QStringLiteral("languages")].toArray();
        QCOMPARE(languages.size(), 18);
        for (const auto& one : languages) {
            QVERIFY2(one[QStringLiteral("works")].toBool(), qPrintable(one[QStringLiteral("detail")].toString()));
            QVERIFY(!one[QStringLiteral("version")].toString().isEmpty());
            QVERIFY(one[QStringLiteral("tool")].toString().startsWith(u'/'));
            QVERIFY(!one[QStringLiteral("install")].toString().isEmpty());
        }
        QCOMPARE(find(outcome.json(), QStringLiteral("java"))[QStringLiteral("install")].toString(),
                 QStringLiteral("default-jdk-headless default-jre-headless"));
    }

    void saysWhatToInstallInOneLine() {
        const Outcome nothing = m_grind->run({QStringLiteral("languages"), QStringLiteral("--install")});
        QCOMPARE(nothing.output, QByteArray());
        QCOMPARE(nothing.status, 0);
        QCOMPARE(nothing.errors, QByteArray("grind: Nothing is missing: every language works.\n"));
        describe(QStringLiteral("a.toml"), absent("aaa", "first-package second+package"));
        describe(QStringLiteral("b.toml"), absent("bbb", "third-package first-package"));
        const Outcome some = m_grind->run({QStringLiteral("languages"), QStringLiteral("--install")});
        QCOMPARE(some.output, QByteArray("apt install first-package second+package third-package\n"));
        QCOMPARE(some.status, 0);
        const Outcome json =
            m_grind->run({QStringLiteral("languages"), QStringLiteral("--install"), QStringLiteral("--json")});
        QCOMPARE(json.json()[QStringLiteral("packages")].toArray().size(), 3);
        QCOMPARE(json.json()[QStringLiteral("command")].toString() + u'\n', QString::fromUtf8(some.output));
    }

    void aPersonsOwnLanguageWorks() {
        describe(QStringLiteral("shell.toml"),
                 "id = \"shell\"\nname = \"Shell\"\nextensions = [\".sh\"]\nsource_name = \"main.sh\"\n"
                 "[toolchain]\ntools = [\"dash\"]\npackage = \"dash\"\n"
                 "version = [\"{tool}\", \"-c\", \"echo some version\"]\n"
                 "[run]\ncommand = [\"{tool}\", \"{program}\"]\n"
                 "[self_test]\nsource = \"echo 42\"\noutput = \"42\\n\"\n");
        const QString package = writeSumPackage(*m_grind);
        const QString source = m_grind->write(QStringLiteral("sum.sh"), "read a b\necho $((a + b))\n");
        const Outcome outcome = m_grind->run({QStringLiteral("judge"), package, source, QStringLiteral("--json")});
        QCOMPARE(outcome.verdict(), QStringLiteral("AC"));
        QCOMPARE(outcome.json()[QStringLiteral("language")].toString(), QStringLiteral("shell"));
    }

    void tellsOfABrokenFile_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("no TOML") << QByteArray("id = \"python3\"\nname = = 3\n") << QByteArray(":2: ");
        QTest::newRow("wrong type") << QByteArray("id = \"python3\"\nname = 3\n")
                                    << QByteArray(":2: name: must be a string");
        QTest::newRow("missing key") << QByteArray("id = \"python3\"\n") << QByteArray(":1: name: is missing");
        QTest::newRow("unknown placeholder")
            << absent("python3", "python3").replace("\"{tool}\", \"{source}\"", "\"{tool}\", \"-x{sauce}\"")
            << QByteArray(":10: run.command: {sauce} is not one of");
        QTest::newRow("unknown key") << absent("python3", "python3").replace("[run]\n", "[run]\nsped = 3\n")
                                     << QByteArray(":10: run.sped: is not a key that is known here");
    }
    void tellsOfABrokenFile() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        describe(QStringLiteral("mine.toml"), text);
        const QByteArray place = m_grind->path(QStringLiteral("home/config/languages/mine.toml")).toUtf8() + reason;
        const QString package = writeSumPackage(*m_grind);
        // Ours goes on working, and the person is told why it isn't theirs.
        const QString python = m_grind->write(QStringLiteral("sum.py"), "print(sum(map(int, input().split())))\n");
        const Outcome concerned = m_grind->run({QStringLiteral("judge"), package, python, QStringLiteral("--json")});
        QCOMPARE(concerned.verdict(), QStringLiteral("AC"));
        QVERIFY2(concerned.errors.contains(place), concerned.errors.constData());
        // Others have no part in it.
        const QString c = m_grind->write(
            QStringLiteral("sum.c"),
            "#include <stdio.h>\nint main(void) { int a, b; scanf(\"%d %d\", &a, &b); printf(\"%d\\n\", a + b); }\n");
        const Outcome other = m_grind->run({QStringLiteral("judge"), package, c, QStringLiteral("--json")});
        QCOMPARE(other.verdict(), QStringLiteral("AC"));
        QVERIFY2(!other.errors.contains("mine.toml"), other.errors.constData());
        // Whoever looks for a language that isn't known may have meant that one.
        const Outcome unknown = m_grind->run({QStringLiteral("judge"), package, c, QStringLiteral("--language"),
                                              QStringLiteral("nothing"), QStringLiteral("--json")});
        QCOMPARE(unknown.errorCode(), QStringLiteral("language.unknown"));
        QVERIFY2(unknown.errorDetail().contains(QString::fromUtf8(place)), qPrintable(unknown.errorDetail()));
    }

    void languagesTellsOfABrokenFile() {
        describe(QStringLiteral("mine.toml"), "id = \"python3\"\nname = 3\n");
        const Outcome outcome = m_grind->run({QStringLiteral("languages")});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.errors.contains("mine.toml:2: name: must be a string"), outcome.errors.constData());
        QVERIFY(outcome.output.contains("python3"));
    }

    void findsTheLanguageOfAFolder_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("cpp") << QStringLiteral("cpp");
        QTest::newRow("java") << QStringLiteral("java");
        QTest::newRow("python3") << QStringLiteral("python3");
        QTest::newRow("go") << QStringLiteral("go");
        QTest::newRow("rust") << QStringLiteral("rust");
    }
    void findsTheLanguageOfAFolder() {
        QFETCH(QString, language);
        const auto write = [&](const char* name, const char* text) {
            m_grind->write(QStringLiteral("mine/") + QLatin1String(name), text);
        };
        write("README.md", "what I think of it");
        if (language == u"cpp") {
            write("add.h", "inline int add(int a, int b) { return a + b; }\n");
            write("sum.cpp", "#include \"add.h\"\n#include <iostream>\n"
                             "int main() { int a, b; std::cin >> a >> b; std::cout << add(a, b) << '\\n'; }\n");
        } else if (language == u"java") {
            write("Adder.java", "class Adder { static int add(int a, int b) { return a + b; } }\n");
            write("Sum.java", "import java.util.*;\npublic class Sum { public static void main(String[] a) { "
                              "Scanner in = new Scanner(System.in); "
                              "System.out.println(Adder.add(in.nextInt(), in.nextInt())); } }\n");
        } else if (language == u"python3") {
            write("adding.py", "add = sum\n");
            write("main.py", "from adding import add\nprint(add(map(int, input().split())))\n");
        } else if (language == u"go") {
            write("add.go", "package main\n\nfunc add(a, b int) int { return a + b }\n");
            write("sum.go", "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tvar a, b int\n\tfmt.Scan(&a, &b)\n"
                            "\tfmt.Println(add(a, b))\n}\n");
        } else {
            write("adding.rs", "pub fn add(a: i32, b: i32) -> i32 { a + b }\n");
            write("main.rs", "mod adding;\nfn main() { let mut t = String::new(); "
                             "std::io::stdin().read_line(&mut t).unwrap(); "
                             "let n: Vec<i32> = t.split_whitespace().map(|x| x.parse().unwrap()).collect(); "
                             "println!(\"{}\", adding::add(n[0], n[1])); }\n");
        }
        const QString package = writeSumPackage(*m_grind);
        const Outcome outcome = m_grind->run(
            {QStringLiteral("judge"), package, m_grind->path(QStringLiteral("mine")), QStringLiteral("--json")});
        QVERIFY2(outcome.verdict() == u"AC", (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.json()[QStringLiteral("language")].toString(), language);
    }
};

QTEST_GUILESS_MAIN(TestCliLanguages)
#include "test_cli_languages.moc"
