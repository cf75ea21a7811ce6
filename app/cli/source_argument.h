// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/language/language_catalogue.h"
#include "sandbox/base/result.h"

#include <stop_token>
#include <string>
#include <vector>

namespace grindstone::cli {

/// A solution as the command line names it, read and checked.
struct Solution {
    std::vector<judge::SourceFile> sources;
    std::string language; ///< id
};

/// Reads SOURCE: a file, a folder (every file of it), or "-" for standard input. The language is `language` (an id or
/// a code of the ICPC format), or is found from the file names. Fails with "language.unknown", with "usage.language"
/// when it has to be given, and as judge::loadSources() does; with "interrupted" when a stop is asked for while
/// standard input is awaited.
Result<Solution> readSolution(const std::string& source, const std::string& language,
                              const judge::LanguageCatalogue& languages, Bytes largest, std::stop_token stop);

/// All of a file, or of standard input for "-". Fails with "file.unreadable", "file.too-large" or "interrupted".
Result<std::string> readWhole(const std::string& file, Bytes largest, std::stop_token stop);

} // namespace grindstone::cli
