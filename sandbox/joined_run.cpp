// SPDX-License-Identifier: GPL-3.0-or-later
//
// Three threads: one for each box, as Box::run() wants it, and one that carries what the programs say.
#include "sandbox/joined_run.h"

#include "sandbox/base/cpus.h"
#include "sandbox/conversation.h"

#include <algorithm>
#include <system_error>
#include <thread>

namespace grindstone::sandbox {

namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using Stopped = Conversation::Stopped;

/// A day: what a time of "for ever" comes to.
constexpr nanoseconds LongestRun = 24h;
/// The conversation ends both at one moment; the boxes' own clocks only act when it doesn't get to.
constexpr nanoseconds Backstop = 5s;

/// One side: its box, and its spec as the joined run has it.
struct Party {
    Side side;
    Box& box;
    LaunchSpec spec;
};

ConversationLimits limitsOf(const LaunchSpec& first, const LaunchSpec& second, const JoinOptions& options) {
    ConversationLimits limits;
    limits.said = {first.limits.output, second.limits.output};
    limits.wallTime = std::min({first.limits.wallTime, second.limits.wallTime, LongestRun});
    for (const Side side : Sides) {
        limits.grace[side] = std::min(options.grace[side], LongestRun);
    }
    limits.unheard = options.unheard;
    limits.transcript = options.transcript;
    return limits;
}

Party partyOf(Side side, Box& box, LaunchSpec spec, const ConversationLimits& limits, const JoinOptions& options) {
    spec.limits.wallTime = limits.wallTime + limits.grace[side] + Backstop;
    spec.cpu = options.cpu;
    return {side, box, std::move(spec)};
}

Result<Outcome> run(Party& party, Conversation& conversation, const JoinOptions& options, std::stop_token stop) {
    Conversation::Ends ends = conversation.takeEnds(party.side);
    party.spec.standardInput = ends.input.get();
    party.spec.standardOutput = ends.output.get();
    party.spec.handedOver = [&] {
        ends = {};
        conversation.begun(party.side);
    };
    Result<Outcome> outcome = party.box.run(party.spec, std::move(stop));
    ends = {};
    if (!outcome) {
        conversation.cancel();
    }
    const bool decided = outcome && options.decides && options.decides(party.side, *outcome);
    conversation.ended(party.side, decided);
    return outcome;
}

void bindOwnThread(unsigned number) {
    cpu_set_t allowed;
    if (::sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        const cpu_set_t one = oneCpuOf(allowed, number);
        ::sched_setaffinity(0, sizeof one, &one); // Only slower where that fails.
    }
}

/// The box knows of a stop request only; what it was for is known here.
void describeStop(Outcome& outcome, Stopped reason, bool saidTooMuch) {
    const bool byRequest = outcome.ending == Ending::Stopped && outcome.limit == LimitHit::None;
    if (byRequest && (reason == Stopped::Wall || reason == Stopped::Overstayed)) {
        outcome.limit = LimitHit::Wall;
    } else if (saidTooMuch && (byRequest ? reason == Stopped::Output : outcome.ending != Ending::Stopped)) {
        outcome.limit = LimitHit::Output;
    }
}

JoinedSide describe(Outcome outcome, const Conversation& conversation, Side side) {
    const Stopped reason = conversation.stoppedFor(side);
    JoinedSide described;
    describeStop(outcome, reason, conversation.saidTooMuch(side));
    described.overstayed = reason == Stopped::Overstayed && outcome.ending == Ending::Stopped;
    described.said = conversation.said(side);
    described.closedOutput = conversation.closedOutput(side);
    described.closedInput = conversation.closedInput(side);
    described.outcome = std::move(outcome);
    return described;
}

/// Runs both to their ends; what became of the first and of the second.
std::pair<Result<Outcome>, Result<Outcome>> runBoth(Party first, Party second, Conversation& conversation,
                                                    const JoinOptions& options, const std::stop_token& stop) {
    Result<Outcome> secondOutcome = fail("sandbox.box-lost", "the second program was never started");
    std::stop_source stopFirst;
    std::jthread secondRun(
        [&](std::stop_token stopSecond) { secondOutcome = run(second, conversation, options, std::move(stopSecond)); });
    std::stop_source stopSecond = secondRun.get_stop_source();
    std::jthread carrier([&] {
        bindOwnThread(options.cpu);
        conversation.carry([&](Side side) { (side == Side::First ? stopFirst : stopSecond).request_stop(); });
    });
    const std::stop_callback onStop(stop, [&] { conversation.cancel(); });
    Result<Outcome> firstOutcome = run(first, conversation, options, stopFirst.get_token());
    secondRun.join();
    carrier.join();
    return {std::move(firstOutcome), std::move(secondOutcome)};
}

} // namespace

Result<JoinedOutcome> runJoined(Box& first, const LaunchSpec& firstSpec, Box& second, const LaunchSpec& secondSpec,
                                const JoinOptions& options, std::stop_token stop) {
    const ConversationLimits limits = limitsOf(firstSpec, secondSpec, options);
    const std::unique_ptr<Conversation> conversation = TRY(Conversation::create(limits));
    try {
        auto [firstOutcome, secondOutcome] =
            runBoth(partyOf(Side::First, first, firstSpec, limits, options),
                    partyOf(Side::Second, second, secondSpec, limits, options), *conversation, options, stop);
        JoinedOutcome outcome;
        outcome.first = describe(TRY(std::move(firstOutcome)), *conversation, Side::First);
        outcome.second = describe(TRY(std::move(secondOutcome)), *conversation, Side::Second);
        outcome.leftFirst = conversation->leftFirst();
        outcome.silence = conversation->silence();
        outcome.transcript = conversation->takeTranscript();
        return outcome;
    } catch (const std::system_error& error) {
        return fail("sandbox.memory", std::string("starting a thread: ") + error.what());
    }
}

} // namespace grindstone::sandbox
