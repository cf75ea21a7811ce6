// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has a shell read an answer and the passwords of the host
// expect: exited 0
// output: answer: refused
// output: shadow: refused
// never: root:
const {spawnSync} = require('child_process');

function attempt(name, command) {
    const shell = spawnSync('/bin/sh', [ '-c', command ], {encoding : 'utf8'});
    const started = shell.error === undefined;
    console.log(started && shell.status !== 0 ? name + ': refused' : name + ': ' + (shell.error || shell.stdout));
}

attempt('answer', 'cat "$HOSTILE_SECRET/1.ans"');
attempt('shadow', 'cat /etc/shadow');
