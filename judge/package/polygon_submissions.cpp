// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/polygon_submissions.h"

#include "judge/package/polygon_programs.h"
#include "judge/package/polygon_reader.h"
#include "judge/package/polygon_tree.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr VerdictSet Accepted{Verdict::Accepted};
constexpr VerdictSet WrongAnswer{Verdict::WrongAnswer};
constexpr VerdictSet TimeLimit{Verdict::TimeLimit};
constexpr VerdictSet MemoryLimit{Verdict::MemoryLimit, Verdict::RuntimeError};
constexpr VerdictSet AnyFailure = WrongAnswer | TimeLimit | MemoryLimit | VerdictSet{Verdict::OutputLimit};

struct Tag {
    std::string_view name;
    VerdictSet verdicts;
};
constexpr Tag Tags[] = {
    {"main", Accepted},
    {"accepted", Accepted},
    {"rejected", AnyFailure},
    {"wrong-answer", WrongAnswer},
    {"presentation-error", WrongAnswer},
    {"time-limit-exceeded", TimeLimit},
    {"time-limit-exceeded-or-accepted", TimeLimit | Accepted},
    {"time-limit-exceeded-or-memory-limit-exceeded", TimeLimit | MemoryLimit},
    {"memory-limit-exceeded", MemoryLimit},
    {"failed", VerdictSet{Verdict::RuntimeError}},
};
constexpr std::string_view NotToBeRun = "do-not-run";

/// In a problem with points a rejected solution may get some of them.
WholeExpectation wholeOf(const Tag& tag, bool scored, std::string origin) {
    WholeExpectation whole;
    whole.origin = std::move(origin);
    if (scored && tag.verdicts == AnyFailure) {
        whole.belowMaximum = true;
        return whole;
    }
    whole.verdict = tag.verdicts;
    whole.someCase = tag.verdicts.contains(Verdict::Accepted) ? VerdictSet() : tag.verdicts;
    whole.setsTimeLimit = tag.verdicts == Accepted;
    whole.mustExceedTimeLimit = tag.verdicts == TimeLimit;
    return whole;
}

class SolutionsReader {
public:
    SolutionsReader(const PackageFolder& folder, const XmlFile& xml, bool scored, std::vector<Finding>& findings)
        : m_folder(folder), m_xml(xml), m_scored(scored), m_findings(findings) {}

    void add(const PolygonSolution& solution);
    std::vector<PackageSubmission> take();

private:
    const PackageFolder& m_folder;
    const XmlFile& m_xml;
    const bool m_scored;
    std::vector<Finding>& m_findings;
    std::vector<PackageSubmission> m_submissions;
};

void SolutionsReader::add(const PolygonSolution& solution) {
    const auto tag = std::ranges::find(Tags, solution.tag, &Tag::name);
    const unsigned line = solution.source.line;
    const Result<std::filesystem::path> path = m_folder.resolveFile(solution.source.path);
    if (!path) {
        m_findings.push_back(findingFrom(Severity::Error, m_xml.place(line) + path.error().detail));
        return;
    }
    PackageSubmission submission;
    submission.path = shownPath(solution.source.path);
    submission.location = *path;
    if (tag == std::end(Tags)) {
        m_findings.push_back(
            {Severity::Warning, PolygonFile, line,
             "the tag \"" + shownPath(solution.tag) +
                 "\" isn't known, so nothing says what this solution has to get; use one of Polygon's"});
    } else {
        std::string origin = m_xml.place(line);
        origin.resize(origin.size() - 2);
        submission.expected.whole = wholeOf(*tag, m_scored, std::move(origin));
        submission.setsTimeLimit = submission.expected.whole->setsTimeLimit;
        submission.mustExceedTimeLimit = submission.expected.whole->mustExceedTimeLimit;
    }
    m_submissions.push_back(std::move(submission));
}

std::vector<PackageSubmission> SolutionsReader::take() {
    std::ranges::sort(m_submissions, {}, &PackageSubmission::path);
    return std::move(m_submissions);
}

} // namespace

Result<std::vector<PackageSubmission>> readPolygonSubmissions(const PackageFolder& folder,
                                                              std::vector<Finding>& findings) {
    std::vector<std::string> ignored;
    const XmlFile xml = TRY(readPolygonXml(folder));
    const PolygonDescription description = TRY(readPolygonDescription(xml, ignored));
    SolutionsReader reader(
        folder, xml, hasPoints(description.testset, polygonComparator(description).name == CustomComparator), findings);
    for (const PolygonSolution& solution : description.solutions) {
        if (solution.tag != NotToBeRun) {
            reader.add(solution);
        }
    }
    return reader.take();
}

} // namespace grindstone::judge
