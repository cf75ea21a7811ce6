// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/generator_entries.h"

#include "judge/package/case_numbers.h"
#include "judge/package/yaml_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace grindstone::judge {

namespace {

const YamlReader Reader(GeneratorsYaml);

constexpr std::array<std::string_view, 13> CaseKeys{
    "copy",         "generate",      "count",       "match",        "in",          "ans", "out",
    "in.statement", "ans.statement", "in.download", "ans.download", "interaction", "yaml"};

} // namespace

bool isGeneratorCase(const YamlValue& value) {
    return value.isNull() || value.kind == YamlValue::Kind::Scalar ||
           (value.kind == YamlValue::Kind::Map &&
            std::ranges::any_of(CaseKeys, [&](std::string_view key) { return value.find(key) != nullptr; }));
}

bool isGeneratorGroup(const YamlValue& value) {
    return value.kind == YamlValue::Kind::Map && !isGeneratorCase(value);
}

Result<std::vector<std::int64_t>> caseNumbersOf(const YamlValue& value) {
    const YamlValue* count = value.find("count");
    return count == nullptr || count->isNull() ? Result<std::vector<std::int64_t>>(std::vector<std::int64_t>{1})
                                               : readCaseNumbers(Reader, *count);
}

Result<std::size_t> countNumberedCases(const YamlValue& group) {
    const YamlValue* data = group.find("data");
    if (data == nullptr) {
        return std::size_t{0};
    }
    const bool numbered = data->kind == YamlValue::Kind::List;
    std::size_t total = 0;
    const auto count = [&](const YamlValue& map) -> Result<void> {
        for (const YamlEntry& entry : map.entries) {
            if (isGeneratorGroup(entry.value)) {
                total += TRY(countNumberedCases(entry.value));
            } else if (numbered && isGeneratorCase(entry.value)) {
                total += TRY(caseNumbersOf(entry.value)).size();
            }
        }
        return {};
    };
    if (!numbered) {
        TRY(count(*data));
    }
    for (const YamlValue& item : data->items) {
        TRY(count(item));
    }
    return total;
}

Result<void> readNamedGenerators(const YamlValue& yaml, PlannedData& plan) {
    const YamlValue* generators = yaml.find("generators");
    if (generators == nullptr) {
        return {};
    }
    TRY(Reader.expectMap(*generators, "generators"));
    for (const YamlEntry& entry : generators->entries) {
        PlannedProgram program{"generators/" + entry.key, {}, Reader.place(entry.line)};
        for (const std::string& file : TRY(Reader.words(entry.value, "generators." + entry.key))) {
            program.files.push_back("generators/" + file);
        }
        if (program.files.empty()) {
            return Reader.invalid(entry.value,
                                  "generators." + entry.key + " has no files; list them, the one to run first");
        }
        PlannedData::indexOf(plan.programs, std::move(program));
    }
    return {};
}

} // namespace grindstone::judge
