// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at all earlier stones for each stone.
#include <algorithm>
#include <cstdio>
#include <vector>

struct Stone {
    int height = 0;
    int most = 1; // stones of the longest way that ends here
};

int main() {
    int n = 0;
    if (std::scanf("%d", &n) != 1) {
        return 1;
    }
    std::vector<Stone> stones(n);
    int best = 0;
    for (int i = 0; i < n; ++i) {
        if (std::scanf("%d", &stones[i].height) != 1) {
            return 1;
        }
        for (int j = 0; j < i; ++j) {
            if (stones[j].height < stones[i].height && stones[j].most >= stones[i].most) {
                stones[i].most = stones[j].most + 1;
            }
        }
        best = std::max(best, stones[i].most);
    }
    std::printf("%d\n", best);
}
