// SPDX-License-Identifier: GPL-3.0-or-later
// Really plays the strip.
#include <stdio.h>

static char strip[100002];
static long long notes;

// Plays from `at` to the end of the brackets around it, and says where that is.
static int play(int at) {
    long long number = 0;
    for (; strip[at] != '\0' && strip[at] != ')'; ++at) {
        const char c = strip[at];
        if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
        } else if (c == '(') {
            int end = at;
            for (; number > 0; --number) {
                end = play(at + 1);
            }
            at = end;
        } else {
            ++notes;
        }
    }
    return at;
}

int main(void) {
    if (scanf("%100001s", strip) != 1) {
        return 1;
    }
    play(0);
    printf("%lld\n", notes);
    return 0;
}
