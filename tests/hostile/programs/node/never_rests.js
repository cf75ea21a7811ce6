// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: asks for its own next turn for ever, without ever computing long
// expect: stopped cpu
// cpu-ms: 400
function turn() { setImmediate(turn); }
turn();
