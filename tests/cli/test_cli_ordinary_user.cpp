// SPDX-License-Identifier: GPL-3.0-or-later
// An ordinary user, whose sandbox is made of user namespaces, gets the same verdicts as root.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QJsonArray>
#include <QTest>

using namespace grindstone::cli::test;

class TestCliOrdinaryUser : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

private Q_SLOTS:
    void initTestCase() {
        m_grind = GrindProgram::forOrdinaryUser();
        writeSumPackage(*m_grind);
        writeSpecimens(*m_grind);
    }

    void judgesAsAnOrdinaryUser_data() { addSpecimenRows(); }
    void judgesAsAnOrdinaryUser() {
        if (!ordinaryUsersHaveNamespaces()) {
            QSKIP("this kernel gives an ordinary user no user namespaces");
        }
        QFETCH(int, index);
        const Specimen& specimen = specimens()[std::size_t(index)];
        verifyVerdict(m_grind->run({QStringLiteral("judge"), m_grind->path(QStringLiteral("sum")),
                                    m_grind->path(specimenFile(specimen)), QStringLiteral("--json")}),
                      QLatin1String(specimen.verdict));
    }

    void doctorSaysWhyTheSandboxIsNoBetter() {
        const Outcome outcome = m_grind->run({QStringLiteral("doctor"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, ordinaryUsersHaveNamespaces() ? 0 : 3);
        const QJsonValue sandbox = outcome.json()[QStringLiteral("sandbox")];
        const bool full = sandbox[QStringLiteral("tier")].toString().startsWith(QLatin1String("full"));
        QVERIFY2(full || !sandbox[QStringLiteral("reasons")].toArray().isEmpty(), outcome.output.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliOrdinaryUser)
#include "test_cli_ordinary_user.moc"
