// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves links, pipes, sockets, folders and devices where results would be fetched
// expect: exited 0
// keeps-back: link
// keeps-back: own-link
// keeps-back: fifo
// keeps-back: socket
// keeps-back: folder
// keeps-back: device
// keeps-back: loop
// keeps-back: elsewhere/passwd
// keeps-back: self/secret
// keeps-back: ../etc/passwd
// keeps-back: /etc/passwd
// brings-back: regular
// output: regular: allowed
// output: link to a file of the system: allowed
// output: link to a file of its own: allowed
// output: link to itself: allowed
// output: FIFO: allowed
// output: folder: allowed
// output: device: refused EACCES
// output: link to a folder of the system: allowed
// output: link to its own folder: allowed
// output: file behind it: allowed
// output: socket: allowed
// output[no-namespaces]: regular: allowed
// output[no-namespaces]: link to a file of the system: allowed
// output[no-namespaces]: link to a file of its own: allowed
// output[no-namespaces]: link to itself: allowed
// output[no-namespaces]: FIFO: allowed
// output[no-namespaces]: folder: allowed
// output[no-namespaces]: device: refused EACCES
// output[no-namespaces]: link to a folder of the system: allowed
// output[no-namespaces]: link to its own folder: allowed
// output[no-namespaces]: file behind it: allowed
// output[no-namespaces]: socket: refused EPERM
#include "hostile.h"

#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

int main(void) {
    const struct sockaddr_un address = {AF_UNIX, "socket"};
    report("regular", open("regular", O_CREAT | O_WRONLY, 0600));
    report("link to a file of the system", symlink("/etc/passwd", "link"));
    report("link to a file of its own", symlink("regular", "own-link"));
    report("link to itself", symlink("loop", "loop"));
    report("FIFO", mkfifo("fifo", 0666));
    report("folder", mkdir("folder", 0777));
    report("device", mknod("device", S_IFCHR | 0666, makedev(1, 5)));
    report("link to a folder of the system", symlink("/etc", "elsewhere"));
    report("link to its own folder", symlink(".", "self"));
    report("file behind it", open("secret", O_CREAT | O_WRONLY, 0600));
    report("socket", bind(socket(AF_UNIX, SOCK_STREAM, 0), (const struct sockaddr*)&address, sizeof address));
    return 0;
}
