// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_sequence.h"

namespace grindstone::judge {

CaseSequence::CaseSequence(std::vector<PlannedCase> cases, const RunSetup& setup, RunGate& gate, CaseRules rules,
                           const ProgressSink& progress)
    : m_cases(std::move(cases)), m_runner(setup, gate), m_rules(std::move(rules)), m_progress(progress),
      m_stops(m_cases.size()), m_results(m_cases.size()), m_skipped(m_cases.size()) {}

std::vector<CaseResult> CaseSequence::run(WorkerPool& pool, std::stop_token stop) {
    const std::stop_callback passOn(stop, [this] {
        for (std::stop_source& source : m_stops) {
            source.request_stop();
        }
    });
    passOverWhatNeverCounts();
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        pool.post([self = shared_from_this()](BoxSlot& slot) { self->runNext(slot); });
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return isDone(); });
    m_next = m_cases.size();
    m_changed.wait(lock, [this] { return isDone(); });
    skipTheRest();
    std::vector<CaseResult> results;
    for (std::optional<CaseResult>& result : m_results) {
        results.push_back(*std::move(result));
    }
    return results;
}

void CaseSequence::runNext(BoxSlot& slot) {
    const std::optional<std::size_t> index = claim();
    if (!index) {
        return;
    }
    const auto waits = [this, &index](bool still) {
        const std::lock_guard lock(m_mutex);
        tell(WaitingForMemory{*index, !still});
    };
    finish(*index, m_runner.run(m_cases[*index], slot, m_stops[*index].get_token(), waits));
}

std::optional<std::size_t> CaseSequence::claim() {
    const std::lock_guard lock(m_mutex);
    if (m_next == m_cases.size()) {
        return std::nullopt;
    }
    ++m_active;
    tell(CaseStarted{m_next});
    const std::size_t index = m_next++;
    passOverSkipped();
    return index;
}

void CaseSequence::finish(std::size_t index, std::optional<CaseResult> result) {
    const std::lock_guard lock(m_mutex);
    --m_active;
    if (result && !m_skipped[index]) {
        m_rules.grade(index, *result);
        const bool failed = isFailure(result->verdict);
        tell(CaseFinished{index, *result});
        m_results[index] = std::move(result);
        if (failed) {
            leaveOutWithoutWeight();
        }
    }
    m_changed.notify_all();
}

/// What is known of the sources may decide a group before any case is run.
void CaseSequence::passOverWhatNeverCounts() {
    const std::lock_guard lock(m_mutex);
    leaveOutWithoutWeight();
}

void CaseSequence::leaveOutWithoutWeight() {
    const std::vector<bool> without = m_rules.withoutWeight(m_results);
    for (std::size_t i = 0; i < without.size(); ++i) {
        if (without[i] && !m_skipped[i]) {
            m_skipped[i] = true;
            m_stops[i].request_stop();
        }
    }
    passOverSkipped();
}

void CaseSequence::passOverSkipped() {
    while (m_next < m_cases.size() && m_skipped[m_next]) {
        ++m_next;
    }
}

void CaseSequence::skipTheRest() {
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        if (m_results[i] && !m_skipped[i]) {
            continue;
        }
        m_results[i] = m_cases[i].result;
        m_results[i]->verdict = Verdict::Skipped;
        tell(CaseFinished{i, *m_results[i]});
    }
}

void CaseSequence::tell(const Progress& event) const {
    if (m_progress) {
        m_progress(event);
    }
}

} // namespace grindstone::judge
