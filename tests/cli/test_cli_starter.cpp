// SPDX-License-Identifier: GPL-3.0-or-later
// Every submission of the starter pack gets the verdict of the folder that it lies in, and bad programs theirs.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QTest>

using namespace grindstone::cli::test;

class TestCliStarter : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

private Q_SLOTS:
    void initTestCase() {
        m_grind = GrindProgram::asBuilt();
        writeSpecimens(*m_grind);
    }

    // The pack has good and wrong programs of its own; C differs from C++ by the compiler only.
    void submitsToTheStarterPack_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("verdict");
        for (const Specimen& specimen : specimens()) {
            const QString verdict = QLatin1String(specimen.verdict);
            if (verdict != QLatin1String("AC") && verdict != QLatin1String("WA") &&
                qstrcmp(specimen.language, "c") != 0) {
                QTest::addRow("%s in %s", specimen.name, specimen.language) << specimenFile(specimen) << verdict;
            }
        }
    }
    void submitsToTheStarterPack() {
        QFETCH(QString, file);
        QFETCH(QString, verdict);
        verifyVerdict(m_grind->run({QStringLiteral("submit"), QStringLiteral("starter/echo-sum"), m_grind->path(file),
                                    QStringLiteral("--json")}),
                      verdict);
    }

    void starterSubmissionsGetTheirVerdicts_data() {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("verdict");
        const QList<QPair<QString, QString>> kinds{{QStringLiteral("accepted"), QStringLiteral("AC")},
                                                   {QStringLiteral("wrong_answer"), QStringLiteral("WA")},
                                                   {QStringLiteral("time_limit_exceeded"), QStringLiteral("TLE")},
                                                   {QStringLiteral("run_time_error"), QStringLiteral("RE")}};
        const QDir starter(QStringLiteral(GRINDSTONE_SOURCE_DIR "/problemsets") + QStringLiteral("/starter"));
        for (const QString& problem : starter.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const auto& [kind, verdict] : kinds) {
                const QDir folder(starter.filePath(problem + QStringLiteral("/submissions/") + kind));
                for (const QString& file : folder.entryList(QDir::Files)) {
                    QTest::newRow(qPrintable(problem + u'/' + kind + u'/' + file))
                        << problem << folder.filePath(file) << verdict;
                }
            }
        }
    }
    void starterSubmissionsGetTheirVerdicts() {
        QFETCH(QString, problem);
        QFETCH(QString, file);
        QFETCH(QString, verdict);
        verifyVerdict(m_grind->run({QStringLiteral("submit"), QStringLiteral("starter/") + problem, file,
                                    QStringLiteral("--json")}),
                      verdict);
    }

    void starterPackHasSubmissionsOfEveryKind() {
        QDir starter(QStringLiteral(GRINDSTONE_SOURCE_DIR "/problemsets") + QStringLiteral("/starter"));
        const QStringList problems = starter.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(problems.size() >= 5);
        int late = 0;
        for (const QString& problem : problems) {
            const auto count = [&](const char* kind) {
                return QDir(starter.filePath(problem + QStringLiteral("/submissions/") + QLatin1String(kind)))
                    .entryList(QDir::Files)
                    .size();
            };
            QVERIFY2(count("accepted") >= 2, qPrintable(problem));
            QVERIFY2(count("wrong_answer") >= 1, qPrintable(problem));
            late += int(count("time_limit_exceeded"));
        }
        QVERIFY(late >= 1);
    }
};

QTEST_GUILESS_MAIN(TestCliStarter)
#include "test_cli_starter.moc"
