#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the dev preset and runs every test. Arguments go to CTest, e.g. ./test.sh -R compare
#   ./test.sh --guest …   those of the sandbox in a machine with systemd and cgroups of version 2 (tests/guest/run.sh)
# Installs what is missing (see scripts/packages.txt).
set -euo pipefail
ROOT=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
source "$ROOT/scripts/setup.sh"

if [[ ${1:-} == --guest ]]; then
    shift
    ensurePackages build practice test guest
    buildPreset dev
    exec "$ROOT/tests/guest/run.sh" "$ROOT/build/dev" "$@"
fi
ensurePackages build practice test package
buildPreset dev
cd "$ROOT"
exec ctest --preset dev --output-on-failure -j "$(nproc)" "$@"
