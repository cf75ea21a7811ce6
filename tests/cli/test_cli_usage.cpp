// SPDX-License-Identifier: GPL-3.0-or-later
// The contract with scripts that needs no judging: statuses, one document on standard output, messages.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace grindstone::cli::test;

class TestCliUsage : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    /// A pack of the person's own with one package in it.
    void installPack() {
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        m_grind->write(QStringLiteral("home/data/packs/mine/sum/grindstone.yaml"),
                       "difficulty: easy\ntags: [adding]\n");
    }

private Q_SLOTS:
    void init() { m_grind = GrindProgram::asBuilt(); }

    void endsWithTwoOnWrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QStringList& arguments, const char* message) {
            QTest::newRow(name) << arguments << QString::fromUtf8(message);
        };
        row("no command", {}, "no command is given; see grind --help");
        row("unknown command", {QStringLiteral("sumbit")}, "there is no command sumbit; did you mean grind submit?");
        row("quite unknown command", {QStringLiteral("xyzzy")}, "there is no command xyzzy; see grind --help");
        row("unknown command of a command", {QStringLiteral("bench"), QStringLiteral("sandbx")},
            "there is no command sandbx; did you mean grind bench sandbox?");
        row("help of an unknown command", {QStringLiteral("help"), QStringLiteral("sumbit")},
            "there is no command sumbit; did you mean grind submit?");
        row("unknown option", {QStringLiteral("--frobnicate")},
            "The following argument was not expected: --frobnicate; see grind --help");
        row("unknown option of a command", {QStringLiteral("problems"), QStringLiteral("--frobnicate")},
            "The following argument was not expected: --frobnicate; see grind problems --help");
        row("missing argument", {QStringLiteral("submit"), QStringLiteral("echo-sum")},
            "SOURCE is required; see grind submit --help");
        row("option without its value",
            {QStringLiteral("run"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("--language")},
            "--language: 1 required ID missing; see grind run --help");
    }
    void endsWithTwoOnWrongUsage() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        const Outcome json = m_grind->run(QStringList{QStringLiteral("--json")} + arguments);
        QCOMPARE(json.status, 2);
        QCOMPARE(json.json()[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-error/1"));
        QCOMPARE(json.errorCode(), QStringLiteral("usage.wrong"));
        QCOMPARE(json.errorDetail(), message);
        const Outcome text = m_grind->run(arguments);
        QCOMPARE(text.status, 2);
        if (!arguments.isEmpty()) {
            QCOMPARE(text.output, QByteArray());
            QCOMPARE(QString::fromUtf8(text.errors), QStringLiteral("grind: error: Wrong usage: ") + message + u'\n');
        }
    }

    void helpTeachesByExample_data() {
        QTest::addColumn<QString>("command");
        for (const char* name : {"run", "submit", "judge", "problems", "show", "compare", "languages", "history",
                                 "export", "doctor", "bench"}) {
            QTest::newRow(name) << QString::fromUtf8(name);
        }
    }
    void helpTeachesByExample() {
        QFETCH(QString, command);
        const Outcome outcome = m_grind->run({command, QStringLiteral("--help")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.output.contains("Examples:\n  grind " + command.toUtf8()) ||
                outcome.output.contains("Examples:\n"));
        QVERIFY(outcome.output.contains("grind " + command.toUtf8()));
        QVERIFY(outcome.output.contains("--json"));
    }

    void helpCommandPrintsWhatTheOptionPrints_data() {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("all") << QStringList{};
        QTest::newRow("run") << QStringList{QStringLiteral("run")};
        QTest::newRow("bench sandbox") << QStringList{QStringLiteral("bench"), QStringLiteral("sandbox")};
    }
    void helpCommandPrintsWhatTheOptionPrints() {
        QFETCH(QStringList, command);
        const Outcome outcome = m_grind->run(QStringList{QStringLiteral("help")} + command);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.output, m_grind->run(command + QStringList{QStringLiteral("--help")}).output);
        const QByteArray name = QStringList(QStringList{QStringLiteral("grind")} + command).join(u' ').toUtf8();
        QVERIFY2(outcome.output.contains("Usage: " + name + " [OPTIONS]"), outcome.output.constData());
    }

    void printsItsVersion() {
        const Outcome outcome = m_grind->run({QStringLiteral("--version")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.output, QByteArray("grind 0.1.0\n"));
    }

    void listsProblems() {
        installPack();
        const Outcome outcome =
            m_grind->run({QStringLiteral("problems"), QStringLiteral("pack:mine"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.json()[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-problems/1"));
        const QJsonArray problems = outcome.json()[QStringLiteral("problems")].toArray();
        QCOMPARE(problems.size(), 1);
        const QJsonObject entry = problems[0].toObject();
        QCOMPARE(entry[QStringLiteral("id")].toString(), QStringLiteral("mine/sum"));
        QCOMPARE(entry[QStringLiteral("title")].toString(), QStringLiteral("Sum of two"));
        QCOMPARE(entry[QStringLiteral("difficulty")].toString(), QStringLiteral("easy"));
        QVERIFY(entry[QStringLiteral("state")].isNull());
        const Outcome text = m_grind->run({QStringLiteral("problems"), QStringLiteral("pack:mine")});
        QCOMPARE(text.output, QByteArray("  mine/sum  Sum of two  easy  adding\n"));
    }

    void listingMakesNoFiles() {
        QCOMPARE(m_grind->run({QStringLiteral("problems")}).status, 0);
        QVERIFY(!QFile::exists(m_grind->home()));
    }

    void showsAProblem() {
        installPack();
        const Outcome text = m_grind->run({QStringLiteral("show"), QStringLiteral("mine/sum")});
        QCOMPARE(text.status, 0);
        QVERIFY(text.output.startsWith("Sum of two\nmine/sum · easy · adding\n"
                                       "Time 500 ms · memory 64 MiB · output 1 MiB · 1 of 3 cases shown\n"));
        QVERIFY(text.output.contains("Print the sum of the two numbers."));
        const QJsonObject json =
            m_grind->run({QStringLiteral("show"), QStringLiteral("mine/sum"), QStringLiteral("--json")}).json();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-problem/1"));
        QCOMPARE(json[QStringLiteral("limits")][QStringLiteral("cpu_ms")].toInt(), 500);
        QCOMPARE(json[QStringLiteral("cases")][QStringLiteral("total")].toInt(), 3);
    }

    void showsTheLanguagesOfAStatement() {
        installPack();
        m_grind->write(QStringLiteral("home/data/packs/mine/sum/statement/problem.sv.tex"),
                       "\\problemname{Summan}\nL\\\"agg ihop $a \\le 10^5$ och \\emph{b}.\n");
        const QStringList show{QStringLiteral("show"), QStringLiteral("mine/sum"), QStringLiteral("--statement"),
                               QStringLiteral("sv")};
        const Outcome text = m_grind->run(show);
        QVERIFY2(text.output.startsWith("Summan\n"), text.output.constData());
        QVERIFY2(text.output.contains("\nStatement in sv of en, sv; --statement chooses\n"), text.output.constData());
        QVERIFY2(text.output.contains("Lägg ihop a ≤ 10⁵ och *b*."), text.output.constData());
        const QJsonObject statement =
            m_grind->run(show + QStringList{QStringLiteral("--json")}).json()[QStringLiteral("statement")].toObject();
        QCOMPARE(statement[QStringLiteral("language")].toString(), QStringLiteral("sv"));
        QCOMPARE(statement[QStringLiteral("title")].toString(), QStringLiteral("Summan"));
        QCOMPARE(statement[QStringLiteral("languages")].toArray().size(), 2);
        QVERIFY(statement[QStringLiteral("pdf")].isNull());
    }

    void showsEscapeSequencesOfAStatement() {
        installPack();
        m_grind->write(QStringLiteral("home/data/packs/mine/sum/statement/problem.en.md"),
                       "Look: \x1b[2J\x1b]0;x\a.\n");
        const Outcome text = m_grind->run({QStringLiteral("show"), QStringLiteral("mine/sum")});
        QVERIFY(!text.output.contains('\x1b'));
        QVERIFY2(text.output.contains("Look: \uFFFD[2J\uFFFD]0;x\uFFFD."), text.output.constData());
    }

    void suggestsANearProblem() {
        installPack();
        const Outcome outcome =
            m_grind->run({QStringLiteral("show"), QStringLiteral("mine/summ"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.errorCode(), QStringLiteral("problem.unknown"));
        QVERIFY2(outcome.errorDetail().contains(QStringLiteral("mine/sum")), qPrintable(outcome.errorDetail()));
    }

    void tellsOfAPackageThatCannotBeRead() {
        installPack();
        m_grind->write(QStringLiteral("home/data/packs/mine/broken/problem.yaml"), "name: [open\nlimits: 1\n");
        const Outcome outcome =
            m_grind->run({QStringLiteral("problems"), QStringLiteral("pack:mine"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.json()[QStringLiteral("problems")].toArray().size(), 1);
        const QJsonArray unreadable = outcome.json()[QStringLiteral("unreadable")].toArray();
        QCOMPARE(unreadable.size(), 1);
        const QString detail = unreadable[0].toObject()[QStringLiteral("detail")].toString();
        QVERIFY2(detail.contains(QStringLiteral("broken")) && detail.contains(QStringLiteral("problem.yaml:")),
                 qPrintable(detail));
    }

    void failsWhenStandardOutputIsClosed() {
        QCOMPARE(m_grind->shell(QStringLiteral("$GRIND problems >&-")).status, 3);
    }

    void failsWhenStandardOutputIsFull() {
        const Outcome outcome = m_grind->shell(QStringLiteral("$GRIND problems --json >/dev/full"));
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.errors,
                 QByteArray("grind: warning: standard output cannot be written: No space left on device\n"));
    }

    void isQuietWhenTheReaderLeaves() {
        const Outcome outcome =
            m_grind->shell(QStringLiteral("{ $GRIND --help; echo $? >status; } | true; sleep 0.2; cat status"));
        QCOMPARE(outcome.errors, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "test_cli_usage.moc"
