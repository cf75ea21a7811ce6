// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/group_files.h"

#include "judge/package/planned_data.h"

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* LegacyFile = "/testdata.yaml";
constexpr const char* CurrentFile = "/test_group.yaml";
constexpr std::size_t MostEntries = 100'000; // as test data are bounded

/// Paths of the files of both kinds, below the package.
struct FoundFiles {
    bool current = false;
    std::vector<std::string> legacy;
};

FoundFiles findFiles(const PackageFolder& folder) {
    FoundFiles found;
    std::error_code error;
    std::size_t entries = 0;
    for (fs::recursive_directory_iterator entry(folder.root() / "data", error), end;
         !error && entry != end && ++entries < MostEntries; entry.increment(error)) {
        const std::string name = "/" + entry->path().filename().string();
        found.current |= name == CurrentFile;
        if (name == LegacyFile) {
            found.legacy.push_back(entry->path().lexically_relative(folder.root()).string());
        }
    }
    for (const auto& [file, made] : folder.planned().settings) {
        found.current |= file.ends_with(CurrentFile);
        if (file.ends_with(LegacyFile)) {
            found.legacy.push_back(file);
        }
    }
    return found;
}

} // namespace

Result<GroupFiles> findGroupFiles(const PackageFolder& folder, PackageFormat format) {
    if (format == PackageFormat::Legacy) {
        return GroupFiles{ScoringRules::Legacy, LegacyFile, false};
    }
    const FoundFiles found = findFiles(folder);
    if (found.current || found.legacy.empty()) {
        return GroupFiles();
    }
    for (const std::string& file : found.legacy) {
        const YamlValue yaml = TRY(loadPackageYaml(folder, file));
        if (yaml.find("scoring") != nullptr) {
            return GroupFiles{ScoringRules::Current, LegacyFile, true};
        }
    }
    return GroupFiles{ScoringRules::Legacy, LegacyFile, false};
}

Result<YamlValue> withoutDraft(const YamlReader& reader, YamlValue yaml) {
    const YamlValue* scoring = yaml.find("scoring");
    if (scoring == nullptr) {
        return yaml;
    }
    TRY(reader.expectMap(*scoring, "scoring"));
    std::vector<YamlEntry> entries = scoring->entries;
    for (YamlEntry& entry : entries) {
        entry.key = entry.key == "score" ? "max_score" : entry.key == "aggregation" ? "score_aggregation" : entry.key;
    }
    yaml.entries.insert(yaml.entries.begin(), entries.begin(), entries.end());
    return yaml;
}

} // namespace grindstone::judge
