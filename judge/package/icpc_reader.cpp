// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/icpc_reader.h"

#include "judge/package/generation_reader.h"
#include "judge/package/included_files.h"
#include "judge/package/package_checkers.h"
#include "judge/package/package_extras.h"
#include "judge/package/package_folder.h"
#include "judge/package/problem_kind.h"
#include "judge/package/problem_limits.h"
#include "judge/package/problem_metadata.h"
#include "judge/package/sample_interactions.h"
#include "judge/package/scoring_kind.h"
#include "judge/package/statement_files.h"
#include "judge/package/static_validation.h"
#include "judge/package/supported_kinds.h"
#include "judge/package/test_data.h"
#include "judge/package/test_tree_reader.h"
#include "judge/package/timing_rule.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr const char* ProblemFile = "problem.yaml";
constexpr const char* ExtrasFile = "grindstone.yaml";

Result<YamlValue> loadProblemYaml(const PackageFolder& folder) {
    if (!folder.exists(ProblemFile)) {
        return fail("package.invalid",
                    shownPath(folder.root()) + ": there is no problem.yaml here; name the folder that holds it");
    }
    return loadPackageYaml(folder, ProblemFile);
}

/// Legacy packages may leave their name to the statement, or to DOMjudge's own file.
Result<std::string> findName(const PackageFolder& folder, const ProblemMetadata& metadata) {
    if (!metadata.name.empty()) {
        return metadata.name;
    }
    std::vector<std::string> ignored;
    std::string title = findTitle(findStatements(folder, ignored));
    if (title.empty()) {
        title = TRY(readIniValue(folder, "name")).value_or("");
    }
    return title.empty() ? folder.slug() : title;
}

Result<std::optional<CheckerSpec>> findWantedGrader(const PackageFolder& folder, const TestTree& tree,
                                                    const ProblemMetadata& metadata) {
    if (std::ranges::none_of(tree.groups, &TestGroup::customGrader)) {
        return std::optional<CheckerSpec>();
    }
    std::optional<CheckerSpec> grader = TRY(findGrader(folder));
    if (grader) {
        grader->constants = metadata.constants;
    }
    return grader;
}

Result<void> readYaml(const PackageFolder& folder, Problem& problem) {
    const YamlValue yaml = TRY(loadProblemYaml(folder));
    ProblemMetadata metadata = TRY(readMetadata(yaml, problem.warnings));
    const ProblemKind kind = TRY(readKind(yaml));
    TRY(checkSupported(yaml));
    problem.name = TRY(findName(folder, metadata));
    problem.format = metadata.format == PackageFormat::Legacy ? "legacy" : "2025-09";
    problem.limits = TRY(readLimits(folder, yaml, problem.warnings));
    problem.limits.timing = TRY(readTimingRule(yaml.find("limits"), metadata.format));
    problem.languages = metadata.languages;
    const YamlValue extrasYaml = TRY(loadPackageYaml(folder, ExtrasFile));
    const PackageExtras extras = TRY(readExtras(extrasYaml, problem.warnings));
    problem.difficulty = extras.difficulty;
    problem.tags = extras.tags.empty() ? metadata.keywords : extras.tags;
    problem.checkers = TRY(findCheckers(folder, yaml, metadata.format, extras, problem.warnings));
    for (CheckerSpec& checker : problem.checkers) {
        checker.constants = metadata.constants;
    }
    TRY(checkCheckers(kind, problem.checkers));
    problem.interactive = kind.interactive;
    problem.passes = kind.multiPass ? problem.limits.validationPasses : 1;
    problem.interactions = TRY(findInteractions(folder));
    problem.includes = TRY(findIncludes(folder, problem.warnings));
    problem.constants = metadata.constants;
    if (metadata.format == PackageFormat::Current) {
        TRY(readStaticValidation(folder, problem));
    }
    metadata.comparator = problem.checkers.empty() ? extras.comparator : CustomComparator;
    const ScoringKind scoring = TRY(readScoringKind(yaml, metadata.format, problem.warnings));
    PackageFolder data = folder;
    data.plan(
        TRY(planData({folder, metadata.constants, kind.interactive || kind.multiPass}, extrasYaml, problem.warnings)));
    TestTreeReader tree(data, metadata, scoring, problem.warnings);
    std::vector<CaseRecipe> recipes;
    problem.cases = TRY(readTestData(data, metadata, tree, recipes, problem.warnings));
    problem.generation = TRY(findGeneration(data, metadata.constants, std::move(recipes)));
    problem.tree = TRY(tree.take());
    problem.grader = TRY(findWantedGrader(folder, problem.tree, metadata));
    applyVisibility(extras, problem.cases, problem.warnings);
    problem.statements = findStatements(folder, problem.warnings);
    applyTitles(metadata.names, problem.statements);
    return {};
}

} // namespace

Result<PackageHeader> loadIcpcHeader(const std::filesystem::path& path) {
    const PackageFolder folder = TRY(PackageFolder::open(path));
    const YamlValue yaml = TRY(loadProblemYaml(folder));
    std::vector<std::string> ignored;
    const ProblemMetadata metadata = TRY(readMetadata(yaml, ignored));
    const YamlValue extrasYaml = TRY(loadPackageYaml(folder, ExtrasFile));
    const PackageExtras extras = TRY(readCatalogueExtras(extrasYaml));
    PackageHeader header;
    header.slug = folder.slug();
    header.name = TRY(findName(folder, metadata));
    header.difficulty = extras.difficulty;
    header.tags = extras.tags.empty() ? metadata.keywords : extras.tags;
    header.folder = folder.root();
    return header;
}

Result<Problem> loadIcpcPackage(const std::filesystem::path& path) {
    const PackageFolder folder = TRY(PackageFolder::open(path));
    Problem problem;
    problem.slug = folder.slug();
    problem.folder = folder.root();
    TRY(readYaml(folder, problem));
    return problem;
}

} // namespace grindstone::judge
