// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/package_checks.h"

#include "judge/package/assessment.h"
#include "judge/package/input_validators.h"
#include "judge/package/package.h"
#include "judge/package/problem_kind.h"
#include "judge/verify/content_checks.h"
#include "judge/verify/data_layout_checks.h"
#include "judge/verify/layout_checks.h"
#include "judge/verify/metadata_checks.h"
#include "judge/verify/statement_checks.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Submissions = "submissions";
constexpr const char* ProblemFile = "problem.yaml";

/// What readers say of one part of a package must not hide what they say of another.
void addOfReader(FindingCollector& findings, Severity severity, const std::string& text) {
    Finding finding = findingFrom(severity, text);
    const std::string part = finding.file.substr(0, finding.file.find('/'));
    findings.add("what is read of " + (part.empty() ? "the package" : part), std::move(finding));
}

bool isAccepted(const PackageSubmission& submission) {
    return submission.path.starts_with("submissions/accepted/") ||
           submission.expected.wanted() == VerdictSet{Verdict::Accepted};
}

class PackageChecker {
public:
    PackageChecker(const PackageFolder& folder, FindingCollector& findings, std::stop_token stop)
        : m_folder(folder), m_findings(findings), m_stop(std::move(stop)) {}

    void check();

private:
    bool isIcpc() const { return m_folder.exists(ProblemFile); }
    void checkProblem();
    void checkIcpc();
    void checkByYaml(const YamlValue& yaml);
    void checkSubmissions();
    std::set<std::string> madeCases() const;
    void checkInputValidators(const ProblemMetadata& metadata);
    void warnOfNoValidator(const std::string& file);
    void fail(const Error& error) { addOfReader(m_findings, Severity::Error, error.detail); }

    const PackageFolder& m_folder;
    FindingCollector& m_findings;
    const std::stop_token m_stop;
    std::optional<Problem> m_problem; ///< none where it cannot be read
    std::vector<PackageEntry> m_entries;
};

void PackageChecker::check() {
    checkProblem();
    m_entries = listPackage(m_folder, m_findings);
    if (findReader(m_folder.root()) != nullptr) {
        checkSubmissions();
    }
    if (isIcpc()) {
        checkIcpc();
    } else if (m_problem && m_problem->generation.inputValidators.empty()) {
        warnOfNoValidator("");
    }
    if (m_problem) {
        checkDuplicates(*m_problem, m_findings, m_stop);
    }
}

void PackageChecker::checkProblem() {
    Result<Problem> problem = loadPackage(m_folder.root());
    if (!problem) {
        return fail(problem.error());
    }
    for (const std::string& warning : problem->warnings) {
        addOfReader(m_findings, Severity::Warning, warning);
    }
    m_problem = *std::move(problem);
}

void PackageChecker::checkIcpc() {
    checkNames(m_entries, m_findings);
    checkTexts(m_folder, m_entries, m_findings, m_stop);
    const Result<YamlValue> yaml = loadPackageYaml(m_folder, ProblemFile);
    if (yaml) {
        checkByYaml(*yaml);
    }
}

/// A problem.yaml that says nothing clear of its version is the reader's to refuse.
void PackageChecker::checkByYaml(const YamlValue& yaml) {
    std::vector<std::string> ignored;
    const Result<ProblemMetadata> metadata = readMetadata(yaml, ignored);
    if (!metadata) {
        return;
    }
    const Result<ProblemKind> kind = readKind(yaml);
    const DataKind data{metadata->format, kind && kind->interactive, kind && kind->multiPass, madeCases()};
    checkTopLevel(m_entries, metadata->format, m_findings);
    if (metadata->format == PackageFormat::Current) {
        checkAttachments(m_entries, m_findings);
    }
    checkMetadata(yaml, metadata->format, m_findings);
    checkStatements(m_entries, yaml, metadata->format, m_findings);
    checkDataLayout(m_entries, data, m_findings);
    checkInputValidators(*metadata);
}

std::set<std::string> PackageChecker::madeCases() const {
    std::set<std::string> made;
    for (const CaseRecipe& recipe : m_problem ? m_problem->generation.recipes : std::vector<CaseRecipe>()) {
        made.insert("data/" + recipe.name);
    }
    return made;
}

void PackageChecker::checkSubmissions() {
    std::vector<Finding> findings;
    const Result<std::vector<PackageSubmission>> submissions = readSubmissions(m_folder.root(), findings);
    if (!submissions) {
        return fail(submissions.error());
    }
    if (m_problem) {
        std::ranges::copy(checkExpectations(*submissions, *m_problem), std::back_inserter(findings));
    }
    for (Finding& finding : findings) {
        m_findings.add(Submissions, std::move(finding));
    }
    if (std::ranges::none_of(*submissions, isAccepted)) {
        m_findings.error(Submissions, isIcpc() ? "submissions/accepted" : "",
                         "there is no submission that has to be accepted; add one, which shows that the problem can be "
                         "solved");
    }
}

void PackageChecker::checkInputValidators(const ProblemMetadata& metadata) {
    const Result<std::vector<InputValidator>> validators = findInputValidators(m_folder, metadata.constants);
    if (!validators) {
        return fail(validators.error());
    }
    if (validators->empty()) {
        warnOfNoValidator("input_validators");
    }
}

void PackageChecker::warnOfNoValidator(const std::string& file) {
    m_findings.warn("input validators", file,
                    "there is no program that checks the inputs; add one" +
                        std::string(isIcpc() ? ", which accepts an input by exit code 42" : ""));
}

} // namespace

std::vector<Finding> checkPackage(const fs::path& path, std::stop_token stop) {
    FindingCollector findings;
    const Result<PackageFolder> folder = PackageFolder::open(path);
    if (!folder) {
        findings.add("the package", {Severity::Error, {}, 0, folder.error().detail});
        return findings.take();
    }
    PackageChecker(*folder, findings, std::move(stop)).check();
    return findings.take();
}

} // namespace grindstone::judge
