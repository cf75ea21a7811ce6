// SPDX-License-Identifier: GPL-3.0-or-later
// `grind bench compare`: what scripts read of it, what people do, and what is left behind. How large the figures are
// is not looked at.
#include "tests/cli/grind_program.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace grindstone::cli::test;

namespace {

QStringList benchCompare(const char* size, const char* rounds, const QStringList& more = {}) {
    return QStringList{QStringLiteral("bench"), QStringLiteral("compare"),  QStringLiteral("--size"),
                       QLatin1String(size),     QStringLiteral("--rounds"), QLatin1String(rounds)} +
           more;
}

bool isSummary(const QJsonValue& value) {
    const double median = value[QStringLiteral("median")].toDouble();
    return median > 0 && median <= value[QStringLiteral("p95")].toDouble();
}

} // namespace

class TestCliBenchCompare : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

private Q_SLOTS:
    void init() {
        m_grind = GrindProgram::asBuilt();
        QVERIFY(m_grind->useOwnTemporaryFolder());
    }

    void keepsItsContractWithScripts() {
        const Outcome outcome = m_grind->run(benchCompare("2", "3", {QStringLiteral("--json")}));
        QVERIFY2(outcome.status == 0, outcome.output.constData());
        const QJsonObject json = outcome.json();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-bench-compare/1"));
        QCOMPARE(json[QStringLiteral("size_mib")].toInt(), 2);
        QCOMPARE(json[QStringLiteral("rounds")].toInt(), 3);
        QVERIFY(isSummary(json[QStringLiteral("cmp_ms")]));
        for (const char* key : {"tokens_equal", "exact", "tokens_space"}) {
            const QJsonObject part = json[QLatin1String(key)].toObject();
            QVERIFY2(isSummary(part[QStringLiteral("ms")]), key);
            QVERIFY2(part[QStringLiteral("ratio")].toDouble() > 0, key);
        }
        QVERIFY(json[QStringLiteral("peak_memory_kib")].isDouble());
        QVERIFY(json[QStringLiteral("load_average")].isDouble());
        QCOMPARE(m_grind->temporaryFolders(QStringLiteral("grindstone-bench.*")), QStringList());
    }

    void memoryDoesNotGrowWithTheFiles() {
        const Outcome outcome = m_grind->run(benchCompare("64", "1", {QStringLiteral("--json")}));
        QVERIFY2(outcome.status == 0, outcome.output.constData());
        QVERIFY(outcome.json()[QStringLiteral("peak_memory_kib")].toInt() < 16 * 1024);
    }

    void tellsPeopleFiguresWithUnits() {
        const Outcome outcome = m_grind->run(benchCompare("2", "3"));
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.startsWith("Comparators on files of 2 MiB, 3 rounds of each in turns\n"),
                 outcome.output.constData());
        for (const char* text :
             {"  cmp -s, equal files ", "  tokens, all blanks differ ", " ms ", " ×\n", " KiB of "}) {
            QVERIFY2(outcome.output.contains(text), outcome.output.constData());
        }
    }

    void refusesNoRounds() {
        const Outcome outcome = m_grind->run({QStringLiteral("bench"), QStringLiteral("compare"),
                                              QStringLiteral("--rounds=0"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.errorDetail(),
                 QStringLiteral("--rounds: 0 is not a number from 1 to 1000000; see grind bench compare --help"));
    }

    void tellsWhichFolderCannotBeWritten() {
        m_grind->set(QStringLiteral("TMPDIR"), QStringLiteral("/nowhere"));
        const Outcome outcome = m_grind->run(benchCompare("2", "3", {QStringLiteral("--json")}));
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.errorCode(), QStringLiteral("bench.no-folder"));
    }

    void stopsCleanlyOnControlC() {
        QProcess process;
        process.setProcessEnvironment(m_grind->environment());
        const QStringList command = m_grind->command() + benchCompare("2", "1000000");
        process.start(command.first(), command.mid(1));
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(m_grind->temporaryFolders(QStringLiteral("grindstone-bench.*")).size() == 1, 30000);
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(m_grind->temporaryFolders(QStringLiteral("grindstone-bench.*")), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCliBenchCompare)
#include "test_cli_bench_compare.moc"
