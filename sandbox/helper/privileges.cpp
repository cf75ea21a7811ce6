// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/privileges.h"

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace grindstone::sandbox::helper {

Prepared<> forbidNewCapabilities() {
    constexpr unsigned long Locked = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                                     SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_KEEP_CAPS_LOCKED |
                                     SECBIT_NO_CAP_AMBIENT_RAISE | SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED;
    STEP("clear ambient capabilities", ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0));
    STEP("lock secure bits", ::prctl(PR_SET_SECUREBITS, Locked));
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability) >= 0; ++capability) {
        STEP("drop a bounding capability", ::prctl(PR_CAPBSET_DROP, capability));
    }
    return {};
}

Prepared<> dropCapabilities() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2]{};
    STEP("drop capabilities", ::syscall(SYS_capset, &header, none));
    STEP("set no_new_privs", ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    return {};
}

} // namespace grindstone::sandbox::helper
