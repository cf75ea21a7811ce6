// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/box_slot.h"

namespace grindstone::judge {

using sandbox::Outcome;

namespace {

Result<Outcome> runIn(Result<std::unique_ptr<sandbox::Box>> box, const sandbox::LaunchSpec& spec,
                      std::stop_token stop) {
    return TRY(std::move(box))->run(spec, std::move(stop));
}

} // namespace

Result<Outcome> BoxSlot::run(const sandbox::LaunchSpec& spec, const sandbox::BoxOptions& options,
                             std::stop_token stop) {
    Result<Outcome> outcome = runIn(m_boxes.openBox(options), spec, stop);
    if (outcome || stop.stop_requested()) {
        return outcome;
    }
    return runIn(m_boxes.openNewBox(options), spec, stop);
}

bool wasCancelled(const Outcome& outcome) {
    return outcome.ending == sandbox::Ending::Stopped && outcome.limit == sandbox::LimitHit::None;
}

} // namespace grindstone::judge
