// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language_catalogue.h"

#include <string>
#include <vector>

namespace grindstone::cli {

/// Those of the catalogue's problems that a person who uses `language` (an id) should know of: files that were meant to
/// describe it, by their name or by their id. The language in use is another file's then, or unknown.
std::vector<Error> brokenFilesOf(const judge::LanguageCatalogue& languages, const std::string& language);

} // namespace grindstone::cli
