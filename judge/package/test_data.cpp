// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/test_data.h"

#include "judge/package/case_settings.h"
#include "judge/package/package_files.h"
#include "judge/package/planned_data.h"

#include <algorithm>
#include <set>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Invalid = "package.invalid";
constexpr std::size_t MostEntries = 250'000;
constexpr std::uintmax_t LargestFile = 1 << 30; // an input is held in memory while programs read it

bool isIgnored(const std::string& name) {
    return name.front() == '.' || name.front() == '-';
}

/// What the order of judging goes by: a case's name counts, not its file's.
std::string_view baseName(const std::string& name) {
    const std::string_view whole = name;
    return name.ends_with(".in") ? whole.substr(0, whole.size() - 3) : whole;
}

Result<fs::path> resolveData(const PackageFolder& folder, const std::string& file) {
    fs::path path = TRY(folder.resolveFile(file));
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (!error && size > LargestFile) {
        return fail(Invalid, file + ": larger than 1 GiB, more than can be judged; make it smaller");
    }
    return path;
}

class TestDataReader {
public:
    TestDataReader(const PackageFolder& folder, const ProblemMetadata& metadata, TestTreeReader& tree,
                   std::vector<CaseRecipe>& recipes, std::vector<std::string>& warnings)
        : m_folder(folder), m_metadata(metadata), m_tree(tree), m_recipes(recipes), m_warnings(warnings) {}

    Result<std::vector<TestCase>> read();

private:
    Result<void> readHalf(const char* name, const CaseSettings& inherited);
    Result<void> readFolder(const std::string& path, const CaseSettings& inherited);
    Result<void> readFolderOnce(const std::string& path, const CaseSettings& inherited);
    Result<void> readEntry(const std::string& path, const std::string& name, const CaseSettings& settings);
    Result<void> addCase(const std::string& base, const CaseSettings& inherited);
    Result<void> addCaseWithoutInput(const std::string& base, const CaseSettings& inherited);
    Result<TestCase> makeCase(const std::string& base, const CaseSettings& inherited);
    Result<void> findFiles(const std::string& base, TestCase& testCase);
    Result<CaseSettings> folderSettings(const std::string& path, const CaseSettings& inherited);
    Result<std::vector<std::string>> namesIn(const std::string& path);
    bool isPassedOver(const std::string& path, const std::string& name);

    const PackageFolder& m_folder;
    const ProblemMetadata& m_metadata;
    TestTreeReader& m_tree;
    std::vector<CaseRecipe>& m_recipes;
    std::vector<std::string>& m_warnings;
    std::vector<TestCase> m_cases;
    std::vector<fs::path> m_open; ///< the folders that are being read, links followed
    std::size_t m_entries = 0;
};

Result<std::vector<TestCase>> TestDataReader::read() {
    const CaseSettings package = TRY(packageSettings(m_metadata));
    const CaseSettings settings = TRY(folderSettings("data", package));
    TRY(m_tree.open("data"));
    TRY(readHalf("data/sample", settings));
    const std::size_t samples = m_cases.size();
    TRY(readHalf("data/secret", settings));
    m_tree.close();
    if (m_cases.empty()) {
        return fail(Invalid, "data: there are no test cases; put NAME.in and NAME.ans files into data/sample and "
                             "data/secret");
    }
    if (m_cases.size() == samples) {
        m_warnings.push_back("data/secret: there are no secret cases; the samples alone decide");
    }
    return std::move(m_cases);
}

Result<void> TestDataReader::readHalf(const char* name, const CaseSettings& inherited) {
    if (!m_folder.exists(name)) {
        return {};
    }
    return readFolder(name, inherited);
}

Result<CaseSettings> TestDataReader::folderSettings(const std::string& path, const CaseSettings& inherited) {
    const CaseSettings legacy =
        TRY(readCaseSettings(m_folder, path + "/testdata.yaml", m_metadata, inherited, m_warnings));
    return readCaseSettings(m_folder, path + "/test_group.yaml", m_metadata, legacy, m_warnings);
}

Result<void> TestDataReader::readFolder(const std::string& path, const CaseSettings& inherited) {
    if (!m_folder.isOnDisk(path)) {
        return readFolderOnce(path, inherited);
    }
    const fs::path real = TRY(m_folder.resolve(path));
    if (std::ranges::find(m_open, real) != m_open.end()) {
        return fail(Invalid, path + ": this link leads back to a folder that holds it; remove it");
    }
    m_open.push_back(real);
    TRY(readFolderOnce(path, inherited));
    m_open.pop_back();
    return {};
}

Result<void> TestDataReader::readFolderOnce(const std::string& path, const CaseSettings& inherited) {
    const CaseSettings settings = TRY(folderSettings(path, inherited));
    TRY(m_tree.open(path));
    for (const std::string& name : TRY(namesIn(path))) {
        TRY(readEntry(path, name, settings));
    }
    m_tree.close();
    return {};
}

Result<std::vector<std::string>> TestDataReader::namesIn(const std::string& path) {
    std::set<std::string> names;
    const auto planned = m_folder.planned().names.find(path);
    if (planned != m_folder.planned().names.end()) {
        names = planned->second;
    }
    std::error_code error;
    for (fs::directory_iterator entry(m_folder.root() / path, error), end; !error && entry != end;
         entry.increment(error)) {
        names.insert(entry->path().filename().string());
        if (++m_entries > MostEntries) {
            return fail(Invalid, path + ": more than 250,000 files of test data; remove what isn't needed");
        }
    }
    if (error && m_folder.isOnDisk(path)) {
        return fail("package.unreadable", path + ": " + error.message() + "; make it readable for you (chmod -R u+rX)");
    }
    std::vector<std::string> sorted(names.begin(), names.end());
    std::ranges::stable_sort(sorted, {}, baseName);
    return sorted;
}

bool TestDataReader::isPassedOver(const std::string& path, const std::string& name) {
    if (isIgnored(name)) {
        return true;
    }
    if (isPermittedName(name)) {
        return false;
    }
    m_warnings.push_back(shownPath(path + "/" + name) +
                         ": ignored, since names may hold only letters, digits, \".\", \"-\" and \"_\"; rename it");
    return true;
}

Result<void> TestDataReader::readEntry(const std::string& path, const std::string& name, const CaseSettings& settings) {
    if (isPassedOver(path, name)) {
        return {};
    }
    const std::string entry = path + "/" + name;
    std::error_code error;
    if (name.ends_with(".in")) {
        return addCase(entry.substr(0, entry.size() - 3), settings);
    }
    if (name.ends_with(".ans") && !m_folder.exists(entry.substr(0, entry.size() - 4) + ".in")) {
        return addCaseWithoutInput(entry.substr(0, entry.size() - 4), settings);
    }
    const bool isFolder = (fs::is_directory(m_folder.root() / entry, error) && !name.ends_with(".files")) ||
                          m_folder.planned().hasFolder(entry);
    return isFolder ? readFolder(entry, settings) : Result<void>();
}

Result<void> TestDataReader::addCase(const std::string& base, const CaseSettings& inherited) {
    if (m_folder.isOnDisk(base + ".in")) {
        TRY(resolveData(m_folder, base + ".in"));
    }
    if (!m_folder.exists(base + ".ans") && !m_folder.planned().answersAll) {
        return fail(Invalid, base + ".in: there is no answer file " + fs::path(base).filename().string() +
                                 ".ans beside it; add it, or remove the .in file");
    }
    m_cases.push_back(TRY(makeCase(base, inherited)));
    TRY(findFiles(base, m_cases.back()));
    m_tree.addCase();
    return {};
}

/// The format wants an .in file even where it is empty; a case that gives its input in another way is one all the same.
Result<void> TestDataReader::addCaseWithoutInput(const std::string& base, const CaseSettings& inherited) {
    const bool hasOthers = m_folder.exists(base + ".yaml") || m_folder.exists(base + ".files");
    TestCase testCase = hasOthers ? TRY(makeCase(base, inherited)) : TestCase();
    const std::string entry = base + ".ans";
    if (testCase.arguments.empty() && testCase.files.empty()) {
        m_warnings.push_back(entry + ": ignored, since there is no .in file of that name beside it");
        return {};
    }
    m_warnings.push_back(entry + ": there is no .in file of that name beside it; an empty one is assumed");
    testCase.answerPath = TRY(resolveData(m_folder, entry));
    m_cases.push_back(std::move(testCase));
    m_tree.addCase();
    return {};
}

Result<TestCase> TestDataReader::makeCase(const std::string& base, const CaseSettings& inherited) {
    constexpr std::size_t DataPrefix = 5;
    constexpr FileAllowance Allowance{100, 64 << 20};
    TestCase testCase;
    testCase.name = base.substr(DataPrefix);
    const CaseSettings settings = TRY(readCaseSettings(m_folder, base + ".yaml", m_metadata, inherited, m_warnings));
    testCase.comparator = settings.comparator;
    testCase.arguments = settings.arguments;
    if (m_folder.exists(base + ".files")) {
        testCase.files = TRY(listFiles(m_folder, base + ".files", Allowance, m_warnings));
    }
    testCase.sample = base.starts_with("data/sample/");
    testCase.visibility = testCase.sample || settings.fullFeedback ? Visibility::Shown : Visibility::VerdictOnly;
    return testCase;
}

/// What isn't on the disk is made; what is, stays.
Result<void> TestDataReader::findFiles(const std::string& base, TestCase& testCase) {
    const MadeCase* made = m_folder.planned().findCase(base);
    MadeCase plan = made != nullptr ? *made : MadeCase();
    CaseRecipe& recipe = plan.recipe;
    recipe.place = made != nullptr ? recipe.place : m_folder.planned().source;
    if (m_folder.isOnDisk(base + ".in")) {
        plan.input = TRY(resolveData(m_folder, base + ".in"));
        recipe.input = CaseRecipe::Input::File;
        recipe.arguments.clear();
    }
    if (m_folder.isOnDisk(base + ".ans")) {
        plan.answer = TRY(resolveData(m_folder, base + ".ans"));
        recipe.answer = CaseRecipe::Answer::File;
    }
    testCase.inputPath = plan.input;
    testCase.answerPath = plan.answer;
    if (recipe.input != CaseRecipe::Input::File || recipe.answer != CaseRecipe::Answer::File) {
        recipe.name = testCase.name;
        m_recipes.push_back(std::move(recipe));
    }
    return {};
}

} // namespace

Result<std::vector<TestCase>> readTestData(const PackageFolder& folder, const ProblemMetadata& metadata,
                                           TestTreeReader& tree, std::vector<CaseRecipe>& recipes,
                                           std::vector<std::string>& warnings) {
    return TestDataReader(folder, metadata, tree, recipes, warnings).read();
}

} // namespace grindstone::judge
