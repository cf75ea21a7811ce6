// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/assessment.h"

#include <algorithm>
#include <cstdio>

namespace grindstone::judge {

namespace {

/// A case, or one of the static validator's, with what it came to.
struct Outcome {
    std::string name;
    Verdict verdict = Verdict::Accepted;
};

/// Skipped cases and those without a verdict have none.
std::vector<Outcome> outcomesOf(const Report& report) {
    std::vector<Outcome> outcomes;
    for (const StaticResult& result : report.staticResults) {
        outcomes.push_back({result.group, result.verdict});
    }
    for (const CaseResult& result : report.cases) {
        if (result.verdict && *result.verdict != Verdict::Skipped) {
            outcomes.push_back({result.name, *result.verdict});
        }
    }
    return outcomes;
}

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.10g", value);
    return text;
}

std::string shownRange(const ScoreRange& range) {
    return range.lowest == range.highest ? number(range.lowest) : number(range.lowest) + " to " + number(range.highest);
}

/// Holds one report against an expectation; the first thing that is wrong decides.
class Assessment {
public:
    Assessment(const Expectation& expected, const Report& report)
        : m_expected(expected), m_report(report), m_outcomes(outcomesOf(report)) {}

    Judgement take();

private:
    bool holdsErrors();
    void judgeCompileError();
    bool holds(const WholeExpectation& whole);
    bool holdsAsWhole(const WholeExpectation& whole);
    bool holdsScore(const WholeExpectation& whole);
    bool holds(const ExpectationRule& rule);
    bool holdsVerdicts(const ExpectationRule& rule);
    bool holdsScore(const ExpectationRule& rule);
    bool holdsMessage(const ExpectationRule& rule);
    const Outcome* findOutcome(VerdictSet verdicts) const;
    bool refuse(Verdict verdict, std::string reason);
    void show(Verdict verdict) { m_judgement.verdict = packageName(verdict); }

    const Expectation& m_expected;
    const Report& m_report;
    const std::vector<Outcome> m_outcomes;
    Judgement m_judgement;
};

bool Assessment::refuse(Verdict verdict, std::string reason) {
    show(verdict);
    m_judgement.reason = std::move(reason);
    return false;
}

const Outcome* Assessment::findOutcome(VerdictSet verdicts) const {
    const auto found =
        std::ranges::find_if(m_outcomes, [&](const Outcome& outcome) { return verdicts.admits(outcome.verdict); });
    return found == m_outcomes.end() ? nullptr : &*found;
}

Judgement Assessment::take() {
    m_judgement.expected = m_expected.wanted().names();
    if (!holdsErrors()) {
        return std::move(m_judgement);
    }
    show(m_report.verdict.value_or(Verdict::Skipped));
    if (m_report.verdict == Verdict::CompileError) {
        judgeCompileError();
        return std::move(m_judgement);
    }
    const bool whole = !m_expected.whole || holds(*m_expected.whole);
    m_judgement.ok = whole && std::ranges::all_of(m_expected.rules, [&](const auto& rule) { return holds(rule); });
    return std::move(m_judgement);
}

bool Assessment::holdsErrors() {
    if (m_report.cancelled) {
        m_judgement.reason = "stopped before it was judged";
        return false;
    }
    if (m_report.error || m_report.verdict == Verdict::JudgeError) {
        return refuse(Verdict::JudgeError, m_report.error ? m_report.error->detail : "the judge failed");
    }
    for (const CaseResult& result : m_report.cases) {
        if (result.verdict == Verdict::JudgeError) {
            return refuse(Verdict::JudgeError,
                          result.name + ": " + (result.error ? result.error->detail : "the judge failed"));
        }
    }
    return true;
}

void Assessment::judgeCompileError() {
    const VerdictSet wanted = m_expected.wanted();
    m_judgement.ok = wanted.contains(Verdict::CompileError);
    if (!m_judgement.ok) {
        m_judgement.reason = "it does not compile";
    }
}

bool Assessment::holds(const WholeExpectation& whole) {
    return holdsAsWhole(whole) && holdsScore(whole);
}

bool Assessment::holdsAsWhole(const WholeExpectation& whole) {
    const Verdict verdict = m_report.verdict.value_or(Verdict::Skipped);
    if (whole.verdict.empty() || whole.verdict.admits(verdict)) {
        return true;
    }
    const Outcome* some = findOutcome(whole.someCase);
    const Outcome* never = findOutcome(whole.neverCase);
    if (some != nullptr && never == nullptr) {
        show(some->verdict);
        m_judgement.reason =
            some->name + ": " + packageName(some->verdict) + ", and " + packageName(verdict) + " as a whole";
        return true;
    }
    const auto wrong = std::ranges::find(m_outcomes, verdict, &Outcome::verdict);
    const std::string where = wrong == m_outcomes.end() ? "" : wrong->name + ": ";
    return refuse(verdict, where + packageName(verdict) + ", but " + whole.origin + " wants " + listed(whole.verdict));
}

/// A submission that is rejected has no score, which is what authors call 0.
bool Assessment::holdsScore(const WholeExpectation& whole) {
    const Verdict verdict = m_report.verdict.value_or(Verdict::Skipped);
    const bool isNothing = !m_report.score && verdict != Verdict::Accepted && whole.score == 0.0;
    const bool isWanted =
        m_report.score && whole.score && ScoreRange{*whole.score, *whole.score}.holds(*m_report.score);
    if (whole.score && !isWanted && !isNothing) {
        return refuse(verdict, "its score is " + (m_report.score ? number(*m_report.score) : "missing") + ", but " +
                                   whole.origin + " wants " + number(*whole.score));
    }
    const bool isFull = m_report.score && m_report.maxScore &&
                        ScoreRange{*m_report.maxScore, *m_report.maxScore}.holds(*m_report.score);
    if (whole.belowMaximum && isFull) {
        return refuse(verdict,
                      "it has full marks, " + number(*m_report.score) + ", but " + whole.origin + " wants fewer");
    }
    if (!whole.belowMaximum && whole.verdict == VerdictSet{Verdict::Accepted} && verdict == Verdict::Partial) {
        m_judgement.reason = "it has only a part of the marks; submissions/partially_accepted is for such ones";
    }
    return true;
}

bool Assessment::holds(const ExpectationRule& rule) {
    return holdsVerdicts(rule) && holdsScore(rule) && holdsMessage(rule);
}

bool Assessment::holdsVerdicts(const ExpectationRule& rule) {
    bool any = false;
    const Outcome* wanted = nullptr;
    for (const Outcome& outcome : m_outcomes) {
        if (!rule.coversCase(outcome.name)) {
            continue;
        }
        any = true;
        if (!rule.permitted.admits(outcome.verdict)) {
            return refuse(outcome.verdict, outcome.name + ": " + packageName(outcome.verdict) + ", but " + rule.origin +
                                               " permits only " + listed(rule.permitted));
        }
        wanted = wanted == nullptr && rule.required.admits(outcome.verdict) ? &outcome : wanted;
    }
    if (!any) {
        return true;
    }
    if (wanted == nullptr) {
        return refuse(m_report.verdict.value_or(Verdict::Skipped),
                      "no case" + (rule.cases ? " of " + rule.pattern : std::string()) + " comes to " +
                          listed(rule.required) + ", which " + rule.origin + " requires");
    }
    if (!rule.cases && rule.required != VerdictSet::all()) {
        show(wanted->verdict);
    }
    return true;
}

bool Assessment::holdsScore(const ExpectationRule& rule) {
    if (!rule.score) {
        return true;
    }
    const auto check = [&](const std::string& name, std::optional<double> score) {
        return (score && rule.score->holds(*score)) ||
               refuse(m_report.verdict.value_or(Verdict::Skipped),
                      name + " is " + (score ? number(*score) : "missing") + ", but " + rule.origin + " wants " +
                          shownRange(*rule.score));
    };
    if (!rule.cases) {
        return check("its score", m_report.score);
    }
    return std::ranges::all_of(m_report.groups, [&](const GroupResult& group) {
        return !rule.cases->matches(group.name) || check("the score of " + group.name, group.score);
    });
}

bool Assessment::holdsMessage(const ExpectationRule& rule) {
    const auto says = [&](const CaseResult& result) {
        return rule.coversCase(result.name) && result.feedback.judgeMessage.find(rule.message) != std::string::npos;
    };
    return rule.message.empty() || std::ranges::any_of(m_report.cases, says) ||
           refuse(m_report.verdict.value_or(Verdict::Skipped),
                  "the validator never says \"" + rule.message.substr(0, 200) + "\", which " + rule.origin + " wants");
}

void raise(std::optional<std::chrono::nanoseconds>& bound, std::chrono::nanoseconds time) {
    bound = std::max(bound.value_or(time), time);
}

void lower(std::optional<std::chrono::nanoseconds>& bound, std::chrono::nanoseconds time) {
    bound = std::min(bound.value_or(time), time);
}

std::optional<std::chrono::nanoseconds> slowest(const Report& report, const ExpectationRule* rule) {
    std::optional<std::chrono::nanoseconds> time;
    for (const CaseResult& result : report.cases) {
        const bool run = result.verdict && *result.verdict != Verdict::Skipped;
        if (run && (rule == nullptr || rule->coversCase(result.name))) {
            raise(time, result.cpu);
        }
    }
    return time;
}

void applyBounds(LimitBounds& bounds, std::optional<std::chrono::nanoseconds> time, bool setsLimit, bool mustExceed) {
    if (time && setsLimit) {
        raise(bounds.above, *time);
    }
    if (time && mustExceed) {
        lower(bounds.below, *time);
    }
}

} // namespace

Judgement assess(const PackageSubmission& submission, const Report& report, const Problem&) {
    return Assessment(submission.expected, report).take();
}

LimitBounds limitBounds(const PackageSubmission& submission, const Report& report) {
    LimitBounds bounds;
    for (const ExpectationRule& rule : submission.expected.rules) {
        applyBounds(bounds, slowest(report, &rule), rule.setsTimeLimit, rule.mustExceedTimeLimit);
    }
    if (const auto& whole = submission.expected.whole) {
        applyBounds(bounds, slowest(report, nullptr), whole->setsTimeLimit, whole->mustExceedTimeLimit);
    }
    return bounds;
}

} // namespace grindstone::judge
