// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: lets an array grow for ever
// expect: signalled SIGABRT
// output: started
console.log('started');
const blocks = [];
for (;;) {
    blocks.push(new Array(1000).fill({}));
}
