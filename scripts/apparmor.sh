# SPDX-License-Identifier: GPL-3.0-or-later
# Ubuntu 23.10 and later let only programs with an AppArmor profile of their own make user namespaces, which the
# sandbox is built on. Needs setup.sh.

# offerAppArmorProfile HELPER: where the system forbids user namespaces to HELPER, installs the profile if the person
# says yes, or names the command that does.
offerAppArmorProfile() {
    local install=$ROOT/installer/apparmor/install-profile answer
    local restriction=/proc/sys/kernel/apparmor_restrict_unprivileged_userns
    [[ $(id -u) != 0 && $(cat "$restriction" 2>/dev/null) == 1 ]] || return 0
    "$install" --is-installed "$1" && return 0

    say "this system's AppArmor forbids the sandbox (user namespaces of ordinary users)."
    if [[ -t 0 && -t 2 ]] && command -v sudo >/dev/null 2>&1; then
        read -r -p "grindstone: install a profile that allows it for $1? [Y/n] " answer
        case $answer in
        '' | [Yy]*) sudo "$install" "$1" >&2 && return 0 ;;
        esac
    fi
    say "to allow it for Grindstone alone, run: sudo $(printf '%q %q' "$install" "$1")"
}
