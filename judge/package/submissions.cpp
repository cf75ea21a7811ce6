// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/submissions.h"

#include "judge/package/annotation.h"
#include "judge/package/folder_expectations.h"
#include "judge/package/package_files.h"
#include "judge/package/package_folder.h"
#include "judge/package/polygon_description.h"
#include "judge/package/polygon_submissions.h"
#include "judge/package/submissions_yaml.h"
#include "judge/text/leftover.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Submissions = "submissions";
constexpr std::size_t MostEntries = 10'000;
constexpr std::size_t MostRules = 100'000; ///< each submission has its own copies

/// An annotation that names less than all results a folder permits, or more, counts in the folder's stead.
void applyAnnotation(const Annotation& annotation, Expectation& expected) {
    WholeExpectation whole;
    whole.origin = annotation.file + ":" + std::to_string(annotation.line);
    whole.verdict = annotation.results;
    whole.score = annotation.score;
    if (annotation.results.empty() && expected.whole) {
        expected.whole->score = annotation.score;
        return;
    }
    if (!annotation.results.empty()) {
        expected.rules.clear();
    }
    expected.whole = std::move(whole);
}

class SubmissionsReader {
public:
    SubmissionsReader(const PackageFolder& folder, PackageFormat format, std::vector<SubmissionEntry> entries,
                      std::vector<Finding>& findings)
        : m_folder(folder), m_format(format), m_entries(std::move(entries)), m_used(m_entries.size()),
          m_findings(findings) {}

    Result<std::vector<PackageSubmission>> read();

private:
    Result<std::vector<std::string>> namesIn(const std::string& path);
    Result<void> readTop(const std::string& name);
    Result<void> readFolder(const std::string& name);
    void addSubmission(const std::string& folder, const std::string& path, const FolderExpectation& usual);
    Expectation expectationOf(PackageSubmission& submission, const std::string& folder, const FolderExpectation& usual);
    void useAnnotation(const PackageSubmission& submission, const FolderExpectation& usual, Expectation& expected);
    void warn(const std::string& file, std::string what) {
        m_findings.push_back({Severity::Warning, shownPath(file), 0, std::move(what)});
    }

    const PackageFolder& m_folder;
    const PackageFormat m_format;
    const std::vector<SubmissionEntry> m_entries;
    std::vector<bool> m_used; ///< for each entry, whether it names a submission
    std::vector<Finding>& m_findings;
    std::vector<PackageSubmission> m_submissions;
    std::size_t m_seen = 0;
    std::size_t m_rules = 0; ///< given to submissions so far
};

Result<std::vector<PackageSubmission>> SubmissionsReader::read() {
    if (!m_folder.exists(Submissions)) {
        return std::vector<PackageSubmission>();
    }
    for (const std::string& name : TRY(namesIn(Submissions))) {
        TRY(readTop(name));
    }
    if (m_rules > MostRules) {
        m_findings.push_back({Severity::Error, SubmissionsFile, 0,
                              "more than 100,000 rules, counted for each submission that they are for; not all of them "
                              "are held against what is judged, so write fewer"});
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_used[i]) {
            m_findings.push_back({Severity::Warning, SubmissionsFile, m_entries[i].line,
                                  "\"" + m_entries[i].key +
                                      "\" names no submission; correct the name, which is a path "
                                      "below submissions/, or remove the entry"});
        }
    }
    return std::move(m_submissions);
}

Result<std::vector<std::string>> SubmissionsReader::namesIn(const std::string& path) {
    const fs::path real = TRY(m_folder.resolve(path));
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(real, error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
        if (++m_seen > MostEntries) {
            return fail("package.invalid", path + ": more than 10,000 submissions; remove what isn't needed");
        }
    }
    if (error) {
        return fail("package.unreadable", path + ": " + error.message() + "; make it readable for you (chmod -R u+rX)");
    }
    std::ranges::sort(names);
    return names;
}

Result<void> SubmissionsReader::readTop(const std::string& name) {
    const std::string path = std::string(Submissions) + "/" + name;
    if (isLeftover(name) || path == SubmissionsFile) {
        return {};
    }
    const Result<fs::path> real = m_folder.resolve(path);
    if (!real) {
        m_findings.push_back(findingFrom(Severity::Error, real.error().detail));
        return {};
    }
    std::error_code error;
    if (fs::is_directory(*real, error)) {
        return readFolder(name);
    }
    if (isPermittedName(name) && !name.starts_with("README")) {
        warn(path, "ignored, since it lies in no folder; put a submission into submissions/accepted or another one");
    }
    return {};
}

Result<void> SubmissionsReader::readFolder(const std::string& name) {
    const FolderExpectation usual = expectationOfFolder(name, m_format);
    const std::string path = std::string(Submissions) + "/" + name;
    for (const std::string& entry : TRY(namesIn(path))) {
        if (isLeftover(entry)) {
            continue;
        }
        if (isPermittedName(entry)) {
            addSubmission(name, path + "/" + entry, usual);
        } else {
            warn(path + "/" + entry, "ignored, since names may hold only letters, digits, \".\", \"-\" and \"_\", and "
                                     "not begin with \"-\"; rename it");
        }
    }
    return {};
}

void SubmissionsReader::addSubmission(const std::string& folder, const std::string& path,
                                      const FolderExpectation& usual) {
    Result<fs::path> real = m_folder.resolve(path);
    if (!real) {
        m_findings.push_back(findingFrom(Severity::Error, real.error().detail));
        return;
    }
    PackageSubmission submission;
    submission.path = path;
    submission.location = *std::move(real);
    submission.expected = expectationOf(submission, folder, usual);
    for (const ExpectationRule& rule : submission.expected.rules) {
        submission.setsTimeLimit |= rule.setsTimeLimit;
        submission.mustExceedTimeLimit |= rule.mustExceedTimeLimit;
    }
    if (const auto& whole = submission.expected.whole) {
        submission.setsTimeLimit |= whole->setsTimeLimit;
        submission.mustExceedTimeLimit |= whole->mustExceedTimeLimit;
    }
    m_submissions.push_back(std::move(submission));
}

Expectation SubmissionsReader::expectationOf(PackageSubmission& submission, const std::string& folder,
                                             const FolderExpectation& usual) {
    const std::string name = submission.path.substr(std::string_view(Submissions).size() + 1);
    Expectation expected = usual.expected;
    std::vector<const SubmissionEntry*> matching;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].pattern.covers(name)) {
            m_used[i] = true;
            matching.push_back(&m_entries[i]);
        }
    }
    if (std::ranges::any_of(matching, &SubmissionEntry::replacesDefault)) {
        expected = {};
    } else if (std::ranges::none_of(matching, [](const SubmissionEntry* entry) { return !entry->rules.empty(); })) {
        useAnnotation(submission, usual, expected);
    }
    for (const SubmissionEntry* entry : matching) {
        m_rules += entry->rules.size();
        submission.language = entry->language.empty() ? submission.language : entry->language;
        submission.entrypoint = entry->entrypoint.empty() ? submission.entrypoint : entry->entrypoint;
        if (m_rules <= MostRules) {
            expected.rules.insert(expected.rules.end(), entry->rules.begin(), entry->rules.end());
        }
    }
    if (expected.empty() && matching.empty()) {
        warn(submission.path, usual.kind == FolderKind::Mixed
                                  ? "nothing says what it has to get; write a comment @EXPECTED_RESULTS@ into it, or "
                                    "an entry into submissions/submissions.yaml"
                                  : "nothing says what submissions in \"" + folder +
                                        "\" have to get; use a folder that the format knows, such as wrong_answer, or "
                                        "submissions/submissions.yaml");
    }
    return expected;
}

void SubmissionsReader::useAnnotation(const PackageSubmission& submission, const FolderExpectation& usual,
                                      Expectation& expected) {
    const std::optional<Annotation> annotation = findAnnotation(m_folder, submission.path, m_findings);
    if (!annotation) {
        return;
    }
    const VerdictSet wanted = usual.expected.wanted();
    if (usual.kind == FolderKind::Defined && !annotation->results.empty() && (wanted & annotation->results).empty()) {
        m_findings.push_back({Severity::Warning, annotation->file, annotation->line,
                              "@EXPECTED_RESULTS@ says " + listed(annotation->results) + ", its folder " +
                                  listed(wanted) + ", which counts; move it, or correct the comment"});
        return;
    }
    if (annotation->results != wanted || annotation->score) {
        applyAnnotation(*annotation, expected);
    }
}

Result<PackageFormat> formatOf(const PackageFolder& folder) {
    std::vector<std::string> ignored;
    return TRY(readMetadata(TRY(loadPackageYaml(folder, "problem.yaml")), ignored)).format;
}

} // namespace

Result<std::vector<PackageSubmission>> readSubmissions(const fs::path& package, std::vector<Finding>& findings) {
    const PackageFolder folder = TRY(PackageFolder::open(package));
    if (!folder.exists("problem.yaml") && folder.exists(PolygonFile)) {
        return readPolygonSubmissions(folder, findings);
    }
    const PackageFormat format = TRY(formatOf(folder));
    std::vector<SubmissionEntry> entries =
        readSubmissionEntries(TRY(loadPackageYaml(folder, SubmissionsFile)), findings);
    return SubmissionsReader(folder, format, std::move(entries), findings).read();
}

} // namespace grindstone::judge
