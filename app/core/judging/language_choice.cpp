// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/language_choice.h"

#include <filesystem>
#include <map>

namespace grindstone::core {

namespace {

/// Why a language may be missing from those known.
std::string notRead(const judge::LanguageCatalogue& languages) {
    std::string list;
    for (const Error& problem : languages.problems()) {
        list += "; not read: " + problem.detail;
    }
    return list;
}

} // namespace

std::string knownLanguages(const judge::LanguageCatalogue& languages) {
    std::string list;
    for (const judge::Language& language : languages.languages()) {
        list += (list.empty() ? "" : ", ") + language.id;
    }
    return list.empty() ? "none" : list;
}

Result<const judge::Language*> findLanguage(const judge::LanguageCatalogue& languages, const std::string& wanted) {
    if (const judge::Language* language = languages.find(wanted)) {
        return language;
    }
    if (const judge::Language* language = languages.findByIcpcCode(wanted)) {
        return language;
    }
    return fail("language.unknown", wanted + "; known are " + knownLanguages(languages) + notRead(languages));
}

Result<const judge::Language*> guessLanguage(const judge::LanguageCatalogue& languages, const std::string& source,
                                             const std::vector<judge::SourceFile>& files) {
    std::map<const judge::Language*, std::size_t> counts;
    const judge::Language* best = nullptr;
    for (const judge::SourceFile& file : files) {
        const std::string extension = std::filesystem::path(file.name).extension().string();
        if (const judge::Language* language = languages.findByExtension(extension)) {
            const std::size_t count = ++counts[language];
            best = best == nullptr || count > counts[best] ? language : best;
        }
    }
    if (best == nullptr) {
        return fail("usage.language", "the language of " + source + " cannot be told from its name; give it with " +
                                          "--language: " + knownLanguages(languages) + notRead(languages));
    }
    return best;
}

} // namespace grindstone::core
