// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/call_key.h"
#include "sandbox/helper/setup.h"

#include <linux/filter.h>

#include <vector>

namespace grindstone::sandbox::helper {

/// Whether a program lives in namespaces of its own, which hold much that the filter then need not.
enum class Isolation { Namespaces, None };

/// Who counts a run's memory: the kernel, or the init by what processes have mapped.
enum class Counting { ByCgroup, ByReadings };

/// The system call filter of every foreign program, compiled once (about 1 ms) and loaded by the keeper of each box
/// (about 50 µs, and as much again to free it), from which all processes of the box inherit it.
class SeccompPolicy {
public:
    static Prepared<SeccompPolicy> compile(Isolation isolation, Counting memory);

    /// Puts the calling process under the filter, for good, and what it starts from then on. Sets no_new_privs. Returns
    /// a descriptor that tells of refused calls (see Refusals), closed on exec.
    Prepared<UniqueFd> load() const;
    /// For the calls that keeper and init make nevertheless.
    const CallKey& key() const { return m_key; }

private:
    SeccompPolicy(std::vector<sock_filter> program, CallKey key) : m_program(std::move(program)), m_key(key) {}
    std::vector<sock_filter> m_program;
    CallKey m_key;
};

} // namespace grindstone::sandbox::helper
