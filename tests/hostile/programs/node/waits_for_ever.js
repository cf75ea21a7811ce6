// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: waits for a moment that never comes
// expect: stopped wall idle
// wall-ms: 1500
setTimeout(() => {}, 1000000);
