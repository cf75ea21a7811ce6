// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"
#include "sandbox/transcript.h"

#include <functional>
#include <optional>

namespace grindstone::sandbox {

struct JoinOptions {
    /// Both programs and what carries their words run on this one of the CPUs that we may use, counted round: they take
    /// turns anyway, and waking another CPU costs ten times as much. Joined runs at the same time get different ones.
    unsigned cpu = 0;
    /// For each side, from when the other has ended.
    BySide<std::chrono::nanoseconds> grace{std::chrono::seconds(2), std::chrono::seconds(2)};
    Unheard unheard = Unheard::BreaksPipe;
    /// Asked of a side that has ended, in a thread of the joined run: true when nothing that the other does can matter
    /// any more. If the side had left first, the other is stopped then, with Ending::Stopped and LimitHit::None.
    std::function<bool(Side, const Outcome&)> decides;
    Bytes transcript; ///< memory that it may take; 0: none is kept
};

/// What became of one of two joined programs. Times are since the start of the joined run.
struct JoinedSide {
    Outcome outcome; ///< standardOutput stays empty: it went to the other side
    Bytes said;      ///< that the other side was given, or could have been had it listened
    std::optional<std::chrono::nanoseconds> closedOutput; ///< when that was seen, if it was
    std::optional<std::chrono::nanoseconds> closedInput; ///< the same; seen when something is said to it, or at its end
    bool overstayed = false; ///< stopped since it hadn't ended when the grace was over; its limit is Wall
};

struct JoinedOutcome {
    JoinedSide first;
    JoinedSide second;
    /// Who closed one of its streams first, mostly by ending, or passed its output limit. What a side does because of
    /// the other's leaving can't be taken for the first: it learns of that later than we. Nothing: neither left before
    /// the wall limit or a stop request ended both, or both left and nobody can tell who did first.
    std::optional<Side> leftFirst;
    std::chrono::nanoseconds silence{0}; ///< since either said anything, when the wall limit came or both had ended
    Transcript transcript;

    JoinedSide& of(Side side) { return side == Side::First ? first : second; }
    const JoinedSide& of(Side side) const { return side == Side::First ? first : second; }
};

/// Runs two programs in two boxes, each one's stdout the other's stdin, until both have ended. The streams of the specs
/// are not looked at, nor singleCpu and cpu. Limits hold for each, with these differences:
///
/// - The shorter wall limit ends both, at one moment: each outcome's `idle` then says who was waiting. Both: they wait
///   for each other. It counts from when both boxes have their orders.
/// - When one has ended, its partner reads to the end of input, is not heard any more, and has the grace left.
/// - The output limit counts what is said to the other side, and stderr on its own.
///
/// A stop request ends both, with Ending::Stopped and LimitHit::None. Fails as Box::run() does, when either box does;
/// the other run is ended then.
Result<JoinedOutcome> runJoined(Box& first, const LaunchSpec& firstSpec, Box& second, const LaunchSpec& secondSpec,
                                const JoinOptions& options, std::stop_token stop);

} // namespace grindstone::sandbox
