// SPDX-License-Identifier: GPL-3.0-or-later
const heights = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).slice(1).map(Number);
const ends = []; // ends[k]: the lowest stone at which k + 1 steps can end
for (const height of heights) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[middle] < height) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    ends[low] = height;
}
console.log(ends.length);
