// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/generation_reader.h"

#include "judge/package/input_arguments.h"
#include "judge/package/input_validators.h"
#include "judge/package/own_generators.h"
#include "judge/package/package_checkers.h"
#include "judge/package/problem_metadata.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* GeneratorsFile = "generators/generators.yaml";
constexpr const char* Accepted = "submissions/accepted";

/// Whether there is an input in data/secret. Looks at no more than 100,000 entries.
bool hasSecretCases(const PackageFolder& folder) {
    std::error_code error;
    std::size_t entries = 0;
    for (fs::recursive_directory_iterator entry(folder.root() / "data/secret", error), end;
         !error && entry != end && ++entries < 100'000; entry.increment(error)) {
        if (entry->path().extension() == ".in") {
            return true;
        }
    }
    return false;
}

Result<void> readPlan(const GeneratorContext& context, const YamlValue* own, PlannedData& plan,
                      std::vector<std::string>& warnings) {
    if (own != nullptr) {
        return readOwnGenerators(context, *own, plan, warnings);
    }
    return readGeneratorsYaml(context, TRY(loadPackageYaml(context.folder, GeneratorsFile)), plan, warnings);
}

Error placed(const PlannedProgram& planned, Error error) {
    error.detail = planned.place + error.detail;
    return error;
}

Result<PackageProgram> programOf(const PackageFolder& folder, const PlannedProgram& planned,
                                 const Constants& constants) {
    PackageProgram program{planned.name, {}, folder.root(), constants, {}};
    for (const std::string& file : planned.files) {
        Result<fs::path> path = folder.resolveFile(file);
        if (!path) {
            return fail(placed(planned, path.error()));
        }
        program.files.push_back({fs::path(file).filename().string(), *std::move(path)});
    }
    if (planned.files.empty()) {
        Result<fs::path> path = folder.resolve(planned.name);
        if (!path) {
            return fail(placed(planned, path.error()));
        }
        program.path = *std::move(path);
    }
    return program;
}

/// Gives the programs that are used their new indices, in the order of use.
class Renumbering {
public:
    std::size_t operator()(std::size_t index) {
        const auto found = std::ranges::find(m_used, index);
        if (found == m_used.end()) {
            m_used.push_back(index);
            return m_used.size() - 1;
        }
        return static_cast<std::size_t>(found - m_used.begin());
    }
    const std::vector<std::size_t>& used() const { return m_used; }

private:
    std::vector<std::size_t> m_used;
};

Result<void> addSolutions(const PackageFolder& folder, const Constants& constants, Generation& generation) {
    const PlannedData& plan = folder.planned();
    if (plan.solution) {
        generation.solution = SolutionSpec{TRY(programOf(folder, plan.solutions[*plan.solution], constants)), {}};
        return {};
    }
    for (const std::string& path : listPrograms(folder, Accepted)) {
        generation.solutions.push_back({TRY(programOf(folder, {path, {}, {}}, constants)), {}});
    }
    return {};
}

/// Those that are programs, and the arguments that they have for each input that is made.
Result<void> addValidators(const PackageFolder& folder, const Constants& constants, Generation& generation) {
    std::vector<std::string> names;
    for (InputValidator& validator : TRY(findInputValidators(folder, constants))) {
        if (validator.form == InputValidator::Form::Program) {
            generation.inputValidators.push_back(std::move(validator.program));
            names.push_back(std::move(validator.name));
        }
    }
    InputArguments arguments(folder, constants);
    for (CaseRecipe& recipe : generation.recipes) {
        for (std::size_t i = 0; i < names.size() && recipe.input != CaseRecipe::Input::File; ++i) {
            recipe.validatorArguments.push_back(TRY(arguments.of("data/" + recipe.name, names[i])));
        }
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const PlannedData>> planData(const GeneratorContext& context, const YamlValue& extras,
                                                    std::vector<std::string>& warnings) {
    auto plan = std::make_shared<PlannedData>();
    const YamlValue* own = extras.find("generators");
    if (own == nullptr && !context.folder.isOnDisk(GeneratorsFile)) {
        return std::shared_ptr<const PlannedData>(std::move(plan));
    }
    Result<void> read = readPlan(context, own, *plan, warnings);
    if (!read && own == nullptr && hasSecretCases(context.folder)) {
        warnings.push_back(read.error().detail + " (nothing is generated; the cases in data/ are used)");
        return std::make_shared<const PlannedData>();
    }
    TRY(std::move(read));
    return std::shared_ptr<const PlannedData>(std::move(plan));
}

Result<Generation> findGeneration(const PackageFolder& folder, const Constants& constants,
                                  std::vector<CaseRecipe> recipes) {
    const PlannedData& plan = folder.planned();
    Generation generation;
    if (recipes.empty()) {
        return generation;
    }
    Renumbering programs;
    Renumbering solutions;
    for (CaseRecipe& recipe : recipes) {
        if (recipe.input != CaseRecipe::Input::Program) {
            recipe.program.reset();
        }
        if (recipe.answer != CaseRecipe::Answer::Solution) {
            recipe.otherSolution.reset();
        }
        recipe.program = recipe.program ? std::optional(programs(*recipe.program)) : std::nullopt;
        recipe.otherSolution = recipe.otherSolution ? std::optional(solutions(*recipe.otherSolution)) : std::nullopt;
    }
    for (const std::size_t used : programs.used()) {
        generation.programs.push_back(TRY(programOf(folder, plan.programs[used], constants)));
    }
    for (const std::size_t used : solutions.used()) {
        generation.otherSolutions.push_back({TRY(programOf(folder, plan.solutions[used], constants)), {}});
    }
    generation.recipes = std::move(recipes);
    TRY(addSolutions(folder, constants, generation));
    TRY(addValidators(folder, constants, generation));
    return generation;
}

} // namespace grindstone::judge
