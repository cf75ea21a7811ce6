// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has a macro stand for 10 000 000 000 terms
// expect: stopped cpu | stopped memory | exited 1 out-of-memory
// cpu-ms: 600
#define TEN(x) x x x x x x x x x x
#define THOUSAND(x) TEN(TEN(TEN(x)))
#define MILLION(x) THOUSAND(THOUSAND(x))

int number = MILLION(THOUSAND(TEN(1 +))) 1;

int main(void) {}
