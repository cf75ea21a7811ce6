// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends by a signal of its own
// expect: signalled SIGABRT
// output: started
console.log('started');
process.abort();
