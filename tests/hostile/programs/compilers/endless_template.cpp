// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has a type need another of its kind, without end
// expect: exited 1
template<int Depth> struct Chain { static constexpr int Length = Chain<Depth + 1>::Length; };

int main() {
    return Chain<0>::Length;
}
