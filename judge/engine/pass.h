// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/box_slot.h"
#include "judge/engine/run_gate.h"
#include "judge/engine/run_setup.h"
#include "judge/engine/verdict_rules.h"
#include "judge/report/interaction.h"

#include <memory>
#include <optional>

namespace grindstone::judge {

/// What one pass is about. Borrowed.
struct PassInput {
    const PlannedCase& planned;
    int input = -1;                        ///< sealed memory
    const std::vector<ProgramFile>& files; ///< of the case, below the working folder
    const WaitSink& waits;                 ///< told when it has to wait for memory
    FeedbackRules feedback = {};
};

/// What came of one pass.
struct PassResult {
    sandbox::Outcome outcome;             ///< of the submission's program
    Ruling ruling;                        ///< what its run says by itself
    std::optional<Comparison> comparison; ///< none where the run decides, or nothing is known to compare with
    std::optional<Error> error; ///< the output could not be judged; what is said of the run holds all the same
    std::optional<Interaction> interaction;
    bool rerun = false; ///< another run had shared the machine, so this one had it for itself
};

/// Runs the submission's program on an input once and judges what it did: one pass. Most cases are one pass.
/// Thread-safe.
class PassRunner {
public:
    virtual ~PassRunner() = default;

    /// Nothing when a stop request ended it. Every failure is a judge error: of the box, or "judge.starved".
    virtual Result<std::optional<PassResult>> run(const PassInput& input, BoxSlot& slot,
                                                  std::stop_token stop) const = 0;
};

/// The way in which this setup's program is run and judged. `gate` outlives it.
std::unique_ptr<const PassRunner> makePassRunner(const RunSetup& setup, RunGate& gate);

} // namespace grindstone::judge
