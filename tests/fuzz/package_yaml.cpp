// SPDX-License-Identifier: GPL-3.0-or-later
// The YAML files of a package. The first byte says which one the rest is.
#include "judge/package/group_settings.h"
#include "judge/package/own_generators.h"
#include "judge/package/problem_kind.h"
#include "judge/package/problem_metadata.h"
#include "judge/package/scoring_kind.h"
#include "judge/package/submissions_yaml.h"
#include "tests/fuzz/promise.h"

#include <cstdlib>

using namespace grindstone;
using namespace grindstone::judge;
using grindstone::tests::promise;

namespace {

/// A package in which nothing lies.
const PackageFolder& emptyFolder() {
    struct Folder {
        std::string path = (std::filesystem::temp_directory_path() / "fuzz-XXXXXX").string();
        Folder() { promise(::mkdtemp(path.data()) != nullptr, "there is a temporary folder"); }
        ~Folder() { std::filesystem::remove(path); }
    };
    static const Folder folder;
    static const Result<PackageFolder> package = PackageFolder::open(folder.path);
    promise(package.has_value(), "the temporary folder can be opened");
    return *package;
}

void checkError(const Error& error, const std::string& file) {
    promise(error.code == "package.invalid" || error.code == "package.unsupported", "errors are those of packages");
    promise(error.detail.starts_with(file), "errors name the file");
}

void checkPlan(const Result<void>& read, const PlannedData& plan, const std::string& file) {
    if (!read) {
        checkError(read.error(), file);
        return;
    }
    promise(plan.cases.size() <= PlannedData::MostCases, "there are not too many cases");
    for (const auto& [base, made] : plan.cases) {
        promise(base == "data/" + made.recipe.name, "cases have their names");
        promise(base.starts_with("data/sample/") || base.starts_with("data/secret/"), "cases are judged");
        promise(base.find("/.") == base.npos && base.find("//") == base.npos, "cases stay in data/");
        promise(plan.has(base + ".in") && plan.has(base + ".ans"), "cases are in their folder");
        promise(!made.recipe.program || *made.recipe.program < plan.programs.size(), "programs are known");
        promise(!made.recipe.otherSolution || *made.recipe.otherSolution < plan.solutions.size(),
                "solutions are known");
        promise(made.input.empty() && made.answer.empty(), "nothing is copied from nowhere");
    }
}

void readPlan(const YamlValue& yaml, bool own, bool empty) {
    PlannedData plan;
    const Constants constants{{"n", "5"}};
    std::vector<std::string> warnings;
    const GeneratorContext context{emptyFolder(), constants, empty};
    if (own) {
        checkPlan(readOwnGenerators(context, yaml, plan, warnings), plan, "grindstone.yaml");
    } else {
        checkPlan(readGeneratorsYaml(context, yaml, plan, warnings), plan, "generators/generators.yaml");
    }
}

void readMetadataOf(const YamlValue& yaml) {
    std::vector<std::string> warnings;
    const Result<ProblemMetadata> metadata = readMetadata(yaml, warnings);
    const Result<ProblemKind> kind = readKind(yaml);
    const Result<ScoringKind> scoring = readScoringKind(yaml, PackageFormat::Legacy, warnings);
    if (!metadata) {
        checkError(metadata.error(), "problem.yaml");
    }
    if (!kind) {
        checkError(kind.error(), "problem.yaml");
    }
    if (!scoring) {
        checkError(scoring.error(), "problem.yaml");
    }
}

void readGroup(const YamlValue& yaml) {
    std::vector<std::string> warnings;
    const YamlReader reader("test_group.yaml");
    if (const auto legacy = readLegacySettings(reader, yaml, legacyDefaults(), warnings); !legacy) {
        checkError(legacy.error(), "test_group.yaml");
    }
    for (const GroupPlace place : {GroupPlace::Sample, GroupPlace::Secret, GroupPlace::Group}) {
        if (const auto current = readCurrentSettings(reader, yaml, place); !current) {
            checkError(current.error(), "test_group.yaml");
        }
    }
}

void read(char kind, const YamlValue& yaml) {
    std::vector<Finding> findings;
    switch (kind) {
    case 'g':
    case 'i':
        readPlan(yaml, false, kind == 'i');
        break;
    case 'o':
        readPlan(yaml, true, false);
        break;
    case 'm':
        readMetadataOf(yaml);
        break;
    case 't':
        readGroup(yaml);
        break;
    case 's':
        readSubmissionEntries(yaml, findings);
        break;
    default:
        break;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Result<YamlValue> yaml = parseYaml(text, "file.yaml");
    if (!yaml) {
        checkError(yaml.error(), "file.yaml:");
    } else if (yaml->isNull() || yaml->kind == YamlValue::Kind::Map) {
        read(static_cast<char>(data[0]), *yaml);
    }
    return 0;
}
