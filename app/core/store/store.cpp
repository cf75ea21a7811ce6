// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whoever opens the database while nobody else has it open looks whether it is intact, thoroughly when its log is still
// there: the last process then did not get to close it. What is damaged is repaired before anybody reads it.
#include "app/core/store/store.h"

#include "app/core/store/day_copy.h"
#include "app/core/store/log_check.h"
#include "app/core/store/migrations.h"
#include "app/core/store/statement_runner.h"
#include "app/core/store/store_check.h"
#include "app/core/store/store_files.h"
#include "app/core/store/store_repair.h"
#include "sandbox/base/unique_fd.h"

#include <QDeadlineTimer>
#include <QThread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <mutex>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds BusyTimeout{10};
/// As long as a large database takes to be checked, and more.
constexpr std::chrono::seconds RepairTimeout{60};
/// Looking at all pages of more than this would keep each start waiting.
constexpr std::uintmax_t LargestQuickCheck = 64U << 20;

enum class Create { No, Yes };

bool isWritable(const fs::path& file) {
    return ::faccessat(AT_FDCWD, file.c_str(), R_OK | W_OK, AT_EACCESS) == 0;
}

/// Readable by its owner alone. False, with errno set, when it is there already or cannot be made.
bool make(const fs::path& file) {
    static std::mutex making; // A connection may be opened as soon as the file is there: see below.
    const std::scoped_lock lock(making);
    return UniqueFd(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)).get() >= 0;
}

/// Finds out whether the file may be written: SQLite itself would quietly open a read-only one. Makes it when that is
/// wanted. One that is there is never opened here: to close it would take away the locks that this process's other
/// connections have on it, whereupon other processes would clear its log away under them.
Result<void> ensureWritable(const fs::path& file, Create create) {
    if (isWritable(file) || (errno == ENOENT && (create == Create::No || make(file))) ||
        (errno == EEXIST && isWritable(file))) {
        return {};
    }
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return fail(full ? "store.full" : "store.unwritable",
                file.string() + ": " + std::generic_category().message(errno));
}

std::uintmax_t sizeOf(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    return error ? 0 : size;
}

CheckDepth depthFor(const StoreFiles& files, bool unclean) {
    if (unclean) {
        return CheckDepth::Full;
    }
    return sizeOf(files.database) > LargestQuickCheck ? CheckDepth::Schema : CheckDepth::Quick;
}

/// What SQLite would take for a file of a later format, which may only be read or not at all. There is none yet.
Result<void> checkFormat(const fs::path& file) {
    std::array<unsigned char, 100> header{};
    std::ifstream(file, std::ios::binary).read(reinterpret_cast<char*>(header.data()), header.size());
    const auto number = [&](std::size_t at) {
        return header[at] << 24U | header[at + 1] << 16U | header[at + 2] << 8U | header[at + 3];
    };
    constexpr std::size_t SchemaFormat = 44, Encoding = 56;
    if (header[18] > 2 || header[19] > 2 || number(SchemaFormat) > 4 || number(Encoding) > 3) {
        return fail("store.damaged", file.string() + ": its header has an unknown format");
    }
    return {};
}

Result<void> check(const StoreFiles& files, bool unclean) {
    const CheckDepth depth = depthFor(files, unclean);
    TRY(checkFormat(files.database));
    const Connection connection = TRY(Connection::open(files.database));
    return checkIntact(connection.database(), depth);
}

/// Repairs what is damaged. Nobody else has the database open.
Result<void> ensureIntact(const StoreFiles& files, StoreLock& lock) {
    TRY(finishRepair(files.database));
    std::error_code error;
    if (!fs::exists(files.database, error)) {
        return {}; // The person may have moved it away.
    }
    const bool logLeft = sizeOf(files.log()) > 0;
    if (sizeOf(files.database) == 0 && !logLeft) {
        return lock.remembersDatabase()
                   ? repair(files.database, files.database.string() + ": is empty", LogState::Readable)
                   : Result<void>();
    }
    // Before SQLite has looked at it: it would write back what it can read, and remove the rest.
    if (const Result<void> log = checkLog(files); !log) {
        return repair(files.database, log.error().detail, LogState::Damaged);
    }
    const Result<void> intact = check(files, logLeft);
    return intact || intact.error().code != "store.damaged"
               ? intact
               : repair(files.database, intact.error().detail, LogState::Readable);
}

/// SQLite doesn't wait for others when it changes the journal's mode, so this does.
Result<void> useWriteAheadLog(const QSqlDatabase& database) {
    const QDeadlineTimer deadline{BusyTimeout};
    for (;;) {
        const auto changed = runStatement(database, QStringLiteral("PRAGMA journal_mode = WAL"));
        if (changed) {
            return {};
        }
        if (changed.error().code != "store.failed" || deadline.hasExpired()) {
            return fail(changed.error());
        }
        QThread::msleep(5);
    }
}

Result<void> prepare(const QSqlDatabase& database) {
    TRY(useWriteAheadLog(database));
    // With a write-ahead log NORMAL cannot damage the file; a power cut may take the last moments with it, a crash of
    // the program takes nothing.
    TRY(runStatement(database, QStringLiteral("PRAGMA synchronous = NORMAL")));
    TRY(runStatement(database, QStringLiteral("PRAGMA foreign_keys = ON")));
    return migrate(database, migrations());
}

} // namespace

Store::Store(std::optional<StoreLock> lock, Connection connection)
    : m_lock(std::move(lock)), m_connection(std::move(connection)) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const fs::path& file) {
    const StoreFiles files(file);
    TRY(ensureWritable(file, Create::No));
    std::optional<StoreLock> lock = StoreLock::open(file);
    const bool alone = lock && lock->tryAlone();
    if (alone) {
        TRY(ensureIntact(files, *lock));
    }
    if (lock && !lock->share(RepairTimeout)) {
        return fail("store.failed", file.string() + ": another process checks or repairs it");
    }
    TRY(ensureWritable(file, Create::Yes));
    std::unique_ptr<Store> store(new Store(std::move(lock), TRY(Connection::open(file))));
    if (!alone) {
        TRY(checkIntact(store->database(), depthFor(files, false)));
    }
    TRY(prepare(store->database()));
    if (store->m_lock) {
        store->m_lock->rememberDatabase();
    }
    if (alone) {
        copyDaily(store->database());
    }
    return store;
}

} // namespace grindstone::core
