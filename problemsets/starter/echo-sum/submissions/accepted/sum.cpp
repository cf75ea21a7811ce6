// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n = 0;
    std::cin >> n;
    long long sum = 0;
    for (int i = 0; i < n; ++i) {
        long long x = 0;
        std::cin >> x;
        sum += x;
    }
    std::cout << sum << '\n';
}
