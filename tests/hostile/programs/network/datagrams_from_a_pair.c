// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: sends datagrams to a service of the host through a pair of sockets, whose ends need no address of their own
// expect: exited 0
// output: datagram: refused ENOENT
// output: raw: refused ENOENT
// output: datagram, closing on exec: refused ENOENT
// output: abstract: refused ECONNREFUSED
// output: stream: refused EISCONN
// output[no-namespaces]: datagram: refused EPERM
// output[no-namespaces]: raw: refused EPERM
// output[no-namespaces]: datagram, closing on exec: refused EPERM
// output[no-namespaces]: abstract: refused EPERM
// output[no-namespaces]: stream: refused EISCONN
#include "hostile.h"

#include <sys/socket.h>
#include <sys/un.h>

/// From a new pair, since an end that has sent something may be bound to whom it went.
static void sendTo(const char* what, int kind, const struct sockaddr_un* address) {
    int ends[2];
    if (socketpair(AF_UNIX, kind, 0, ends) != 0) {
        report(what, -1);
        return;
    }
    report(what, sendto(ends[0], "hostile", 7, MSG_NOSIGNAL, (const struct sockaddr*)address, sizeof *address));
    close(ends[0]);
    close(ends[1]);
}

int main(void) {
    struct sockaddr_un named = {AF_UNIX};
    struct sockaddr_un abstract = {AF_UNIX, "\0hostile"};
    snprintf(named.sun_path, sizeof named.sun_path, "%s/service", getenv("HOSTILE_SECRET"));
    sendTo("datagram", SOCK_DGRAM, &named);
    sendTo("raw", SOCK_RAW, &named);
    sendTo("datagram, closing on exec", SOCK_DGRAM | SOCK_CLOEXEC, &named);
    sendTo("abstract", SOCK_DGRAM, &abstract);
    sendTo("stream", SOCK_STREAM, &named);
    return 0;
}
