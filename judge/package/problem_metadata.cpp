// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/problem_metadata.h"

#include "judge/package/language_tag.h"
#include "judge/package/planned_data.h"
#include "judge/package/problem_constants.h"
#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

const YamlReader Reader("problem.yaml");

Result<PackageFormat> readFormat(const YamlValue& yaml) {
    const YamlValue* version = yaml.find("problem_format_version");
    if (version == nullptr) {
        return PackageFormat::Legacy;
    }
    const std::string text = TRY(Reader.text(*version, "problem_format_version"));
    if (text == "legacy" || text == "legacy-icpc") {
        return PackageFormat::Legacy;
    }
    for (const char* known : {"2025-09", "2025-09-draft", "2023-07", "2023-07-draft", "draft"}) {
        if (text == known) {
            return PackageFormat::Current;
        }
    }
    return Reader.unsupported(*version, "problem_format_version \"" + text +
                                            "\" is not known; \"2025-09\" and \"legacy\" can be read");
}

/// The English name among several, else the first.
Result<std::string> chooseName(const YamlValue& names) {
    if (names.entries.empty()) {
        return Reader.invalid(names, "name holds no name; write one, such as \"en: Title\"");
    }
    const auto isEnglish = [](const YamlEntry& entry) { return entry.key == "en" || entry.key.starts_with("en-"); };
    auto chosen = std::ranges::find_if(names.entries, isEnglish);
    if (chosen == names.entries.end()) {
        chosen = names.entries.begin();
    }
    return Reader.text(chosen->value, "name." + chosen->key);
}

Result<void> readNames(const YamlValue& yaml, ProblemMetadata& metadata) {
    const YamlValue* name = yaml.find("name");
    if (name == nullptr || name->isNull()) {
        return {};
    }
    if (name->kind != YamlValue::Kind::Map) {
        metadata.name = TRY(Reader.text(*name, "name"));
        return {};
    }
    metadata.name = TRY(chooseName(*name));
    for (const YamlEntry& entry : name->entries) {
        metadata.names[languageTag(entry.key).value_or(entry.key)] = TRY(Reader.text(entry.value, "name." + entry.key));
    }
    return {};
}

Result<void> readWords(const YamlValue& yaml, const std::string& key, std::vector<std::string>& words) {
    if (const YamlValue* value = yaml.find(key)) {
        words = TRY(Reader.words(*value, key));
    }
    return {};
}

void warnOfKeys(const YamlValue& yaml, PackageFormat format, std::vector<std::string>& warnings) {
    Reader.warnOfUnknownKeys(yaml, "",
                             {"problem_format_version",
                              "type",
                              "name",
                              "uuid",
                              "version",
                              "credits",
                              "source",
                              "license",
                              "rights_owner",
                              "embargo_until",
                              "limits",
                              "keywords",
                              "languages",
                              "allow_file_writing",
                              "constants",
                              "author",
                              "source_url",
                              "validation",
                              "validator_flags",
                              "grading",
                              "libraries"},
                             warnings);
    if (format == PackageFormat::Current && yaml.find("name") == nullptr) {
        warnings.push_back("problem.yaml: there is no name; the folder's name stands in for it");
    }
}

} // namespace

Result<YamlValue> loadPackageYaml(const PackageFolder& folder, const std::string& file) {
    constexpr std::size_t LargestFile = 1 << 20;
    const std::optional<std::string> content = TRY(folder.readText(file, LargestFile));
    if (!content) {
        const YamlValue* made = folder.planned().findSettings(file);
        return made != nullptr ? *made : YamlValue();
    }
    YamlValue yaml = TRY(parseYaml(*content, file));
    TRY(YamlReader(file).expectMap(yaml, "the file"));
    return yaml;
}

std::string sourceOf(const PackageFolder& folder, const std::string& file) {
    const bool made = !folder.isOnDisk(file) && folder.planned().findSettings(file) != nullptr;
    return made ? folder.planned().source : file;
}

Result<ProblemMetadata> readMetadata(const YamlValue& yaml, std::vector<std::string>& warnings) {
    ProblemMetadata metadata;
    metadata.format = TRY(readFormat(yaml));
    TRY(readNames(yaml, metadata));
    TRY(readWords(yaml, "keywords", metadata.keywords));
    TRY(readWords(yaml, "languages", metadata.languages));
    if (std::ranges::find(metadata.languages, "all") != metadata.languages.end()) {
        metadata.languages.clear();
    }
    TRY(readConstants(yaml, metadata.constants, warnings));
    if (const YamlValue* flags = yaml.find("validator_flags")) {
        metadata.validatorArguments = TRY(Reader.words(*flags, "validator_flags"));
        metadata.validatorArgumentsLine = flags->line;
    }
    warnOfKeys(yaml, metadata.format, warnings);
    return metadata;
}

} // namespace grindstone::judge
