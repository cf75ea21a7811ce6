// SPDX-License-Identifier: GPL-3.0-or-later
// What is broken around a program is told as what it is: never as a wrong program, and always as one JSON document.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace grindstone::cli::test;

class TestCliBadInput : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    QString m_package;
    QString m_good;

    Outcome judge(const QString& package, const QString& source, const QStringList& more = {}) const {
        return m_grind->run(QStringList{QStringLiteral("judge"), package, source, QStringLiteral("--json")} + more);
    }

    static void verifyFailure(const Outcome& outcome, const char* code, const QStringList& mentions) {
        QVERIFY2(outcome.errorCode() == QLatin1String(code), (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.status, 3);
        for (const QString& mention : mentions) {
            QVERIFY2(outcome.errorDetail().contains(mention), qPrintable(outcome.errorDetail()));
        }
        QVERIFY(!outcome.json()[QStringLiteral("error")][QStringLiteral("hint")].toString().isEmpty());
    }

private Q_SLOTS:
    void init() {
        m_grind = GrindProgram::asBuilt();
        m_package = writeSumPackage(*m_grind);
        m_good = m_grind->write(QStringLiteral("good.py"), "a, b = map(int, input().split())\nprint(a + b)\n");
    }

    void missingPackage() {
        verifyFailure(judge(m_grind->path(QStringLiteral("nowhere")), m_good), "package.unreadable",
                      {QStringLiteral("nowhere")});
    }

    void packageThatMayNotBeRead() {
        const auto ordinary = GrindProgram::forOrdinaryUser();
        const QString package = writeSumPackage(*ordinary);
        QFile::setPermissions(package + QStringLiteral("/problem.yaml"), QFile::Permissions());
        const QString source = ordinary->write(QStringLiteral("good.py"), "print(3)\n");
        verifyFailure(ordinary->run({QStringLiteral("judge"), package, source, QStringLiteral("--json")}),
                      "package.unreadable", {QStringLiteral("problem.yaml"), QStringLiteral("Permission denied")});
    }

    void caseThatMayNotBeRead_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("input") << u"1.in"_qs;
        QTest::newRow("answer") << u"1.ans"_qs;
    }
    void caseThatMayNotBeRead() {
        QFETCH(QString, file);
        const auto ordinary = GrindProgram::forOrdinaryUser();
        const QString package = writeSumPackage(*ordinary);
        QDirIterator files(package, {file}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        QVERIFY(QFile::setPermissions(files.next(), QFile::Permissions()));
        const QString source = ordinary->write(u"good.py"_qs, "a, b = map(int, input().split())\nprint(a + b)\n");
        verifyFailure(ordinary->run({u"judge"_qs, package, source, u"--json"_qs}), "package.unreadable",
                      {file, u"Permission denied"_qs});
    }

    void brokenYaml() {
        m_grind->write(QStringLiteral("sum/problem.yaml"), "name: Sum\nlimits: {time_limit: [\n");
        verifyFailure(judge(m_package, m_good), "package.invalid", {QStringLiteral("problem.yaml:")});
    }

    void caseWithoutAnswer() {
        QFile::remove(m_package + QStringLiteral("/data/secret/2.ans"));
        verifyFailure(judge(m_package, m_good), "package.invalid", {QStringLiteral("secret/2")});
    }

    void missingSource() {
        verifyFailure(judge(m_package, m_grind->path(QStringLiteral("nowhere.py"))), "source.unreadable",
                      {QStringLiteral("nowhere.py")});
    }

    void emptySource() {
        verifyFailure(judge(m_package, m_grind->write(QStringLiteral("empty.py"), "")), "source.empty",
                      {QStringLiteral("empty.py")});
    }

    void emptyStandardInput() {
        const Outcome outcome =
            judge(m_package, QStringLiteral("-"), {QStringLiteral("--language"), QStringLiteral("c")});
        verifyFailure(outcome, "source.empty", {});
    }

    void sourceThatIsNotUtf8() {
        verifyFailure(judge(m_package, m_grind->write(QStringLiteral("latin.py"), "print(3)\n# gr\xfc\xdf\n")),
                      "source.not-utf8", {QStringLiteral("latin.py:2")});
    }

    void sourceThatIsTooLarge() {
        verifyFailure(judge(m_package, m_grind->write(QStringLiteral("big.py"), QByteArray(300 * 1024, '#'))),
                      "source.too-large", {QStringLiteral("256 KiB")});
    }

    void unknownLanguage() {
        verifyFailure(judge(m_package, m_good, {QStringLiteral("--language"), QStringLiteral("klingon")}),
                      "language.unknown", {QStringLiteral("klingon"), QStringLiteral("python3")});
    }

    void unknownExtensionNeedsALanguage() {
        const QString source = m_grind->write(QStringLiteral("good.xyz"), "print(3)\n");
        const Outcome outcome = judge(m_package, source);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.errorCode(), QStringLiteral("usage.language"));
        QVERIFY(outcome.errorDetail().contains(QStringLiteral("--language")));
    }

    void missingCompiler() {
        m_grind->write(QStringLiteral("home/config/languages/python3.toml"),
                       "id = \"python3\"\nname = \"Python 3\"\nextensions = [\".py\"]\nsource_name = \"main.py\"\n"
                       "[toolchain]\ntools = [\"python-of-nowhere\"]\npackage = \"python-of-nowhere-package\"\n"
                       "version = [\"{tool}\", \"--version\"]\n"
                       "[run]\ncommand = [\"{tool}\", \"{source}\"]\n"
                       "[self_test]\nsource = \"print(42)\"\noutput = \"42\\n\"\n");
        const Outcome outcome = judge(m_package, m_good);
        QCOMPARE(outcome.verdict(), QStringLiteral("JE"));
        QCOMPARE(outcome.status, 3);
        const QJsonValue error = outcome.json()[QStringLiteral("error")];
        QCOMPARE(error[QStringLiteral("code")].toString(), QStringLiteral("language.not-installed"));
        QVERIFY2(error[QStringLiteral("detail")].toString().contains(QStringLiteral("python-of-nowhere-package")),
                 outcome.output.constData());
    }

    void judgeErrorIsNotRecorded() {
        missingCompiler();
        const Outcome outcome = m_grind->run(
            {QStringLiteral("submit"), QStringLiteral("starter/echo-sum"), m_good, QStringLiteral("--json")});
        QCOMPARE(outcome.verdict(), QStringLiteral("JE"));
        QCOMPARE(outcome.json()[QStringLiteral("history")][QStringLiteral("recorded")].toBool(true), false);
        const QJsonValue job = m_grind->run({QStringLiteral("jobs"), QStringLiteral("--all"), QStringLiteral("--json")})
                                   .json()[QStringLiteral("jobs")][0];
        QCOMPARE(job[QStringLiteral("state")].toString(), QStringLiteral("failed"));
        QVERIFY(job[QStringLiteral("submission")].isNull());
        QCOMPARE(job[QStringLiteral("error")][QStringLiteral("code")].toString(),
                 QStringLiteral("language.not-installed"));
    }

    void missingHelper() {
        const auto copy = GrindProgram::forOrdinaryUser();
        QDir(copy->path(QStringLiteral("installed/libexec"))).removeRecursively();
        const QString package = writeSumPackage(*copy);
        const QString source = copy->write(QStringLiteral("good.py"), "print(3)\n");
        verifyFailure(copy->run({QStringLiteral("judge"), package, source, QStringLiteral("--json")}),
                      "sandbox.helper-missing", {QStringLiteral("grindstone-sandbox")});
        const Outcome doctor = copy->run({QStringLiteral("doctor"), QStringLiteral("--json")});
        QCOMPARE(doctor.status, 3);
        QCOMPARE(doctor.json()[QStringLiteral("can_judge")].toBool(true), false);
        QCOMPARE(doctor.json()[QStringLiteral("sandbox")][QStringLiteral("tier")].toString(), QStringLiteral("none"));
    }

    void homeThatCannotBeWrittenKeepsTheVerdict() {
        const auto ordinary = GrindProgram::forOrdinaryUser();
        QFile::setPermissions(ordinary->home(),
                              QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        const QString source = ordinary->write(QStringLiteral("crash.py"), "print([][1])\n");
        const Outcome outcome = ordinary->run(
            {QStringLiteral("submit"), QStringLiteral("starter/echo-sum"), source, QStringLiteral("--json")});
        QVERIFY2(outcome.verdict() == QLatin1String("RE"), (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.status, 1);
        const QJsonValue history = outcome.json()[QStringLiteral("history")];
        QCOMPARE(history[QStringLiteral("recorded")].toBool(true), false);
        QCOMPARE(history[QStringLiteral("error")][QStringLiteral("code")].toString(),
                 QStringLiteral("home.unwritable"));
        QVERIFY(outcome.errors.contains("warning: This submission is not in your history.\n"));
    }

    void fullDiskKeepsTheVerdict() {
        if (::geteuid() != 0) {
            QSKIP("only root can mount a small disk");
        }
        const QString source = m_grind->write(QStringLiteral("crash.py"), "print([][1])\n");
        const QString script = QStringLiteral("mkdir -p %1 && mount -t tmpfs -o size=64k,mode=0777 none %1 && "
                                              "dd if=/dev/zero of=%1/filler bs=4096 count=14 2>/dev/null; "
                                              "$GRIND submit starter/echo-sum %2 --json")
                                   .arg(m_grind->home(), source);
        const Outcome outcome = m_grind->shell(QStringLiteral("export GRIND; unshare -m sh -c '%1'").arg(script));
        QVERIFY2(outcome.verdict() == QLatin1String("RE"), (outcome.output + outcome.errors).constData());
        QCOMPARE(outcome.status, 1);
        const QJsonValue history = outcome.json()[QStringLiteral("history")];
        QCOMPARE(history[QStringLiteral("recorded")].toBool(true), false);
        QVERIFY2(QStringList({QStringLiteral("store.full"), QStringLiteral("home.unwritable")})
                     .contains(history[QStringLiteral("error")][QStringLiteral("code")].toString()),
                 outcome.output.constData());
    }

    void fileSizeLimitIsNotDeath() {
        const QString source = m_grind->write(QStringLiteral("crash.py"), "print([][1])\n");
        const Outcome outcome =
            m_grind->shell(QStringLiteral("ulimit -f 16; $GRIND submit starter/echo-sum %1 --json").arg(source));
        QVERIFY2(outcome.status == 1 || outcome.status == 3, outcome.errors.constData());
        QVERIFY2(outcome.verdict() == QLatin1String("RE") || outcome.verdict() == QLatin1String("JE"),
                 (outcome.output + outcome.errors).constData());
    }

    void keepFolderThatCannotBeMade() {
        const QString file = m_grind->write(QStringLiteral("file"), "x");
        verifyFailure(judge(m_package, m_good, {QStringLiteral("--keep"), file + QStringLiteral("/below")}),
                      "keep.failed", {QStringLiteral("file/below")});
    }

    void problemWithoutSamples() {
        const QString folder = writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        QDir(folder + QStringLiteral("/data/sample")).removeRecursively();
        const Outcome outcome =
            m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"), m_good, QStringLiteral("--json")});
        verifyFailure(outcome, "problem.no-samples", {QStringLiteral("mine/sum")});
        QVERIFY(outcome.json()[QStringLiteral("error")][QStringLiteral("hint")].toString().contains(
            QStringLiteral("a case of your own")));
    }

    void standardInputAskedForTwice() {
        const Outcome outcome =
            m_grind->run({QStringLiteral("run"), QStringLiteral("mine/sum"), QStringLiteral("-"),
                          QStringLiteral("--stdin"), QStringLiteral("-"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.errorCode(), QStringLiteral("usage.standard-input"));
    }
};

QTEST_GUILESS_MAIN(TestCliBadInput)
#include "test_cli_bad_input.moc"
