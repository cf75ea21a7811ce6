// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/workbench.h"

#include "sandbox/bench/conditions.h"

namespace grindstone::sandbox::bench {

namespace {

using Clock = std::chrono::steady_clock;

std::string endingText(const Outcome& outcome) {
    switch (outcome.ending) {
    case Ending::Exited:
        return "exit status " + std::to_string(outcome.exitCode);
    case Ending::Signalled:
        return "signal " + std::to_string(outcome.signal);
    case Ending::Stopped:
        break;
    }
    return "stopped by a limit";
}

} // namespace

Workbench::Workbench(std::unique_ptr<Box> box, const BenchPrograms& programs, const OnProgress& onProgress,
                     std::stop_token stop)
    : m_box(std::move(box)), m_programs(&programs), m_onProgress(&onProgress), m_stop(std::move(stop)) {}

Result<Workbench> Workbench::create(BoxSource& source, const BenchPrograms& programs, const OnProgress& onProgress,
                                    std::stop_token stop) {
    BoxOptions options;
    options.visiblePaths = {programs.noop(), programs.load()};
    return Workbench(TRY(source.openBox(options)), programs, onProgress, std::move(stop));
}

Result<void> Workbench::step(Stage stage, std::size_t done, std::size_t total) const {
    TRY(stopIfAsked(m_stop));
    if (*m_onProgress) {
        (*m_onProgress)(stage, done, total);
    }
    return {};
}

Result<TimedOutcome> Workbench::run(const LaunchSpec& spec) {
    const Clock::time_point begin = Clock::now();
    Result<Outcome> outcome = m_box->run(spec, m_stop);
    const Clock::time_point end = Clock::now();
    TRY(stopIfAsked(m_stop));
    return TimedOutcome{TRY(std::move(outcome)), end - begin};
}

Result<TimedOutcome> Workbench::runToEnd(const LaunchSpec& spec) {
    TimedOutcome timed = TRY(run(spec));
    if (timed.outcome.ending != Ending::Exited || timed.outcome.exitCode != 0) {
        return fail("bench.program-failed", spec.arguments.front() + ": " + endingText(timed.outcome));
    }
    return timed;
}

LaunchSpec specOf(std::vector<std::string> arguments) {
    LaunchSpec spec;
    spec.arguments = std::move(arguments);
    spec.limits.cpuTime = std::chrono::seconds(60);
    spec.limits.wallTime = std::chrono::seconds(300);
    return spec;
}

double microseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::micro>(time).count();
}

double milliseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace grindstone::sandbox::bench
