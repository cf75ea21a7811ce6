// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/archive_reader.h"

#include "judge/archive/entry_name.h"
#include "sandbox/base/sys.h"

#include <archive.h>
#include <archive_entry.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

namespace grindstone::judge {

namespace {

constexpr std::size_t BlockSize = 128 * 1024;

ArchiveEntry::Kind kindOf(archive_entry* entry) {
    if (archive_entry_hardlink(entry) != nullptr) {
        return ArchiveEntry::Kind::HardLink;
    }
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return ArchiveEntry::Kind::File;
    case AE_IFDIR:
        return ArchiveEntry::Kind::Folder;
    case AE_IFLNK:
        return ArchiveEntry::Kind::SymbolicLink;
    case AE_IFCHR:
    case AE_IFBLK:
        return ArchiveEntry::Kind::Device;
    case AE_IFIFO:
        return ArchiveEntry::Kind::NamedPipe;
    case AE_IFSOCK:
        return ArchiveEntry::Kind::Socket;
    default:
        return ArchiveEntry::Kind::Other;
    }
}

std::string textOrEmpty(const char* text) {
    return text != nullptr ? text : "";
}

ArchiveEntry toEntry(archive_entry* from) {
    ArchiveEntry entry;
    entry.kind = kindOf(from);
    entry.name = textOrEmpty(archive_entry_pathname(from));
    entry.target = textOrEmpty(entry.kind == ArchiveEntry::Kind::HardLink ? archive_entry_hardlink(from)
                                                                          : archive_entry_symlink(from));
    entry.size = static_cast<std::uint64_t>(std::max<std::int64_t>(0, archive_entry_size(from)));
    entry.executable = (archive_entry_perm(from) & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
    entry.encrypted = archive_entry_is_encrypted(from) != 0;
    return entry;
}

/// What people can do about a failure; the library has a hundred texts for it.
std::string reasonFor(std::string_view said) {
    const auto has = [said](std::string_view words) { return said.find(words) != std::string_view::npos; };
    if (has("runcated") || has("No progress is possible")) {
        return "the archive ends here, too early; get it again, it is not whole";
    }
    if (has("CRC") || has("checksum")) {
        return "the data does not match its checksum; get the archive again";
    }
    if (has("amaged") || has("orrupt")) {
        return "the data is damaged; get the archive again";
    }
    if (has("Unsupported ZIP compression")) {
        return "this is compressed in a way that cannot be read here; pack again with the usual one (deflate)";
    }
    return "the archive cannot be read here (" + std::string(said) + "); get it again";
}

} // namespace

ArchiveReader::ArchiveReader(std::stop_token stop)
    : m_stream{-1, 0, std::move(stop), {}}, m_archive(archive_read_new()) {}

ArchiveReader::~ArchiveReader() {
    archive_read_free(m_archive);
}

std::ptrdiff_t ArchiveReader::readStream(archive* reader, void* given, const void** bytes) {
    auto& stream = *static_cast<Stream*>(given);
    if (stream.stop.stop_requested()) {
        return ARCHIVE_FATAL;
    }
    stream.piece.resize(BlockSize);
    const ssize_t size = retryInterrupted(
        [&] { return ::pread(stream.file, stream.piece.data(), BlockSize, static_cast<off_t>(stream.offset)); });
    if (size < 0) {
        archive_set_error(reader, errno, "%s", std::strerror(errno));
        return ARCHIVE_FATAL;
    }
    stream.offset += static_cast<std::uint64_t>(size);
    *bytes = stream.piece.data();
    return size;
}

std::ptrdiff_t ArchiveReader::readGzip(archive* reader, void* given, const void** bytes) {
    auto& self = *static_cast<ArchiveReader*>(given);
    const std::optional<std::string_view> piece = self.m_gzip->read();
    if (!piece || self.m_stream.stop.stop_requested()) {
        archive_set_error(reader, -1, "%s", self.m_gzip->error().c_str());
        return ARCHIVE_FATAL;
    }
    *bytes = piece->data();
    return static_cast<std::ptrdiff_t>(piece->size());
}

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(int file, ArchiveFormat format, std::stop_token stop) {
    std::unique_ptr<ArchiveReader> reader(new ArchiveReader(std::move(stop)));
    if (reader->m_archive == nullptr) {
        return fail("archive.damaged", "there is no memory to read it");
    }
    TRY(reader->prepare(format));
    TRY(reader->openStream(file, format));
    return reader;
}

/// No format beyond what the content promises, so that none gets at bytes which another one was chosen for.
Result<void> ArchiveReader::prepare(ArchiveFormat format) {
    if (format == ArchiveFormat::Zip) {
        archive_read_support_format_zip_seekable(m_archive);
        return {};
    }
    archive_read_support_format_tar(m_archive);
    // Else what comes after the tar is never read, and with it the checksums of what it was compressed by.
    archive_read_set_options(m_archive, "tar:read_concatenated_archives");
    if (format == ArchiveFormat::CompressedTar) {
        archive_read_support_filter_bzip2(m_archive);
        archive_read_support_filter_xz(m_archive);
        archive_read_support_filter_zstd(m_archive);
    }
    return {};
}

Result<void> ArchiveReader::openStream(int file, ArchiveFormat format) {
    m_stream.file = file;
    int status = ARCHIVE_OK;
    if (format == ArchiveFormat::GzippedTar) {
        m_gzip = std::make_unique<GzipStream>(file);
        status = archive_read_open(m_archive, this, nullptr, readGzip, nullptr);
    } else if (format == ArchiveFormat::Zip) {
        ::lseek(file, 0, SEEK_SET);
        status = archive_read_open_fd(m_archive, file, BlockSize);
    } else {
        status = archive_read_open(m_archive, &m_stream, nullptr, readStream, nullptr);
    }
    return status == ARCHIVE_OK ? Result<void>() : failure();
}

tl::unexpected<Error> ArchiveReader::failure() const {
    if (m_stream.stop.stop_requested()) {
        return fail("interrupted", "nothing was extracted");
    }
    const std::string said = textOrEmpty(archive_error_string(m_archive));
    if (said.find("nrecognized archive format") != std::string::npos) {
        return fail("archive.unknown",
                    "this is compressed, but there is no tar in it; give a zip, or a tar that may be compressed");
    }
    const std::string reason = reasonFor(said);
    return fail("archive.damaged", m_entry.empty() ? reason : m_entry + ": " + reason);
}

Result<bool> ArchiveReader::next(ArchiveEntry& entry) {
    archive_entry* header = nullptr;
    const int status = archive_read_next_header(m_archive, &header);
    if (status == ARCHIVE_EOF) {
        return false;
    }
    if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
        entry = toEntry(header);
        m_entry = shownName(entry.name);
    }
    const std::string said = textOrEmpty(archive_error_string(m_archive));
    if (status == ARCHIVE_WARN && said.find("cannot be converted") != std::string::npos) {
        return fail("archive.unsafe", m_entry + ": the name is not UTF-8; rename it and pack again");
    }
    return status == ARCHIVE_OK ? Result<bool>(true) : failure();
}

Result<bool> ArchiveReader::read(Block& block) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(m_archive, &bytes, &size, &offset);
    if (status == ARCHIVE_EOF) {
        return false;
    }
    if (status != ARCHIVE_OK || offset < 0) {
        return failure();
    }
    block = {std::string_view(static_cast<const char*>(bytes), size), static_cast<std::uint64_t>(offset)};
    return true;
}

std::uint64_t ArchiveReader::consumed() const {
    return m_gzip ? m_gzip->consumed()
                  : static_cast<std::uint64_t>(std::max<std::int64_t>(0, archive_filter_bytes(m_archive, -1)));
}

} // namespace grindstone::judge
