// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has each thread start two others
// expect: stopped cpu | stopped memory | signalled SIGABRT | signalled SIGTRAP
// output: started
// cpu-ms: 1000
// memory-mib: 128
const {Worker, isMainThread} = require('worker_threads');

if (isMainThread) {
    console.log('started');
}
for (let i = 0; i < 2; ++i) {
    new Worker(__filename);
}
setInterval(() => {}, 1000);
