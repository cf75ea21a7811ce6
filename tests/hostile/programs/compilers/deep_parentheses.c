// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the compiler call itself deeper than its stack reaches
// expect: exited 1 | exited 4 | stopped memory | exited 1 out-of-memory
// memory-mib: 64
#define TEN(x) x x x x x x x x x x
#define OPEN (
#define CLOSE )
#define OPENED TEN(TEN(TEN(TEN(TEN(OPEN)))))
#define CLOSED TEN(TEN(TEN(TEN(TEN(CLOSE)))))

int main(void) {
    return OPENED 0 CLOSED;
}
