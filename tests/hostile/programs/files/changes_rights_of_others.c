// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: changes rights and owners of what isn't its own
// expect: exited 0
// output: its program: refused EROFS
// output: /program: refused EROFS
// output: /: refused EROFS
// output: /usr/bin/env: refused EROFS
// output: /etc/passwd: refused EROFS
// output: /dev/null: refused EROFS
// output: /dev/zero's owner: refused EROFS
// output: /proc/self/mem: refused EPERM
// output: /proc/1/mem: refused EPERM
// output: stdout: refused EPERM
// output: a file given away: refused EINVAL
// output[ordinary]: its program: refused EROFS
// output[ordinary]: /program: refused EROFS
// output[ordinary]: /: refused EROFS
// output[ordinary]: /usr/bin/env: refused EROFS
// output[ordinary]: /etc/passwd: refused EROFS
// output[ordinary]: /dev/null: refused EROFS
// output[ordinary]: /dev/zero's owner: refused EROFS
// output[ordinary]: /proc/self/mem: refused EPERM
// output[ordinary]: /proc/1/mem: refused EPERM
// output[ordinary]: stdout: allowed
// output[ordinary]: a file given away: refused EINVAL
// output[no-namespaces]: its program: refused EPERM
// output[no-namespaces]: /program: refused EPERM
// output[no-namespaces]: /: refused EPERM
// output[no-namespaces]: /usr/bin/env: refused EPERM
// output[no-namespaces]: /etc/passwd: refused EPERM
// output[no-namespaces]: /dev/null: refused EPERM
// output[no-namespaces]: /dev/zero's owner: refused EPERM
// output[no-namespaces]: /proc/self/mem: refused EPERM
// output[no-namespaces]: /proc/1/mem: refused EPERM
// output[no-namespaces]: stdout: refused EPERM
// output[no-namespaces]: a file given away: refused EPERM
#include "hostile.h"

int main(void) {
    char own[300] = "";
    readlink("/proc/self/exe", own, sizeof own - 1);
    report("its program", chmod(own, 0777));
    report("/program", chmod("/program", 0777));
    report("/", chmod("/", 0777));
    report("/usr/bin/env", chmod("/usr/bin/env", 0777));
    report("/etc/passwd", chmod("/etc/passwd", 0666));
    report("/dev/null", chmod("/dev/null", 0600));
    report("/dev/zero's owner", chown("/dev/zero", getuid(), getgid()));
    report("/proc/self/mem", chmod("/proc/self/mem", 0666));
    report("/proc/1/mem", chmod("/proc/1/mem", 0666));
    report("stdout", fchmod(1, 0600));
    close(open("x", O_CREAT | O_WRONLY, 0600));
    report("a file given away", chown("x", 0, 0));
    return 0;
}
