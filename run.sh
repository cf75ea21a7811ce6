#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Grindstone and starts it.
#
#   ./run.sh                  opens the desktop application
#   ./run.sh ARGUMENTS…       runs `grind ARGUMENTS…`, e.g. ./run.sh submit starter/echo-sum my.cpp
#
# Installs what is missing (see scripts/packages.txt). All talk of setting up and building goes to stderr: stdout
# belongs to the program.
set -euo pipefail
ROOT=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
source "$ROOT/scripts/setup.sh"
source "$ROOT/scripts/apparmor.sh"

ensurePackages build practice
buildPreset release
offerAppArmorProfile "$ROOT/build/release/libexec/grindstone/grindstone-sandbox"

grind=$ROOT/build/release/bin/grind
if (($# > 0)); then
    exec "$grind" "$@"
elif [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    exec "$ROOT/build/release/bin/grindstone"
fi

problem=$ROOT/problemsets/starter/echo-sum
solutions=("$problem"/submissions/accepted/*.cpp)
say "no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window."
say "Judging the starter pack's first problem in the terminal instead: grind judge ${problem#"$ROOT/"} ${solutions[0]#"$ROOT/"}"
exec "$grind" judge "$problem" "${solutions[0]}"
