#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# sanitize.sh asan|tsan [--few] [ARGUMENT…]: builds the sandbox, its helper and their tests with the sanitizers of
# addresses and undefined behaviour, or with that of threads, and runs those tests; with --few, only those that are soon
# built and done. Further arguments go to CTest, e.g. scripts/sanitize.sh asan -R pool
set -euo pipefail
ROOT=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
source "$ROOT/scripts/setup.sh"

preset=${1:-}
[[ $preset == asan || $preset == tsan ]] || die "scripts/sanitize.sh asan|tsan [--few] [ARGUMENT…]"
shift
targets=(test_packet test_box_pool test_box test_box_life test_box_limits test_box_protections test_joined_run
    test_profiles test_shared_sandbox)
tests="^($(IFS='|' && echo "${targets[*]}"))\$"
if [[ ${1:-} == --few ]]; then
    shift
elif [[ $preset == tsan ]]; then
    targets+=(test_recovery)
    tests='^(test_packet|test_box|test_joined_run|test_profiles|test_shared_sandbox|test_recovery)'
else
    targets+=(test_recovery test_hostile)
    tests='^(test_packet|test_box|test_joined_run|test_profiles|test_shared_sandbox|test_recovery|hostile_)'
fi

ensurePackages build practice test
configure "$preset"
ninja -C "$ROOT/build/$preset" -j "$(parallelJobs)" "${targets[@]}" </dev/null >&2 || die "the build failed"
cd "$ROOT"
findCalm
exec "${CALM[@]}" ctest --preset "$preset" --tests-regex "$tests" "$@"
