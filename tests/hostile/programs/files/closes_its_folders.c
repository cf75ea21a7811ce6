// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes away the rights of its folders, so that nobody can clear them up or fetch from them
// expect: exited 0
// brings-back: result
// output: deep/deeper: allowed
// output: deep: allowed
// output: /tmp: allowed
// output: /work: allowed
// output: a file in it now: refused EACCES
// output[no-namespaces]: deep/deeper: refused EPERM
// output[no-namespaces]: deep: refused EPERM
// output[no-namespaces]: /tmp: refused EPERM
// output[no-namespaces]: /work: refused EPERM
// output[no-namespaces]: a file in it now: allowed
#include "hostile.h"

int main(void) {
    close(open("result", O_CREAT | O_WRONLY, 0600));
    mkdir("deep", 0700);
    mkdir("deep/deeper", 0700);
    close(open("deep/deeper/file", O_CREAT | O_WRONLY, 0400));
    report("deep/deeper", chmod("deep/deeper", 0000));
    report("deep", chmod("deep", 0000));
    report("/tmp", chmod("/tmp", 0000));
    report("/work", chmod(".", 0000));
    report("a file in it now", open("another", O_CREAT | O_WRONLY, 0600));
    return 0;
}
