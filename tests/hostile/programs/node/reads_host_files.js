// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: opens what is the host's
// expect: exited 0
// output: 1.ans: refused ENOENT
// output: /etc/shadow: refused ENOENT
// output: /root: refused ENOENT
// output: /proc/1/environ: refused EACCES
// output[no-namespaces]: 1.ans: refused EACCES
// output[no-namespaces]: /etc/shadow: refused EACCES
// output[no-namespaces]: /root: refused EACCES
// output[no-namespaces]: /proc/1/environ: refused EACCES
const fs = require('fs');

function attempt(name, look) {
    try {
        console.log(name + ': ' + look());
    } catch (error) {
        console.log(name + ': refused ' + error.code);
    }
}

attempt('1.ans', () => fs.readFileSync(process.env.HOSTILE_SECRET + '/1.ans', 'utf8'));
attempt('/etc/shadow', () => fs.readFileSync('/etc/shadow', 'utf8'));
attempt('/root', () => fs.readdirSync('/root'));
attempt('/proc/1/environ', () => fs.readFileSync('/proc/1/environ', 'utf8'));
