// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"

#include <linux/filter.h>

#include <vector>

namespace grindstone::sandbox::helper {

/// Whether a program lives in namespaces of its own, which hold much that the filter then need not.
enum class Isolation { Namespaces, None };

/// Who counts a run's memory: the kernel, or the init by what processes have mapped.
enum class Counting { ByCgroup, ByReadings };

/// The system call filter of every foreign program, compiled once (about 1 ms) and loaded as it is for each run
/// (about 60 µs).
class SeccompPolicy {
public:
    static Prepared<SeccompPolicy> compile(Isolation isolation, Counting memory);

    /// Puts the calling process under the filter, for good. Needs no_new_privs. Returns a descriptor that tells of
    /// refused calls (see Refusals), closed on exec.
    Prepared<int> load() const;

private:
    explicit SeccompPolicy(std::vector<sock_filter> program) : m_program(std::move(program)) {}
    std::vector<sock_filter> m_program;
};

} // namespace grindstone::sandbox::helper
