// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <string>
#include <string_view>

namespace grindstone::tests {

/// Where the inputs go that a fuzzer starts from: a file each.
class SeedFolder {
public:
    explicit SeedFolder(std::string path) : m_path(std::move(path)) {}

    void add(std::string_view bytes) {
        std::ofstream file(m_path + "/" + std::to_string(++m_count), std::ios::binary);
        file << bytes;
        m_ok = m_ok && file.flush();
    }
    /// For main() to return.
    int status() const { return m_ok && m_count > 0 ? 0 : 1; }

private:
    std::string m_path;
    int m_count = 0;
    bool m_ok = true;
};

} // namespace grindstone::tests
