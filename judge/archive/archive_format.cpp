// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/archive_format.h"

#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <numeric>
#include <string>
#include <string_view>

namespace grindstone::judge {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t TarBlock = 512;
constexpr std::size_t ChecksumAt = 148;
constexpr std::size_t ChecksumLength = 8;

constexpr std::array ZipMarks{"PK\x03\x04"sv, "PK\x05\x06"sv};
constexpr std::string_view GzipMark = "\x1f\x8b"sv;
constexpr std::array CompressionMarks{"BZh"sv,
                                      "\xfd"
                                      "7zXZ\x00"sv,
                                      "\x28\xb5\x2f\xfd"sv};

std::string beginningOf(int file) {
    std::string bytes(TarBlock, '\0');
    const ssize_t count = retryInterrupted([&] { return ::pread(file, bytes.data(), bytes.size(), 0); });
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
}

template<typename Marks> bool startsWithOne(std::string_view bytes, const Marks& marks) {
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return bytes.starts_with(mark); });
}

/// Old tars have no mark, only the sum of their header's bytes, in octal digits.
bool isTarHeader(std::string bytes) {
    if (bytes.size() < TarBlock || bytes.front() == '\0') {
        return false;
    }
    const std::string digits = bytes.substr(ChecksumAt, ChecksumLength);
    bytes.replace(ChecksumAt, ChecksumLength, ChecksumLength, ' ');
    const unsigned long sum = std::accumulate(bytes.begin(), bytes.end(), 0UL, [](unsigned long before, char byte) {
        return before + static_cast<unsigned char>(byte);
    });
    return std::strtoul(digits.c_str(), nullptr, 8) == sum;
}

} // namespace

std::optional<ArchiveFormat> findArchiveFormat(int file) {
    const std::string bytes = beginningOf(file);
    if (startsWithOne(bytes, ZipMarks)) {
        return ArchiveFormat::Zip;
    }
    if (bytes.starts_with(GzipMark)) {
        return ArchiveFormat::GzippedTar;
    }
    if (startsWithOne(bytes, CompressionMarks)) {
        return ArchiveFormat::CompressedTar;
    }
    return isTarHeader(bytes) ? std::optional(ArchiveFormat::Tar) : std::nullopt;
}

bool isArchive(const std::filesystem::path& path) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    return file && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode) && findArchiveFormat(file.get());
}

} // namespace grindstone::judge
