// SPDX-License-Identifier: GPL-3.0-or-later
// For each length the lowest stone on which a way of that length can end.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int n = 0;
    if (std::scanf("%d", &n) != 1) {
        return 1;
    }
    std::vector<int> ends;
    for (int i = 0; i < n; ++i) {
        int height = 0;
        if (std::scanf("%d", &height) != 1) {
            return 1;
        }
        const auto end = std::lower_bound(ends.begin(), ends.end(), height);
        if (end == ends.end()) {
            ends.push_back(height);
        } else {
            *end = height;
        }
    }
    std::printf("%zu\n", ends.size());
}
