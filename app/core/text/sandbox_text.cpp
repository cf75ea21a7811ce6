// SPDX-License-Identifier: GPL-3.0-or-later
// The rungs of the sandbox's ladder, what is lost on each, and what keeps a machine from a better one. `%1` is what was
// seen. A test demands that each cause is here.
#include "app/core/text/phrase.h"

#include <algorithm>
#include <array>

namespace grindstone::core::text {

namespace {

using sandbox::Cause;
using sandbox::Tier;

struct CauseText {
    Cause cause;
    const char* message;
    const char* hint; ///< empty: nothing to say beside the command
};

constexpr std::array Texts{
    CauseText{Cause::UserNamespacesLimited,
              QT_TRANSLATE_NOOP("grindstone", "This system gives out no user namespaces, or no more of them (%1)."),
              QT_TRANSLATE_NOOP("grindstone",
                                "To keep that after a restart, write the line “user.max_user_namespaces=15000” "
                                "into /etc/sysctl.d/60-grindstone.conf.")},
    CauseText{Cause::UserNamespacesDisabled,
              QT_TRANSLATE_NOOP("grindstone", "This system gives user namespaces to root alone (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "To keep that after a restart, write the line "
                                              "“kernel.unprivileged_userns_clone=1” into "
                                              "/etc/sysctl.d/60-grindstone.conf.")},
    CauseText{Cause::UserNamespacesMissing,
              QT_TRANSLATE_NOOP("grindstone", "This kernel was built without the namespaces that isolate programs "
                                              "(%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Start the kernel of your distribution.")},
    CauseText{Cause::UserNamespacesForbidden,
              QT_TRANSLATE_NOOP("grindstone", "The kernel refuses user namespaces to Grindstone and doesn't say why "
                                              "(%1)."),
              QT_TRANSLATE_NOOP("grindstone", "In a chroot there are none: start Grindstone outside of it. In a "
                                              "container, start that with “--privileged”.")},
    CauseText{Cause::AppArmorRestricts,
              QT_TRANSLATE_NOOP("grindstone", "AppArmor keeps programs without a profile of their own from using user "
                                              "namespaces (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "The command installs a profile for Grindstone's helper program alone.")},
    CauseText{Cause::AppArmorConfines,
              QT_TRANSLATE_NOOP("grindstone", "Grindstone was started under a profile of AppArmor, as in a container, "
                                              "which forbids what isolates programs (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Start the container with “--security-opt apparmor=unconfined”.")},
    CauseText{Cause::Filtered,
              QT_TRANSLATE_NOOP("grindstone", "Grindstone was started under a filter of system calls, as in a "
                                              "container, which forbids what isolates programs (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Start the container with “--security-opt seccomp=unconfined”, or with "
                                              "“--privileged” where that isn't enough. What Grindstone runs gets a "
                                              "filter in any case.")},
    CauseText{Cause::TooFewIds,
              QT_TRANSLATE_NOOP("grindstone", "You are root in a user namespace with few users, and boxes need some of "
                                              "their own (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Start Grindstone as an ordinary user there, or map more users: at least "
                                              "128, for rootless containers in /etc/subuid.")},
    CauseText{Cause::ProcCovered,
              QT_TRANSLATE_NOOP("grindstone", "Programs cannot get a /proc of their own, as parts of the one here are "
                                              "covered (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Containers cover them. Start this one with “--security-opt "
                                              "systempaths=unconfined” (Docker) or “--security-opt unmask=ALL” "
                                              "(Podman).")},
    CauseText{Cause::NoNotification,
              QT_TRANSLATE_NOOP("grindstone", "The kernel takes no filter that reports what programs were refused "
                                              "(%1)."),
              QT_TRANSLATE_NOOP("grindstone", "It takes Linux 5.5 or later, and Grindstone must not run under another "
                                              "such filter, as some containers have one: start it outside.")},
    CauseText{Cause::SetupFails, QT_TRANSLATE_NOOP("grindstone", "No program can be isolated here (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "In a container, start that with “--privileged”. Otherwise please report "
                                              "this.")},
    CauseText{Cause::LandlockMissing,
              QT_TRANSLATE_NOOP("grindstone", "The kernel has no Landlock, or a filter keeps it away (%1)."),
              QT_TRANSLATE_NOOP("grindstone",
                                "With Linux 5.19 or later it is a second wall around files; to do without "
                                "namespaces takes Linux 6.12.")},
    CauseText{Cause::LandlockDisabled, QT_TRANSLATE_NOOP("grindstone", "The kernel was started without Landlock (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Put “landlock” before the names in /sys/kernel/security/lsm, and start "
                                              "the kernel with that: “lsm=landlock,…”.")},
    CauseText{Cause::LandlockOld,
              QT_TRANSLATE_NOOP("grindstone", "The kernel's Landlock is too old to do without namespaces (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "That takes Linux 6.12 or later.")},
    CauseText{Cause::BareFails, QT_TRANSLATE_NOOP("grindstone", "Nor do programs run without namespaces (%1)."), ""},
    CauseText{Cause::NotAllowed,
              QT_TRANSLATE_NOOP("grindstone",
                                "Programs could be run without namespaces here, but they would be held by "
                                "less, and you have not allowed it."),
              QT_TRANSLATE_NOOP("grindstone", "To allow it, write these two lines into %1:\n"
                                              "  [sandbox]\n"
                                              "  allow_no_namespaces = true")},
    CauseText{Cause::ForbiddenByPolicy,
              QT_TRANSLATE_NOOP("grindstone", "Programs could be run without namespaces here, but this machine's "
                                              "administrator has forbidden it (%1)."),
              ""},
    CauseText{Cause::Cgroup2Missing, QT_TRANSLATE_NOOP("grindstone", "There are no cgroups of version 2 to use (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "With systemd, start the kernel with "
                                              "“systemd.unified_cgroup_hierarchy=1”; on a Raspberry Pi with "
                                              "“cgroup_enable=memory”, too.")},
    CauseText{Cause::NoServiceManager,
              QT_TRANSLATE_NOOP("grindstone", "There is no systemd that could give you a cgroup (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Root may make cgroups without it.")},
    CauseText{Cause::NoBus,
              QT_TRANSLATE_NOOP("grindstone", "You have no session with systemd, which would give you a cgroup (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Log in as this user at the machine or by ssh; su and sudo start no "
                                              "session. The command starts one that lasts.")},
    CauseText{Cause::ScopeRefused, QT_TRANSLATE_NOOP("grindstone", "systemd gave no cgroup (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Try “systemd-run --user --scope -p Delegate=yes grind doctor”: it says "
                                              "more of the reason.")},
    CauseText{Cause::NotDelegated,
              QT_TRANSLATE_NOOP("grindstone", "The cgroup that systemd gave cannot limit memory and processes (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "Log out and in again after it.")},
    CauseText{Cause::Cgroup2Unwritable, QT_TRANSLATE_NOOP("grindstone", "No cgroup of version 2 can be made (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "In a container, start that with “--privileged”, or mount /sys/fs/cgroup "
                                              "so that it can be written.")},
    CauseText{Cause::Cgroup1Missing, QT_TRANSLATE_NOOP("grindstone", "There are none of version 1 either (%1)."), ""},
    CauseText{Cause::Cgroup1Unwritable,
              QT_TRANSLATE_NOOP("grindstone", "The cgroups of version 1 are not yours to divide (%1)."),
              QT_TRANSLATE_NOOP("grindstone", "They are root's. Parts of version 2 can be given to you.")},
    CauseText{Cause::SwitchedOff, QT_TRANSLATE_NOOP("grindstone", "Not used: %1."), ""},
};

const CauseText& findText(Cause cause) {
    const auto found = std::ranges::find(Texts, cause, &CauseText::cause);
    return found != Texts.end() ? *found : Texts.back();
}

const char* tierPhrase(Tier tier) {
    switch (tier) {
    case Tier::Full:
        return QT_TRANSLATE_NOOP("grindstone", "full");
    case Tier::FullCgroup1:
        return QT_TRANSLATE_NOOP("grindstone", "full (cgroup v1)");
    case Tier::NoCgroup:
        return QT_TRANSLATE_NOOP("grindstone", "no cgroup");
    case Tier::NoNamespaces:
        return QT_TRANSLATE_NOOP("grindstone", "no namespaces");
    case Tier::None:
        break;
    }
    return QT_TRANSLATE_NOOP("grindstone", "none");
}

QString filledIn(Wording wording, const char* phrase, const std::string& detail) {
    QString text = say(wording, phrase);
    return text.replace(QStringLiteral("%1"), QString::fromStdString(detail));
}

/// What a program can do that has no namespaces around it.
QString lossWithoutNamespaces(Wording wording) {
    return say(wording, QT_TRANSLATE_NOOP(
                            "grindstone",
                            "Without namespaces, programs see the names of files and processes, and can read "
                            "problems that are installed below /usr; what they write lies on the disk until the run "
                            "has ended. Landlock and a filter of system calls still keep them from your "
                            "files, your processes and the network."));
}

} // namespace

QString tierName(Tier tier, Wording wording) {
    return say(wording, tierPhrase(tier));
}

QStringList sandboxLosses(const sandbox::Capabilities& capabilities, Wording wording) {
    if (capabilities.tier == Tier::None) {
        return {say(wording, QT_TRANSLATE_NOOP("grindstone", "No program is run here, as none can be isolated."))};
    }
    QStringList losses;
    if (capabilities.tier == Tier::NoNamespaces) {
        losses << lossWithoutNamespaces(wording);
    }
    if (capabilities.memory == sandbox::MemorySource::Readings) {
        losses << say(wording, QT_TRANSLATE_NOOP("grindstone", "Without cgroups, time and memory are approximate."));
    }
    return losses;
}

QString obstacleMessage(const sandbox::Obstacle& obstacle, Wording wording) {
    return filledIn(wording, findText(obstacle.cause).message, obstacle.detail);
}

QString obstacleHint(const sandbox::Obstacle& obstacle, Wording wording) {
    const char* hint = findText(obstacle.cause).hint;
    if (*hint == 0) {
        return {};
    }
    const QString text = filledIn(wording, hint, obstacle.detail);
    return obstacle.cause == Cause::NotAllowed ? lossWithoutNamespaces(wording) + u'\n' + text : text;
}

} // namespace grindstone::core::text
