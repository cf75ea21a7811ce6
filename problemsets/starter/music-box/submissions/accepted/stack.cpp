// SPDX-License-Identifier: GPL-3.0-or-later
#include <cctype>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

int main() {
    std::string strip;
    std::cin >> strip;
    std::vector<std::pair<long long, long long>> outer; // notes before the bracket, repetitions
    long long notes = 0;
    long long number = 0;
    for (const char c : strip) {
        if (std::isdigit(static_cast<unsigned char>(c))) {
            number = number * 10 + (c - '0');
        } else if (c == '(') {
            outer.emplace_back(notes, number);
            notes = 0;
            number = 0;
        } else if (c == ')') {
            notes = outer.back().first + outer.back().second * notes;
            outer.pop_back();
        } else {
            ++notes;
        }
    }
    std::cout << notes << '\n';
}
