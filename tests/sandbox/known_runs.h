// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"
#include "tests/support/probe_program.h"

#include <functional>

namespace grindstone::tests {

/// A run whose outcome is known beforehand.
struct KnownRun {
    std::string name;
    sandbox::LaunchSpec spec;
    std::function<bool(const sandbox::Outcome&)> isRight;
};

/// How a run ended, for a failure's message.
inline std::string endingOf(const sandbox::Outcome& outcome) {
    return "ending " + std::to_string(static_cast<int>(outcome.ending)) + ", exit code " +
           std::to_string(outcome.exitCode) + ", signal " + std::to_string(outcome.signal) + ", limit " +
           std::to_string(static_cast<int>(outcome.limit)) + ", out of memory " + std::to_string(outcome.outOfMemory) +
           ", CPU ms " + std::to_string(outcome.cpu() / std::chrono::milliseconds(1)) + ", wall ms " +
           std::to_string(outcome.wall / std::chrono::milliseconds(1)) + ", survivors " +
           std::to_string(outcome.survivors);
}

/// A load of such runs, as a judge has them: right programs, crashing ones, some that leave something behind, some that
/// use up a limit.
class KnownRuns {
public:
    using Check = std::function<bool(const sandbox::Outcome&)>;

    static Check exited(int code) {
        return [code](const sandbox::Outcome& outcome) {
            return outcome.ending == sandbox::Ending::Exited && outcome.exitCode == code;
        };
    }
    static Check printed(std::string text) {
        return [text = std::move(text)](const sandbox::Outcome& outcome) {
            return exited(0)(outcome) && textOf(outcome.standardOutput) == text;
        };
    }
    static Check stoppedBy(sandbox::LimitHit limit) {
        return [limit](const sandbox::Outcome& outcome) {
            return outcome.ending == sandbox::Ending::Stopped && outcome.limit == limit;
        };
    }

    KnownRuns() {
        add("exit code", {"exit", "7"}, exited(7));
        add("signal", {"signal", "11"}, [](const sandbox::Outcome& outcome) {
            return outcome.ending == sandbox::Ending::Signalled && outcome.signal == 11;
        });
        add("input", {"copy"}, [this](const sandbox::Outcome& outcome) {
            return exited(0)(outcome) && outcome.standardOutput.size.count() == m_inputSize;
        }).standardInput = m_input.get();
        add("collected file", {"result", "42"}, [](const sandbox::Outcome& outcome) {
            return exited(0)(outcome) && outcome.collected.size() == 1 && outcome.collected[0].size == Bytes(2);
        }).collect = {{"result"}};
        add("survivor", {"daemon"},
            [](const sandbox::Outcome& outcome) { return exited(0)(outcome) && outcome.survivors == 1; });
        // Shared memory of System V is refused where no cgroup counts it.
        add("traces", {"leave-traces"}, [](const sandbox::Outcome& outcome) {
            return printed("made 4\n")(outcome) || printed("made 3\n")(outcome);
        });
        add("no traces", {"find-traces"}, printed("found 0\n"));
        m_quick = m_all.size();
        add("CPU limit", {"spin"}, stoppedBy(sandbox::LimitHit::Cpu)).limits.cpuTime = std::chrono::milliseconds(50);
        add("wall limit", {"sleep"}, stoppedBy(sandbox::LimitHit::Wall)).limits.wallTime =
            std::chrono::milliseconds(50);
    }

    const std::vector<KnownRun>& all() const { return m_all; }
    /// Those that end by themselves.
    std::span<const KnownRun> quick() const { return {m_all.data(), m_quick}; }

private:
    sandbox::LaunchSpec& add(std::string name, const std::vector<std::string>& words, Check isRight) {
        m_all.push_back({std::move(name), m_probe.spec(words), std::move(isRight)});
        sandbox::LaunchSpec& spec = m_all.back().spec;
        // Only the limits that are meant to be met can be, however busy the machine.
        spec.limits.cpuTime = std::chrono::seconds(20);
        spec.limits.wallTime = std::chrono::seconds(60);
        return spec;
    }

    static constexpr std::size_t m_inputSize = 100'000;
    ProbeProgram m_probe;
    UniqueFd m_input = sandbox::sealedMemory("known-input", std::string(m_inputSize, 'x')).value_or(UniqueFd());
    std::vector<KnownRun> m_all;
    std::size_t m_quick = 0;
};

} // namespace grindstone::tests
