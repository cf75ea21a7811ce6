// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/archive/entry_name.h"
#include "sandbox/base/bytes.h"
#include "sandbox/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

namespace grindstone::judge {

/// What an archive may make of itself. Enough for any pack, and little enough for any disk.
struct ExtractionLimits {
    Bytes content = Bytes::mib(8 * 1024); ///< of all files
    std::uint64_t entries = 200'000;
    NameLimits names;
    /// How many times the archive's own size the content may have, once it is more than `ratioFrom`. Real test data
    /// may be one long row of the same letter.
    std::uint64_t ratio = 250;
    Bytes ratioFrom = Bytes::mib(512);
};

/// How far an extraction is.
struct ExtractionProgress {
    std::uint64_t entries = 0;
    Bytes content;    ///< written
    double share = 0; ///< of the whole, 0 to 1
};

/// Called some times a second, from the thread that extracts.
using ExtractionSink = std::function<void(const ExtractionProgress&)>;

/// Extracts a zip, or a tar that may be compressed with gzip, bzip2, xz or zstd, into a folder that isn't there yet.
/// The archive may be a stranger's: nothing is written outside of the folder, through no link, and nothing but files,
/// folders and links that stay inside comes to be. Files have mode 0644, or 0755 where the archive lets somebody
/// execute them. Memory doesn't depend on the archive's content, only on the number and length of its names.
///
/// The folder appears whole and on the disk, or not at all; when the process is killed, a folder beside it stays whose
/// name begins with ".extracting-". Fails, naming the archive, the entry and a cure, with
/// - "archive.unreadable": no such file, no permission, no file
/// - "archive.unknown": no archive that could be read here, judged by its content
/// - "archive.damaged": cut off, a wrong checksum, contradictions
/// - "archive.encrypted"
/// - "archive.unsafe": names that lie outside, collide, or cannot be written; links that lead out; devices and the like
/// - "archive.too-large": more than the limits
/// - "archive.no-room": more than the disk has
/// - "archive.unwritable": the system refuses to write
/// - "interrupted": stopped.
Result<void> extractArchive(const std::filesystem::path& archive, const std::filesystem::path& newFolder,
                            const ExtractionLimits& limits, const ExtractionSink& sink, std::stop_token stop);

} // namespace grindstone::judge
