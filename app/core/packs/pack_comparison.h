// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/packs/pack_import.h"

namespace grindstone::core {

/// Holds a pack that is to come, in `folder`, against the one of before, and notes in `told` what changes. Fails as
/// holdTheSame() does.
Result<void> compareWithBefore(const std::filesystem::path& before, const std::filesystem::path& folder,
                               ImportedPack& told, std::stop_token stop);

} // namespace grindstone::core
