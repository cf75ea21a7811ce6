// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/box_slot.h"

namespace grindstone::judge {

using sandbox::Outcome;

Result<Outcome> BoxSlot::run(const sandbox::LaunchSpec& spec, const std::vector<std::string>& visiblePaths,
                             std::stop_token stop) {
    if (visiblePaths != m_visiblePaths) {
        m_box.reset();
        m_visiblePaths = visiblePaths;
    }
    Result<Outcome> outcome = tryOnce(spec, stop);
    if (outcome || stop.stop_requested()) {
        return outcome;
    }
    return tryOnce(spec, stop);
}

Result<Outcome> BoxSlot::tryOnce(const sandbox::LaunchSpec& spec, std::stop_token stop) {
    if (!m_box) {
        m_box = TRY(m_boxes.openBox({m_visiblePaths, {}}));
    }
    Result<Outcome> outcome = m_box->run(spec, std::move(stop));
    if (!outcome) {
        m_box.reset();
    }
    return outcome;
}

bool wasCancelled(const Outcome& outcome) {
    return outcome.ending == sandbox::Ending::Stopped && outcome.limit == sandbox::LimitHit::None;
}

} // namespace grindstone::judge
