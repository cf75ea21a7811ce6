// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes lines to stdout for ever
// expect: stopped output
for (;;) {
    process.stdout.write('all work and no play\n');
}
