#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package of this machine's architecture: installer/build_deb.sh [FOLDER]
# FOLDER (default: build/packages) gets the package, whose path is printed.
set -euo pipefail
ROOT=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/..
ROOT=$(cd -- "$ROOT" && pwd)
source "$ROOT/scripts/setup.sh"

target=$(realpath -m -- "${1:-$ROOT/build/packages}")
ensurePackages build package
buildPreset release
mkdir -p "$target"
rm -f "$target"/grindstone_*.deb
cpack --config "$ROOT/build/release/CPackConfig.cmake" -B "$target" >&2
rm -rf "$target/_CPack_Packages"
ls "$target"/grindstone_*.deb
