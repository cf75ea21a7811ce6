// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"
#include "sandbox/base/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// The languages that the TOML files describe.
class LanguageCatalogue {
public:
    /// Reads `*.toml` of each folder, in order; a later folder's file replaces an earlier one of the same id. A folder
    /// that is absent is passed over. A broken file is left out and told in problems(), it never stops the rest.
    static LanguageCatalogue load(const std::vector<std::filesystem::path>& folders);

    /// In the order of their files; those that go by name only come last, so that the first one allowed is the usual
    /// one.
    const std::vector<Language>& languages() const { return m_languages; }
    const Language* find(std::string_view id) const;
    /// Those that go by name only are passed over.
    const Language* findByExtension(std::string_view extension) const;
    /// By a name in the ICPC format; those that go by name only come last.
    const Language* findByIcpcCode(std::string_view code) const;
    /// Broken files: "language.invalid" with file, line and reason.
    const std::vector<Error>& problems() const { return m_problems; }

private:
    std::vector<Language> m_languages;
    std::vector<Error> m_problems;
};

/// The folder of the program's own data (`languages/`, `problemsets/`, `translations/`): `../share/grindstone` as seen
/// from the running program, in the build tree and where it is installed alike.
std::filesystem::path findResources();

} // namespace grindstone::judge
