// SPDX-License-Identifier: GPL-3.0-or-later
// The sum doesn't fit into 32 bits.
#include <iostream>

int main() {
    int n = 0;
    std::cin >> n;
    unsigned sum = 0;
    for (int i = 0; i < n; ++i) {
        long long x = 0;
        std::cin >> x;
        sum += static_cast<unsigned>(x);
    }
    std::cout << static_cast<int>(sum) << '\n';
}
