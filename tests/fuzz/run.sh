#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh FUZZER SEEDS [OPTION…]: a fuzzer's run from its seeds alone; what it finds new is thrown away. An input that
# breaks it is printed ("Base64: …").
set -u
fuzzer=$1
seeds=$2
shift 2
place=$(mktemp -d "${TMPDIR:-/tmp}/grindstone-fuzz.XXXXXX")
trap 'rm -rf "$place"' EXIT
mkdir "$place/corpus" "$place/broken"
# Older sanitizers cannot do with addresses as random as newer kernels make them.
calm=
setarch --addr-no-randomize true 2>/dev/null && calm='setarch --addr-no-randomize'
$calm "$fuzzer" "$@" -max_len=4096 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
    -artifact_prefix="$place/broken/" "$place/corpus" "$seeds"
