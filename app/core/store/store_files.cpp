// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/store_files.h"

#include <algorithm>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

fs::file_time_type writtenAt(const fs::path& path) {
    std::error_code error;
    const fs::file_time_type time = fs::last_write_time(path, error);
    return error ? fs::file_time_type::min() : time;
}

} // namespace

fs::path StoreFiles::stamped(const char* prefix, const QDateTime& when, const char* suffix) const {
    const QString stamp = when.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH-mm-ss"));
    return database.string() + prefix + stamp.toStdString() + suffix;
}

fs::path StoreFiles::dayCopy(const QDate& day) const {
    return database.string() + ".day-" + day.toString(Qt::ISODate).toStdString() + ".bak";
}

std::vector<fs::path> StoreFiles::matching(const char* start, const char* end) const {
    std::vector<fs::path> found;
    std::error_code error;
    const std::string prefix = database.filename().string() + start;
    for (fs::directory_iterator item(database.parent_path(), error), none; !error && item != none;
         item.increment(error)) {
        const std::string name = item->path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(end)) {
            found.push_back(item->path());
        }
    }
    std::ranges::sort(found, std::greater<>());
    return found;
}

std::vector<fs::path> StoreFiles::dayCopies() const {
    return matching(".day-", ".bak");
}

std::vector<fs::path> StoreFiles::copies() const {
    std::vector<fs::path> found = matching(".", ".bak");
    std::ranges::stable_sort(found, std::greater<>(), writtenAt);
    return found;
}

std::vector<fs::path> StoreFiles::damagedOnes() const {
    std::vector<fs::path> found = matching(".damaged-", "");
    std::erase_if(found, [](const fs::path& path) { return path.string().ends_with("-wal"); });
    return found;
}

} // namespace grindstone::core
