// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"
#include "sandbox/base/result.h"

#include <filesystem>

namespace grindstone::judge {

/// Reads and checks one language file. Fails with "language.invalid"; the detail is "FILE:LINE: KEY: reason".
Result<Language> loadLanguageFile(const std::filesystem::path& path);

} // namespace grindstone::judge
