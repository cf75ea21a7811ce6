#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# sanitize.sh asan|tsan [--few|--sandbox] [ARGUMENT…]: builds with the sanitizers of addresses and undefined behaviour, or
# with that of threads, and runs every test; with --sandbox, only those of the sandbox and its helper; with --few, only
# what of these is soon built and done. Further arguments go to CTest, e.g. scripts/sanitize.sh asan -R pool
set -euo pipefail
ROOT=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
source "$ROOT/scripts/setup.sh"

preset=${1:-} scope=all
[[ $preset == asan || $preset == tsan ]] || die "scripts/sanitize.sh asan|tsan [--few|--sandbox] [ARGUMENT…]"
shift
if [[ ${1:-} == --few || ${1:-} == --sandbox ]]; then
    scope=$1
    shift
fi
targets=(test_packet test_box_pool test_box test_box_life test_box_limits test_box_protections test_joined_run
    test_profiles test_shared_sandbox)
case $scope in
all) targets=(all) tests=. ;;
--few) tests="^($(IFS='|' && echo "${targets[*]}"))\$" ;;
--sandbox)
    targets+=(test_recovery)
    tests='^(test_packet|test_box|test_joined_run|test_profiles|test_shared_sandbox|test_recovery)'
    # The helper has no threads, so hostile programs say nothing to that sanitizer.
    [[ $preset == tsan ]] || targets+=(test_hostile) tests=${tests/%)/|hostile_)}
    ;;
esac

ensurePackages build practice test
configure "$preset"
ninja -C "$ROOT/build/$preset" -j "$(parallelJobs)" "${targets[@]}" </dev/null >&2 || die "the build failed"
cd "$ROOT"
findCalm
exec "${CALM[@]}" ctest --preset "$preset" --tests-regex "$tests" "$@"
