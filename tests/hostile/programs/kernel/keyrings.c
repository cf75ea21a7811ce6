// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a key in each keyring, where it would outlive the run
// expect: exited 0
// blocked: add_key keyctl request_key
// output: thread: refused EPERM
// output: process: refused EPERM
// output: session: refused EPERM
// output: user: refused EPERM
// output: user's session: refused EPERM
// output: request: refused EPERM
// output: join: refused EPERM
// output: search: refused EPERM
// output: persistent: refused EPERM
#include "hostile.h"

#include <linux/keyctl.h>

int main(void) {
    static const long Rings[] = {KEY_SPEC_THREAD_KEYRING, KEY_SPEC_PROCESS_KEYRING, KEY_SPEC_SESSION_KEYRING,
                                 KEY_SPEC_USER_KEYRING, KEY_SPEC_USER_SESSION_KEYRING};
    static const char* Names[] = {"thread", "process", "session", "user", "user's session"};
    for (int i = 0; i < 5; ++i) {
        report(Names[i], syscall(SYS_add_key, "user", "hostile", "x", 1L, Rings[i]));
    }
    report("request", syscall(SYS_request_key, "user", "hostile", NULL, KEY_SPEC_SESSION_KEYRING));
    report("join", syscall(SYS_keyctl, (long)KEYCTL_JOIN_SESSION_KEYRING, "hostile"));
    report("search", syscall(SYS_keyctl, (long)KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, "user", "hostile", 0L));
    report("persistent", syscall(SYS_keyctl, (long)KEYCTL_GET_PERSISTENT, -1L, KEY_SPEC_PROCESS_KEYRING));
    return 0;
}
