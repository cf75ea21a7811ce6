// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/case_settings.h"

#include "judge/compare/comparator.h"
#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr const char* Invalid = "package.invalid";

constexpr std::size_t LongestArgument = 1024;

/// The text with each {{name}} replaced once: a value that itself holds a {{name}} stays as it is, or few constants
/// could double one another without end. Of a text that grows too long only the beginning comes back.
std::string withConstants(std::string_view text, const std::map<std::string, std::string>& constants) {
    std::string filled;
    while (!text.empty() && filled.size() <= LongestArgument) {
        const std::size_t open = std::min(text.find("{{"), text.size());
        filled += text.substr(0, open);
        text.remove_prefix(open);
        const std::size_t close = text.find("}}");
        const auto constant =
            close == std::string_view::npos ? constants.end() : constants.find(std::string(text.substr(2, close - 2)));
        const bool known = constant != constants.end();
        filled += known ? std::string_view(constant->second) : text.substr(0, 1);
        text.remove_prefix(std::min(text.size(), known ? close + 2 : 1));
    }
    return filled;
}

Result<ComparatorSpec> comparatorOf(std::vector<std::string> arguments, const ProblemMetadata& metadata,
                                    const std::string& place) {
    for (std::string& argument : arguments) {
        argument = withConstants(argument, metadata.constants);
        if (argument.size() > LongestArgument) {
            return fail(Invalid, place + "an argument is longer than 1 KiB, constants filled in; shorten it");
        }
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

Result<void> checkArguments(const YamlReader& reader, const YamlValue& yaml) {
    const YamlValue* arguments = yaml.find("args");
    if (arguments != nullptr && !TRY(reader.words(*arguments, "args")).empty()) {
        return reader.unsupported(*arguments,
                                  "command-line arguments for the program (args) are not supported yet; only "
                                  "cases that give everything on standard input can be judged");
    }
    return {};
}

void warnOfKeys(const YamlReader& reader, const YamlValue& yaml, std::vector<std::string>& warnings) {
    reader.warnOfUnknownKeys(yaml, "",
                             {"max_score",
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

} // namespace

Result<CaseSettings> packageSettings(const ProblemMetadata& metadata) {
    CaseSettings settings;
    const std::string place = YamlReader("problem.yaml").place(metadata.validatorArgumentsLine);
    settings.comparator = TRY(comparatorOf(metadata.validatorArguments, metadata, place));
    return settings;
}

Result<CaseSettings> readCaseSettings(const PackageFolder& folder, const std::string& file,
                                      const ProblemMetadata& metadata, const CaseSettings& inherited,
                                      std::vector<std::string>& warnings) {
    const YamlReader reader(file);
    const YamlValue yaml = TRY(loadPackageYaml(folder, file));
    CaseSettings settings = inherited;
    TRY(checkArguments(reader, yaml));
    for (const char* key : {"output_validator_flags", "output_validator_args"}) {
        if (const YamlValue* value = yaml.find(key)) {
            const std::vector<std::string> arguments = TRY(reader.words(*value, key));
            settings.comparator = TRY(comparatorOf(arguments, metadata, reader.place(value->line)));
        }
    }
    if (const YamlValue* feedback = yaml.find("full_feedback")) {
        settings.fullFeedback = TRY(reader.boolean(*feedback, "full_feedback"));
    }
    warnOfKeys(reader, yaml, warnings);
    return settings;
}

} // namespace grindstone::judge
