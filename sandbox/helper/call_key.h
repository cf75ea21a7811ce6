// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/types.h>

#include <cstdint>

namespace grindstone::sandbox::helper {

/// What lets the box's keeper and the inits of its runs make calls that the filter over all of them refuses to the
/// program: a number that nobody else knows, in an argument of these calls that the kernel doesn't look at and the
/// filter does. A program has none of this memory, and most of the calls take a capability that it hasn't either.
/// docs/decisions/0010.
class CallKey {
public:
    /// A fresh one, not to be guessed.
    static Prepared<CallKey> draw();
    /// For a process that no filter is over.
    static CallKey none() { return CallKey(0); }

    std::uint64_t value() const { return m_value; }

    // As the calls of these names: -1 and errno on failure.
    int mount(const char* source, const char* target, const char* type, unsigned long flags,
              const char* options = nullptr) const;
    int umount(const char* target, int flags) const;
    int setMountAttributes(const char* target, const mount_attr& attributes) const;
    int createMemory(const char* name, unsigned flags) const; ///< memfd_create
    int changeMode(const char* path, mode_t mode) const;
    int changeOwner(const char* path, uid_t user, gid_t group) const;
    int setAffinity(pid_t process, const cpu_set_t& cpus) const;

private:
    explicit CallKey(std::uint64_t value) : m_value(value) {}
    std::uint64_t m_value;
};

} // namespace grindstone::sandbox::helper
