// SPDX-License-Identifier: GPL-3.0-or-later
//
// All work is done on a copy of the damaged file, into another new file. When that is whole and on the disk it is
// called
// `<database>.repaired`: from then on the repair counts. Putting it in its place takes several renames, since the log
// must go with the file that it belongs to; finishRepair() makes those that are not made yet, at the next start if it
// must.
#include "app/core/store/store_repair.h"

#include "app/core/store/connection.h"
#include "app/core/store/migrations.h"
#include "app/core/store/salvage.h"
#include "app/core/store/statement_runner.h"
#include "app/core/store/store_check.h"
#include "app/core/store/store_files.h"
#include "app/core/store/store_notice.h"
#include "sandbox/base/unique_fd.h"

#include <QDateTime>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failure(const fs::path& path, const std::error_code& error) {
    const bool full = error == std::errc::no_space_on_device || error.value() == EDQUOT;
    return fail(full ? "store.full" : "store.unwritable", path.string() + ": " + error.message());
}

/// A file with what SQLite keeps beside it, removed with this object.
class ScratchFile {
public:
    explicit ScratchFile(fs::path path) : m_files(std::move(path)) { remove(); }
    ~ScratchFile() { remove(); }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    const fs::path& path() const { return m_files.database; }
    fs::path log() const { return m_files.log(); }

private:
    void remove() const {
        std::error_code ignored;
        for (const fs::path& path : {path(), m_files.log(), m_files.logIndex(), m_files.with("-journal")}) {
            fs::remove(path, ignored);
        }
    }
    StoreFiles m_files;
};

Result<void> copyFile(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (fs::exists(from, error) && !fs::copy_file(from, to, error)) {
        return failure(to, error);
    }
    return {};
}

/// The first 100 bytes as SQLite writes them for us. What they say beyond that (the size in pages, free pages, the
/// version) is put aside: zeros mean that it isn't known.
void mendHeader(const fs::path& file) {
    std::array<char, 100> header{};
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.read(header.data(), header.size());
    stream.clear();
    const std::array<unsigned char, 8> layout{0x10, 0x00, 1, 1, 0, 64, 32, 32}; // pages of 4096 bytes
    std::ranges::copy(std::string_view("SQLite format 3\0", 16), header.begin());
    std::ranges::copy(layout, header.begin() + 16);
    std::fill(header.begin() + 24, header.begin() + 40, '\0');
    const std::array<unsigned char, 4> formatFour{0, 0, 0, 4};
    std::ranges::copy(formatFour, header.begin() + 44);
    std::fill(header.begin() + 48, header.begin() + 56, '\0');
    const std::array<unsigned char, 4> utf8{0, 0, 0, 1};
    std::ranges::copy(utf8, header.begin() + 56);
    std::fill(header.begin() + 60, header.end(), '\0');
    stream.seekp(0);
    stream.write(header.data(), header.size());
}

/// True when at least the names of our tables can be read.
bool hasTables(const QSqlDatabase& database) {
    (void)runStatement(database, QStringLiteral("PRAGMA writable_schema = ON"));
    const Result<qint64> tables =
        readNumber(database, QStringLiteral("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'submissions'"));
    return tables && *tables > 0;
}

Result<Connection> openDamaged(const fs::path& copy) {
    {
        Connection connection = TRY(Connection::open(copy));
        if (hasTables(connection.database())) {
            return connection;
        }
    }
    mendHeader(copy);
    return Connection::open(copy);
}

/// The version whose tables are to take the rows: what the damaged one says, unless its tables say another thing.
std::size_t targetVersion(const QSqlDatabase& source) {
    const qint64 latest = qint64(migrations().size());
    const qint64 said = readNumber(source, QStringLiteral("PRAGMA user_version")).value_or(0);
    const qint64 fitting = versionBySchema(source).value_or(0);
    const bool fits = checkIntact(source, CheckDepth::Schema).has_value();
    const qint64 version = fitting > 0 && !fits ? fitting : said;
    return std::size_t(version > 0 && version <= latest ? version : latest);
}

Result<void> makeEmpty(const QSqlDatabase& database, std::size_t version) {
    // One file and no log until it is in its place; it goes to the disk as a whole, by writeToDisk().
    TRY(runStatement(database, QStringLiteral("PRAGMA journal_mode = DELETE")));
    TRY(runStatement(database, QStringLiteral("PRAGMA synchronous = OFF")));
    const std::vector<Migration>& all = migrations();
    return migrate(database, std::vector<Migration>(all.begin(), all.begin() + std::ptrdiff_t(version)));
}

Result<std::vector<SalvagedTable>> rescue(const fs::path& copy, const fs::path& target) {
    const Connection source = TRY(openDamaged(copy));
    const Connection destination = TRY(Connection::open(target));
    TRY(makeEmpty(destination.database(), targetVersion(source.database())));
    std::vector<SalvagedTable> tables = TRY(salvage(source.database(), destination.database()));
    TRY(checkIntact(destination.database(), CheckDepth::Full));
    return tables;
}

Result<void> writeToDisk(const fs::path& path) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file || ::fsync(file.get()) != 0) {
        return failure(path, {errno, std::generic_category()});
    }
    return {};
}

Result<void> renameIfThere(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(from, error))) {
        return {};
    }
    fs::rename(from, to, error);
    return error ? Result<void>(failure(from, error)) : Result<void>();
}

/// The last copy, out of the rotation of daily ones; empty when there is none.
fs::path keepLastCopy(const StoreFiles& files, const QDateTime& when) {
    const std::vector<fs::path> copies = files.copies();
    if (copies.empty()) {
        return {};
    }
    const std::vector<fs::path> daily = files.dayCopies();
    if (std::ranges::find(daily, copies.front()) == daily.end()) {
        return copies.front(); // nobody removes that one
    }
    std::error_code error;
    fs::rename(copies.front(), files.beforeDamage(when), error);
    return error ? copies.front() : files.beforeDamage(when);
}

QDateTime lastWritten(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? QDateTime::fromSecsSinceEpoch(status.st_mtime)
                                              : QDateTime::currentDateTimeUtc();
}

bool keptAnything(const std::vector<SalvagedTable>& tables) {
    return std::ranges::any_of(tables, [](const SalvagedTable& table) { return table.kept + table.codeOnly > 0; });
}

} // namespace

Result<void> repair(const fs::path& database, const std::string& reason, LogState log) {
    const StoreFiles files(database);
    const ScratchFile copy(files.with(".damaged-copy"));
    const ScratchFile target(files.with(".repair"));
    TRY(copyFile(database, copy.path()));
    TRY(copyFile(files.log(), copy.log()));
    StoreNotice notice;
    notice.tables = TRY(rescue(copy.path(), target.path()));
    for (SalvagedTable& table : notice.tables) {
        table.lost = log == LogState::Damaged ? std::nullopt : table.lost;
    }
    std::error_code ignored;
    fs::permissions(target.path(), fs::perms::owner_read | fs::perms::owner_write, ignored);
    TRY(writeToDisk(target.path()));
    const QDateTime when = lastWritten(target.path());
    notice.kind = keptAnything(notice.tables) ? StoreNotice::Kind::Repaired : StoreNotice::Kind::SetAside;
    notice.reason = QString::fromStdString(reason).simplified().toStdString(); // SQLite's may have lines
    notice.damaged = files.damaged(when);
    notice.copy = keepLastCopy(files, when);
    if (!leaveNotice(database, notice)) {
        return fail("store.unwritable", files.notice().string() + ": cannot be written");
    }
    TRY(renameIfThere(target.path(), files.repaired()));
    return finishRepair(database);
}

Result<void> finishRepair(const fs::path& database) {
    const StoreFiles files(database);
    std::error_code error;
    if (!fs::exists(files.repaired(), error)) {
        return {};
    }
    const fs::path damaged = files.damaged(lastWritten(files.repaired()));
    TRY(renameIfThere(database, damaged));
    TRY(renameIfThere(files.log(), damaged.string() + "-wal"));
    fs::remove(files.logIndex(), error);
    TRY(renameIfThere(files.repaired(), database));
    return writeToDisk(database.parent_path());
}

} // namespace grindstone::core
