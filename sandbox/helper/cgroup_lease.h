// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/setup.h"
#include "sandbox/protocol/messages.h"

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace grindstone::sandbox::helper {

/// CPU time of a process tree.
struct CpuTime {
    std::chrono::nanoseconds user{0};
    std::chrono::nanoseconds system{0};

    std::chrono::nanoseconds total() const { return user + system; }
};

/// One run's cgroup as keeper, init and program hold it: by descriptors alone, whatever the version. The kernel judges
/// writes to them by the rights of the warden, who opened them.
class CgroupLease {
public:
    /// Nothing when the descriptors aren't those that the message names, or a needed one is missing.
    static std::optional<CgroupLease> from(const protocol::CgroupLeased& message, std::vector<UniqueFd> descriptors);

    std::uint64_t id() const { return m_id; }
    /// Moves the calling process in.
    Prepared<> enter() const;
    /// To be called while nothing runs in it.
    Prepared<> setLimits(Bytes memory, unsigned tasks) const;
    CpuTime cpu() const;
    Bytes peakMemory() const;
    /// True once the kernel killed a process of it for want of memory.
    bool outOfMemory() const;

private:
    using Files = std::array<UniqueFd, protocol::CgroupFiles>;

    const UniqueFd& file(protocol::CgroupFile which) const { return m_files[static_cast<std::size_t>(which)]; }
    CpuTime cpuOfVersion1() const;
    CpuTime cpuOfVersion2() const;

    std::uint64_t m_id = 0;
    protocol::CgroupVersion m_version = protocol::CgroupVersion::None;
    Files m_files;
};

} // namespace grindstone::sandbox::helper
