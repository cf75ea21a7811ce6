// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verify/data_checks.h"
#include "judge/verify/finding_collector.h"

#include <atomic>
#include <mutex>

namespace grindstone::judge {

/// What all checks of data share while they run on the pool: whom they tell, and whether to go on.
class DataCheckRun {
public:
    /// All of them outlive it.
    DataCheckRun(ProgramRunner& programs, FindingCollector& findings, const DataAllowance& allowance,
                 std::stop_token stop, const DataProgressSink& progress)
        : m_programs(programs), m_findings(findings), m_allowance(allowance), m_progress(progress),
          m_passOn(std::move(stop), [this] { m_stop.request_stop(); }) {}

    ProgramRunner& programs() { return m_programs; }
    std::stop_token stop() const { return m_stop.get_token(); }
    const DataAllowance& allowance() const { return m_allowance; }
    bool ended() const { return m_stop.stop_requested(); }

    /// Calls `work` for each number below `count` on the pool's threads, see ProgramRunner::forEach(), and counts.
    void forEach(std::size_t count, const std::function<void(std::size_t, BoxSlot&)>& work);
    void expect(std::size_t count) { m_state.total += count; }
    /// What was expected and cannot be checked.
    void skip(std::size_t count);

    /// Thread-safe.
    void add(const std::string& kind, Finding finding);
    void error(const std::string& kind, std::string file, std::string message) {
        add(kind, {Severity::Error, std::move(file), 0, std::move(message)});
    }
    /// Of a program of the package; a Warning for what only lacks a language here. What is no fault of the package ends
    /// all checks.
    void addFailure(const std::string& kind, const std::string& file, const Error& error);
    /// The same for one of these programs, by its name in the error, that could not be built.
    void addBuildFailure(const std::string& kind, const std::vector<CheckerSpec>& programs, const Error& error);

    /// Counts a run of a validator that did not end in time. Each of them would take as long as its limit on each case,
    /// so that one that always hangs would take the day.
    void addOverrun(const std::string& validator);
    bool mayRun(const std::string& validator);
    /// Says which validators were not run on everything.
    void reportOverruns(const std::string& kind);

private:
    ProgramRunner& m_programs;
    FindingCollector& m_findings;
    const DataAllowance& m_allowance;
    const DataProgressSink& m_progress;
    std::mutex m_mutex;
    DataProgress m_state;
    std::map<std::string, unsigned> m_overruns;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_passOn;
};

} // namespace grindstone::judge
