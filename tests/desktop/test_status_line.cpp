// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/status_line.h"

#include "judge/report/report.h"

#include <QLabel>
#include <QTest>

using namespace grindstone;

class TestStatusLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheTierWithWhatIsLostAndTheCure() {
        desktop::StatusLine line;
        sandbox::Capabilities here;
        here.tier = sandbox::Tier::NoNamespaces;
        here.obstacles = {{sandbox::Tier::NoCgroup, sandbox::Cause::UserNamespacesLimited, "a < b", "sudo this"}};
        line.showSandbox(here);
        const auto* label = line.findChild<QLabel*>(QStringLiteral("sandboxStatus"));
        QCOMPARE(label->text(), QStringLiteral("Sandbox: no namespaces"));
        const QStringList tip = label->toolTip().split(QStringLiteral("<br>"));
        QCOMPARE(tip.size(), 5);
        QVERIFY(tip[0].startsWith(QStringLiteral("Without namespaces, programs see")));
        QCOMPARE(tip[1], QStringLiteral("Without cgroups, time and memory are approximate."));
        QVERIFY2(tip[2].endsWith(QStringLiteral("(a &lt; b).")), qPrintable(tip[2]));
        QCOMPARE(tip[3], QStringLiteral("sudo this"));
    }

    void namesBrokenSettings() {
        desktop::StatusLine line;
        line.showSandbox(fail("settings.invalid", "settings.toml:2: no"));
        QCOMPARE(line.findChild<QLabel*>(QStringLiteral("sandboxStatus"))->text(),
                 QStringLiteral("Sandbox: The settings have an error: settings.toml:2: no"));
    }
};

QTEST_MAIN(TestStatusLine)
#include "test_status_line.moc"
