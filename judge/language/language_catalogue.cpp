// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/language_catalogue.h"

#include "judge/language/language_file.h"

#include <algorithm>
#include <set>

namespace grindstone::judge {

namespace {

/// The folder's `*.toml` in the order of their names; empty when there is no such folder.
std::vector<std::filesystem::path> findLanguageFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".toml") {
            files.push_back(entry->path());
        }
    }
    std::ranges::sort(files);
    return files;
}

void addOrReplace(std::vector<Language>& languages, Language language) {
    const auto found = std::ranges::find(languages, language.id, &Language::id);
    if (found == languages.end()) {
        languages.push_back(std::move(language));
    } else {
        *found = std::move(language);
    }
}

} // namespace

LanguageCatalogue LanguageCatalogue::load(const std::vector<std::filesystem::path>& folders) {
    LanguageCatalogue catalogue;
    for (const std::filesystem::path& folder : folders) {
        std::set<std::string> idsHere;
        for (const std::filesystem::path& file : findLanguageFiles(folder)) {
            Result<Language> language = loadLanguageFile(file);
            if (!language) {
                catalogue.m_problems.push_back(std::move(language).error());
            } else if (!idsHere.insert(language->id).second) {
                catalogue.m_problems.push_back({"language.invalid", file.string() +
                                                                        ": id: another file of this folder "
                                                                        "describes \"" +
                                                                        language->id + "\" already"});
            } else {
                addOrReplace(catalogue.m_languages, *std::move(language));
            }
        }
    }
    std::ranges::stable_partition(catalogue.m_languages, [](const Language& one) { return !one.byNameOnly; });
    return catalogue;
}

const Language* LanguageCatalogue::find(std::string_view id) const {
    const auto found = std::ranges::find(m_languages, id, &Language::id);
    return found == m_languages.end() ? nullptr : &*found;
}

const Language* LanguageCatalogue::findByExtension(std::string_view extension) const {
    const auto found = std::ranges::find_if(m_languages, [&](const Language& language) {
        return !language.byNameOnly && std::ranges::find(language.extensions, extension) != language.extensions.end();
    });
    return found == m_languages.end() ? nullptr : &*found;
}

const Language* LanguageCatalogue::findByIcpcCode(std::string_view code) const {
    const Language* best = nullptr;
    for (const Language& language : m_languages) {
        if (std::ranges::find(language.icpcCodes, code) != language.icpcCodes.end() &&
            (best == nullptr || (best->byNameOnly && !language.byNameOnly))) {
            best = &language;
        }
    }
    return best;
}

} // namespace grindstone::judge
