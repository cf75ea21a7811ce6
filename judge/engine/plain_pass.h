// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/pass.h"

namespace grindstone::judge {

/// The program reads the input and ends; then its output is judged.
class PlainPass : public PassRunner {
public:
    /// `gate` outlives it.
    PlainPass(RunSetup setup, RunGate& gate) : m_setup(std::move(setup)), m_gate(gate) {}

    Result<std::optional<PassResult>> run(const PassInput& input, BoxSlot& slot, std::stop_token stop) const override;

private:
    struct Attempt {
        sandbox::Outcome outcome;
        RunFacts facts;
        bool overlapped = false;
    };
    enum class Company { Shared, Alone };

    Result<std::optional<Attempt>> attempt(const PassInput& input, Company company, BoxSlot& slot,
                                           std::stop_token stop) const;
    /// A failure of it is in the result, which says of the run what it did before. False when a stop request ended it.
    bool judgeOutput(const PassInput& input, BoxSlot& slot, std::stop_token stop, PassResult& result) const;
    Result<std::optional<Comparison>> compareOutput(const PassInput& input, int output, BoxSlot& slot,
                                                    std::stop_token stop) const;

    RunSetup m_setup;
    RunGate& m_gate;
};

} // namespace grindstone::judge
