// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

#include <sys/mman.h>

#include <string>
#include <string_view>

namespace grindstone::judge {

/// A file without a name that holds some text: what a program's output looks like to a comparator.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view content = {}) : m_fd(::memfd_create("test", MFD_CLOEXEC)) { write(content); }

    void write(std::string_view content) {
        while (!content.empty()) {
            const ssize_t count = ::write(m_fd.get(), content.data(), content.size());
            if (count <= 0) {
                return;
            }
            content.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    int fd() const { return m_fd.get(); }
    std::string path() const { return "/proc/self/fd/" + std::to_string(m_fd.get()); }

private:
    UniqueFd m_fd;
};

} // namespace grindstone::judge
