// SPDX-License-Identifier: GPL-3.0-or-later
// One small pack in each form of archive that is read, with all kinds of entries.
#include "tests/fuzz/seed_folder.h"

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <vector>

namespace {

class Writer {
public:
    Writer(int (*form)(archive*), int (*filter)(archive*)) : m_archive(archive_write_new()), m_bytes(1 << 20, '\0') {
        form(m_archive);
        filter(m_archive);
        archive_write_set_bytes_in_last_block(m_archive, 1);
        archive_write_open_memory(m_archive, m_bytes.data(), m_bytes.size(), &m_used);
    }
    void add(const char* name, unsigned type, const std::string& content) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name);
        archive_entry_set_mode(entry, type | 0755);
        if (type == AE_IFLNK) {
            archive_entry_set_symlink(entry, content.c_str());
        } else if (type == AE_IFREG) {
            archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        }
        archive_write_header(m_archive, entry);
        if (type == AE_IFREG) {
            archive_write_data(m_archive, content.data(), content.size());
        }
        archive_entry_free(entry);
    }
    std::string take() {
        archive_write_close(m_archive);
        archive_write_free(m_archive);
        m_bytes.resize(m_used);
        return m_bytes;
    }

private:
    archive* m_archive;
    std::string m_bytes;
    std::size_t m_used = 0;
};

std::string pack(int (*form)(archive*), int (*filter)(archive*)) {
    Writer writer(form, filter);
    writer.add("sums/", AE_IFDIR, {});
    writer.add("sums/problem.yaml", AE_IFREG, "name: Sums\n");
    writer.add("sums/data/secret/1.in", AE_IFREG, "1 2\n");
    writer.add("sums/data/secret/2.in", AE_IFLNK, "1.in");
    writer.add("sums/data/secret/3.in", AE_IFLNK, "../../../nowhere");
    return writer.take();
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        return 2;
    }
    grindstone::tests::SeedFolder seeds(arguments[1]);
    for (const auto filter :
         {archive_write_add_filter_none, archive_write_add_filter_gzip, archive_write_add_filter_bzip2,
          archive_write_add_filter_xz, archive_write_add_filter_zstd}) {
        seeds.add(pack(archive_write_set_format_pax_restricted, filter));
    }
    seeds.add(pack(archive_write_set_format_ustar, archive_write_add_filter_none));
    seeds.add(pack(archive_write_set_format_zip, archive_write_add_filter_none));
    return seeds.status();
}
