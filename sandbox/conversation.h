// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/transcript.h"

#include <sys/types.h>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace grindstone::sandbox {

/// The times and amounts that a conversation is held to.
struct ConversationLimits {
    BySide<Bytes> said;                                          ///< by each side
    std::chrono::nanoseconds wallTime = std::chrono::seconds(1); ///< from when both have begun
    /// Of each side, from when the other has ended.
    BySide<std::chrono::nanoseconds> grace{std::chrono::seconds(1), std::chrono::seconds(1)};
    Unheard unheard = Unheard::BreaksPipe;
    Bytes transcript;
};

/// Carries what each of two programs says to the other, and sees who leaves first. One thread calls carry(), any others
/// the rest.
class Conversation {
public:
    using Clock = std::chrono::steady_clock;
    enum class Stopped { No, Output, Wall, Overstayed, Decided, Cancelled };

    /// Fails with "sandbox.memory".
    static Result<std::unique_ptr<Conversation>> create(const ConversationLimits& limits);

    /// A program's ends of its pipes: to be taken once, and closed here when the program has them.
    struct Ends {
        UniqueFd input;
        UniqueFd output;
    };
    Ends takeEnds(Side side) { return std::move(m_ends[side]); }

    /// `side`'s program has its streams.
    void begun(Side side) { tell(m_begun[side]); }
    /// `side`'s run is over, and nothing of it is left. `decided`: if it left first, the other is to be stopped.
    void ended(Side side, bool decided) {
        m_decided[side] = decided;
        tell(m_ended[side]);
    }
    /// Both are to be stopped.
    void cancel() { tell(m_cancelled); }

    /// Until both have ended. Calls `stop` with a side that must be stopped, once at most for each. Blocks SIGPIPE in
    /// the calling thread, for good.
    void carry(const std::function<void(Side)>& stop);

    /// What there is to know of it afterwards.
    Bytes said(Side side) const { return Bytes(m_streams[side].said); }
    bool saidTooMuch(Side side) const { return m_streams[side].tooMuch; }
    Stopped stoppedFor(Side side) const { return m_stopped[side]; }
    std::optional<std::chrono::nanoseconds> closedOutput(Side side) const { return m_closedOutput[side]; }
    std::optional<std::chrono::nanoseconds> closedInput(Side side) const { return m_closedInput[side]; }
    std::optional<Side> leftFirst() const { return m_leftFirst; }
    std::chrono::nanoseconds silence() const { return m_silence; }
    Transcript takeTranscript() { return std::move(m_transcript); }

private:
    /// From one side's stdout to the other's stdin. Both ends are ours, and don't block.
    struct Stream {
        UniqueFd from;
        UniqueFd to;
        std::unique_ptr<char[]> buffer;
        std::size_t begin = 0; ///< of what is in the buffer and has not found room in `to`
        std::size_t end = 0;
        std::uint64_t said = 0;
        bool tooMuch = false;

        bool isWaiting() const { return begin != end; }
    };
    enum class Phase {
        Beginning, ///< until both programs have their streams
        Talking,
        Parting, ///< one has ended
    };

    explicit Conversation(const ConversationLimits& limits) : m_limits(limits), m_transcript(limits.transcript) {}

    Result<void> connect(Side speaker);
    Result<void> watchWhatIsRare();
    void tell(std::atomic<bool>& news);

    void awaitNews();
    void hearNews();
    void noteEnd(Side side);
    void setDeadline();
    void setTimer(std::chrono::nanoseconds time);
    void checkTime();
    void end(Stopped reason);
    void stop(Side side, Stopped reason);
    void carryFrom(Side speaker);
    ssize_t hear(Side speaker);
    void passOn(Side speaker);
    void closeFor(Side speaker);
    void dropFor(Side speaker);
    void hearLastWords(Side speaker);
    void look();
    void note(bool closed, std::optional<std::chrono::nanoseconds>& time) const;
    void leave(Side side);
    std::chrono::nanoseconds now() const { return Clock::now() - m_start; }

    const ConversationLimits m_limits;
    BySide<Stream> m_streams; ///< by speaker
    BySide<Ends> m_ends;
    UniqueFd m_news;  ///< eventfd
    UniqueFd m_timer; ///< timerfd: the wall limit or the grace is over
    UniqueFd m_rare;  ///< epoll: either of them
    BySide<std::atomic<bool>> m_begun{};
    BySide<std::atomic<bool>> m_decided{}; ///< before m_ended
    BySide<std::atomic<bool>> m_ended{};
    std::atomic<bool> m_cancelled = false;

    // Only carry()'s thread's until it has returned.
    const std::function<void(Side)>* m_stop = nullptr;
    Clock::time_point m_start = Clock::now();
    Phase m_phase = Phase::Beginning;
    BySide<bool> m_endNoted{};
    BySide<Stopped> m_stopped{};
    BySide<std::optional<std::chrono::nanoseconds>> m_closedOutput;
    BySide<std::optional<std::chrono::nanoseconds>> m_closedInput;
    std::chrono::nanoseconds m_lastSaid{0};
    std::chrono::nanoseconds m_silence{0};
    std::optional<Side> m_leftFirst;
    bool m_anyoneLeft = false;
    bool m_over = false; ///< by the wall limit or a stop request: what happens now is no longer the programs' doing
    Transcript m_transcript;
};

} // namespace grindstone::sandbox
