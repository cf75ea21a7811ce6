// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes for ever
// expect: stopped cpu
// cpu-ms: 400
for (;;) {
}
