// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>

namespace grindstone::desktop {

/// Text of any size, read piece by piece: bytes in memory, a file, or what a program wrote. Cheap to copy, safe to
/// read in any thread.
class TextSource {
public:
    TextSource() = default;
    static TextSource ofBytes(std::string bytes);
    static TextSource ofFile(std::filesystem::path file);
    static TextSource ofCapture(judge::SharedCapture capture);

    /// 0 also for a file that cannot be read.
    std::uint64_t size() const;
    /// At most `most` bytes from `offset`; fewer at the end or when reading fails.
    std::string read(std::uint64_t offset, std::uint64_t most) const;
    /// False for a file that cannot be opened.
    bool isReadable() const;

private:
    std::variant<std::shared_ptr<const std::string>, std::filesystem::path, judge::SharedCapture> m_text;
};

} // namespace grindstone::desktop
