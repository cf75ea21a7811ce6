// SPDX-License-Identifier: GPL-3.0-or-later
//
// A system call has room for six arguments, and none of these uses the sixth.
#include "sandbox/helper/call_key.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace grindstone::sandbox::helper {

Prepared<CallKey> CallKey::draw() {
    std::uint64_t value = 0;
    if (::getrandom(&value, sizeof value, 0) != sizeof value) {
        return failedStep("draw a key");
    }
    return CallKey(value);
}

int CallKey::mount(const char* source, const char* target, const char* type, unsigned long flags,
                   const char* options) const {
    return static_cast<int>(::syscall(SYS_mount, source, target, type, flags, options, m_value));
}

int CallKey::umount(const char* target, int flags) const {
    return static_cast<int>(::syscall(SYS_umount2, target, flags, 0L, 0L, 0L, m_value));
}

int CallKey::setMountAttributes(const char* target, const mount_attr& attributes) const {
    return static_cast<int>(
        ::syscall(SYS_mount_setattr, AT_FDCWD, target, 0L, &attributes, sizeof attributes, m_value));
}

int CallKey::createMemory(const char* name, unsigned flags) const {
    return static_cast<int>(::syscall(SYS_memfd_create, name, flags, 0L, 0L, 0L, m_value));
}

int CallKey::changeMode(const char* path, mode_t mode) const {
    return static_cast<int>(::syscall(SYS_fchmodat, AT_FDCWD, path, mode, 0L, 0L, m_value));
}

int CallKey::changeOwner(const char* path, uid_t user, gid_t group) const {
    return static_cast<int>(::syscall(SYS_fchownat, AT_FDCWD, path, user, group, 0L, m_value));
}

int CallKey::setAffinity(pid_t process, const cpu_set_t& cpus) const {
    return static_cast<int>(::syscall(SYS_sched_setaffinity, process, sizeof cpus, &cpus, 0L, 0L, m_value));
}

} // namespace grindstone::sandbox::helper
