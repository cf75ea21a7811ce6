// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/salvage.h"

#include <filesystem>

namespace grindstone::core {

/// What was done about a damaged database, for a person to know.
struct StoreNotice {
    enum class Kind {
        Repaired, ///< what could be read is in a new one
        SetAside, ///< nothing could be read; a new one is begun
    };
    Kind kind = Kind::Repaired;
    std::string reason;                ///< English, what was seen
    std::filesystem::path damaged;     ///< the damaged file, as it was
    std::filesystem::path copy;        ///< the last copy made before; empty: there is none
    std::vector<SalvagedTable> tables; ///< what was kept and lost, of a repaired one
};

/// Keeps it until somebody reads it, whichever process that is. True when it is on the disk.
bool leaveNotice(const std::filesystem::path& database, const StoreNotice& notice);

/// What nobody has been told yet; afterwards it is told.
std::optional<StoreNotice> takeNotice(const std::filesystem::path& database);

} // namespace grindstone::core
