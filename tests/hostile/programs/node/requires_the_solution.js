// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: runs the solution of the host, and shows why it can't
// expect: exited 0
// output: refused MODULE_NOT_FOUND
// output[no-namespaces]: refused EACCES | refused MODULE_NOT_FOUND
try {
    require(process.env.HOSTILE_SECRET + '/solution.py');
    console.log('allowed ' + secret);
} catch (error) {
    console.log('refused ' + error.code);
}
