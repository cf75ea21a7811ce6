// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes itself for ever
// expect: exited 1
#include __FILE__
#if __INCLUDE_LEVEL__ == 0
int main(void) {}
#endif
