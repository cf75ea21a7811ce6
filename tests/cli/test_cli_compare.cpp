// SPDX-License-Identifier: GPL-3.0-or-later
// `grind compare`: its exit status, what scripts read of it, and what people see.
#include "tests/cli/grind_program.h"

#include <QJsonDocument>
#include <QTest>

using namespace grindstone::cli::test;

class TestCliCompare : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    QStringList command(const QString& comparator, const QByteArray& answer, const QByteArray& output,
                        const QStringList& more = {}) {
        return QStringList{QStringLiteral("compare"), comparator, m_grind->write(QStringLiteral("answer"), answer),
                           m_grind->write(QStringLiteral("output"), output)} +
               more;
    }

private Q_SLOTS:
    void init() { m_grind = GrindProgram::asBuilt(); }

    void accepts() {
        const Outcome outcome = m_grind->run(command(QStringLiteral("tokens"), "1 2\n", "1\n2"));
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.output, QByteArray("Accepted\n"));
    }

    void passesArguments() {
        const QStringList tolerance{QStringLiteral("--arg"), QStringLiteral("float_tolerance"), QStringLiteral("--arg"),
                                    QStringLiteral("0.5")};
        QCOMPARE(m_grind->run(command(QStringLiteral("tokens"), "1", "1.5", tolerance)).status, 0);
        QCOMPARE(m_grind->run(command(QStringLiteral("tokens"), "1", "1.5")).status, 1);
    }

    void drawsBothLinesWithAMark() {
        const Outcome outcome = m_grind->run(command(QStringLiteral("lines"), "a\nb c d\n", "a\nb x d\n"));
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.output, QByteArray("Rejected  line 2, column 3: expected the line \"b c d\", got \"b x d\"\n"
                                            "  expected | b c d\n"
                                            "  yours    | b x d\n"
                                            "           |   ^^^\n"));
    }

    void printsOneDocument() {
        const QStringList json{QStringLiteral("--json")};
        const Outcome outcome = m_grind->run(command(QStringLiteral("unordered-lines"), "a\nb\n", "b\n", json));
        QCOMPARE(outcome.status, 1);
        const QJsonObject document = outcome.json();
        QCOMPARE(document[u"schema"].toString(), QStringLiteral("grindstone-compare/1"));
        QCOMPARE(document[u"comparator"].toString(), QStringLiteral("unordered-lines"));
        QCOMPARE(document[u"accepted"], QJsonValue(false));
        QCOMPARE(document[u"explanation"][u"kind"].toString(), QStringLiteral("absent-line"));
        QCOMPARE(document[u"explanation"][u"answer_line"].toInt(), 1);
        QVERIFY(document[u"explanation"][u"line"].isNull());
        QCOMPARE(document[u"message"].toString(),
                 QStringLiteral("a line is missing, or comes too seldom: \"a\" (line 1 of the answer)"));
        const QJsonObject good = m_grind->run(command(QStringLiteral("exact"), "a", "a", json)).json();
        QCOMPARE(good[u"accepted"], QJsonValue(true));
        QVERIFY(good[u"explanation"].isNull());
    }

    void readsPipes() {
        const Outcome same = m_grind->shell(
            QStringLiteral("bash -c \"$GRIND compare unordered-lines <(seq 50000) <(seq 50000 | sort -r)\""));
        QCOMPARE(same.status, 0);
        const Outcome piped = m_grind->shell(QStringLiteral("echo 1 >one; echo 2 | $GRIND compare exact one -"));
        QCOMPARE(piped.status, 1);
    }

    void tellsFailuresApart() {
        const auto status = [this](const QStringList& arguments) { return m_grind->run(arguments).status; };
        QCOMPARE(status(command(QStringLiteral("guess"), "", "")), 2);
        QCOMPARE(status(command(QStringLiteral("exact"), "", "", {QStringLiteral("--arg"), QStringLiteral("x")})), 2);
        QCOMPARE(status({QStringLiteral("compare"), QStringLiteral("exact"), QStringLiteral("-"), QStringLiteral("-")}),
                 2);
        const QStringList absent{QStringLiteral("compare"), QStringLiteral("exact"), QStringLiteral("/nonexistent"),
                                 QStringLiteral("/"), QStringLiteral("--json")};
        const Outcome outcome = m_grind->run(absent);
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.errorCode(), QStringLiteral("file.unreadable"));
    }
};

QTEST_GUILESS_MAIN(TestCliCompare)
#include "test_cli_compare.moc"
