// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: meets a program of another box at an abstract socket
// roles: listens beside calls
// expect: exited 0
// output[listens]: met: 0
// output[calls]: met: 0
#include "hostile.h"

#include <sys/socket.h>
#include <sys/un.h>

int main(int count, char** words) {
    const int listens = strcmp(words[1], "listens") == 0;
    const struct sockaddr_un address = {AF_UNIX, "\0" HOSTILE_FILE "beside"};
    const int made = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
    bind(made, (const struct sockaddr*)&address, listens ? sizeof address : 2);
    listen(made, 5);
    int met = 0;
    for (int i = 0; i < 60; ++i) {
        const int caller = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
        met += listens ? accept(made, NULL, NULL) >= 0
                       : connect(caller, (const struct sockaddr*)&address, sizeof address) == 0;
        close(caller);
        sleepFor(10);
    }
    printf("met: %d\n", met);
    return 0;
}
