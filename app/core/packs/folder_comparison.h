// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <stop_token>

namespace grindstone::core {

/// Whether two folders hold the same: names, files' content and whether they can be executed, links' targets. What
/// Grindstone keeps there for itself doesn't count. In memory that doesn't depend on the files. Fails as
/// judge::listFolder() does.
Result<bool> holdTheSame(const std::filesystem::path& a, const std::filesystem::path& b, std::stop_token stop);

} // namespace grindstone::core
