// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/generators_yaml.h"
#include "judge/package/yaml_reader.h"

#include <cstdint>
#include <optional>

namespace grindstone::judge {

/// What a group of generators.yaml hands down to what is in it.
struct InheritedGeneration {
    std::optional<std::size_t> solution; ///< of the plan's
    bool noSolution = false;             ///< the file says that there is none
    std::string salt;
};

/// Reads how single cases of generators.yaml are made. Fails as readGeneratorsYaml() does.
class GeneratorCaseReader {
public:
    /// All outlive it. Programs, solutions and settings go into the plan, cases don't.
    GeneratorCaseReader(const GeneratorContext& context, PlannedData& plan, std::vector<std::string>& warnings)
        : m_context(context), m_plan(plan), m_warnings(warnings) {}

    /// What holds in a group or a case, given what holds above it.
    Result<InheritedGeneration> inherit(const YamlValue& yaml, InheritedGeneration inherited);

    /// An entry that stands for the case `base` ("data/secret/1"), with a number where it stands for several. Nothing
    /// for a sample that people read and nobody judges.
    Result<std::optional<MadeCase>> read(const YamlValue& value, const std::string& base,
                                         std::optional<std::int64_t> number, const InheritedGeneration& inherited);

private:
    Result<bool> takeInput(const YamlValue& value, const std::string& base, std::optional<std::int64_t> number,
                           const InheritedGeneration& inherited, MadeCase& made);
    Result<bool> takeShorthand(const YamlValue& value, const std::string& base, std::optional<std::int64_t> number,
                               const InheritedGeneration& inherited, MadeCase& made);
    Result<void> useCommand(const YamlValue& value, std::optional<std::int64_t> number,
                            const InheritedGeneration& inherited, CaseRecipe& recipe);
    Result<bool> copyFiles(const YamlValue& value, const std::string& name, const std::string& base, MadeCase& made);
    Result<void> useSolution(const YamlValue& value, const std::string& base, const InheritedGeneration& inherited,
                             MadeCase& made) const;
    Result<void> readSettings(const YamlValue& value, const std::string& base);

    const GeneratorContext& m_context;
    PlannedData& m_plan;
    std::vector<std::string>& m_warnings;
};

} // namespace grindstone::judge
