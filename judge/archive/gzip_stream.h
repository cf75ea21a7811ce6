// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// What a gzip file holds, piece by piece, its checksums looked at: libarchive passes over them. Several gzip files one
/// after the other are one; what follows the last is left alone when it is zeros.
class GzipStream {
public:
    /// Reads `file` from its beginning; it stays open.
    explicit GzipStream(int file);
    ~GzipStream();
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;

    /// The next piece, empty at the end; nothing when error() tells what is wrong. Valid until the next call.
    std::optional<std::string_view> read();
    /// English: "truncated gzip data".
    const std::string& error() const { return m_error; }
    /// Bytes of the file that were read.
    std::uint64_t consumed() const { return m_offset; }

private:
    struct Inflater;
    bool fill();
    std::optional<std::string_view> failed(std::string reason);
    bool beginNext();

    int m_file;
    std::uint64_t m_offset = 0;
    bool m_ended = false; ///< the file's bytes, or what is gzip of them
    std::string m_input;
    std::string m_output;
    std::string m_error;
    std::unique_ptr<Inflater> m_inflater;
};

} // namespace grindstone::judge
