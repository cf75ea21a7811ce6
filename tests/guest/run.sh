#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD_DIR [CTEST_ARGUMENT…]: runs the tests of label `guest` on a machine of their own, a Debian with a real
# systemd, cgroups of version 2 and a person who is logged in. ./test.sh --guest builds first and calls this.
#
#   pack.py              lays the tests, and what they need of this tree, into a folder: the payload
#   base_image.sh        makes the machine's disk, once for all runs that need the same packages
#   inside/              what runs there, as said in inside/start.sh; it reports over a serial port
#
# The machine is QEMU's without KVM, so it runs wherever this does, and slowly: its times mean nothing, its verdicts do.
# Exits with 0 when every test passed. What was kept of the last run is in build/guest/.
set -euo pipefail
ROOT=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../..
ROOT=$(readlink -f -- "$ROOT")
source "$ROOT/scripts/setup.sh"
HERE=$ROOT/tests/guest
PLACE=$ROOT/build/guest
BUILD=$(readlink -f -- "$1")
shift

MEMORY_MIB=6144 # a program with 4 GiB of variables must be able to start
LONGEST_RUN=3h # the machine ends by itself; this is for one that hangs

PATH=$PATH:/usr/sbin:/sbin

# packagesOf FILE…: the packages with the shared libraries that the programs among the files load
packagesOf() {
    local libraries library
    libraries=$(printf '%s\n' "$@" | xargs -d '\n' ldd 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\// {print $3}' | sort -u)
    for library in $libraries; do
        # Debian's packages know a file by the path it was packed with, below /lib or below /usr/lib.
        { dpkg-query -S "$library" "/usr$library" "${library#/usr}" 2>/dev/null || true; } | head -n 1
    done | sed 's/:.*//' | sort -u
}

# The folder BASE with the machine's disk, made if there is none for these packages.
ensureBase() {
    local packages=$1 recipe
    recipe=$(cat "$HERE/base_image.sh" "$HERE"/inside/grindstone-guest.service; echo "$VERSION_CODENAME $packages")
    BASE=$PLACE/base-$(sha256sum <<<"$recipe" | cut -c1-16)
    [[ ! -e $BASE/disk.ext4 ]] || return 0
    say "making the guest's disk (once; some minutes, some hundred megabytes to fetch)"
    findRoot || die "making the guest's disk takes root or sudo"
    rm -rf "$PLACE"/base-*
    "${AS_ROOT[@]}" "$HERE/base_image.sh" "$BASE" "$VERSION_CODENAME" "$(id -u):$(id -g)" $packages \
        </dev/null >"$PLACE/base.log" 2>&1 || die "the guest's disk could not be made; $PLACE/base.log says why"
}

makePayloadDisk() {
    local size
    size=$(du -sm "$PLACE/payload" | cut -f1)
    rm -f "$PLACE/payload.ext4"
    mke2fs -q -t ext4 -E root_owner=0:0 -d "$PLACE/payload" "$PLACE/payload.ext4" "$((size * 5 / 4 + 64))M"
}

# The first serial port is the console, the second speaks to us. Nothing is written to the disks.
boot() {
    TMPDIR=$PLACE timeout --foreground "$LONGEST_RUN" qemu-system-x86_64 \
        -accel tcg,thread=multi -cpu max -smp 2 -m "$MEMORY_MIB" \
        -nodefaults -no-reboot -display none \
        -kernel "$BASE/vmlinuz" -initrd "$BASE/initrd" \
        -append "root=/dev/vda rw console=ttyS0 quiet panic=1 mitigations=off systemd.show_status=no" \
        -drive "file=$BASE/disk.ext4,format=raw,if=virtio,snapshot=on" \
        -drive "file=$PLACE/payload.ext4,format=raw,if=virtio,snapshot=on" \
        -serial "file:$PLACE/console.log" -chardev stdio,id=results,signal=off -serial chardev:results </dev/null
}

source /etc/os-release
[[ $ID == debian ]] || die "the guest is a Debian, and runs only what was built on the same Debian; this is $PRETTY_NAME"
mkdir -p "$PLACE"
/usr/bin/python3 -B "$HERE/pack.py" "$ROOT" "$BUILD" "$PLACE/payload" "$@" || exit 1
mapfile -t programs < <(find "$PLACE/payload" -type f -perm -u+x)
packages=$(packagesOf "${programs[@]}" | tr '\n' ' ')
ensureBase "$packages"
makePayloadDisk
say "starting the guest (a minute until its first test)"
boot | tee "$PLACE/results.log" || true
# The guest's last word, without which it died on the way.
grep -q '^guest: all passed' "$PLACE/results.log" && exit 0
grep -q '^guest: ' "$PLACE/results.log" ||
    say "the guest ended before its tests did; $PLACE/console.log shows its console"
exit 1
