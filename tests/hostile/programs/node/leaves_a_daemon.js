// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a process behind that has left its session
// expect: exited 0
// survivors: 1
const {spawn} = require('child_process');

spawn('/bin/sleep', [ '1000' ], {detached : true, stdio : 'ignore'}).unref();
