// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the last digit of a number only.
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string strip;
    std::cin >> strip;
    std::vector<long long> factors{1};
    long long notes = 0;
    for (std::size_t i = 0; i < strip.size(); ++i) {
        if (strip[i] == '(') {
            factors.push_back(factors.back() * (strip[i - 1] - '0'));
        } else if (strip[i] == ')') {
            factors.pop_back();
        } else if (strip[i] >= 'a') {
            notes += factors.back();
        }
    }
    std::cout << notes << '\n';
}
