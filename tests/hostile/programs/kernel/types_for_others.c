// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: types into a terminal of somebody else
// expect: exited 0
// blocked: ioctl
// output: TIOCSTI: refused EPERM
// output: TIOCLINUX: refused EPERM
// output: TIOCSTI: refused EPERM
// output: TIOCLINUX: refused EPERM
// output: TIOCSTI: refused EPERM
// output: TIOCLINUX: refused EPERM
// output: /dev/tty: refused ENOENT
// output: /dev/console: refused ENOENT
// output: /dev/ptmx: refused ENOENT
// output: /dev/pts/0: refused ENOENT
// output[no-namespaces]: TIOCSTI: refused EPERM
// output[no-namespaces]: TIOCLINUX: refused EPERM
// output[no-namespaces]: TIOCSTI: refused EPERM
// output[no-namespaces]: TIOCLINUX: refused EPERM
// output[no-namespaces]: TIOCSTI: refused EPERM
// output[no-namespaces]: TIOCLINUX: refused EPERM
// output[no-namespaces]: /dev/tty: refused EACCES | /dev/tty: refused ENOENT
// output[no-namespaces]: /dev/console: refused EACCES | /dev/console: refused ENOENT
// output[no-namespaces]: /dev/ptmx: refused EACCES | /dev/ptmx: refused ENOENT
// output[no-namespaces]: /dev/pts/0: refused ENOENT | /dev/pts/0: refused EACCES
#include "hostile.h"

#include <sys/ioctl.h>

int main(void) {
    char typed = 'x';
    for (int stream = 0; stream < 3; ++stream) {
        report("TIOCSTI", ioctl(stream, TIOCSTI, &typed));
        report("TIOCLINUX", ioctl(stream, TIOCLINUX, &typed));
    }
    reportOpening("/dev/tty", O_RDWR);
    reportOpening("/dev/console", O_WRONLY);
    reportOpening("/dev/ptmx", O_RDWR);
    reportOpening("/dev/pts/0", O_WRONLY);
    return 0;
}
