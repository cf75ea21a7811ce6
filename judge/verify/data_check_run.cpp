// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/data_check_run.h"

namespace grindstone::judge {

namespace {

/// What a program of the package, or a file of it, is to blame for.
bool isOfPackage(const Error& error) {
    return error.code.starts_with("checker.") || error.code.starts_with("package.") ||
           error.code.starts_with("comparator.") || error.code == "language.not-installed";
}

} // namespace

void DataCheckRun::forEach(std::size_t count, const std::function<void(std::size_t, BoxSlot&)>& work) {
    const Result<void> done = m_programs.forEach(
        count,
        [&](std::size_t index, BoxSlot& slot) {
            work(index, slot);
            skip(1);
        },
        stop());
    if (!done) {
        addFailure("the checks", {}, done.error());
    }
}

void DataCheckRun::add(const std::string& kind, Finding finding) {
    const std::scoped_lock lock(m_mutex);
    m_findings.add(kind, std::move(finding));
}

void DataCheckRun::addFailure(const std::string& kind, const std::string& file, const Error& error) {
    if (ended()) {
        return;
    }
    if (isOfPackage(error)) {
        // Elsewhere it may well be there.
        const bool missing = error.code == "language.not-installed" || error.code == "checker.no-language";
        return add(kind, {missing ? Severity::Warning : Severity::Error, file, 0, error.detail});
    }
    add("the checks", {Severity::Error, {}, 0, "the data could not be checked to the end: " + error.detail});
    m_stop.request_stop();
}

void DataCheckRun::addBuildFailure(const std::string& kind, const std::vector<CheckerSpec>& programs,
                                   const Error& error) {
    for (const CheckerSpec& program : programs) {
        if (error.detail.starts_with(program.name)) {
            const std::string reason = error.detail.substr(program.name.size());
            return addFailure(kind, program.name, {error.code, "cannot be built" + reason});
        }
    }
    addFailure(kind, {}, error);
}

void DataCheckRun::addOverrun(const std::string& validator) {
    const std::scoped_lock lock(m_mutex);
    ++m_overruns[validator];
}

bool DataCheckRun::mayRun(const std::string& validator) {
    const std::scoped_lock lock(m_mutex);
    const auto overruns = m_overruns.find(validator);
    return overruns == m_overruns.end() || overruns->second < m_allowance.overruns;
}

void DataCheckRun::reportOverruns(const std::string& kind) {
    const std::scoped_lock lock(m_mutex);
    for (const auto& [validator, overruns] : m_overruns) {
        if (overruns >= m_allowance.overruns) {
            m_findings.error(kind, validator,
                             "did not end in time " + std::to_string(m_allowance.overruns) +
                                 " times, so it was not run on all that it should be; make it faster");
        }
    }
    m_overruns.clear();
}

void DataCheckRun::skip(std::size_t count) {
    const std::scoped_lock lock(m_mutex);
    m_state.done += count;
    if (m_progress) {
        m_progress(m_state);
    }
}

} // namespace grindstone::judge
