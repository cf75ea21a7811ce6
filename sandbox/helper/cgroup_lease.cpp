// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/cgroup_lease.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>

namespace grindstone::sandbox::helper {

namespace {

using protocol::CgroupFile;
using protocol::CgroupVersion;
using std::chrono::microseconds;
using std::chrono::nanoseconds;

using Text = std::array<char, 1024>;

Text read(const UniqueFd& file) {
    Text text;
    const ssize_t got = ::pread(file.get(), text.data(), text.size() - 1, 0);
    text[static_cast<std::size_t>(std::max<ssize_t>(got, 0))] = '\0';
    return text;
}

std::uint64_t readNumber(const UniqueFd& file) {
    return std::strtoull(read(file).data(), nullptr, 10);
}

/// The number behind `key` at the start of a line; 0 when there is none.
std::uint64_t valueOf(const Text& text, const char* key) {
    const std::size_t length = std::strlen(key);
    for (const char* line = text.data(); line != nullptr && *line != '\0'; line = std::strchr(line, '\n')) {
        line += *line == '\n' ? 1 : 0;
        if (std::strncmp(line, key, length) == 0 && line[length] == ' ') {
            return std::strtoull(line + length, nullptr, 10);
        }
    }
    return 0;
}

bool write(const UniqueFd& file, const std::string& text) {
    return ::pwrite(file.get(), text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

} // namespace

std::optional<CgroupLease> CgroupLease::from(const protocol::CgroupLeased& message, std::vector<UniqueFd> descriptors) {
    CgroupLease lease;
    lease.m_id = message.id;
    lease.m_version = message.version;
    std::size_t next = 0;
    for (std::size_t i = 0; i < protocol::CgroupFiles; ++i) {
        if ((message.files >> i & 1) != 0) {
            if (next == descriptors.size()) {
                return std::nullopt;
            }
            lease.m_files[i] = std::move(descriptors[next++]);
        }
    }
    for (const CgroupFile needed : {CgroupFile::MemoryProcs, CgroupFile::MemoryLimit, CgroupFile::TaskLimit,
                                    CgroupFile::Cpu, CgroupFile::MemoryPeak, CgroupFile::MemoryEvents}) {
        if (!lease.file(needed)) {
            return std::nullopt;
        }
    }
    return next == descriptors.size() ? std::optional(std::move(lease)) : std::nullopt;
}

Prepared<> CgroupLease::enter() const {
    for (const CgroupFile procs : {CgroupFile::MemoryProcs, CgroupFile::CpuProcs, CgroupFile::TaskProcs}) {
        if (file(procs)) {
            STEP("enter the run's cgroup", ::write(file(procs).get(), "0", 1));
        }
    }
    return {};
}

Prepared<> CgroupLease::setLimits(Bytes memory, unsigned tasks) const {
    const std::string bytes = std::to_string(memory.count());
    if (!write(file(CgroupFile::MemoryLimit), bytes)) {
        return failedStep("limit the run's memory");
    }
    // Version 1 counts memory and swap together here; version 2 has swap switched off by the warden.
    if (file(CgroupFile::SwapLimit) && !write(file(CgroupFile::SwapLimit), bytes)) {
        return failedStep("limit the run's swap");
    }
    if (!write(file(CgroupFile::TaskLimit), std::to_string(tasks))) {
        return failedStep("limit the run's processes");
    }
    return {};
}

CpuTime CgroupLease::cpu() const {
    return m_version == CgroupVersion::One ? cpuOfVersion1() : cpuOfVersion2();
}

CpuTime CgroupLease::cpuOfVersion1() const {
    const nanoseconds total(readNumber(file(CgroupFile::Cpu)));
    // Counted apart, and in ticks on some kernels.
    const nanoseconds user = std::min(total, nanoseconds(readNumber(file(CgroupFile::CpuUser))));
    return {user, total - user};
}

CpuTime CgroupLease::cpuOfVersion2() const {
    const Text text = read(file(CgroupFile::Cpu));
    return {microseconds(valueOf(text, "user_usec")), microseconds(valueOf(text, "system_usec"))};
}

Bytes CgroupLease::peakMemory() const {
    return Bytes(readNumber(file(CgroupFile::MemoryPeak)));
}

bool CgroupLease::outOfMemory() const {
    return valueOf(read(file(CgroupFile::MemoryEvents)), "oom_kill") > 0;
}

} // namespace grindstone::sandbox::helper
