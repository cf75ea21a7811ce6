// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes for minutes while it is compiled, no longer at once than the compiler allows
// expect: stopped cpu
// cpu-ms: 800
constexpr unsigned countUp(unsigned number) {
    unsigned sum = number;
    for (int row = 0; row < 1000; ++row) {
        for (int column = 0; column < 3000; ++column) {
            sum = sum * 3 + 1;
        }
    }
    return sum;
}

template<unsigned Number> constexpr unsigned Total = countUp(Number) + Total<Number - 1>;
template<> constexpr unsigned Total<0> = 0;

int main() {
    return Total<800>;
}
