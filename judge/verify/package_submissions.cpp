// SPDX-License-Identifier: GPL-3.0-or-later
//
// A package that gives its time limit has all submissions judged at once. One that doesn't has first those judged that
// the limit has to leave room for, with a very long one; from their times the limit follows, and with it the others are
// judged. What has to be too slow is killed a little above the limit; where the format wants a greater distance, its
// late cases are run again under a limit that is so much longer.
//
// Times are measured while other cases run, which can only make them longer. Where that could change anything, the case
// in question is measured again with nothing beside it.
#include "judge/verify/package_submissions.h"

#include "judge/engine/effective_limits.h"
#include "judge/package/problem_limits.h"
#include "judge/package/submission_sources.h"
#include "judge/verify/run_key.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace grindstone::judge {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

/// While a limit is looked for: nobody's solution is meant to take longer.
constexpr milliseconds SearchLimit{60'000};
/// Runs beside others take less than twice the time that they would alone; see isWorthSecondRun().
constexpr double LeastOfMeasured = 0.5;

std::shared_ptr<const Problem> withLimit(const Problem& problem, nanoseconds limit) {
    auto changed = std::make_shared<Problem>(problem);
    changed->limits.cpuTime = std::chrono::ceil<milliseconds>(limit);
    return changed;
}

/// A problem that consists of these cases, each of which has to be passed.
std::shared_ptr<const Problem> withCases(const Problem& problem, const std::vector<std::string>& names) {
    auto changed = std::make_shared<Problem>(problem);
    std::erase_if(changed->cases,
                  [&](const TestCase& one) { return std::ranges::find(names, one.name) == names.end(); });
    changed->tree = {};
    changed->grader.reset();
    return changed;
}

/// Whether a submission has the time limit as the package writes it, without its language's multiplier: one that has to
/// be too slow, and was so where its author judged it, without multipliers. Inferred limits are counted with them.
bool hasPlainLimit(const PackageSubmission& submission, const ProblemLimits& limits) {
    return submission.mustExceedTimeLimit && limits.source == LimitSource::Package;
}

/// The judge applies the multiplier, so that the limit that is left is the plain one.
std::shared_ptr<const Problem> withPlainLimit(const Problem& problem, const Language& language) {
    const auto limit = static_cast<double>(nanoseconds(problem.limits.cpuTime).count());
    return withLimit(problem, nanoseconds(std::llround(limit / language.timeMultiplier)));
}

/// Where every case has to be accepted, the first failure tells all; elsewhere what comes later may be required, or not
/// be permitted.
bool needsAllCases(const Expectation& expected) {
    const auto wantsAccepted = [](const ExpectationRule& rule) {
        return rule.permitted == VerdictSet{Verdict::Accepted};
    };
    return !std::ranges::all_of(expected.rules, wantsAccepted);
}

/// What failed otherwise than it should may yet be right by a later case (legacy).
bool mayBeRightByALaterCase(const Expectation& expected, const VerifiedSubmission& result) {
    return !result.ok && !result.error && !result.verdict.empty() && expected.whole &&
           !expected.whole->someCase.empty() && !needsAllCases(expected);
}

bool waitedForever(const CaseResult& one) {
    return one.verdict == Verdict::TimeLimit && one.limit == sandbox::LimitHit::Wall;
}

/// Under such a limit a program is killed when it has run for `time`.
nanoseconds limitThatKillsAfter(nanoseconds time) {
    EffectiveLimits one;
    one.cpuTime = milliseconds(1000);
    const double share = 1e9 / static_cast<double>(killTime(one).count());
    return nanoseconds(std::llround(static_cast<double>(time.count()) * share));
}

/// As it compares with the time limit that the package gives.
nanoseconds normalised(nanoseconds cpu, const SubmissionTask& task) {
    const bool plain = hasPlainLimit(task.submission, task.problem->limits);
    return nanoseconds(std::llround(static_cast<double>(cpu.count()) / (plain ? 1 : task.language->timeMultiplier)));
}

} // namespace

PackageSubmissions::PackageSubmissions(const VerifierSetup& setup, const RunMemory& memory,
                                       const VerifyOptions& options, Subject subject, const RunsSink& progress,
                                       std::stop_token stop)
    : m_setup(setup), m_options(options), m_memory(memory), m_progress(progress), m_stop(std::move(stop)),
      m_digest(std::move(subject.digest)) {
    subject.problem.languages.clear(); // they are for contestants
    m_problem = std::make_shared<const Problem>(std::move(subject.problem));
}

void PackageSubmissions::verify(VerifiedPackage& verified) {
    readEntries();
    if (m_problem->limits.source != LimitSource::Package) {
        useInferred(verified);
    }
    judgeAll(select([](const Entry& entry) { return entry.wanted && entry.result.verdict.empty(); }), m_problem);
    checkMargins(verified.problems);
    checkTooSlow(verified.problems);
    for (Entry& entry : m_entries) {
        if (!entry.wanted) {
            continue;
        }
        if (entry.language != nullptr) {
            entry.result.limits = effectiveLimits(taskFor(entry, m_problem).problem->limits, *entry.language);
        }
        verified.failed |= entry.result.error && isOurFailure(*entry.result.error);
        verified.submissions.push_back(std::move(entry.result));
    }
    verified.limits = m_problem->limits;
}

/// What is odd about them has been told by checkPackage().
void PackageSubmissions::readEntries() {
    std::vector<Finding> told;
    Result<std::vector<PackageSubmission>> submissions = readSubmissions(m_problem->folder, told);
    if (!submissions) {
        return;
    }
    for (PackageSubmission& submission : *submissions) {
        Entry entry;
        entry.wanted = !m_options.wants || m_options.wants(submission.path);
        entry.submission = std::move(submission);
        prepare(entry);
        m_entries.push_back(std::move(entry));
    }
}

void PackageSubmissions::prepare(Entry& entry) const {
    VerifiedSubmission& result = entry.result;
    result.path = entry.submission.path;
    result.expected = entry.submission.expected.wanted().names();
    const Result<const Language*> language = languageOf(entry.submission, m_setup.languages);
    if (!language) {
        result.skipped = language.error();
        return;
    }
    result.language = (*language)->id;
    Result<std::vector<SourceFile>> sources = loadPackageSources(*m_problem, entry.submission.path);
    if (!sources) {
        result.error = std::move(sources).error();
        return;
    }
    entry.sources = *std::move(sources);
    entry.language = *language;
}

std::optional<InferredLimit> PackageSubmissions::inferLimit() {
    readEntries();
    return judgeForLimit();
}

std::optional<InferredLimit> PackageSubmissions::judgeForLimit() {
    const auto counts = [](const Entry& entry) {
        return entry.submission.setsTimeLimit && !entry.submission.mustExceedTimeLimit;
    };
    judgeAll(select(counts), withLimit(*m_problem, SearchLimit));
    confirmSlowest();
    return m_stop.stop_requested() ? std::nullopt : judge::inferLimit(m_problem->limits.timing, acceptedTimes());
}

void PackageSubmissions::useInferred(VerifiedPackage& verified) {
    verified.inferred = judgeForLimit();
    if (!verified.inferred) {
        return;
    }
    auto changed = std::make_shared<Problem>(*m_problem);
    changed->limits.cpuTime = verified.inferred->limit;
    changed->limits.source = LimitSource::Inferred;
    std::erase(verified.problems, findingFrom(Severity::Warning, AssumedTimeLimit));
    m_problem = std::move(changed);
}

std::vector<MeasuredTime> PackageSubmissions::acceptedTimes() const {
    std::vector<MeasuredTime> times;
    for (const Entry& entry : m_entries) {
        if (entry.accepted && !entry.submission.mustExceedTimeLimit) {
            times.push_back(*entry.accepted);
        }
    }
    return times;
}

void PackageSubmissions::confirmSlowest() {
    std::vector<bool> confirmed(m_entries.size());
    while (!m_stop.stop_requested()) {
        const auto slowest = judge::inferLimit(m_problem->limits.timing, acceptedTimes());
        if (!slowest) {
            return;
        }
        const auto entry =
            std::ranges::find(m_entries, slowest->slowest, [](const Entry& one) { return one.submission.path; });
        const auto index = static_cast<std::size_t>(entry - m_entries.begin());
        MeasuredTime fastest = *entry->accepted;
        fastest.time = nanoseconds(std::llround(static_cast<double>(fastest.time.count()) * LeastOfMeasured));
        if (confirmed[index] || judge::inferLimit(m_problem->limits.timing, {fastest})->limit == slowest->limit) {
            return;
        }
        measureAlone(*entry);
        confirmed[index] = true;
    }
}

void PackageSubmissions::confirmNarrow() {
    for (Entry& entry : m_entries) {
        if (entry.accepted && entry.wanted && !findNarrowMargins(m_problem->limits, {*entry.accepted}).empty()) {
            measureAlone(entry);
        }
    }
}

void PackageSubmissions::measureAlone(Entry& entry) {
    SubmissionTask task = taskFor(entry, withCases(*withLimit(*m_problem, SearchLimit), {entry.slowestCase}));
    const std::string key = runKey(m_digest, task, m_setup.version);
    SubmissionRunner runner(m_setup.judge, m_memory, 1, m_options.freshness);
    runner.run(
        {task}, {key},
        [&](std::size_t, const SubmissionRun& run) {
            if (run.report.verdict == Verdict::Accepted) {
                const nanoseconds alone = normalised(run.report.cases.front().cpu, task);
                entry.accepted->time = std::min(entry.accepted->time, alone);
            }
            return true;
        },
        m_progress, m_stop);
}

void PackageSubmissions::checkMargins(std::vector<Finding>& findings) {
    if (m_problem->limits.source == LimitSource::Default) {
        return;
    }
    confirmNarrow();
    std::vector<MeasuredTime> times;
    for (const Entry& entry : m_entries) {
        if (entry.accepted && entry.wanted) {
            times.push_back(*entry.accepted);
        }
    }
    const std::vector<Finding> narrow = findNarrowMargins(m_problem->limits, times);
    findings.insert(findings.end(), narrow.begin(), narrow.end());
}

void PackageSubmissions::checkTooSlow(std::vector<Finding>& findings) {
    const ProblemLimits& limits = m_problem->limits;
    const Indexes near = select(
        [&](const Entry& entry) { return entry.wanted && entry.tooSlow && !exceedsClearly(limits, *entry.tooSlow); });
    const double enough = 1.01 * limits.timing.limitToTooSlow;
    const nanoseconds end(std::llround(static_cast<double>(nanoseconds(limits.cpuTime).count()) * enough));
    const auto longer = withLimit(*m_problem, limitThatKillsAfter(end));
    std::vector<SubmissionTask> tasks;
    std::vector<std::string> keys;
    for (const std::size_t index : near) {
        SubmissionTask task = taskFor(m_entries[index], withCases(*longer, m_entries[index].lateCases));
        task.allCases = false;
        keys.push_back(runKey(m_digest, task, m_setup.version));
        tasks.push_back(std::move(task));
    }
    SubmissionRunner runner(m_setup.judge, m_memory, m_setup.workers + 1, m_options.freshness);
    runner.run(
        tasks, keys,
        [&](std::size_t place, const SubmissionRun& run) {
            Entry& entry = m_entries[near[place]];
            for (const CaseResult& one : run.report.cases) {
                entry.tooSlow->time = std::max(entry.tooSlow->time, normalised(one.cpu, tasks[place]));
                entry.tooSlow->endless |= waitedForever(one);
            }
            return true;
        },
        m_progress, m_stop);
    for (const std::size_t index : near) {
        if (!exceedsClearly(limits, *m_entries[index].tooSlow) && !m_stop.stop_requested()) {
            findings.push_back(tooNear(limits, *m_entries[index].tooSlow));
        }
    }
}

SubmissionTask PackageSubmissions::taskFor(const Entry& entry, const SharedProblem& problem) const {
    const bool plain = hasPlainLimit(entry.submission, problem->limits) && entry.language->timeMultiplier != 1;
    return {entry.submission, entry.language, entry.sources,
            plain ? withPlainLimit(*problem, *entry.language) : problem, needsAllCases(entry.submission.expected)};
}

void PackageSubmissions::judgeAll(const Indexes& indexes, const SharedProblem& problem) {
    judgeAll(indexes, problem, Extent::AsNeeded);
    Indexes open;
    std::ranges::copy_if(indexes, std::back_inserter(open), [&](std::size_t index) {
        return mayBeRightByALaterCase(m_entries[index].submission.expected, m_entries[index].result);
    });
    judgeAll(open, problem, Extent::AllCases);
}

void PackageSubmissions::judgeAll(const Indexes& indexes, const SharedProblem& problem, Extent extent) {
    std::vector<SubmissionTask> tasks;
    std::vector<std::string> keys;
    for (const std::size_t index : indexes) {
        tasks.push_back(taskFor(m_entries[index], problem));
        tasks.back().allCases |= extent == Extent::AllCases;
        keys.push_back(runKey(m_digest, tasks.back(), m_setup.version));
    }
    SubmissionRunner runner(m_setup.judge, m_memory, m_setup.workers + 1, m_options.freshness);
    runner.run(
        tasks, keys,
        [&](std::size_t place, const SubmissionRun& run) {
            Entry& entry = m_entries[indexes[place]];
            take(tasks[place], run, entry);
            return entry.result.ok || mayBeRightByALaterCase(entry.submission.expected, entry.result);
        },
        m_progress, m_stop);
}

void PackageSubmissions::take(const SubmissionTask& task, const SubmissionRun& run, Entry& entry) const {
    const Report& report = run.report;
    VerifiedSubmission& result = entry.result;
    if (lacksLanguage(report)) {
        result.skipped = report.error;
        entry.language = nullptr;
        return;
    }
    const Judgement judgement = assess(entry.submission, report, *task.problem);
    result.verdict = judgement.verdict;
    result.expected = judgement.expected;
    result.ok = judgement.ok;
    result.reason = judgement.reason;
    result.cached = run.cached;
    describeReport(report, result);
    if (result.ok) {
        measure(task, report, entry);
    }
}

void PackageSubmissions::measure(const SubmissionTask& task, const Report& report, Entry& entry) const {
    const LimitBounds bounds = limitBounds(entry.submission, report);
    const std::string& path = entry.submission.path;
    if (bounds.above) {
        entry.accepted = MeasuredTime{path, normalised(*bounds.above, task)};
        entry.slowestCase = std::ranges::find(report.cases, *bounds.above, &CaseResult::cpu)->name;
    }
    if (bounds.below) {
        const bool endless = std::ranges::any_of(report.cases, waitedForever);
        entry.tooSlow = MeasuredTime{path, normalised(*bounds.below, task), endless};
    }
    for (const CaseResult& one : report.cases) {
        if (one.verdict == Verdict::TimeLimit || one.verdict == Verdict::Skipped) {
            entry.lateCases.push_back(one.name);
        }
    }
}

} // namespace grindstone::judge
