// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

#include <chrono>
#include <filesystem>
#include <optional>

namespace grindstone::core {

/// Who has a database open: each process shares the lock of `<file>.lock` as long as it does. Whoever has it alone may
/// check and repair; the others wait for that. The system gives the lock back however a process ends. The file also
/// remembers that there was a database, so that an emptied one isn't taken for a new one.
class StoreLock {
public:
    /// Nothing where there is no such file and none can be made: then nobody repairs.
    static std::optional<StoreLock> open(const std::filesystem::path& database);

    /// True when nobody else has the database open; then nobody can open it until share().
    bool tryAlone();
    /// Waits for whoever has it alone; false when that takes longer than `patience`.
    bool share(std::chrono::seconds patience);

    bool remembersDatabase() const;
    void rememberDatabase();

private:
    explicit StoreLock(UniqueFd file) : m_file(std::move(file)) {}

    UniqueFd m_file;
};

} // namespace grindstone::core
