// SPDX-License-Identifier: GPL-3.0-or-later
// The real program judges real programs in the real sandbox, on a package that the test writes.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace grindstone::cli::test;

class TestCliJudging : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    QString m_package;

private Q_SLOTS:
    void initTestCase() {
        m_grind = GrindProgram::asBuilt();
        m_package = writeSumPackage(*m_grind);
        writeSpecimens(*m_grind);
    }

    void judgesOnAPackageAnywhere_data() { addSpecimenRows(); }
    void judgesOnAPackageAnywhere() {
        QFETCH(int, index);
        const Specimen& specimen = specimens()[std::size_t(index)];
        verifyVerdict(m_grind->run({QStringLiteral("judge"), m_package, m_grind->path(specimenFile(specimen)),
                                    QStringLiteral("--json")}),
                      QLatin1String(specimen.verdict));
        QVERIFY2(!QFile::exists(m_grind->path(QStringLiteral("home/data/grindstone.sqlite"))), "nothing is recorded");
    }

    void recordsSubmissions() {
        const auto grind = GrindProgram::asBuilt();
        const QString source = m_grind->path(QStringLiteral("sources/python3/crashing.py"));
        const Outcome outcome = grind->run(
            {QStringLiteral("submit"), QStringLiteral("starter/echo-sum"), source, QStringLiteral("--json")});
        QCOMPARE(outcome.json()[QStringLiteral("history")][QStringLiteral("recorded")].toBool(), true);
        QVERIFY(QFile::exists(grind->path(QStringLiteral("home/data/grindstone.sqlite"))));
        const Outcome problems =
            grind->run({QStringLiteral("problems"), QStringLiteral("pack:starter"), QStringLiteral("--json")});
        QMap<QString, QString> states;
        for (const QJsonValue& entry : problems.json()[QStringLiteral("problems")].toArray()) {
            states[entry[QStringLiteral("id")].toString()] = entry[QStringLiteral("state")].toString();
        }
        QCOMPARE(states[QStringLiteral("starter/echo-sum")], QStringLiteral("tried"));
    }

    void runJudgesTheSamplesOnly() {
        m_grind->write(QStringLiteral("home/data/packs/mine/sum/x"), {});
        const QString folder = writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        const Outcome outcome =
            m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"),
                          m_grind->path(QStringLiteral("sources/python3/good.py")), QStringLiteral("--json")});
        QCOMPARE(outcome.verdict(), QStringLiteral("AC"));
        QCOMPARE(outcome.json()[QStringLiteral("mode")].toString(), QStringLiteral("run"));
        QCOMPARE(outcome.json()[QStringLiteral("cases")].toArray().size(), 1);
        QVERIFY(!outcome.json().contains(QStringLiteral("history")));
    }

    void runTakesCasesOfOnesOwn() {
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        const QString right = m_grind->write(QStringLiteral("own/right.in"), "7 8\n");
        m_grind->write(QStringLiteral("own/right.ans"), "15\n");
        const QString open = m_grind->write(QStringLiteral("own/open.in"), "1 1\n");
        const QStringList base{QStringLiteral("run"), QStringLiteral("mine/sum"),
                               m_grind->path(QStringLiteral("sources/python3/good.py")), QStringLiteral("--json")};
        const Outcome judged = m_grind->run(base + QStringList{QStringLiteral("--case"), right});
        QCOMPARE(judged.verdict(), QStringLiteral("AC"));
        const Outcome both =
            m_grind->run(base + QStringList{QStringLiteral("--case"), right, QStringLiteral("--case"), open});
        QCOMPARE(both.json()[QStringLiteral("cases")].toArray().size(), 2);
        const Outcome unanswered =
            m_grind->run(base + QStringList{QStringLiteral("--stdin"), QStringLiteral("-")}, "40 2\n");
        QCOMPARE(unanswered.status, 0);
        QVERIFY(unanswered.json()[QStringLiteral("verdict")].isNull());
        QCOMPARE(unanswered.json()[QStringLiteral("cases")][0][QStringLiteral("actual")].toString(),
                 QStringLiteral("42\n"));
        m_grind->write(QStringLiteral("own/right.ans"), "16\n");
        QCOMPARE(m_grind->run(base + QStringList{QStringLiteral("--case"), right}).verdict(), QStringLiteral("WA"));
    }

    void readsTheSourceFromStandardInput() {
        QFile file(m_grind->path(QStringLiteral("sources/python3/good.py")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray code = file.readAll();
        const QStringList base{QStringLiteral("judge"), m_package, QStringLiteral("-"), QStringLiteral("--json")};
        verifyVerdict(m_grind->run(base + QStringList{QStringLiteral("--language"), QStringLiteral("python3")}, code),
                      QStringLiteral("AC"));
        const Outcome without = m_grind->run(base, code);
        QCOMPARE(without.status, 2);
        QCOMPARE(without.errorCode(), QStringLiteral("usage.language"));
    }

    void judgesAFolderAsOneSubmission() {
        m_grind->write(QStringLiteral("parts/main.cpp"),
                       "#include \"add.h\"\n#include <iostream>\nint main() { long a, b; std::cin >> a >> b; "
                       "std::cout << add(a, b) << '\\n'; }\n");
        m_grind->write(QStringLiteral("parts/add.h"), "long add(long a, long b);\n");
        m_grind->write(QStringLiteral("parts/add.cpp"),
                       "#include \"add.h\"\nlong add(long a, long b) { return a + b; }\n");
        verifyVerdict(m_grind->run({QStringLiteral("judge"), m_package, m_grind->path(QStringLiteral("parts")),
                                    QStringLiteral("--json")}),
                      QStringLiteral("AC"));
    }

    void judgesSeveralSources() {
        const Outcome outcome =
            m_grind->run({QStringLiteral("judge"), m_package, m_grind->path(QStringLiteral("sources/python3/good.py")),
                          m_grind->path(QStringLiteral("nowhere.py")),
                          m_grind->path(QStringLiteral("sources/python3/wrong.py")), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.json()[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-reports/1"));
        const QJsonArray reports = outcome.json()[QStringLiteral("reports")].toArray();
        QCOMPARE(reports.size(), 3);
        QCOMPARE(reports[0][QStringLiteral("verdict")].toString(), QStringLiteral("AC"));
        QCOMPARE(reports[1][QStringLiteral("error")][QStringLiteral("code")].toString(),
                 QStringLiteral("source.unreadable"));
        QCOMPARE(reports[2][QStringLiteral("verdict")].toString(), QStringLiteral("WA"));
        QVERIFY(reports[2][QStringLiteral("source")].toString().endsWith(QStringLiteral("wrong.py")));
    }

    void stopsAtTheFirstFailureUnlessAll() {
        const QString source = m_grind->path(QStringLiteral("sources/python3/wrong.py"));
        const QStringList base{QStringLiteral("judge"), m_package, source, QStringLiteral("--json")};
        const QJsonArray few = m_grind->run(base).json()[QStringLiteral("cases")].toArray();
        QCOMPARE(few[2][QStringLiteral("verdict")].toString(), QStringLiteral("SK"));
        const QJsonArray all =
            m_grind->run(base + QStringList{QStringLiteral("--all")}).json()[QStringLiteral("cases")].toArray();
        QCOMPARE(all[2][QStringLiteral("verdict")].toString(), QStringLiteral("WA"));
    }

    void keepsWholeOutputs() {
        m_grind->write(QStringLiteral("home/data/packs/mine/sum/grindstone.yaml"), {});
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        const QString source = m_grind->write(QStringLiteral("talker.py"), "import sys\nprint('x' * 9000)\n"
                                                                           "print('oops', file=sys.stderr)\n");
        const QString keep = m_grind->path(QStringLiteral("kept"));
        const Outcome outcome = m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"), source,
                                              QStringLiteral("--json"), QStringLiteral("--keep"), keep});
        QCOMPARE(outcome.verdict(), QStringLiteral("WA"));
        QCOMPARE(outcome.json()[QStringLiteral("cases")][0][QStringLiteral("truncated")].toArray(),
                 QJsonArray{QStringLiteral("actual")});
        const QJsonValue files =
            outcome.json()[QStringLiteral("kept")][QStringLiteral("files")][QStringLiteral("sample/1")];
        QFile actual(files[QStringLiteral("actual")].toString());
        QCOMPARE(actual.fileName(), keep + QStringLiteral("/sample/1.out"));
        QVERIFY(actual.open(QIODevice::ReadOnly));
        QCOMPARE(actual.readAll(), QByteArray(9000, 'x') + '\n');
        QFile errors(files[QStringLiteral("stderr")].toString());
        QVERIFY(errors.open(QIODevice::ReadOnly));
        QCOMPARE(errors.readAll(), QByteArray("oops\n"));
        const Outcome full = m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"), source,
                                           QStringLiteral("--json"), QStringLiteral("--full")});
        QCOMPARE(full.json()[QStringLiteral("cases")][0][QStringLiteral("actual")].toString().size(), 9001);
    }

    void printsTheFirstDifference() {
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        const Outcome outcome = m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"),
                                              m_grind->path(QStringLiteral("sources/python3/wrong.py"))});
        QCOMPARE(outcome.status, 1);
        const QByteArray expected = "sample/1  Wrong answer\n"
                                    "  line 1, token 1: expected 3, got -1\n"
                                    "  input\n"
                                    "    1 2\n"
                                    "  expected | 3\n"
                                    "  yours    | -1\n"
                                    "           | ^^\n";
        QVERIFY2(outcome.output.contains(expected), outcome.output.constData());
        QVERIFY2(outcome.output.startsWith("\n Wrong answer   0 of 1 passed"), outcome.output.constData());
        QCOMPARE(outcome.errors, QByteArray());
        QVERIFY(!outcome.output.contains('\x1b'));
    }

    void showsEscapeSequencesOfProgramAndCompiler() {
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        const QString rude = m_grind->write(QStringLiteral("rude.py"), "print('\\x1b[2J\\x1b]0;owned\\x07')\n");
        const Outcome run = m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"), rude});
        QVERIFY(!run.output.contains('\x1b'));
        QVERIFY2(run.output.contains("\\x1b[2J"), run.output.constData());
        const QString broken = m_grind->write(QStringLiteral("rude.cpp"), "#error \x1b[2J\n");
        const Outcome compile = m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"), broken});
        QCOMPARE(compile.status, 1);
        QVERIFY(!compile.output.contains('\x1b'));
        QVERIFY2(compile.output.contains("The compiler said:\n"), compile.output.constData());
    }

    void coloursOnATerminalOnly() {
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        const QString call = QStringLiteral("script -qec \"$GRIND run mine/sum %1\" /dev/null")
                                 .arg(m_grind->path(QStringLiteral("sources/python3/good.py")));
        const Outcome coloured = m_grind->shell(QStringLiteral("TERM=xterm ") + call);
        QVERIFY2(coloured.output.contains("\x1b[1;30;42m Accepted \x1b[0m"), coloured.output.constData());
        QVERIFY2(coloured.output.contains("Judging ["), coloured.output.constData());
        const Outcome plain = m_grind->shell(QStringLiteral("TERM=xterm NO_COLOR=1 ") + call);
        QVERIFY2(plain.output.contains(" Accepted "), plain.output.constData());
        QVERIFY2(!plain.output.contains("\x1b[1;"), plain.output.constData());
    }

    void findsWhichLanguagesWork() {
        const Outcome outcome = m_grind->run({QStringLiteral("languages"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.json()[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-languages/1"));
        QStringList working;
        for (const QJsonValue& language : outcome.json()[QStringLiteral("languages")].toArray()) {
            if (language[QStringLiteral("works")].toBool()) {
                working.append(language[QStringLiteral("id")].toString());
                QVERIFY(!language[QStringLiteral("version")].toString().isEmpty());
            }
        }
        for (const char* id : {"c", "cpp", "python3"}) {
            QVERIFY2(working.contains(QLatin1String(id)), outcome.output.constData());
        }
    }

    void doctorSaysWhatIsHere() {
        const Outcome outcome = m_grind->run({QStringLiteral("doctor"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 0);
        const QJsonObject json = outcome.json();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-doctor/1"));
        const QString tier = json[QStringLiteral("sandbox")][QStringLiteral("tier")].toString();
        QVERIFY2(tier != QLatin1String("none") && !tier.isEmpty(), outcome.output.constData());
        QVERIFY(json[QStringLiteral("data")][QStringLiteral("data")][QStringLiteral("writable")].toBool());
        QVERIFY(m_grind->run({QStringLiteral("doctor")}).output.contains("Programs can be judged on this machine.\n"));
    }
};

QTEST_GUILESS_MAIN(TestCliJudging)
#include "test_cli_judging.moc"
