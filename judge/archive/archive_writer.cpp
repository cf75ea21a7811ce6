// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/archive_writer.h"

#include "judge/archive/progress_teller.h"
#include "judge/archive/utf8_locale.h"
#include "judge/package/package_folder.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <archive.h>
#include <archive_entry.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t Piece = 256 * 1024;

struct Ending {
    std::string_view text;
    WrittenForm form;
};

constexpr std::array Endings{
    Ending{".grindpack", WrittenForm::Zip}, Ending{".zip", WrittenForm::Zip},
    Ending{".tar", WrittenForm::Tar},       Ending{".tar.gz", WrittenForm::TarGz},
    Ending{".tgz", WrittenForm::TarGz},     Ending{".tar.bz2", WrittenForm::TarBz2},
    Ending{".tbz2", WrittenForm::TarBz2},   Ending{".tar.xz", WrittenForm::TarXz},
    Ending{".txz", WrittenForm::TarXz},     Ending{".tar.zst", WrittenForm::TarZst},
    Ending{".tzst", WrittenForm::TarZst},
};

tl::unexpected<Error> unwritable(const fs::path& file, int number) {
    return fail(number == EEXIST ? "export.exists" : "export.unwritable",
                shownPath(file) + ": " + std::strerror(number));
}

/// A file beside its place, gone with this object unless it was put there.
class UnfinishedFile {
public:
    static Result<UnfinishedFile> create(const fs::path& target) {
        std::string path = (target.parent_path() / ".writing-XXXXXX").string();
        UniqueFd file(::mkostemp(path.data(), O_CLOEXEC));
        if (!file) {
            return unwritable(target, errno);
        }
        const mode_t mask = ::umask(0);
        ::umask(mask);
        ::fchmod(file.get(), 0666 & ~mask);
        return UnfinishedFile(path, std::move(file));
    }
    UnfinishedFile(UnfinishedFile&& other) noexcept
        : m_path(std::exchange(other.m_path, {})), m_file(std::move(other.m_file)) {}
    UnfinishedFile& operator=(UnfinishedFile&&) = delete;
    ~UnfinishedFile() {
        if (!m_path.empty()) {
            ::unlink(m_path.c_str());
        }
    }

    int get() const { return m_file.get(); }

    Result<void> moveTo(const fs::path& target, bool replace) {
        if (::fsync(m_file.get()) != 0 && errno != EINVAL) {
            return unwritable(target, errno);
        }
        int moved = ::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, target.c_str(), replace ? 0 : RENAME_NOREPLACE);
        if (moved != 0 && (errno == EINVAL || errno == ENOSYS)) {
            moved = ::link(m_path.c_str(), target.c_str()) == 0 ? ::unlink(m_path.c_str()) : -1;
        }
        if (moved != 0) {
            return unwritable(target, errno);
        }
        m_path.clear();
        return {};
    }

private:
    UnfinishedFile(fs::path path, UniqueFd file) : m_path(std::move(path)), m_file(std::move(file)) {}

    fs::path m_path;
    UniqueFd m_file;
};

class Writing {
public:
    Writing(const ArchiveOrder& order, const ExtractionSink& sink, std::stop_token stop)
        : m_order(order), m_teller(sink, std::move(stop), contentOf(order.items)), m_archive(archive_write_new()) {}
    ~Writing() { archive_write_free(m_archive); }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    Result<void> run(int file) {
        if (!setForm() || archive_write_open_fd(m_archive, file) != ARCHIVE_OK) {
            return failure();
        }
        for (const FolderItem& item : m_order.items) {
            TRY(m_teller.count());
            TRY(write(item));
        }
        return archive_write_close(m_archive) == ARCHIVE_OK ? Result<void>() : failure();
    }

private:
    using Entry = std::unique_ptr<archive_entry, void (*)(archive_entry*)>;

    bool setForm() {
        switch (m_order.form) {
        case WrittenForm::Zip:
            return archive_write_set_format_zip(m_archive) == ARCHIVE_OK &&
                   archive_write_set_options(m_archive, "zip:hdrcharset=UTF-8,zip:compression=deflate") == ARCHIVE_OK;
        case WrittenForm::TarGz:
            archive_write_add_filter_gzip(m_archive);
            archive_write_set_filter_option(m_archive, "gzip", "timestamp", nullptr);
            break;
        case WrittenForm::TarBz2:
            archive_write_add_filter_bzip2(m_archive);
            break;
        case WrittenForm::TarXz:
            archive_write_add_filter_xz(m_archive);
            break;
        case WrittenForm::TarZst:
            archive_write_add_filter_zstd(m_archive);
            break;
        case WrittenForm::Tar:
            break;
        }
        return archive_write_set_format_pax_restricted(m_archive) == ARCHIVE_OK;
    }

    /// Times, owners and the rest of the modes are nobody's business. Before 1980 zips have no time, so what is written
    /// depends on no time zone.
    Entry newEntry(const FolderItem& item) const {
        Entry entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), (m_order.prefix + item.path).c_str());
        archive_entry_set_mtime(entry.get(), 0, 0);
        switch (item.kind) {
        case FolderItem::Kind::Folder:
            archive_entry_set_mode(entry.get(), AE_IFDIR | 0755);
            break;
        case FolderItem::Kind::Link:
            archive_entry_set_mode(entry.get(), AE_IFLNK | 0777);
            archive_entry_set_symlink(entry.get(), item.target.c_str());
            break;
        default:
            archive_entry_set_mode(entry.get(), AE_IFREG | (item.executable ? 0755U : 0644U));
            archive_entry_set_size(entry.get(), static_cast<la_int64_t>(item.size));
        }
        return entry;
    }

    Result<void> write(const FolderItem& item) {
        const Entry entry = newEntry(item);
        if (archive_write_header(m_archive, entry.get()) != ARCHIVE_OK) {
            return failure();
        }
        return item.kind == FolderItem::Kind::File ? writeContent(item) : Result<void>();
    }

    Result<void> writeContent(const FolderItem& item) {
        const fs::path path = m_order.folder / item.path;
        const UniqueFd file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        std::uint64_t left = item.size;
        m_buffer.resize(Piece);
        while (left > 0) {
            const ssize_t size = file ? retryInterrupted([&] {
                return ::read(file.get(), m_buffer.data(), std::min<std::uint64_t>(Piece, left));
            })
                                      : -1;
            if (size <= 0) {
                const std::string why = size == 0 ? "it got shorter meanwhile" : std::strerror(errno);
                return fail("folder.unreadable", shownPath(path) + ": " + why);
            }
            if (archive_write_data(m_archive, m_buffer.data(), static_cast<std::size_t>(size)) != size) {
                return failure();
            }
            left -= static_cast<std::uint64_t>(size);
            TRY(m_teller.add(static_cast<std::uint64_t>(size)));
        }
        return {};
    }

    tl::unexpected<Error> failure() const {
        const char* const said = archive_error_string(m_archive);
        return fail("export.unwritable",
                    shownPath(m_order.file) + ": " + (said != nullptr ? said : "cannot be written"));
    }

    Utf8Locale m_locale;
    const ArchiveOrder& m_order;
    ProgressTeller m_teller;
    archive* m_archive;
    std::string m_buffer;
};

} // namespace

std::optional<WrittenForm> findWrittenForm(const fs::path& file) {
    std::string name = file.filename().string();
    std::ranges::transform(name, name.begin(), [](unsigned char letter) { return std::tolower(letter); });
    for (const Ending& ending : Endings) {
        if (name.ends_with(ending.text)) {
            return ending.form;
        }
    }
    return std::nullopt;
}

Result<void> writeArchive(const ArchiveOrder& order, const ExtractionSink& sink, std::stop_token stop) {
    struct stat status {};
    if (!order.replace && ::lstat(order.file.c_str(), &status) == 0) {
        return unwritable(order.file, EEXIST);
    }
    UnfinishedFile file = TRY(UnfinishedFile::create(order.file));
    TRY(Writing(order, sink, std::move(stop)).run(file.get()));
    return file.moveTo(order.file, order.replace);
}

} // namespace grindstone::judge
