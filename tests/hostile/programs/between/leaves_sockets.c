// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves sockets at which a process that lives on listens for the next run
// roles: leaves then finds
// expect: exited 0
// output[leaves]: abstract: allowed
// output[leaves]: in /work: allowed
// output[leaves]: in /tmp: allowed
// output[leaves,no-namespaces]: abstract: refused EPERM
// output[leaves,no-namespaces]: in /work: refused EPERM
// output[leaves,no-namespaces]: in /tmp: refused EPERM
// output[finds]: abstract: refused ECONNREFUSED
// output[finds]: in /work: refused ENOENT
// output[finds]: in /tmp: refused ENOENT
// output[finds,no-namespaces]: abstract: refused EPERM
// output[finds,no-namespaces]: in /work: refused EPERM
// output[finds,no-namespaces]: in /tmp: refused EPERM
#include "hostile.h"

#include <sys/socket.h>
#include <sys/un.h>

typedef int (*Use)(int, const struct sockaddr*, socklen_t);

static void use(const char* what, Use call, const char* name) {
    struct sockaddr_un address = {AF_UNIX};
    memcpy(address.sun_path, name, strlen(name + 1) + 1);
    const int made = socket(AF_UNIX, SOCK_STREAM, 0);
    report(what, made < 0 ? -1 : call(made, (const struct sockaddr*)&address, sizeof address));
    listen(made, 5);
}

int main(int count, char** words) {
    const int leaves = strcmp(words[1], "leaves") == 0;
    const Use call = leaves ? bind : connect;
    use("abstract", call, "\0" HOSTILE_FILE "socket");
    use("in /work", call, "socket");
    use("in /tmp", call, "/tmp/socket");
    if (leaves && fork() == 0) {
        setsid();
        sleepForEver();
    }
    return 0;
}
