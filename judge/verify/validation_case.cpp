// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/validation_case.h"

#include "judge/package/case_settings.h"
#include "judge/package/package_files.h"
#include "judge/verify/package_listing.h"

#include <algorithm>
#include <array>
#include <set>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Data = "test data";
constexpr std::uintmax_t LargestFile = 1 << 30; // it is held in memory

struct Part {
    const char* folder;
    CaseUse use;
};

constexpr std::array Parts{
    Part{"data/invalid_input/", CaseUse::InvalidInput},   Part{"data/invalid_inputs/", CaseUse::InvalidInput},
    Part{"data/invalid_output/", CaseUse::InvalidOutput}, Part{"data/invalid_outputs/", CaseUse::InvalidOutput},
    Part{"data/valid_output/", CaseUse::ValidOutput},     Part{"data/valid_outputs/", CaseUse::ValidOutput},
};

class CaseLister {
public:
    CaseLister(const Problem& problem, const PackageFolder& folder, FindingCollector& findings)
        : m_problem(problem), m_folder(folder), m_findings(findings) {}

    std::vector<ValidationCase> list();

private:
    void addJudged(const TestCase& test);
    std::string nameOf(const fs::path& file, const std::string& usual) const;
    void addTests();
    void addTest(const std::string& base, CaseUse use);
    Result<ValidationCase> makeTest(const std::string& base, CaseUse use);
    Result<fs::path> fileAt(const std::string& file);
    Result<CaseSettings> settingsOf(const std::string& base);

    const Problem& m_problem;
    const PackageFolder& m_folder;
    FindingCollector& m_findings;
    std::vector<ValidationCase> m_cases;
    ProblemMetadata m_metadata; ///< what the settings of the tests go by
};

std::vector<ValidationCase> CaseLister::list() {
    std::set<std::string> unmade;
    for (const CaseRecipe& recipe : m_problem.generation.recipes) {
        unmade.insert(recipe.name);
    }
    for (const TestCase& test : m_problem.cases) {
        if (!unmade.contains(test.name) || !test.inputPath.empty()) {
            addJudged(test);
        }
    }
    const Result<YamlValue> yaml = loadPackageYaml(m_folder, "problem.yaml");
    std::vector<std::string> ignored;
    if (yaml && !yaml->isNull()) {
        m_metadata = readMetadata(*yaml, ignored).value_or(ProblemMetadata());
        m_metadata.comparator =
            m_problem.cases.empty() ? m_metadata.comparator : m_problem.cases.front().comparator.name;
        addTests();
    }
    return std::move(m_cases);
}

/// Formats other than the ICPC's keep their tests elsewhere. An ICPC case is called as it lies there, be it a link.
std::string CaseLister::nameOf(const fs::path& file, const std::string& usual) const {
    const std::string below = file.lexically_relative(m_folder.root()).string();
    const bool inPackage = !below.empty() && !below.starts_with("..");
    return m_folder.exists(usual) || !inPackage ? usual : shownPath(below);
}

/// A sample may show an output other than its answer, which has to be right then.
void CaseLister::addJudged(const TestCase& test) {
    ValidationCase added;
    added.base = "data/" + test.name;
    added.input = test.inputPath;
    added.inputName = nameOf(test.inputPath, added.base + ".in");
    added.answer = test.answerPath;
    added.answerName = nameOf(test.answerPath, added.base + ".ans");
    added.arguments = test.arguments;
    added.files = test.files;
    added.comparator = test.comparator;
    if (m_folder.exists(added.base + ".out")) {
        const Result<fs::path> output = fileAt(added.base + ".out");
        added.output = output.value_or(fs::path());
    }
    m_cases.push_back(std::move(added));
}

void CaseLister::addTests() {
    FindingCollector ignored; // what is wrong with the package's files is said elsewhere
    const std::vector<PackageEntry> entries = listPackage(m_folder, ignored);
    for (const Part& part : Parts) {
        for (const PackageEntry& entry : entries) {
            const bool isInput = entry.path.starts_with(part.folder) && entry.path.ends_with(".in") &&
                                 !entry.isFolder() && entry.name().size() > 3;
            if (isInput && isPermittedName(std::string(entry.name()))) {
                addTest(entry.path.substr(0, entry.path.size() - 3), part.use);
            }
        }
    }
}

/// Without its partners a test says nothing; the checks of the layout speak of that.
void CaseLister::addTest(const std::string& base, CaseUse use) {
    const bool needsOutput = use != CaseUse::InvalidInput;
    if (needsOutput && (!m_folder.exists(base + ".ans") || !m_folder.exists(base + ".out"))) {
        return;
    }
    Result<ValidationCase> test = makeTest(base, use);
    if (test) {
        m_cases.push_back(*std::move(test));
    } else {
        m_findings.addText(Data, Severity::Error, test.error().detail);
    }
}

Result<ValidationCase> CaseLister::makeTest(const std::string& base, CaseUse use) {
    constexpr FileAllowance Allowance{100, 64 << 20};
    ValidationCase test;
    test.base = base;
    test.inputName = base + ".in";
    test.answerName = base + ".ans";
    test.use = use;
    test.input = TRY(fileAt(base + ".in"));
    if (use != CaseUse::InvalidInput) {
        test.answer = TRY(fileAt(base + ".ans"));
        test.output = TRY(fileAt(base + ".out"));
    }
    std::vector<std::string> ignored;
    const CaseSettings settings = TRY(settingsOf(base));
    test.comparator = settings.comparator;
    test.arguments = settings.arguments;
    if (m_folder.exists(base + ".files")) {
        test.files = TRY(listFiles(m_folder, base + ".files", Allowance, ignored));
    }
    return test;
}

Result<fs::path> CaseLister::fileAt(const std::string& file) {
    fs::path path = TRY(m_folder.resolveFile(file));
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error && size > LargestFile) {
        return fail("package.invalid", file + ": larger than 1 GiB, more than can be checked; make it smaller");
    }
    return path;
}

/// Those of the folders above it count as for any case.
Result<CaseSettings> CaseLister::settingsOf(const std::string& base) {
    std::vector<std::string> ignored;
    CaseSettings settings = TRY(packageSettings(m_metadata));
    std::string folder;
    for (const fs::path& part : fs::path(base).parent_path()) {
        folder += (folder.empty() ? "" : "/") + part.string();
        settings = TRY(readCaseSettings(m_folder, folder + "/testdata.yaml", m_metadata, settings, ignored));
        settings = TRY(readCaseSettings(m_folder, folder + "/test_group.yaml", m_metadata, settings, ignored));
    }
    return readCaseSettings(m_folder, base + ".yaml", m_metadata, settings, ignored);
}

} // namespace

std::vector<ValidationCase> listValidationCases(const Problem& problem, const PackageFolder& folder,
                                                FindingCollector& findings) {
    return CaseLister(problem, folder, findings).list();
}

} // namespace grindstone::judge
