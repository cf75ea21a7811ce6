// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace grindstone::core {

/// The files that lie beside a database, by their names.
struct StoreFiles {
    explicit StoreFiles(std::filesystem::path file) : database(std::move(file)) {}

    std::filesystem::path database;

    std::filesystem::path log() const { return with("-wal"); }
    std::filesystem::path logIndex() const { return with("-shm"); }
    /// Made by a repair and about to take the database's place; see store_repair.cpp.
    std::filesystem::path repaired() const { return with(".repaired"); }
    /// What a repair has to tell and nobody has read yet.
    std::filesystem::path notice() const { return with(".notice"); }
    std::filesystem::path damaged(const QDateTime& when) const { return stamped(".damaged-", when, ""); }
    std::filesystem::path beforeDamage(const QDateTime& when) const { return stamped(".before-damage-", when, ".bak"); }
    std::filesystem::path dayCopy(const QDate& day) const;

    /// The daily copies, the newest first.
    std::vector<std::filesystem::path> dayCopies() const;
    /// All copies of whole databases, the last written first.
    std::vector<std::filesystem::path> copies() const;
    /// Those that were set aside.
    std::vector<std::filesystem::path> damagedOnes() const;

    std::filesystem::path with(const char* suffix) const { return database.string() + suffix; }

private:
    std::filesystem::path stamped(const char* prefix, const QDateTime& when, const char* suffix) const;
    std::vector<std::filesystem::path> matching(const char* start, const char* end) const;
};

} // namespace grindstone::core
