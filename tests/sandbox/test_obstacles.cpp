// SPDX-License-Identifier: GPL-3.0-or-later
// What is concluded from a refusal. What can really be caused is caused in tests/cli/test_cli_hindered.cpp; here are
// the machines that the tests don't run on, too.
#include "sandbox/obstacles.h"

#include <QTest>

#include <cerrno>
#include <cstring>
#include <functional>

using namespace grindstone;
using namespace grindstone::sandbox;

namespace {

using Change = std::function<void(Surroundings&)>;

constexpr const char* Helper = "/opt/grind stone/libexec/grindstone/grindstone-sandbox";

std::string failed(const char* step, int error) {
    return std::string(step) + ": " + std::strerror(error);
}

/// A desktop on which nothing is in the way, changed.
Surroundings surroundings(const Change& change) {
    Surroundings here;
    here.user = "ada";
    here.maxUserNamespaces = 60000;
    here.serviceManager = true;
    change(here);
    return here;
}

const Change Nothing = [](Surroundings&) {};

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Cause)

class ObstaclesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesWhatForbidsIsolation_data();
    void namesWhatForbidsIsolation();
    void saysWhatCoversProc();
    void namesWhyThereIsNoCgroup2_data();
    void namesWhyThereIsNoCgroup2();
    void tellsCgroup1ThatIsAnothersFromNone();
    void namesWhatIsWrongWithLandlock_data();
    void namesWhatIsWrongWithLandlock();
    void givesEachCauseACodeOfItsOwn();
};

void ObstaclesTest::namesWhatForbidsIsolation_data() {
    QTest::addColumn<QString>("failure");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("cure");
    const auto row = [](const char* name, const char* step, int error, const Change& change, Cause cause,
                        const char* cure) {
        QTest::newRow(name) << QString::fromStdString(failed(step, error)) << change << cause
                            << QString::fromUtf8(cure);
    };
    const Change zero = [](Surroundings& here) { here.maxUserNamespaces = 0; };
    const Change zeroForRoot = [](Surroundings& here) {
        here.root = true;
        here.maxUserNamespaces = 0;
    };
    const Change debian = [](Surroundings& here) { here.unprivilegedUserNamespaces = 0; };
    const Change debianRoot = [](Surroundings& here) {
        here.root = true;
        here.unprivilegedUserNamespaces = 0;
    };
    const Change ubuntu = [](Surroundings& here) { here.appArmorRestricts = true; };
    const Change container = [](Surroundings& here) {
        here.root = true;
        here.filtered = true;
        here.appArmorProfile = "docker-default (enforce)";
    };
    const Change confined = [](Surroundings& here) { here.appArmorProfile = "docker-default (enforce)"; };
    const char* const make = "make namespaces";
    const char* const profile = "sudo '/opt/grind stone/share/grindstone/apparmor/install-profile' "
                                "'/opt/grind stone/libexec/grindstone/grindstone-sandbox'";

    row("limit of zero", make, ENOSPC, zero, Cause::UserNamespacesLimited,
        "sudo sysctl -w user.max_user_namespaces=15000");
    row("limit of zero, root", make, ENOSPC, zeroForRoot, Cause::UserNamespacesLimited,
        "sysctl -w user.max_user_namespaces=15000");
    row("all in use", make, ENOSPC, Nothing, Cause::UserNamespacesLimited, "");
    row("nested too deep", make, EUSERS, Nothing, Cause::UserNamespacesLimited, "");
    row("Debian's switch", make, EPERM, debian, Cause::UserNamespacesDisabled,
        "sudo sysctl -w kernel.unprivileged_userns_clone=1");
    row("Debian's switch doesn't mean root", make, EPERM, debianRoot, Cause::UserNamespacesForbidden, "");
    row("AppArmor at the map", "map user id", EPERM, ubuntu, Cause::AppArmorRestricts, profile);
    row("AppArmor at a mount", "mount the root", EACCES, ubuntu, Cause::AppArmorRestricts, profile);
    row("a container's filter", make, EPERM, container, Cause::Filtered, "");
    row("a filter that knows no clone3", make, ENOSYS, container, Cause::Filtered, "");
    row("a container's profile", "mount the root", EACCES, confined, Cause::AppArmorConfines, "");
    row("no reason to be read", make, EPERM, Nothing, Cause::UserNamespacesForbidden, "");
    row("a kernel without", make, EINVAL, Nothing, Cause::UserNamespacesMissing, "");
    row("covered /proc", "mount /proc", EPERM, container, Cause::ProcCovered, "");
    row("few ids", "find ids for a box among those that this user namespace maps", ENOSPC, Nothing, Cause::TooFewIds,
        "");
    row("another listener", "load the system call filter", EBUSY, Nothing, Cause::NoNotification, "");
    row("full disk", "mount the root", ENOSPC, ubuntu, Cause::SetupFails, "");
    row("something else", "mount the root", EPERM, Nothing, Cause::SetupFails, "");
}

void ObstaclesTest::namesWhatForbidsIsolation() {
    QFETCH(QString, failure);
    QFETCH(Change, change);
    QFETCH(Cause, cause);
    QFETCH(QString, cure);
    const Obstacle obstacle = isolationObstacle(failure.toStdString(), surroundings(change), Helper);
    QCOMPARE(QString::fromUtf8(code(obstacle.cause).data()), QString::fromUtf8(code(cause).data()));
    QCOMPARE(QString::fromStdString(obstacle.cure), cure);
    QCOMPARE(obstacle.missed, Tier::NoCgroup);
    QVERIFY2(obstacle.detail.starts_with(failure.toStdString()), obstacle.detail.c_str());
}

void ObstaclesTest::saysWhatCoversProc() {
    const Surroundings here = surroundings([](Surroundings& all) { all.coveredProc = {"/proc/kcore", "/proc/irq"}; });
    QCOMPARE(isolationObstacle(failed("mount /proc", EPERM), here, Helper).detail,
             failed("mount /proc", EPERM) + "; covered: /proc/kcore, /proc/irq");
}

void ObstaclesTest::namesWhyThereIsNoCgroup2_data() {
    QTest::addColumn<QString>("scope");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("cure");
    const Change noSystemd = [](Surroundings& here) { here.serviceManager = false; };
    const Change root = [](Surroundings& here) { here.root = true; };
    const auto row = [](const char* name, const char* scope, const Change& change, Cause cause, const char* cure) {
        QTest::newRow(name) << QString::fromUtf8(scope) << change << cause << QString::fromUtf8(cure);
    };
    row("only version 1", "sandbox.no-cgroup2", Nothing, Cause::Cgroup2Missing, "");
    row("switched off", "sandbox.switched-off", Nothing, Cause::SwitchedOff, "");
    row("under cron", "sandbox.no-bus", Nothing, Cause::NoBus, "sudo loginctl enable-linger 'ada'");
    row("no systemd", "sandbox.no-bus", noSystemd, Cause::NoServiceManager, "");
    row("refused", "sandbox.no-scope", Nothing, Cause::ScopeRefused, "");
    row("read-only, root", "sandbox.no-bus", root, Cause::Cgroup2Unwritable, "");
    row("not delegated", "", Nothing, Cause::NotDelegated,
        "sudo mkdir -p /etc/systemd/system/user@.service.d && printf '[Service]\\nDelegate=cpu memory pids\\n' | sudo "
        "tee /etc/systemd/system/user@.service.d/grindstone.conf && sudo systemctl daemon-reload");
}

void ObstaclesTest::namesWhyThereIsNoCgroup2() {
    QFETCH(QString, scope);
    QFETCH(Change, change);
    QFETCH(Cause, cause);
    QFETCH(QString, cure);
    const auto error = scope.isEmpty() ? std::nullopt : std::optional(Error{scope.toStdString(), "so it is"});
    const Obstacle obstacle = cgroup2Obstacle(error, "so it is", surroundings(change));
    QCOMPARE(obstacle, (Obstacle{Tier::Full, cause, "so it is", cure.toStdString()}));
}

void ObstaclesTest::tellsCgroup1ThatIsAnothersFromNone() {
    const Surroundings with = surroundings([](Surroundings& here) { here.cgroup1 = true; });
    QCOMPARE(cgroup1Obstacle("no", with), (Obstacle{Tier::FullCgroup1, Cause::Cgroup1Unwritable, "no", ""}));
    QCOMPARE(cgroup1Obstacle("no", surroundings(Nothing)),
             (Obstacle{Tier::FullCgroup1, Cause::Cgroup1Missing, "no", ""}));
}

void ObstaclesTest::namesWhatIsWrongWithLandlock_data() {
    QTest::addColumn<int>("abi");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("needed");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("new enough") << 6 << 0 << LandlockWithScopes << QString();
    QTest::newRow("too old to do without namespaces") << 5 << 0 << LandlockWithScopes << u"landlock-old"_qs;
    QTest::newRow("old, and namespaces are there") << 2 << 0 << OldestLandlock << QString();
    QTest::newRow("not built in") << 0 << ENOSYS << OldestLandlock << u"landlock-missing"_qs;
    QTest::newRow("not in lsm=") << 0 << EOPNOTSUPP << OldestLandlock << u"landlock-disabled"_qs;
}

void ObstaclesTest::namesWhatIsWrongWithLandlock() {
    QFETCH(int, abi);
    QFETCH(int, error);
    QFETCH(int, needed);
    QFETCH(QString, wanted);
    const auto obstacle =
        landlockObstacle(abi, needed, surroundings([=](Surroundings& here) { here.landlockError = error; }));
    QCOMPARE(obstacle ? QString::fromUtf8(code(obstacle->cause).data()) : QString(), wanted);
}

void ObstaclesTest::givesEachCauseACodeOfItsOwn() {
    QSet<QString> codes;
    const int causes = static_cast<int>(Cause::SwitchedOff) + 1;
    for (int cause = 0; cause < causes; ++cause) {
        codes << QString::fromUtf8(code(static_cast<Cause>(cause)).data());
    }
    QCOMPARE(codes.size(), causes);
}

QTEST_GUILESS_MAIN(ObstaclesTest)
#include "test_obstacles.moc"
