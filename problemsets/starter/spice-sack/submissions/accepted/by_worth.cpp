// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <vector>

struct Spice {
    long long grams;
    long long coins;
};

int main() {
    int n = 0;
    long long room = 0;
    if (std::scanf("%d %lld", &n, &room) != 2) {
        return 1;
    }
    std::vector<Spice> spices(n);
    for (Spice& spice : spices) {
        if (std::scanf("%lld %lld", &spice.grams, &spice.coins) != 2) {
            return 1;
        }
    }
    std::sort(spices.begin(), spices.end(),
              [](const Spice& a, const Spice& b) { return a.coins * b.grams > b.coins * a.grams; });
    double coins = 0;
    for (const Spice& spice : spices) {
        const long long taken = std::min(spice.grams, room);
        coins += static_cast<double>(spice.coins) * static_cast<double>(taken) / static_cast<double>(spice.grams);
        room -= taken;
    }
    std::printf("%.9f\n", coins);
}
