// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>

namespace grindstone::core {

/// Whether all that is lost can be known.
enum class LogState {
    Readable,
    Damaged, ///< changes of unknown kind are lost
};

/// Puts in the place of a damaged database a new one with all that can be read of it, or an empty one when nothing can.
/// The damaged file stays beside it, byte for byte, and so does the last copy (see StoreFiles); what was kept and lost
/// is left as a notice. The caller holds the StoreLock alone, and no connection. Whenever this is interrupted, the
/// damaged database or the new one is there. Fails with "store.full", "store.unwritable" or as runStatement() does:
/// then all is as before.
Result<void> repair(const std::filesystem::path& database, const std::string& reason, LogState log);

/// Ends a repair that a process began to put in its place and did not live to. To be called before a database is
/// opened, by who holds the StoreLock alone.
Result<void> finishRepair(const std::filesystem::path& database);

} // namespace grindstone::core
