// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/box_slot.h"

namespace grindstone::judge {

using sandbox::Outcome;

namespace {

Result<Outcome> runIn(Result<std::unique_ptr<sandbox::Box>> box, const sandbox::LaunchSpec& spec,
                      std::stop_token stop) {
    return TRY(std::move(box))->run(spec, std::move(stop));
}

Result<sandbox::JoinedOutcome> joinIn(Result<std::unique_ptr<sandbox::Box>> first, const sandbox::LaunchSpec& firstSpec,
                                      Result<std::unique_ptr<sandbox::Box>> second,
                                      const sandbox::LaunchSpec& secondSpec, const sandbox::JoinOptions& options,
                                      std::stop_token stop) {
    const std::unique_ptr<sandbox::Box> firstBox = TRY(std::move(first));
    const std::unique_ptr<sandbox::Box> secondBox = TRY(std::move(second));
    return sandbox::runJoined(*firstBox, firstSpec, *secondBox, secondSpec, options, std::move(stop));
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

Result<sandbox::JoinedOutcome> BoxSlot::runJoined(const Order& first, const Order& second,
                                                  const sandbox::JoinOptions& options, std::stop_token stop) {
    Result<sandbox::JoinedOutcome> outcome =
        joinIn(m_boxes.openBox(first.options), first.spec, m_boxes.openBox(second.options), second.spec, options, stop);
    if (outcome || stop.stop_requested()) {
        return outcome;
    }
    return joinIn(m_boxes.openNewBox(first.options), first.spec, m_boxes.openNewBox(second.options), second.spec,
                  options, stop);
}

bool wasCancelled(const Outcome& outcome) {
    return outcome.ending == sandbox::Ending::Stopped && outcome.limit == sandbox::LimitHit::None;
}

} // namespace grindstone::judge
