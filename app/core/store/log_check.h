// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/store_files.h"
#include "sandbox/base/result.h"

namespace grindstone::core {

/// Looks whether SQLite can read the log of a database that wasn't closed as far as it was written: what lies behind a
/// damaged place it would drop without a word. Expects that no process has the database open. Fails with
/// "store.damaged" when committed changes cannot be read; a transaction that was never ended is no damage.
Result<void> checkLog(const StoreFiles& files);

} // namespace grindstone::core
