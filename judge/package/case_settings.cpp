// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/case_settings.h"

#include "judge/compare/comparator.h"
#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr const char* Invalid = "package.invalid";

constexpr std::size_t LongestArgument = 1024;
constexpr std::size_t MostArguments = 256;
constexpr std::size_t LongestCommandLine = 16 << 10;

Result<ComparatorSpec> comparatorOf(std::vector<std::string> arguments, const ProblemMetadata& metadata,
                                    const std::string& place) {
    for (std::string& argument : arguments) {
        std::optional<std::string> filled = withConstants(argument, metadata.constants, LongestArgument);
        if (!filled) {
            return fail(Invalid, place + "an argument is longer than 1 KiB, constants filled in; shorten it");
        }
        argument = *std::move(filled);
    }
    if (metadata.comparator == CustomComparator) {
        ComparatorSpec custom;
        custom.name = CustomComparator;
        custom.arguments = std::move(arguments);
        return custom;
    }
    Result<ComparatorSpec> spec = makeComparatorSpec(metadata.comparator, arguments);
    if (!spec) {
        return fail(Invalid, place + spec.error().detail);
    }
    return spec;
}

void warnOfKeys(const YamlReader& reader, const std::string& file, const YamlValue& yaml,
                std::vector<std::string>& warnings) {
    const bool mayBeDraft = file.ends_with("/testdata.yaml");
    reader.warnOfUnknownKeys(yaml, "",
                             {mayBeDraft ? "scoring" : "max_score",
                              "max_score",
                              "score_aggregation",
                              "static_validation_score",
                              "require_pass",
                              "args",
                              "input_validator_args",
                              "static_validator_args",
                              "output_validator_args",
                              "input_visualizer_args",
                              "output_visualizer_args",
                              "full_feedback",
                              "hint",
                              "description",
                              "on_reject",
                              "accept_score",
                              "reject_score",
                              "range",
                              "grading",
                              "grader_flags",
                              "input_validator_flags",
                              "output_validator_flags"},
                             warnings);
}

/// In the legacy format they may stand in a map with the name of a validator, of which all are run anyway.
const YamlValue& flagsOf(const YamlValue& value) {
    const YamlValue* flags = value.find("flags");
    return flags != nullptr ? *flags : value;
}

} // namespace

Result<std::vector<std::string>> readCommandLine(const YamlReader& reader, const YamlValue& value,
                                                 const std::string& key, const Constants& constants) {
    std::vector<std::string> arguments = TRY(reader.words(value, key));
    std::size_t room = LongestCommandLine;
    for (std::string& argument : arguments) {
        std::optional<std::string> filled = withConstants(argument, constants, room);
        if (!filled || arguments.size() > MostArguments) {
            return reader.invalid(value, key + " has more than 256 arguments or 16 KiB of text; give the program a "
                                               "file or standard input instead");
        }
        if (filled->find('\0') != std::string::npos) {
            return reader.invalid(value, key + " has a NUL byte, which no command line can hold; remove it");
        }
        room -= filled->size();
        argument = *std::move(filled);
    }
    return arguments;
}

Result<CaseSettings> packageSettings(const ProblemMetadata& metadata) {
    CaseSettings settings;
    const std::string place = YamlReader("problem.yaml").place(metadata.validatorArgumentsLine);
    settings.comparator = TRY(comparatorOf(metadata.validatorArguments, metadata, place));
    return settings;
}

Result<CaseSettings> readCaseSettings(const PackageFolder& folder, const std::string& file,
                                      const ProblemMetadata& metadata, const CaseSettings& inherited,
                                      std::vector<std::string>& warnings) {
    const YamlReader reader(sourceOf(folder, file));
    const YamlValue yaml = TRY(loadPackageYaml(folder, file));
    CaseSettings settings = inherited;
    if (const YamlValue* arguments = yaml.find("args")) {
        settings.arguments = TRY(readCommandLine(reader, *arguments, "args", metadata.constants));
    }
    for (const char* key : {"output_validator_flags", "output_validator_args"}) {
        if (const YamlValue* value = yaml.find(key)) {
            const std::vector<std::string> arguments = TRY(reader.words(flagsOf(*value), key));
            settings.comparator = TRY(comparatorOf(arguments, metadata, reader.place(value->line)));
        }
    }
    if (const YamlValue* feedback = yaml.find("full_feedback")) {
        settings.fullFeedback = TRY(reader.boolean(*feedback, "full_feedback"));
    }
    warnOfKeys(reader, file, yaml, warnings);
    return settings;
}

} // namespace grindstone::judge
