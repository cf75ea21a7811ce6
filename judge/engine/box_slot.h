// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/joined_run.h"

namespace grindstone::judge {

/// Where runs happen: each takes a box for its time, and a box that fails it is replaced. Behind it stands a pool
/// (sandbox::BoxPool), or every run opens a box of its own.
class BoxSlot {
public:
    /// `boxes` outlives the slot.
    explicit BoxSlot(sandbox::BoxSource& boxes) : m_boxes(boxes) {}

    /// Runs `spec` in a box with these options. When that fails, the run is tried once more, in a box in
    /// which nothing has run yet; the error is the second failure's. The program reads standardInput from its start
    /// each time.
    Result<sandbox::Outcome> run(const sandbox::LaunchSpec& spec, const sandbox::BoxOptions& options,
                                 std::stop_token stop);

    struct Order {
        const sandbox::LaunchSpec& spec;
        const sandbox::BoxOptions& options;
    };
    /// The same for two programs that talk to each other, in two boxes.
    Result<sandbox::JoinedOutcome> runJoined(const Order& first, const Order& second,
                                             const sandbox::JoinOptions& options, std::stop_token stop);

private:
    sandbox::BoxSource& m_boxes;
};

/// True for a run that a stop request ended, so that its outcome says nothing about the program.
bool wasCancelled(const sandbox::Outcome& outcome);

} // namespace grindstone::judge
