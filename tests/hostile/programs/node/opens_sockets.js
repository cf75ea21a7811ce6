// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: calls a server, is one, and sends a datagram
// expect: exited 0
// output: client: refused EPERM
// output: server: refused EPERM
// output: datagrams: refused EPERM
// blocked: socket
const dgram = require('dgram');
const net = require('net');

function attempt(name, opened, event) {
    return new Promise((done) => {
        opened.on('error', (error) => {
            console.log(name + ': refused ' + error.code);
            done();
        });
        opened.on(event, () => {
            console.log(name + ': allowed');
            process.exit(1);
        });
    });
}

async function attemptAll() {
    await attempt('client', net.connect(22, '127.0.0.1'), 'connect');
    await attempt('server', net.createServer().listen(0, '127.0.0.1'), 'listening');
    await attempt('datagrams', dgram.createSocket('udp4').bind(0, '127.0.0.1'), 'listening');
}

attemptAll();
