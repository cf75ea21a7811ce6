#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# as_ordinary_user.sh BUILD_DIR PROGRAM [ARGUMENT…]: runs a test program of the build as an ordinary user, with copies
# of it, of its own data (PROGRAM.data), of the programs and of their data in a folder that everybody can read, and a
# home of its own. GRINDSTONE_TEST_WITHIN may hold a command that starts it in turn, such as "unshare -Ur".
set -eu
build=$1
program=$2
shift 2
if [ "$(id -u)" -ne 0 ]; then
    exec "$program" "$@"
fi
place=$(mktemp -d "${TMPDIR:-/tmp}/grindstone-user.XXXXXX")
trap 'rm -rf "$place"' EXIT
mkdir "$place/test-bin" "$place/home"
for folder in bin libexec share; do
    if [ -d "$build/$folder" ]; then
        cp -RL "$build/$folder" "$place/"
    fi
done
cp "$program" "$place/test-bin/"
find "$build/test-bin" -maxdepth 1 -name '*probe*' -exec cp {} "$place/test-bin/" \;
if [ -d "$program.data" ]; then
    cp -RL "$program.data" "$place/test-bin/"
fi
chown -R 65534:65534 "$place/home"
chmod -R a+rX "$place"
cd "$place/home"
HOME="$place/home" GRINDSTONE_HOME="$place/home/grindstone" TMPDIR="$place/home" \
    setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs \
    ${GRINDSTONE_TEST_WITHIN-} "$place/test-bin/$(basename "$program")" "$@"
