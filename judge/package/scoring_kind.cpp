// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/scoring_kind.h"

#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

const YamlReader Reader("problem.yaml");

Result<bool> says(const YamlValue& yaml, const char* key, const char* word) {
    const YamlValue* value = yaml.find(key);
    if (value == nullptr) {
        return false;
    }
    const std::vector<std::string> words = TRY(Reader.words(*value, key));
    return std::ranges::find(words, word) != words.end();
}

Result<void> readGrading(const YamlValue& grading, ScoringKind& kind) {
    TRY(Reader.expectMap(grading, "grading"));
    if (const YamlValue* objective = grading.find("objective")) {
        kind.lessIsBetter = TRY(Reader.choice(*objective, "grading.objective", {"max", "min"})) == 1;
    }
    if (const YamlValue* show = grading.find("show_test_data_groups")) {
        TRY(Reader.boolean(*show, "grading.show_test_data_groups")); // Every case's verdict is shown, so are groups.
    }
    kind.defaults = grading;
    return {};
}

} // namespace

Result<ScoringKind> readScoringKind(const YamlValue& yaml, PackageFormat format, std::vector<std::string>& warnings) {
    ScoringKind kind;
    kind.scored = TRY(says(yaml, "type", "scoring"));
    const YamlValue* grading = yaml.find("grading");
    if (!kind.scored) {
        if (grading != nullptr && !grading->isNull()) {
            warnings.push_back(Reader.place(grading->line) + "grading has no effect without \"type: scoring\"");
        }
        return kind;
    }
    if (TRY(says(yaml, "type", "pass-fail"))) {
        return Reader.invalid(*yaml.find("type"), "type is both scoring and pass-fail; write one of them");
    }
    kind.validatorsScore = format == PackageFormat::Current || TRY(says(yaml, "validation", "score"));
    if (grading != nullptr) {
        TRY(readGrading(*grading, kind));
    }
    return kind;
}

} // namespace grindstone::judge
