// SPDX-License-Identifier: GPL-3.0-or-later
//
// The log (https://www.sqlite.org/walformat.html) is a header of 32 bytes and frames, each 24 bytes and a page. Frames
// count as long as they bear the header's salt and their checksums, which go on from frame to frame, are right; a frame
// that ends a transaction says how large the database then is. A process that is killed leaves nothing behind a frame
// that it did not finish. The index beside the log says how many frames were committed; it outlives a killed process.
#include "app/core/store/log_check.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <vector>

namespace grindstone::core {

namespace {

constexpr std::size_t HeaderSize = 32;
constexpr std::size_t FrameHeaderSize = 24;
/// Logs are written back when they reach some MiB; a larger one than this isn't looked through.
constexpr std::uintmax_t LargestLog = 256U << 20;

using Bytes8 = std::array<unsigned char, 8>;

std::uint32_t numberAt(const unsigned char* bytes) {
    return std::uint32_t(bytes[0]) << 24U | std::uint32_t(bytes[1]) << 16U | std::uint32_t(bytes[2]) << 8U | bytes[3];
}

struct Checksum {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool bigEndian = false; ///< how the words that it is made of are read

    void add(const unsigned char* bytes, std::size_t size) {
        for (std::size_t at = 0; at + 8 <= size; at += 8) {
            first += word(bytes + at) + second;
            second += word(bytes + at + 4) + first;
        }
    }
    bool isAt(const unsigned char* bytes) const { return numberAt(bytes) == first && numberAt(bytes + 4) == second; }

private:
    std::uint32_t word(const unsigned char* bytes) const {
        return bigEndian ? numberAt(bytes)
                         : std::uint32_t(bytes[3]) << 24U | std::uint32_t(bytes[2]) << 16U |
                               std::uint32_t(bytes[1]) << 8U | bytes[0];
    }
};

struct LogHeader {
    std::uint32_t pageSize = 0;
    Bytes8 salt{};
    Checksum checksum;
};

/// Nothing when SQLite wouldn't take it for one.
std::optional<LogHeader> readHeader(std::istream& log) {
    std::array<unsigned char, HeaderSize> bytes{};
    log.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    constexpr std::uint32_t Magic = 0x377f0682, Format = 3007000;
    LogHeader header;
    header.checksum.bigEndian = (numberAt(bytes.data()) & 1U) != 0;
    header.pageSize = numberAt(bytes.data() + 8);
    std::copy_n(bytes.begin() + 16, header.salt.size(), header.salt.begin());
    header.checksum.add(bytes.data(), 24);
    const bool sound = log && (numberAt(bytes.data()) & ~1U) == Magic && numberAt(bytes.data() + 4) == Format &&
                       std::has_single_bit(header.pageSize) && header.pageSize >= 512 && header.pageSize <= 65536 &&
                       header.checksum.isAt(bytes.data() + 24);
    return sound ? std::optional(header) : std::nullopt;
}

/// How far the log can be read.
struct LogExtent {
    std::uint32_t frames = 0;     ///< whole ones from the beginning
    bool committedBehind = false; ///< behind the first that isn't, a transaction ended
};

LogExtent readFrames(std::istream& log, const LogHeader& header) {
    LogExtent extent;
    Checksum checksum = header.checksum;
    std::vector<unsigned char> frame(FrameHeaderSize + header.pageSize);
    bool whole = true;
    while (log.read(reinterpret_cast<char*>(frame.data()), std::streamsize(frame.size()))) {
        const bool ours = std::equal(header.salt.begin(), header.salt.end(), frame.begin() + 8);
        checksum.add(frame.data(), 8);
        checksum.add(frame.data() + FrameHeaderSize, header.pageSize);
        const bool firstBad = whole && !(ours && checksum.isAt(frame.data() + 16));
        whole = whole && !firstBad;
        extent.frames += whole ? 1 : 0;
        // The first bad one may be the last that a killed process wrote.
        extent.committedBehind |= !whole && !firstBad && ours && numberAt(frame.data() + 4) != 0;
    }
    return extent;
}

/// How many frames were committed, by the index of this very log; 0 when it doesn't tell.
std::uint32_t committedFrames(const StoreFiles& files, const LogHeader& header) {
    std::array<unsigned char, 48> index{};
    std::ifstream file(files.logIndex(), std::ios::binary);
    if (!file.read(reinterpret_cast<char*>(index.data()), index.size()) ||
        !std::equal(header.salt.begin(), header.salt.end(), index.begin() + 32)) {
        return 0;
    }
    std::uint32_t frames = 0; // in the order of the machine's bytes
    std::memcpy(&frames, index.data() + 16, sizeof frames);
    return frames;
}

} // namespace

Result<void> checkLog(const StoreFiles& files) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(files.log(), error);
    if (error || size <= HeaderSize || size > LargestLog) {
        return {};
    }
    std::ifstream log(files.log(), std::ios::binary);
    const std::optional<LogHeader> header = readHeader(log);
    if (!header) {
        return fail("store.damaged", files.log().string() + ": the log's header is damaged");
    }
    const LogExtent extent = readFrames(log, *header);
    if (extent.committedBehind || extent.frames < committedFrames(files, *header)) {
        return fail("store.damaged", files.log().string() + ": changes behind frame " + std::to_string(extent.frames) +
                                         " of the log cannot be read");
    }
    return {};
}

} // namespace grindstone::core
