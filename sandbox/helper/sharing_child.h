// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"

#include <sanitizer/asan_interface.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>

namespace grindstone::sandbox::helper {

/// A stack for a child process that shares this one's memory, as vfork's child does. A copy of even a small process
/// (fork) costs twenty times as much here as all of its namespaces; what is shared needs no copy. Reused by one child
/// after the other, so that its pages are there already.
///
/// Parent and child have one heap and no lock: only one of them may use it at a time.
class ChildStack {
public:
    ChildStack()
        : m_bottom(::mmap(nullptr, Size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0)) {
        if (m_bottom != MAP_FAILED) {
            ::mprotect(m_bottom, GuardSize, PROT_NONE);
        }
    }
    ~ChildStack() {
        if (m_bottom != MAP_FAILED) {
            ::munmap(m_bottom, Size);
        }
    }
    ChildStack(const ChildStack&) = delete;
    ChildStack& operator=(const ChildStack&) = delete;

    /// Starts a child that runs `body` and exits with what it returns. `body` stays where it is until then. For a
    /// process under the filter, new namespaces take a key (see CallKey). -1 with errno set when the kernel refuses.
    template<typename Body> pid_t start(int flags, const Body& body, std::uint64_t key = 0) {
        if (m_bottom == MAP_FAILED) {
            errno = ENOMEM;
            return -1;
        }
        // The last child may have become another program deep in calls, whose frames the sanitizer still has marked.
        ASAN_UNPOISON_MEMORY_REGION(m_bottom, Size);
        const auto run = [](void* pointer) -> int { return (*static_cast<const Body*>(pointer))(); };
        // The place of the thread's own storage, which the kernel looks at with CLONE_SETTLS only.
        void* const unusedStorage = reinterpret_cast<void*>(key); // NOLINT(performance-no-int-to-ptr)
        return ::clone(run, static_cast<char*>(m_bottom) + Size, CLONE_VM | SIGCHLD | flags, const_cast<Body*>(&body),
                       nullptr, unusedStorage, nullptr);
    }

private:
    static constexpr std::size_t Size = 512 * 1024;
    static constexpr std::size_t GuardSize = 64 * 1024;
    void* m_bottom;
};

} // namespace grindstone::sandbox::helper
