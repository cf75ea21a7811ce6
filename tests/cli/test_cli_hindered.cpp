// SPDX-License-Identifier: GPL-3.0-or-later
// Machines that lack something, made by really taking it away (tests/support/hindered.c): the doctor names what, and
// what to do; nothing is run without namespaces unless it is allowed; then it is judged right.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace grindstone::cli::test;

namespace {

const QByteArray Allowed = "[sandbox]\nallow_no_namespaces = true\n";
const QString Settings = QStringLiteral("home/config/settings.toml");
const QString NoUserNamespaces = QStringLiteral("no-user-namespaces");

QStringList codes(const QJsonValue& sandbox) {
    QStringList all;
    for (const auto& obstacle : sandbox[QStringLiteral("obstacles")].toArray()) {
        all << obstacle.toObject()[QStringLiteral("code")].toString();
    }
    return all;
}

} // namespace

class TestCliHindered : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_ordinary;
    std::unique_ptr<GrindProgram> m_own; ///< whoever runs the tests: root, often

    Outcome doctor(GrindProgram& grind, const QString& hindrance) const {
        grind.hinder(hindrance);
        return grind.run({QStringLiteral("doctor"), QStringLiteral("--json")});
    }
    Outcome judge(GrindProgram& grind, const Specimen& specimen) const {
        return grind.run({QStringLiteral("judge"), grind.path(QStringLiteral("sum")),
                          grind.path(specimenFile(specimen)), QStringLiteral("--json")});
    }

    /// The doctor tries every language, and is asked often here.
    static void keepFewLanguages(const QString& languages) {
        for (const QString& file : QDir(languages).entryList(QDir::Files)) {
            if (file != u"c.toml"_qs && file != u"cpp.toml"_qs && file != u"python3.toml"_qs) {
                QFile::remove(languages + u'/' + file);
            }
        }
    }

private Q_SLOTS:
    void initTestCase() {
        if (!ordinaryUsersHaveNamespaces()) {
            QSKIP("taking things away takes user namespaces");
        }
        m_ordinary = GrindProgram::forOrdinaryUser();
        keepFewLanguages(m_ordinary->path(u"installed/share/grindstone/languages"_qs));
        m_own = GrindProgram::asBuilt();
        for (const auto& grind : {m_ordinary.get(), m_own.get()}) {
            writeSumPackage(*grind);
            writeSpecimens(*grind);
        }
    }
    void init() {
        for (const auto& grind : {m_ordinary.get(), m_own.get()}) {
            QFile::remove(grind->path(Settings));
            grind->hinder({});
        }
    }

    void namesWhatIsMissing_data() {
        QTest::addColumn<QString>("hindrance");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("judges");
        QTest::addColumn<QString>("cure");
        QTest::newRow("no user namespaces")
            << NoUserNamespaces << u"userns-limited"_qs << false << u"sysctl -w user.max_user_namespaces=15000"_qs;
        QTest::newRow("covered /proc") << u"covered-proc"_qs << u"proc-covered"_qs << false << u""_qs;
        QTest::newRow("container's filter") << u"filtered"_qs << u"filtered"_qs << false << u""_qs;
        QTest::newRow("another listener") << u"another-listener"_qs << u"no-notification"_qs << false << u""_qs;
        QTest::newRow("no Landlock") << u"no-landlock"_qs << u"landlock-missing"_qs << true << u""_qs;
        QTest::newRow("Landlock switched off") << u"landlock-off"_qs << u"landlock-disabled"_qs << true << u""_qs;
    }
    void namesWhatIsMissing() {
        QFETCH(QString, hindrance);
        QFETCH(QString, code);
        QFETCH(bool, judges);
        QFETCH(QString, cure);
        for (const auto& grind : {m_ordinary.get(), m_own.get()}) {
            const Outcome outcome = doctor(*grind, hindrance);
            const QJsonValue sandbox = outcome.json()[QStringLiteral("sandbox")];
            QVERIFY2(codes(sandbox).contains(code), (outcome.output + outcome.errors).constData());
            QCOMPARE(sandbox[QStringLiteral("tier")].toString() != QLatin1String("none"), judges);
            QCOMPARE(outcome.status, judges ? 0 : 3);
            QVERIFY(cure.isEmpty() ? sandbox[QStringLiteral("cure")].isNull()
                                   : sandbox[QStringLiteral("cure")].toString().endsWith(cure));
        }
    }

    void tellsPeopleTheCureAndTheSwitch() {
        m_ordinary->hinder(NoUserNamespaces);
        const Outcome outcome = m_ordinary->run({QStringLiteral("doctor")});
        QCOMPARE(outcome.status, 3);
        QVERIFY(outcome.output.startsWith("Sandbox: none\n  No program is run here, as none can be isolated.\n"));
        QVERIFY(outcome.output.contains("\n      sudo sysctl -w user.max_user_namespaces=15000\n"));
        QVERIFY(outcome.output.contains("/etc/sysctl.d/60-grindstone.conf"));
        QVERIFY(outcome.output.contains("\n      [sandbox]\n      allow_no_namespaces = true\n"));
        QVERIFY(outcome.output.contains(m_ordinary->path(Settings).toUtf8()));
        QVERIFY(outcome.output.contains("programs see the names of files and processes"));
        QVERIFY2(!outcome.output.contains("apt install"), outcome.output.constData());
    }

    void runsNothingWithoutNamespacesUnlessAllowed() {
        m_ordinary->hinder(NoUserNamespaces);
        const Outcome outcome = judge(*m_ordinary, specimens().front());
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.verdict(), QStringLiteral("JE"));
        QCOMPARE(outcome.errorCode(), QStringLiteral("sandbox.none"));
    }

    void judgesRightWithoutNamespacesOnceAllowed_data() { addSpecimenRows(); }
    void judgesRightWithoutNamespacesOnceAllowed() {
        QFETCH(int, index);
        const Specimen& specimen = specimens()[std::size_t(index)];
        m_ordinary->write(Settings, Allowed);
        m_ordinary->hinder(NoUserNamespaces);
        const Outcome outcome = judge(*m_ordinary, specimen);
        verifyVerdict(outcome, QLatin1String(specimen.verdict));
        QCOMPARE(outcome.json()[QStringLiteral("sandbox")][QStringLiteral("tier")].toString(),
                 QStringLiteral("no-namespaces"));
    }

    void judgesWithoutNamespacesAsWhoeverRunsTheTests() {
        m_own->write(Settings, Allowed);
        m_own->hinder(NoUserNamespaces);
        verifyVerdict(judge(*m_own, specimens().front()), QStringLiteral("AC"));
    }

    void showsTheTierAndWhatIsLost() {
        m_ordinary->write(Settings, Allowed);
        m_ordinary->hinder(NoUserNamespaces);
        const Outcome doctor = m_ordinary->run({QStringLiteral("doctor")});
        QCOMPARE(doctor.status, 0);
        QVERIFY2(doctor.output.startsWith("Sandbox: no namespaces\n  Without namespaces, programs see"),
                 doctor.output.constData());
        QVERIFY(!doctor.output.contains("allow_no_namespaces"));
        const Outcome judged = m_ordinary->run({QStringLiteral("judge"), m_ordinary->path(QStringLiteral("sum")),
                                                m_ordinary->path(specimenFile(specimens().front()))});
        QVERIFY2(judged.output.contains("Judged without namespaces"), judged.output.constData());
    }

    void prefersNamespacesWhereTheyWorkEvenIfAllowed() {
        m_ordinary->write(Settings, Allowed);
        const QJsonValue sandbox = doctor(*m_ordinary, {}).json()[QStringLiteral("sandbox")];
        QCOMPARE(sandbox[QStringLiteral("userns")].toBool(), true);
        QVERIFY(sandbox[QStringLiteral("tier")].toString() != QLatin1String("no-namespaces"));
    }

    void obeysTheAdministrator() {
        m_ordinary->write(Settings, Allowed);
        const QString policy = m_ordinary->write(QStringLiteral("policy.json"),
                                                 R"({"locked": {"sandbox": {"allow_no_namespaces": false}}})");
        const Outcome outcome = doctor(*m_ordinary, NoUserNamespaces + QStringLiteral(",policy=") + policy);
        const QJsonValue sandbox = outcome.json()[QStringLiteral("sandbox")];
        QCOMPARE(outcome.status, 3);
        QVERIFY2(codes(sandbox).contains(u"forbidden-by-policy"_qs), (outcome.output + outcome.errors).constData());
    }

    void namesFileAndLineOfBrokenSettings() {
        m_ordinary->write(Settings, "[sandbox]\nallow_no_namespaces = maybe\n");
        const QByteArray place = m_ordinary->path(Settings).toUtf8() + ":2:";
        const Outcome people = m_ordinary->run({QStringLiteral("doctor")});
        QCOMPARE(people.status, 3);
        QVERIFY2(people.output.contains("The settings have an error: " + place), people.output.constData());
        QVERIFY2(!people.output.contains("isolated"), people.output.constData());
        const Outcome judged = judge(*m_ordinary, specimens().front());
        QCOMPARE(judged.status, 3);
        QCOMPARE(judged.errorCode(), QStringLiteral("settings.invalid"));
        QVERIFY(judged.errorDetail().startsWith(QString::fromUtf8(place)));
    }
};

QTEST_GUILESS_MAIN(TestCliHindered)
#include "test_cli_hindered.moc"
