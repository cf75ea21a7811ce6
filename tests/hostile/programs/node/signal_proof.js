// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: catches the signals and the exceptions that would end it, and waits
// expect: stopped wall idle
// output: caught
// wall-ms: 1500
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGXCPU', 'SIGUSR2', 'SIGPIPE', 'SIGALRM']) {
    process.on(name, () => {});
}
process.on('uncaughtException', () => console.log('caught'));
setTimeout(() => {}, 1000000);
setImmediate(() => { throw new Error('to be caught'); });
