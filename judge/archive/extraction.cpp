// SPDX-License-Identifier: GPL-3.0-or-later
//
// An archive is believed nothing. Each entry's name is taken apart and put into a tree of names first, which refuses
// what cannot be; then the entry is written, from an open folder on, with no link there yet that could lead a write
// elsewhere. Links come last, when all names are known and it can be told where each of them leads. The folder has a
// name of its own until all of that is on the disk.
#include "judge/archive/extraction.h"

#include "judge/archive/archive_reader.h"
#include "judge/archive/entry_tree.h"
#include "judge/archive/folder_writer.h"
#include "judge/archive/progress_teller.h"
#include "judge/archive/unfinished_folder.h"
#include "judge/archive/zip_directory.h"
#include "judge/package/package_folder.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;
using Parts = EntryTree::Parts;

tl::unexpected<Error> refused(const std::string& reason) {
    return fail("archive.unreadable", reason);
}

Result<UniqueFd> openArchive(const fs::path& path) {
    UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return refused(errno == ENOENT ? std::string("there is no such file; check the path")
                                       : std::string(std::strerror(errno)) + "; make it readable for you (chmod u+r)");
    }
    if (!S_ISREG(status.st_mode)) {
        return refused(S_ISDIR(status.st_mode) ? "this is a folder, not an archive; name a file"
                                               : "this is not a regular file; name an archive");
    }
    return file;
}

Result<ArchiveFormat> formatOf(int file) {
    if (const std::optional<ArchiveFormat> format = findArchiveFormat(file)) {
        return *format;
    }
    struct stat status {};
    if (::fstat(file, &status) == 0 && status.st_size == 0) {
        return fail("archive.damaged", "the file is empty; get it again");
    }
    return fail("archive.unknown", "this is no archive that can be read here; give a zip, or a tar that may be "
                                   "compressed with gzip, bzip2, xz or zstd");
}

std::uint64_t sizeOf(int file) {
    struct stat status {};
    return ::fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

class Extraction {
public:
    Extraction(int file, FolderWriter& folder, const ExtractionLimits& limits, const ExtractionSink& sink,
               std::stop_token stop)
        : m_file(file), m_folder(folder), m_limits(limits), m_teller(sink, std::move(stop)),
          m_archiveSize(sizeOf(file)) {}

    Result<void> run(ArchiveFormat format) {
        if (format == ArchiveFormat::Zip) {
            TRY(lookAhead());
            if (m_directory->entries == 0) {
                return m_folder.sync(); // The library takes it for no zip.
            }
        }
        m_reader = TRY(ArchiveReader::open(m_file, format, m_stop));
        ArchiveEntry entry;
        while (TRY(m_reader->next(entry))) {
            TRY(take(entry));
        }
        if (m_directory && m_directory->entries != m_teller.progress().entries) {
            return fail("archive.damaged", "the zip's directory names entries that overlap; get the file again");
        }
        TRY(makeLinks());
        return m_folder.sync();
    }

private:
    struct Link {
        Parts parts;
        std::string target;
        std::string shown;
    };

    Result<void> lookAhead() {
        m_directory = TRY(readZipDirectory(m_file, m_limits.entries));
        m_teller.setWhole(m_directory->content);
        TRY(expect(m_directory->content.count()));
        return m_folder.expectRoom(m_directory->content, m_directory->entries);
    }

    /// Whether that much more content may come.
    Result<void> expect(std::uint64_t more) const {
        const std::uint64_t limit = m_limits.content.count();
        const std::uint64_t written = m_teller.progress().content.count();
        if (more > limit || written > limit - more) {
            return fail("archive.too-large", "its files have more than " + std::to_string(limit >> 20) +
                                                 " MiB together; split the pack into smaller ones");
        }
        const std::uint64_t all = written + more;
        if (all > m_limits.ratioFrom.count() && all / m_limits.ratio > m_archiveSize) {
            return fail("archive.too-large",
                        "its files have more than " + std::to_string(m_limits.ratio) +
                            " times the size of the archive, as only archives have that are made to fill disks");
        }
        return {};
    }

    Result<void> take(const ArchiveEntry& entry) {
        m_teller.countQuietly();
        if (m_teller.progress().entries > m_limits.entries) {
            return fail("archive.too-large", "it has more than " + std::to_string(m_limits.entries) +
                                                 " entries; split the pack into smaller ones");
        }
        Result<void> taken = takeNamed(entry);
        if (!taken && !entry.name.empty() && taken.error().code != "archive.damaged" &&
            taken.error().code != "interrupted") {
            return fail(withContext(std::move(taken).error(), shownName(entry.name)));
        }
        return taken;
    }

    Result<void> takeNamed(const ArchiveEntry& entry) {
        TRY(tell());
        if (entry.name.empty()) {
            return fail("archive.unsafe", "an entry has no name; pack again");
        }
        const Parts parts = TRY(entryParts(entry.name, m_limits.names));
        if (entry.encrypted) {
            return fail("archive.encrypted", "this entry is encrypted; pack again without a password");
        }
        switch (entry.kind) {
        case ArchiveEntry::Kind::Folder:
            TRY(m_tree.add(parts, EntryTree::Kind::Folder));
            return parts.empty() ? Result<void>() : m_folder.makeFolder(parts);
        case ArchiveEntry::Kind::File:
            TRY(m_tree.add(parts, EntryTree::Kind::File));
            return writeFile(entry, parts);
        case ArchiveEntry::Kind::SymbolicLink:
            return takeLink(entry, parts);
        case ArchiveEntry::Kind::HardLink:
            return takeHardLink(entry, parts);
        case ArchiveEntry::Kind::Device:
            return unwanted("a device");
        case ArchiveEntry::Kind::NamedPipe:
            return unwanted("a named pipe");
        case ArchiveEntry::Kind::Socket:
            return unwanted("a socket");
        case ArchiveEntry::Kind::Other:
            break;
        }
        return unwanted("of a kind that is unknown here");
    }

    static tl::unexpected<Error> unwanted(const std::string& what) {
        return fail("archive.unsafe", "this is " + what + "; a pack has files, folders and links only, so take it out");
    }

    Result<void> writeFile(const ArchiveEntry& entry, const Parts& parts) {
        TRY(expect(entry.size));
        TRY(m_folder.expectRoom(Bytes(entry.size), 1));
        const UniqueFd file = TRY(m_folder.newFile(parts, entry.executable));
        std::uint64_t size = 0;
        ArchiveReader::Block block;
        while (TRY(m_reader->read(block))) {
            const std::uint64_t end = block.offset + block.bytes.size();
            if (end < size) {
                return fail("archive.damaged", shownName(entry.name) + ": its parts overlap; get the archive again");
            }
            TRY(expect(end - size));
            TRY(writeBlock(file.get(), block));
            m_teller.addQuietly(end - size);
            size = end;
            TRY(tell());
        }
        return finishFile(file.get(), entry, size);
    }

    static Result<void> writeBlock(int file, const ArchiveReader::Block& block) {
        if (::lseek(file, static_cast<off_t>(block.offset), SEEK_SET) < 0 || !writeAll(file, block.bytes)) {
            return fail(writeError("writing a file"));
        }
        return {};
    }

    /// A file may end with zeros of which no block tells.
    Result<void> finishFile(int file, const ArchiveEntry& entry, std::uint64_t size) {
        if (entry.size > size) {
            TRY(expect(entry.size - size));
            m_teller.addQuietly(entry.size - size);
            if (::ftruncate(file, static_cast<off_t>(entry.size)) != 0) {
                return fail(writeError("writing a file"));
            }
        }
        return {};
    }

    Result<void> takeLink(const ArchiveEntry& entry, const Parts& parts) {
        if (entry.target.empty() || entry.target.size() > m_limits.names.path ||
            entry.target.find('\0') != std::string::npos) {
            return fail("archive.unsafe", "this link's target cannot be a path; put the file itself into the pack");
        }
        TRY(m_tree.add(parts, EntryTree::Kind::Link, entry.target));
        m_links.push_back({parts, entry.target, shownName(entry.name)});
        return {};
    }

    Result<void> takeHardLink(const ArchiveEntry& entry, const Parts& parts) {
        const Result<Parts> target = entryParts(entry.target, m_limits.names);
        if (!target || !m_tree.isFile(*target)) {
            return fail("archive.unsafe", "this hard link leads to " + shownName(entry.target) +
                                              ", which is no file of the archive before it; put the file itself into "
                                              "the pack");
        }
        TRY(m_tree.add(parts, EntryTree::Kind::File));
        return m_folder.hardLink(*target, parts);
    }

    Result<void> makeLinks() {
        for (const Link& link : m_links) {
            TRY(tell());
            Result<void> made = m_tree.checkLink(link.parts);
            if (made) {
                made = m_folder.symbolicLink(link.target, link.parts);
            }
            if (!made) {
                return fail(withContext(std::move(made).error(), link.shown));
            }
        }
        return {};
    }

    /// The directory of a zip tells how much there is to come; of a tar only its own size is known.
    Result<void> tell() {
        if (m_directory) {
            return m_teller.tell();
        }
        const double whole = static_cast<double>(std::max<std::uint64_t>(1, m_archiveSize));
        return m_teller.tellShare(static_cast<double>(m_reader->consumed()) / whole);
    }

    int m_file;
    FolderWriter& m_folder;
    const ExtractionLimits& m_limits;
    std::stop_token m_stop;
    ProgressTeller m_teller;
    std::uint64_t m_archiveSize;
    std::optional<ZipDirectory> m_directory;
    std::unique_ptr<ArchiveReader> m_reader;
    EntryTree m_tree;
    std::vector<Link> m_links;
};

Result<void> extract(const fs::path& archive, const fs::path& newFolder, const ExtractionLimits& limits,
                     const ExtractionSink& sink, std::stop_token stop) {
    const UniqueFd file = TRY(openArchive(archive));
    const ArchiveFormat format = TRY(formatOf(file.get()));
    const UnfinishedFolder unfinished = TRY(UnfinishedFolder::create(newFolder));
    FolderWriter folder = TRY(FolderWriter::create(unfinished.content()));
    TRY(Extraction(file.get(), folder, limits, sink, std::move(stop)).run(format));
    return unfinished.moveTo(newFolder);
}

} // namespace

Result<void> extractArchive(const fs::path& archive, const fs::path& newFolder, const ExtractionLimits& limits,
                            const ExtractionSink& sink, std::stop_token stop) {
    Result<void> extracted = extract(archive, newFolder, limits, sink, std::move(stop));
    return extracted ? extracted : fail(withContext(std::move(extracted).error(), shownPath(archive)));
}

} // namespace grindstone::judge
