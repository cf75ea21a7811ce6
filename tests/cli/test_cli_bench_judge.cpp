// SPDX-License-Identifier: GPL-3.0-or-later
// `grind bench judge`: what scripts read of it, that each figure is what it says it is made of, and what is left
// behind. How large the figures are is not looked at.
#include "tests/cli/grind_program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace grindstone::cli::test;

namespace {

QStringList benchJudge(const QStringList& more = {}) {
    return QStringList{QStringLiteral("bench"),       QStringLiteral("judge"),    QStringLiteral("--cases"),
                       QStringLiteral("6"),           QStringLiteral("--rounds"), QStringLiteral("1"),
                       QStringLiteral("--exchanges"), QStringLiteral("500")} +
           more;
}

} // namespace

class TestCliBenchJudge : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

private Q_SLOTS:
    void init() {
        m_grind = GrindProgram::asBuilt();
        QVERIFY(m_grind->useOwnTemporaryFolder());
    }

    void keepsItsContractWithScripts() {
        const Outcome outcome = m_grind->run(benchJudge({QStringLiteral("--json")}));
        QVERIFY2(outcome.status == 0, outcome.output.constData());
        const QJsonObject json = outcome.json();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-bench-judge/1"));
        QCOMPARE(json[QStringLiteral("cases")].toInt(), 6);
        QCOMPARE(json[QStringLiteral("rounds")].toInt(), 1);
        QCOMPARE(json[QStringLiteral("exchanges")].toInt(), 500);
        for (const char* key : {"many_cases", "talk", "edit", "edit_unprepared"}) {
            const QJsonObject part = json[QLatin1String(key)].toObject();
            for (const char* side : {"judge_ms", "baseline_ms"}) {
                const QJsonObject summary = part[QLatin1String(side)].toObject();
                QVERIFY2(summary[QStringLiteral("median")].toDouble() > 0, key);
                QVERIFY2(summary[QStringLiteral("median")].toDouble() <= summary[QStringLiteral("p95")].toDouble(),
                         key);
            }
            QVERIFY2(part[QStringLiteral("ratio")].toDouble() > 0, key);
        }
        QVERIFY(json[QStringLiteral("unchanged_over_program_ms")][QStringLiteral("median")].toDouble() > 0);
        QCOMPARE(m_grind->temporaryFolders(QStringLiteral("grindstone-bench.*")), QStringList());
    }

    void tellsPeopleFiguresWithUnits() {
        const Outcome outcome = m_grind->run(benchJudge());
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.startsWith("Judge: "), outcome.output.constData());
        for (const char* text :
             {", 1 round of each in turns\n", "  6 small cases ", "  500 exchanges ", " ms ", " ×\n"}) {
            QVERIFY2(outcome.output.contains(text), outcome.output.constData());
        }
    }

    void refusesNoCases() {
        const Outcome outcome = m_grind->run(
            {QStringLiteral("bench"), QStringLiteral("judge"), QStringLiteral("--cases=0"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.errorDetail(),
                 QStringLiteral("--cases: 0 is not a number from 1 to 1000000; see grind bench judge --help"));
    }

    void stopsCleanlyOnControlC() {
        QProcess process;
        process.setProcessEnvironment(m_grind->environment());
        const QStringList command = m_grind->command() + QStringList{QStringLiteral("bench"), QStringLiteral("judge"),
                                                                     QStringLiteral("--rounds=1000")};
        process.start(command.first(), command.mid(1));
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(m_grind->temporaryFolders(QStringLiteral("grindstone-bench.*")).size() == 1, 30000);
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(m_grind->temporaryFolders(QStringLiteral("grindstone-bench.*")), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCliBenchJudge)
#include "test_cli_bench_judge.moc"
