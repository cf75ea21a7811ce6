// SPDX-License-Identifier: GPL-3.0-or-later
// Leaps to the next higher stone, whatever comes after it, from every stone in turn; and gives up after a hundred starts.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n = 0;
    if (std::scanf("%d", &n) != 1) {
        return 1;
    }
    std::vector<int> heights(n);
    for (int& height : heights) {
        if (std::scanf("%d", &height) != 1) {
            return 1;
        }
    }
    int best = 0;
    for (int start = 0; start < std::min(n, 100); ++start) {
        int stones = 1;
        int last = heights[start];
        for (int i = start + 1; i < n; ++i) {
            if (heights[i] > last) {
                last = heights[i];
                ++stones;
            }
        }
        best = std::max(best, stones);
    }
    std::printf("%d\n", best);
}
