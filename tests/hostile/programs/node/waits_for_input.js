// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reads from an input that never comes
// expect: stopped wall idle
// wall-ms: 1500
// input-pipe: open
process.stdin.on('data', () => process.exit(1));
