// SPDX-License-Identifier: GPL-3.0-or-later
// Divides integers: the last part's price is rounded down.
#include <algorithm>
#include <iostream>
#include <vector>

struct Spice {
    long long grams;
    long long coins;
};

int main() {
    int n = 0;
    long long room = 0;
    std::cin >> n >> room;
    std::vector<Spice> spices(n);
    for (Spice& spice : spices) {
        std::cin >> spice.grams >> spice.coins;
    }
    std::sort(spices.begin(), spices.end(),
              [](const Spice& a, const Spice& b) { return a.coins * b.grams > b.coins * a.grams; });
    long long coins = 0;
    for (const Spice& spice : spices) {
        const long long taken = std::min(spice.grams, room);
        coins += spice.coins * taken / spice.grams;
        room -= taken;
    }
    std::cout << coins << '\n';
}
