// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: lets a container grow for ever
// expect: stopped memory
// memory-mib: 32
#include <vector>

extern "C" int main(int, char**) {
    std::vector<long> numbers;
    while (true) {
        numbers.push_back(static_cast<long>(numbers.size()));
    }
}
