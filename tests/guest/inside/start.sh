#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs in the guest as root: every test as each of its users, in the order of
#   login    an ordinary user in a terminal: a process of a login session, whose cgroup is root's
#   service  the same user started by the service manager, as a desktop starts its programs
#   root     root in a system service
# and says over the second serial port how they went, ending with a line "guest: …".
set -uo pipefail
PORT=/dev/ttyS1
PERSON=tester
PERSON_ID=$(id -u "$PERSON")
stty -F "$PORT" raw
exec >"$PORT" 2>&1
export HOME=/root

# Paths of the machine that built the tests are in them and in how they are called, so the tree lies where it lay.
ROOT=$(cat /payload/root)
mkdir -p "$ROOT"
mount --bind /payload/tree "$ROOT"
parent=$ROOT
while [[ $parent != / ]]; do
    chmod a+x "$parent"
    parent=$(dirname "$parent")
done

waitForBus() {
    local i
    for ((i = 0; i < 120; i++)); do
        [[ ! -S /run/user/$PERSON_ID/bus ]] || return 0
        sleep 1
    done
    echo "the user's service manager did not start"
}

RUN="/usr/bin/python3 -B /payload/run_tests.py"
failed=0
echo "$(uname -sr), $(systemctl --version | head -n 1), up after $(cut -d. -f1 /proc/uptime) s"
waitForBus
su --login "$PERSON" --command "$RUN login" || failed=1
su --login "$PERSON" --command "systemd-run --user --quiet --pipe --wait $RUN service" || failed=1
$RUN root || failed=1
((failed)) && echo "guest: there are failures" || echo "guest: all passed"
sync
