// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/interactor.h"
#include "judge/engine/cpu_seats.h"
#include "judge/engine/interaction_rules.h"
#include "judge/engine/pass.h"
#include "sandbox/joined_run.h"

namespace grindstone::judge {

/// The program talks with the package's interactor, which judges it.
class InteractivePass : public PassRunner {
public:
    /// `setup` has an interactor; `gate` outlives the pass.
    InteractivePass(RunSetup setup, RunGate& gate) : m_setup(std::move(setup)), m_gate(gate) {}

    /// Fails also as judgementOf() does, where the interactor is to blame.
    Result<std::optional<PassResult>> run(const PassInput& input, BoxSlot& slot, std::stop_token stop) const override;

private:
    struct Talk {
        sandbox::JoinedOutcome outcome;
        RunFacts program;
        bool overlapped = false;
    };
    /// How the second of two runs differs.
    enum class Terms {
        Usual,
        Alone,   ///< nothing else runs
        Patient, ///< alone, and the interactor has all the time that a checker may take
    };

    Result<std::optional<Talk>> converse(const PassInput& input, int answer, Terms terms, BoxSlot& slot,
                                         std::stop_token stop) const;
    std::optional<Terms> termsOfSecondRun(const Talk& talk) const;
    Result<PassResult> judge(const PassInput& input, Talk talk) const;
    bool judgeWritten(const PassInput& input, int written, BoxSlot& slot, std::stop_token stop,
                      PassResult& result) const;
    Result<std::optional<Comparison>> compareWritten(const PassInput& input, int written, BoxSlot& slot,
                                                     std::stop_token stop) const;
    InteractionFacts factsOf(const Talk& talk, const Result<Comparison>& judgement) const;
    sandbox::LaunchSpec interactorSpec(const PassInput& input, int answer) const;

    RunSetup m_setup;
    RunGate& m_gate;
    mutable CpuSeats m_seats;
};

} // namespace grindstone::judge
