// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the compiler make 2^60 types
// expect: stopped cpu | stopped memory | exited 1 out-of-memory
// cpu-ms: 800
template<int Depth, long Path> struct Tree {
    Tree<Depth - 1, 2 * Path> left;
    Tree<Depth - 1, 2 * Path + 1> right;
};
template<long Path> struct Tree<0, Path> {};

Tree<60, 1> tree;

int main() {}
