// SPDX-License-Identifier: GPL-3.0-or-later
// The real program judges an interactive package: the interactor names a number, and wants the next one.
#include "tests/cli/grind_program.h"

#include <QJsonArray>
#include <QTest>

using namespace grindstone::cli::test;

namespace {

constexpr const char* Interactor = R"(import sys
number = int(open(sys.argv[1]).read())
print(number, flush=True)
if sys.stdin.readline().strip() == str(number + 1):
    sys.exit(42)
open(sys.argv[3] + 'judgemessage.txt', 'w').write('not the next one')
sys.exit(43)
)";

constexpr const char* Right = "print(int(input()) + 1)\n";

} // namespace

class TestCliInteractive : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    QString m_package;

    Outcome judge(const QByteArray& code, const QStringList& options = {}) const {
        const QString source = m_grind->write(QStringLiteral("mine.py"), code);
        return m_grind->run(QStringList{QStringLiteral("judge"), m_package, source} + options);
    }

private Q_SLOTS:
    void initTestCase() {
        m_grind = ordinaryUsersHaveNamespaces() ? GrindProgram::forOrdinaryUser() : GrindProgram::asBuilt();
        const auto put = [&](const char* file, const QByteArray& content) {
            m_grind->write(QStringLiteral("next/") + QString::fromUtf8(file), content);
        };
        put("problem.yaml", "problem_format_version: 2025-09\nname: Next\ntype: interactive\nlimits:\n"
                            "  time_limit: 1\n  memory: 128\n  validation_memory: 256\n");
        put("output_validator/talk.py", Interactor);
        put("data/sample/1.in", "10\n");
        put("data/sample/1.ans", "");
        put("data/sample/1.interaction", "<10\n>11\n");
        put("data/secret/1.in", "20\n");
        put("data/secret/1.ans", "");
        m_package = m_grind->path(QStringLiteral("next"));
    }

    void tellsTheTalkInJson() {
        const QJsonObject report = judge(Right, {QStringLiteral("--json")}).json();
        QCOMPARE(report[QStringLiteral("verdict")].toString(), QStringLiteral("AC"));
        const QJsonArray cases = report[QStringLiteral("cases")].toArray();
        const QJsonArray talk = cases[0][QStringLiteral("transcript")].toArray();
        QCOMPARE(talk.size(), 2);
        QCOMPARE(talk[0][QStringLiteral("from")].toString(), QStringLiteral("interactor"));
        QCOMPARE(talk[0][QStringLiteral("text")].toString(), QStringLiteral("10\n"));
        QCOMPARE(talk[1][QStringLiteral("text")].toString(), QStringLiteral("11\n"));
        QVERIFY(cases[0][QStringLiteral("input")].isNull());
        QVERIFY(!cases[1].toObject().contains(QStringLiteral("transcript")));
    }

    void showsTheTalk() {
        const Outcome outcome = judge("print(int(input()) + 2)\n");
        QCOMPARE(outcome.status, 1);
        const QByteArray expected = "sample/1  Wrong answer\n"
                                    "  the checker rejected the output: not the next one\n"
                                    "  conversation (< the judge's program, > yours)\n"
                                    "    < 10\n"
                                    "    > 12\n";
        QVERIFY2(outcome.output.contains(expected), outcome.output.constData());
    }

    void showsThePasses() {
        const auto put = [&](const char* file, const QByteArray& content) {
            m_grind->write(QStringLiteral("twice/") + QString::fromUtf8(file), content);
        };
        put("problem.yaml", "problem_format_version: 2025-09\nname: Twice\ntype: multi-pass\nlimits:\n"
                            "  time_limit: 1\n  memory: 128\n  validation_memory: 256\n");
        put("output_validator/next.py", "import sys\nif open(sys.argv[1]).read() == 'second':\n    sys.exit(43)\n"
                                        "open(sys.argv[3] + 'nextpass.in', 'w').write('second')\nsys.exit(42)\n");
        put("data/sample/1.in", "first\n");
        put("data/sample/1.ans", "");
        const QString source = m_grind->write(QStringLiteral("mine.py"), "print(input() + '!')\n");
        const Outcome outcome = m_grind->run({QStringLiteral("judge"), m_grind->path(QStringLiteral("twice")), source});
        QCOMPARE(outcome.status, 1);
        for (const char* expected : {"sample/1  Wrong answer\n  the checker rejected the output\n"
                                     "  passes (< the input, > your output)\n    --- pass 1: Accepted, ",
                                     " of CPU time\n    < first\n    > first!\n    --- pass 2: Wrong answer, ",
                                     " of CPU time\n    < second\n    > second!\n"}) {
            QVERIFY2(outcome.output.contains(expected), outcome.output.constData());
        }
    }

    void saysThatBothWaited() {
        const Outcome outcome = judge("input()\ninput()\n");
        QCOMPARE(outcome.status, 1);
        QVERIFY2(
            outcome.output.contains("the program and the judge's program waited for each other until the wall limit "
                                    "of 5 s; is the output flushed"),
            outcome.output.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliInteractive)
#include "test_cli_interactive.moc"
