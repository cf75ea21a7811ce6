// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes to its input, which other runs read after it
// expect: exited 0
// input: hello
// output: mapping: refused EACCES
// output: mapping made writable: refused EACCES
// output: write: refused EBADF
// output: truncate: refused EINVAL
// output: hole: refused EBADF
// output: /proc/self/fd/0: refused EACCES
// output: /proc/self/fd/0: refused EACCES
// output: /proc/self/fd/0: refused EACCES
// output: /dev/stdin: refused EACCES
// output: rights: refused EPERM
// output: another seal: refused EPERM
// output: it still reads hello
// output[ordinary]: mapping: refused EACCES
// output[ordinary]: mapping made writable: refused EACCES
// output[ordinary]: write: refused EBADF
// output[ordinary]: truncate: refused EINVAL
// output[ordinary]: hole: refused EBADF
// output[ordinary]: /proc/self/fd/0: refused EACCES
// output[ordinary]: /proc/self/fd/0: refused EACCES
// output[ordinary]: /proc/self/fd/0: refused EACCES
// output[ordinary]: /dev/stdin: refused EACCES
// output[ordinary]: rights: allowed
// output[ordinary]: another seal: refused EPERM
// output[ordinary]: it still reads hello
// output[no-namespaces,ordinary]: mapping: refused EACCES
// output[no-namespaces,ordinary]: mapping made writable: refused EACCES
// output[no-namespaces,ordinary]: write: refused EBADF
// output[no-namespaces,ordinary]: truncate: refused EINVAL
// output[no-namespaces,ordinary]: hole: refused EBADF
// output[no-namespaces,ordinary]: /proc/self/fd/0: refused EACCES
// output[no-namespaces,ordinary]: /proc/self/fd/0: refused EACCES
// output[no-namespaces,ordinary]: /proc/self/fd/0: refused EACCES
// output[no-namespaces,ordinary]: /dev/stdin: refused EACCES
// output[no-namespaces,ordinary]: rights: refused EPERM
// output[no-namespaces,ordinary]: another seal: refused EPERM
// output[no-namespaces,ordinary]: it still reads hello
#include "hostile.h"

int main(void) {
    char* memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 0, 0);
    report("mapping", memory == MAP_FAILED ? -1 : 0);
    memory = mmap(NULL, 4096, PROT_READ, MAP_SHARED, 0, 0);
    report("mapping made writable", memory == MAP_FAILED ? -1 : mprotect(memory, 4096, PROT_READ | PROT_WRITE));
    report("write", pwrite(0, "X", 1, 0));
    report("truncate", ftruncate(0, 0));
    report("hole", fallocate(0, 3, 0, 1)); // with its size kept
    reportOpening("/proc/self/fd/0", O_WRONLY);
    reportOpening("/proc/self/fd/0", O_RDWR);
    reportOpening("/proc/self/fd/0", O_RDONLY | O_TRUNC);
    reportOpening("/dev/stdin", O_WRONLY);
    report("rights", fchmod(0, 0777));
    report("another seal", fcntl(0, F_ADD_SEALS, F_SEAL_SEAL));
    char text[16] = "";
    pread(0, text, sizeof text - 1, 0);
    printf("it still reads %s", text);
    return 0;
}
