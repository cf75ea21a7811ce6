// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/launch_spec.h"
#include "sandbox/outcome.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::tests {

/// The programs of tests/sandbox/probe.c, or of another file of such, as something to run in boxes.
class ProbeProgram {
public:
    /// Nothing to open where it wasn't built: then specs fail.
    explicit ProbeProgram(const char* name = "sandbox-probe")
        : m_path(std::filesystem::read_symlink("/proc/self/exe").parent_path() / name),
          m_file(::open(m_path.c_str(), O_RDONLY | O_CLOEXEC)) {}

    const std::string& path() const { return m_path; }
    explicit operator bool() const { return static_cast<bool>(m_file); }

    /// `probe WORD…`, with one second of CPU time, three of wall time and 64 MiB.
    sandbox::LaunchSpec spec(const std::vector<std::string>& words) const {
        sandbox::LaunchSpec spec;
        spec.arguments = {"/program/probe"};
        spec.arguments.insert(spec.arguments.end(), words.begin(), words.end());
        spec.files = {{sandbox::Area::Program, "probe", m_file.get(), true}};
        spec.limits.cpuTime = std::chrono::seconds(1);
        spec.limits.wallTime = std::chrono::seconds(3);
        spec.limits.memory = Bytes::mib(64);
        return spec;
    }

private:
    std::string m_path;
    UniqueFd m_file;
};

/// The first 64 KiB of a capture.
inline std::string textOf(const sandbox::Capture& capture) {
    std::string bytes(1 << 16, '\0');
    const ssize_t got = ::pread(capture.file.get(), bytes.data(), bytes.size(), 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

} // namespace grindstone::tests
