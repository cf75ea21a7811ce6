// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the name of a fate and meets it. "good" is to print 3.
const fs = require("fs");

function good() {
    fs.writeSync(1, "3\n");
}

function allocate() {
    const room = [];
    for (;;) {
        room.push(new Array(100000).fill(room.length + 0.5));
    }
}

function allocateBuffers() {
    const room = [];
    for (;;) {
        room.push(Buffer.alloc(1 << 20, 1));
    }
}

function flood(descriptor) {
    const line = "y".repeat(1000) + "\n";
    for (;;) {
        fs.writeSync(descriptor, line);
    }
}

function recurse(depth) {
    return recurse(depth + 1) + 1;
}

function dieOf(number) {
    process.kill(process.pid, number);
    setTimeout(() => {}, 1000000);
}

const fates = {
    "good": good,
    "wrong": () => console.log(4),
    "silent": () => {},
    "allocate": allocate,
    "allocate-buffers": allocateBuffers,
    "absurd-request": () => new Array(-1),
    "loop": () => { for (;;); },
    "sleep": () => setTimeout(() => {}, 1000000),
    "wait": () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
    "read-on": () => fs.readSync(0, Buffer.alloc(10)),
    "flood": () => flood(1),
    "flood-stderr": () => flood(2),
    "leave-child": () => { good(); require("child_process").spawn("/usr/bin/sleep", ["1000"]).unref(); process.exit(); },
    "divide": () => console.log(3 / 0),
    "divide-big": () => console.log(3n / 0n),
    "recurse": () => recurse(0),
    "exit-3": () => { good(); process.exit(3); },
    "throw": () => { throw new Error("thrown\nin two lines"); },
    "throw-text": () => { throw "a text"; },
    "reject": () => { Promise.reject(new TypeError("rejected")); },
    "index": () => [[1], [2]][5][0],
    "null": () => null.field,
    "bytes": () => fs.writeSync(1, Buffer.from([0x33, 0, 0xff, 0xc3, 0x28, 10])),
    "close-stdout": () => fs.closeSync(1),
    "crash-after-answer": () => { good(); process.abort(); },
};

const [fate, number] = fs.readFileSync(0, "utf8").split(/\s+/);
if (fate === "signal") {
    dieOf(Number(number));
} else {
    fates[fate]();
}
