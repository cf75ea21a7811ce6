// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: sends SIGKILL to every process that it may reach
// expect: exited 0
// output: everything: refused ESRCH
// output[no-namespaces]: everything: allowed
//
// The kernel calls it a success when there are other processes, all of which it had to spare.
try {
    process.kill(-1, 'SIGKILL');
    console.log('everything: allowed');
} catch (error) {
    console.log('everything: refused ' + error.code);
}
