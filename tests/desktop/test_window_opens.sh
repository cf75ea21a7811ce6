#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test_window_opens.sh PROGRAM: opens the program on a display of its own; passes when its window has its title and
# shows something, when the program is still there afterwards, and when SIGTERM right after a key ends it with the draft
# kept. 77: no Xvfb or xdotool here.
set -u
program=$1
for tool in Xvfb xdotool import; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
folder=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
server=$!
application=
trap 'kill $application $server 2>/dev/null; rm -rf "$folder"' EXIT
fail() { echo "FAIL: $1"; exit 1; }

tries=0
until [ -s "$folder/display" ]; do
    tries=$((tries + 1)); [ $tries -lt 100 ] || fail "Xvfb did not start: $(cat "$folder/xvfb.log")"
    sleep 0.1
done
GRINDSTONE_HOME=$folder/home; export GRINDSTONE_HOME
DISPLAY=:$(cat "$folder/display"); export DISPLAY
QT_QPA_PLATFORM=xcb "$program" 2>"$folder/program.log" &
application=$!

tries=0
until window=$(xdotool search --onlyvisible --name 'Grindstone$' 2>/dev/null | head -n 1) && [ -n "$window" ]; do
    kill -0 $application 2>/dev/null || fail "the program ended: $(cat "$folder/program.log")"
    tries=$((tries + 1)); [ $tries -lt 200 ] || fail "no window with the title: $(cat "$folder/program.log")"
    sleep 0.1
done
# The first problem's title comes into the window's title when it is open.
tries=0
until xdotool getwindowname "$window" | grep -q ' – Grindstone$'; do
    tries=$((tries + 1)); [ $tries -lt 200 ] || fail "no problem was opened: $(xdotool getwindowname "$window")"
    sleep 0.1
done
sleep 1
colours=$(import -window "$window" txt:- | cut -d' ' -f4 | sort -u | wc -l)
[ "$colours" -gt 50 ] || fail "the window is all but empty: $colours colours"
kill -0 $application 2>/dev/null || fail "the program did not stay: $(cat "$folder/program.log")"
xdotool windowfocus "$window" key --clearmodifiers alt+2
xdotool type --delay 10 'draftmarker'
kill -TERM $application
tries=0
while kill -0 $application 2>/dev/null; do
    tries=$((tries + 1)); [ $tries -lt 100 ] || fail "the program did not end on SIGTERM"
    sleep 0.1
done
wait $application || fail "the program ended with status $?"
application=
cat "$GRINDSTONE_HOME"/data/grindstone.sqlite* | grep -aq draftmarker || fail "what was typed before SIGTERM is lost"
echo "the window opened with a title and $colours colours"
