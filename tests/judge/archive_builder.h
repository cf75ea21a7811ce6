// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace grindstone::judge {

/// Writes an archive entry by entry, with whatever names and kinds a test wants, into a folder that goes with it.
class ArchiveBuilder {
public:
    /// The last two compress one file's content, whatever it is.
    enum class Form { Zip, Tar, PaxTar, TarGz, TarBz2, TarXz, TarZst, Gz, Xz };

    explicit ArchiveBuilder(Form form = Form::Zip, const std::string& name = "pack.archive")
        : m_path(std::filesystem::path(m_folder.path().toStdString()) / name), m_archive(archive_write_new()) {
        setForm(form);
        check(archive_write_open_filename(m_archive, m_path.c_str()));
    }
    ~ArchiveBuilder() { archive_write_free(m_archive); }
    ArchiveBuilder(const ArchiveBuilder&) = delete;
    ArchiveBuilder& operator=(const ArchiveBuilder&) = delete;

    ArchiveBuilder& file(const std::string& name, const std::string& content = "text\n", unsigned mode = 0644) {
        archive_entry* const entry = newEntry(name, AE_IFREG | mode);
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        write(entry);
        archive_write_data(m_archive, content.data(), content.size());
        return *this;
    }
    ArchiveBuilder& folder(const std::string& name) {
        write(newEntry(name, AE_IFDIR | 0755));
        return *this;
    }
    ArchiveBuilder& link(const std::string& name, const std::string& target) {
        archive_entry* const entry = newEntry(name, AE_IFLNK | 0777);
        archive_entry_set_symlink(entry, target.c_str());
        write(entry);
        return *this;
    }
    ArchiveBuilder& hardLink(const std::string& name, const std::string& target) {
        archive_entry* const entry = newEntry(name, AE_IFREG | 0644);
        archive_entry_set_hardlink(entry, target.c_str());
        write(entry);
        return *this;
    }
    /// A device, a named pipe: `type` is AE_IFCHR and so on.
    ArchiveBuilder& special(const std::string& name, unsigned type) {
        write(newEntry(name, type | 0644));
        return *this;
    }
    /// A file of which only its size is told; `size` zeros come out of it.
    ArchiveBuilder& zeros(const std::string& name, std::uint64_t size) {
        archive_entry* const entry = newEntry(name, AE_IFREG | 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(size));
        write(entry);
        const std::string piece(1 << 20, '\0');
        for (std::uint64_t written = 0; written < size; written += piece.size()) {
            archive_write_data(m_archive, piece.data(), std::min<std::uint64_t>(piece.size(), size - written));
        }
        return *this;
    }

    /// Ends it.
    std::filesystem::path path() {
        if (m_archive != nullptr) {
            check(archive_write_close(m_archive));
            archive_write_free(m_archive);
            m_archive = nullptr;
        }
        return m_path;
    }
    /// A folder that isn't there yet, and beside which nothing else is.
    std::filesystem::path target() const {
        const std::filesystem::path folder = m_folder.path().toStdString() + "/made";
        std::filesystem::create_directories(folder);
        return folder / "pack";
    }

    std::string bytes() {
        std::ifstream stream(path(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    }
    void replace(const std::string& bytes) { std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes; }

private:
    void check(int status) { QVERIFY2(status == ARCHIVE_OK, archive_error_string(m_archive)); }

    void setForm(Form form) {
        switch (form) {
        case Form::Zip:
            check(archive_write_set_format_zip(m_archive));
            return;
        case Form::TarGz:
            check(archive_write_add_filter_gzip(m_archive));
            break;
        case Form::TarBz2:
            check(archive_write_add_filter_bzip2(m_archive));
            break;
        case Form::TarXz:
            check(archive_write_add_filter_xz(m_archive));
            break;
        case Form::TarZst:
            check(archive_write_add_filter_zstd(m_archive));
            break;
        case Form::PaxTar:
            check(archive_write_set_format_pax(m_archive));
            return;
        case Form::Gz:
            check(archive_write_add_filter_gzip(m_archive));
            check(archive_write_set_format_raw(m_archive));
            return;
        case Form::Xz:
            check(archive_write_add_filter_xz(m_archive));
            check(archive_write_set_format_raw(m_archive));
            return;
        case Form::Tar:
            break;
        }
        check(archive_write_set_format_gnutar(m_archive));
    }

    archive_entry* newEntry(const std::string& name, unsigned mode) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_mode(entry, static_cast<mode_t>(mode));
        archive_entry_set_mtime(entry, 1'000'000'000, 0);
        return entry;
    }
    void write(archive_entry* entry) {
        const int status = archive_write_header(m_archive, entry);
        archive_entry_free(entry);
        QVERIFY2(status == ARCHIVE_OK || status == ARCHIVE_WARN, archive_error_string(m_archive));
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_path;
    archive* m_archive;
};

} // namespace grindstone::judge
