// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes the rights, the place and the mode away from its input, which the next run reads, too
// roles: spoils then reads
// expect: exited 0
// input: hello
// output[spoils]:
// output[reads]: hello
#include "hostile.h"

int main(int count, char** words) {
    if (strcmp(words[1], "spoils") == 0) {
        fchmod(0, 0);
        lseek(0, 3, SEEK_SET);
        fcntl(0, F_SETFL, O_NONBLOCK | O_ASYNC | O_APPEND);
        struct flock whole = {F_RDLCK, SEEK_SET, 0, 0};
        fcntl(0, F_SETLK, &whole);
        return 0;
    }
    char text[20] = "";
    read(0, text, sizeof text - 1);
    printf("%s", text);
    return 0;
}
