// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>

namespace grindstone {

/// A new folder of this process's own. It goes with this object and all that is in it, unless it is released.
class TemporaryFolder {
public:
    TemporaryFolder() = default;
    /// Its name is `prefix` and six characters more; only this user may enter it. Empty with errno set where it cannot
    /// be made.
    explicit TemporaryFolder(const std::filesystem::path& prefix) {
        std::string name = prefix.string() + "XXXXXX";
        if (::mkdtemp(name.data()) != nullptr) {
            m_path = name;
        }
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(other.release()) {}
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept {
        std::swap(m_path, other.m_path);
        return *this;
    }
    ~TemporaryFolder() {
        if (!m_path.empty()) {
            std::error_code ignored;
            std::filesystem::remove_all(m_path, ignored);
        }
    }

    explicit operator bool() const { return !m_path.empty(); }
    const std::filesystem::path& path() const { return m_path; }
    /// What becomes of it is the caller's business now.
    std::filesystem::path release() { return std::exchange(m_path, std::filesystem::path()); }

private:
    std::filesystem::path m_path;
};

} // namespace grindstone
