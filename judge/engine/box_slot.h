// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"

namespace grindstone::judge {

/// A worker's place for a box, which is opened when needed and used again for its next runs. A box that failed, or
/// that shows other paths than the run needs, is replaced. Used by one thread at a time.
class BoxSlot {
public:
    /// `boxes` outlives the slot.
    explicit BoxSlot(sandbox::BoxSource& boxes) : m_boxes(boxes) {}

    /// Runs `spec` in a box that shows `visiblePaths`. When the box fails, the run is tried once more in a fresh one;
    /// the error is the second failure's. The program reads standardInput from its start each time.
    Result<sandbox::Outcome> run(const sandbox::LaunchSpec& spec, const std::vector<std::string>& visiblePaths,
                                 std::stop_token stop);

private:
    Result<sandbox::Outcome> tryOnce(const sandbox::LaunchSpec& spec, std::stop_token stop);

    sandbox::BoxSource& m_boxes;
    std::unique_ptr<sandbox::Box> m_box;
    std::vector<std::string> m_visiblePaths; ///< what m_box shows
};

/// True for a run that a stop request ended, so that its outcome says nothing about the program.
bool wasCancelled(const sandbox::Outcome& outcome);

} // namespace grindstone::judge
