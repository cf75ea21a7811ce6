// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the compiler write error messages for ever
// expect: stopped output
#if __INCLUDE_LEVEL__ < 190
#include __FILE__
#error all work and no play
#include __FILE__
#endif

int main() {}
