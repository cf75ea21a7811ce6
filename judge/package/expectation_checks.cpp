// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/assessment.h"

#include "judge/package/submissions_yaml.h"

#include <algorithm>
#include <set>

namespace grindstone::judge {

namespace {

/// How often a pattern is held against a name at most: packages have some thousand rules and cases, hostile ones more.
constexpr std::size_t MostLooks = 20'000'000;

class ExpectationChecker {
public:
    ExpectationChecker(const Problem& problem, std::vector<Finding>& findings)
        : m_problem(problem), m_findings(findings) {}

    void check(const PackageSubmission& submission);

private:
    void checkRule(const ExpectationRule& rule);
    bool namesSomething(const ExpectationRule& rule);
    void checkCommonGround(const PackageSubmission& submission);
    bool mayLook() { return m_looks < MostLooks; }
    void add(Severity severity, const std::string& origin, std::string what) {
        Finding finding = findingFrom(severity, origin + ": " + what);
        m_findings.push_back(std::move(finding));
    }

    const Problem& m_problem;
    std::vector<Finding>& m_findings;
    std::set<std::string> m_checked; ///< origins and patterns of rules, which several submissions share
    std::size_t m_looks = 0;
};

void ExpectationChecker::check(const PackageSubmission& submission) {
    for (const ExpectationRule& rule : submission.expected.rules) {
        if (m_checked.insert(rule.origin + " " + rule.pattern).second && mayLook()) {
            checkRule(rule);
        }
    }
    const auto& whole = submission.expected.whole;
    if (whole && (whole->score || whole->belowMaximum) && !m_problem.tree.scored) {
        add(Severity::Warning, whole->origin,
            submission.path + " is to have a score, and the problem has none; "
                              "correct the submission's folder or comment, or make "
                              "the problem a scoring one");
    }
    checkCommonGround(submission);
}

bool ExpectationChecker::namesSomething(const ExpectationRule& rule) {
    m_looks += rule.cases->size() * (m_problem.cases.size() + m_problem.tree.groups.size());
    return std::ranges::any_of(m_problem.cases, [&](const TestCase& test) { return rule.cases->covers(test.name); }) ||
           std::ranges::any_of(m_problem.tree.groups,
                               [&](const TestGroup& group) { return rule.cases->matches(group.name); });
}

void ExpectationChecker::checkRule(const ExpectationRule& rule) {
    if (rule.cases && !namesSomething(rule)) {
        add(Severity::Warning, rule.origin,
            "\"" + rule.pattern +
                "\" names no test case and no group; correct the name, "
                "which is a path below data/ without .in");
    }
    if (rule.score && !m_problem.tree.scored) {
        add(Severity::Warning, rule.origin, "score is for scoring problems only; remove it");
    }
}

/// For the first case whose rules have nothing in common.
void ExpectationChecker::checkCommonGround(const PackageSubmission& submission) {
    const auto& rules = submission.expected.rules;
    for (const TestCase& test : m_problem.cases) {
        VerdictSet permitted = VerdictSet::all();
        const ExpectationRule* last = nullptr;
        for (const ExpectationRule& rule : rules) {
            m_looks += rule.cases ? rule.cases->size() : 1;
            if (!mayLook()) {
                return;
            }
            if (rule.coversCase(test.name)) {
                permitted = permitted & rule.permitted;
                last = permitted.empty() && last == nullptr ? &rule : last;
            }
        }
        if (last != nullptr) {
            return add(Severity::Error, last->origin,
                       submission.path + " may come to nothing at all in " + test.name +
                           ": this rule and the others for it permit no common verdict");
        }
    }
}

} // namespace

std::vector<Finding> checkExpectations(const std::vector<PackageSubmission>& submissions, const Problem& problem) {
    std::vector<Finding> findings;
    ExpectationChecker checker(problem, findings);
    for (const PackageSubmission& submission : submissions) {
        checker.check(submission);
    }
    return findings;
}

} // namespace grindstone::judge
