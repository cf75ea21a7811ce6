// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: keeps buffers outside the heap, which Node doesn't bound
// expect: stopped memory
// memory-mib: 128
const blocks = [];
for (;;) {
    blocks.push(Buffer.alloc(1 << 20, 1));
}
