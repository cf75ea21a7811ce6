// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes itself twice at each depth that the compiler allows
// expect: stopped cpu | stopped memory | exited 1 out-of-memory
// cpu-ms: 600
#if __INCLUDE_LEVEL__ < 190
#include __FILE__
#include __FILE__
#endif
#if __INCLUDE_LEVEL__ == 0
int main(void) {}
#endif
