// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/sample_interactions.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Samples = "data/sample";
constexpr const char* Suffix = ".interaction";
/// As test data are bounded.
constexpr std::size_t MostEntries = 100'000;

} // namespace

Result<std::vector<SampleInteraction>> findInteractions(const PackageFolder& folder) {
    std::vector<SampleInteraction> interactions;
    std::error_code error;
    std::size_t entries = 0;
    for (fs::recursive_directory_iterator entry(folder.root() / Samples, error), end;
         !error && entry != end && ++entries < MostEntries; entry.increment(error)) {
        const fs::path file = entry->path().lexically_relative(folder.root());
        if (file.extension() == Suffix && file.filename().string().front() != '.') {
            const fs::path name = file.lexically_relative("data").replace_extension();
            fs::path transcript = TRY(folder.resolveFile(file));
            interactions.push_back({shownPath(name), std::move(transcript)});
        }
    }
    std::ranges::sort(interactions, {}, &SampleInteraction::name);
    return interactions;
}

} // namespace grindstone::judge
