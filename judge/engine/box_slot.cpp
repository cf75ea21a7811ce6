// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/box_slot.h"

namespace grindstone::judge {

using sandbox::Outcome;

namespace {

Result<Outcome> runOnce(sandbox::BoxSource& boxes, const sandbox::LaunchSpec& spec,
                        const std::vector<std::string>& visiblePaths, std::stop_token stop) {
    const std::unique_ptr<sandbox::Box> box = TRY(boxes.openBox({visiblePaths, {}}));
    return box->run(spec, std::move(stop));
}

} // namespace

Result<Outcome> BoxSlot::run(const sandbox::LaunchSpec& spec, const std::vector<std::string>& visiblePaths,
                             std::stop_token stop) {
    Result<Outcome> outcome = runOnce(m_boxes, spec, visiblePaths, stop);
    if (outcome || stop.stop_requested()) {
        return outcome;
    }
    return runOnce(m_boxes, spec, visiblePaths, stop);
}

bool wasCancelled(const Outcome& outcome) {
    return outcome.ending == sandbox::Ending::Stopped && outcome.limit == sandbox::LimitHit::None;
}

} // namespace grindstone::judge
