// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/migrations.h"

#include "app/core/store/statement_runner.h"

#include <unistd.h>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

/// Version 1. Times are milliseconds since 1970 in UTC, code is UTF-8 in a BLOB, verdicts are codes such as 'WA'.
Migration submissionsAndDrafts() {
    return {
        QStringLiteral(R"(CREATE TABLE submissions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            problem_id TEXT NOT NULL,
            language TEXT NOT NULL,
            code BLOB NOT NULL,
            verdict TEXT NOT NULL,
            submitted_at INTEGER NOT NULL,
            cases_passed INTEGER NOT NULL,
            cases_total INTEGER NOT NULL,
            cpu_ms_max INTEGER NOT NULL,
            memory_kib_max INTEGER NOT NULL,
            tier TEXT NOT NULL,
            message TEXT NOT NULL))"),
        QStringLiteral("CREATE INDEX submissions_by_problem ON submissions (problem_id, verdict)"),
        QStringLiteral(R"(CREATE TABLE submission_cases (
            submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            verdict TEXT NOT NULL,
            cpu_ms INTEGER NOT NULL,
            wall_ms INTEGER NOT NULL,
            memory_kib INTEGER NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (submission_id, place)) WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE TABLE drafts (
            problem_id TEXT NOT NULL,
            language TEXT NOT NULL,
            code BLOB NOT NULL,
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (problem_id, language)) WITHOUT ROWID)"),
    };
}

/// Version 2. `priority` is the place of the job's mode in the queue, 0 first; owner columns are NULL for a job that
/// nobody holds; `work` is CBOR, NULL once nobody needs it any more; reports are JSON.
Migration jobs() {
    return {
        QStringLiteral(R"(CREATE TABLE jobs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            mode TEXT NOT NULL,
            priority INTEGER NOT NULL,
            state TEXT NOT NULL,
            problem_id TEXT NOT NULL,
            language TEXT NOT NULL,
            all_cases INTEGER NOT NULL,
            work BLOB,
            created_at INTEGER NOT NULL,
            started_at INTEGER,
            finished_at INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0,
            cancel_requested INTEGER NOT NULL DEFAULT 0,
            owner_boot TEXT,
            owner_pid INTEGER,
            owner_start INTEGER,
            owner_seat INTEGER,
            verdict TEXT,
            submission_id INTEGER,
            error_code TEXT,
            error_detail TEXT,
            report_size INTEGER,
            report BLOB))"),
        QStringLiteral("CREATE INDEX jobs_unfinished ON jobs (priority, id) WHERE state IN ('queued', 'running')"),
        QStringLiteral("CREATE INDEX jobs_reported ON jobs (finished_at, id, report_size) "
                       "WHERE report_size IS NOT NULL"),
    };
}

/// Version 3. Each file for itself; what it was judged with and how it went. NULL and empty stand for what was not
/// kept.
Migration wholeSubmissions() {
    return {
        QStringLiteral(R"(CREATE TABLE submission_files (
            submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (submission_id, place)))"),
        QStringLiteral("INSERT INTO submission_files SELECT id, 0, '', code FROM submissions"),
        QStringLiteral("ALTER TABLE submissions DROP COLUMN code"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN mode TEXT NOT NULL DEFAULT 'submit'"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN score REAL"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN max_score REAL"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN wall_ms INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN toolchain_version TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN compile_command TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN limit_cpu_ms INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN limit_wall_ms INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN limit_memory_kib INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN limit_output_kib INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN limit_source TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN program_version TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN compile_output BLOB NOT NULL DEFAULT x''"),
        QStringLiteral("ALTER TABLE submissions ADD COLUMN diagnostics TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE submission_cases ADD COLUMN exit_code INTEGER"),
        QStringLiteral("ALTER TABLE submission_cases ADD COLUMN signal INTEGER"),
        QStringLiteral("ALTER TABLE submission_cases ADD COLUMN limit_hit TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE submission_cases ADD COLUMN score REAL"),
        QStringLiteral("ALTER TABLE submission_cases ADD COLUMN max_score REAL"),
    };
}

Result<qint64> version(const QSqlDatabase& database) {
    return readNumber(database, QStringLiteral("PRAGMA user_version"));
}

/// One step, unless another process has made it in the meantime.
Result<void> step(const QSqlDatabase& database, qint64 from, const Migration& statements) {
    Transaction transaction = TRY(Transaction::begin(database));
    if (TRY(version(database)) != from) {
        return {};
    }
    for (const QString& statement : statements) {
        TRY(runStatement(database, statement));
    }
    TRY(runStatement(database, QStringLiteral("PRAGMA user_version = %1").arg(from + 1)));
    return transaction.commit();
}

} // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> Steps{submissionsAndDrafts(), jobs(), wholeSubmissions()};
    return Steps;
}

Result<void> copyDatabase(const QSqlDatabase& database, const fs::path& copy) {
    std::error_code error;
    if (fs::exists(copy, error)) {
        return {};
    }
    const fs::path partial =
        copy.string() + "." + std::to_string(::getpid()) + "-" + database.connectionName().toStdString() + ".part";
    fs::remove(partial, error);
    const auto copied = runStatement(database, QStringLiteral("VACUUM INTO ?"), {QString::fromStdString(partial)});
    if (!copied) {
        fs::remove(partial, error);
        return fail(copied.error());
    }
    fs::permissions(partial, fs::perms::owner_read | fs::perms::owner_write, error);
    fs::rename(partial, copy, error);
    if (error) {
        return fail("store.unwritable", copy.string() + ": " + error.message());
    }
    return {};
}

Result<void> migrate(const QSqlDatabase& database, const std::vector<Migration>& steps) {
    const auto wanted = static_cast<qint64>(steps.size());
    qint64 now = TRY(version(database));
    if (now > 0 && now < wanted) {
        const fs::path copy = database.databaseName().toStdString() + ".version-" + std::to_string(now) + ".bak";
        const auto copied = copyDatabase(database, copy);
        if (!copied) {
            return fail(withContext(copied.error(), "copy before the upgrade"));
        }
    }
    while (now < wanted) {
        TRY(step(database, now, steps[std::size_t(now)]));
        now = TRY(version(database));
    }
    if (now > wanted) {
        return fail("store.too-new", database.databaseName().toStdString() + " has schema version " +
                                         std::to_string(now) + ", this program knows " + std::to_string(wanted));
    }
    return {};
}

} // namespace grindstone::core
