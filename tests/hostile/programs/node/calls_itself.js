// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: calls itself for ever
// expect: exited 1
function descend() { return descend() + 1; }
descend();
