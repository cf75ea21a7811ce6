#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz.sh NAME [SECONDS]: feeds what tests/fuzz/CMakeLists.txt calls NAME with bytes that may be anything, for a minute
# or for SECONDS. What it learns stays in build/fuzz/NAME/corpus, where the next run goes on from. An input that breaks a
# promise lands in build/fuzz/NAME/broken, and the run ends with a failure.
set -euo pipefail
ROOT=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
source "$ROOT/scripts/setup.sh"

[[ $# -gt 0 ]] || die "scripts/fuzz.sh NAME [SECONDS]; tests/fuzz/CMakeLists.txt has the names"
name=$1
seconds=${2:-60}
build=$ROOT/build/dev
kept=$ROOT/build/fuzz/$name

ensurePackages build test
configure dev
ninja -C "$build" "fuzz_$name" >&2 || die "fuzz_$name cannot be built; is clang++ with libFuzzer there?"
mkdir -p "$kept/corpus" "$kept/broken"
findCalm
exec "${CALM[@]}" "$build/test-bin/fuzz_$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$kept/broken/" "$kept/corpus" "$build/fuzz/$name/seeds"
