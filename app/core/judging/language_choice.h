// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/submission.h"
#include "judge/language/language_catalogue.h"

namespace grindstone::core {

/// The language with this id, or this code of the ICPC format. Fails with "language.unknown", naming those there are.
Result<const judge::Language*> findLanguage(const judge::LanguageCatalogue& languages, const std::string& wanted);

/// The language that most of the files are of; of equal ones, that of the first file. Fails with "usage.language",
/// naming `source`.
Result<const judge::Language*> guessLanguage(const judge::LanguageCatalogue& languages, const std::string& source,
                                             const std::vector<judge::SourceFile>& files);

/// The ids, for a message.
std::string knownLanguages(const judge::LanguageCatalogue& languages);

} // namespace grindstone::core
