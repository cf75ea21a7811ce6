// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: opens files by their numbers, past the folders above them
// expect: exited 0
// blocked: name_to_handle_at open_by_handle_at lookup_dcookie
// output: name_to_handle_at: refused EPERM
// output: open_by_handle_at: refused EPERM
// output: lookup_dcookie: refused EPERM
#include "hostile.h"

int main(void) {
    struct {
        struct file_handle head;
        char bytes[128];
    } handle = {{128}};
    int mount = 0;
    report("name_to_handle_at", syscall(SYS_name_to_handle_at, AT_FDCWD, "/usr", &handle, &mount, 0L));
    report("open_by_handle_at", syscall(SYS_open_by_handle_at, AT_FDCWD, &handle, (long)O_RDONLY));
    report("lookup_dcookie", syscall(SYS_lookup_dcookie, 1L, handle.bytes, 128L));
    return 0;
}
