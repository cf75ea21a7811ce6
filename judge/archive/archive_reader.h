// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/archive/archive_format.h"
#include "judge/archive/gzip_stream.h"
#include "judge/archive/utf8_locale.h"
#include "sandbox/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace grindstone::judge {

/// An entry as the archive has it; nothing of it is checked.
struct ArchiveEntry {
    enum class Kind { File, Folder, SymbolicLink, HardLink, Device, NamedPipe, Socket, Other };
    Kind kind = Kind::Other;
    std::string name;
    std::string target;     ///< of a link
    std::uint64_t size = 0; ///< of a file, as declared
    bool executable = false;
    bool encrypted = false;
};

/// Reads an archive entry by entry, through libarchive. On one thread only, from its making to its end. Failures are
/// "archive.damaged", "archive.unknown" and "interrupted", without the archive's name, but with the entry's.
class ArchiveReader {
public:
    /// `file` stays open, and is read from its beginning to its very end, so that all checksums are looked at.
    static Result<std::unique_ptr<ArchiveReader>> open(int file, ArchiveFormat format, std::stop_token stop);
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    /// False at the archive's end. The rest of an entry that wasn't read is passed over.
    Result<bool> next(ArchiveEntry& entry);

    struct Block {
        std::string_view bytes; ///< valid until the next call
        std::uint64_t offset = 0;
    };
    /// The next part of the file that next() told of; false at its end. What lies between blocks is zero.
    Result<bool> read(Block& block);

    /// Bytes of the archive itself that were read.
    std::uint64_t consumed() const;

private:
    /// The bytes of a compressed or plain tar.
    struct Stream {
        int file = -1;
        std::uint64_t offset = 0;
        std::stop_token stop;
        std::string piece;
    };

    explicit ArchiveReader(std::stop_token stop);
    static std::ptrdiff_t readStream(archive* reader, void* stream, const void** bytes);
    static std::ptrdiff_t readGzip(archive* reader, void* stream, const void** bytes);
    Result<void> prepare(ArchiveFormat format);
    Result<void> openStream(int file, ArchiveFormat format);
    tl::unexpected<Error> failure() const;

    Utf8Locale m_locale;
    Stream m_stream; // these two before what reads from them
    std::unique_ptr<GzipStream> m_gzip;
    archive* m_archive = nullptr;
    std::string m_entry; ///< the name of the last one, to be shown
};

} // namespace grindstone::judge
