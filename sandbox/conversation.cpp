// SPDX-License-Identifier: GPL-3.0-or-later
//
// One thread and poll(): it takes what one program has written and writes it to the other. Two programs that take turns
// make this the path that counts, see docs/decisions/0009: what rarely happens stands behind one descriptor, and a
// timer of its own spares poll() setting one up each time.
//
// Order of leaving: nothing is passed on, and no stream closed for the other side, before what is known of closed
// streams has been noted. So a program that ends because the other did is always noted second.
#include "sandbox/conversation.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace grindstone::sandbox {

namespace {

using std::chrono::nanoseconds;

constexpr std::size_t BufferSize = 1 << 16;
/// The news, and both ends of both streams.
using Polled = std::array<pollfd, 5>;

constexpr std::size_t fromOf(Side speaker) {
    return 1 + static_cast<std::size_t>(speaker);
}

constexpr std::size_t toOf(Side speaker) {
    return 3 + static_cast<std::size_t>(speaker);
}

struct Pipe {
    UniqueFd readEnd;
    UniqueFd writeEnd;
};

/// The box's user, who isn't this pipe's owner when we are root, may open its end by name (/dev/stdin).
Result<Pipe> makePipe(mode_t mode) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return fail(systemError("sandbox.memory", "pipe"));
    }
    ::fchmod(ends[0], mode);
    return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// A write to a program that is gone is an error like others.
void blockBrokenPipeSignal() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

Result<std::unique_ptr<Conversation>> Conversation::create(const ConversationLimits& limits) {
    std::unique_ptr<Conversation> conversation(new Conversation(limits));
    for (const Side speaker : Sides) {
        TRY(conversation->connect(speaker));
    }
    TRY(conversation->watchWhatIsRare());
    return conversation;
}

Result<void> Conversation::watchWhatIsRare() {
    m_news.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    m_timer.reset(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
    m_rare.reset(::epoll_create1(EPOLL_CLOEXEC));
    epoll_event readable{EPOLLIN, {}};
    for (const UniqueFd* source : {&m_news, &m_timer}) {
        if (::epoll_ctl(m_rare.get(), EPOLL_CTL_ADD, source->get(), &readable) != 0) {
            return fail(systemError("sandbox.memory", "events for joined programs"));
        }
    }
    return {};
}

Result<void> Conversation::connect(Side speaker) {
    Pipe output = TRY(makePipe(0222));
    Pipe input = TRY(makePipe(0444));
    // Only our ends: the programs' stay ordinary, blocking ones.
    ::fcntl(output.readEnd.get(), F_SETFL, O_NONBLOCK);
    ::fcntl(input.writeEnd.get(), F_SETFL, O_NONBLOCK);
    Stream& stream = m_streams[speaker];
    stream.from = std::move(output.readEnd);
    stream.to = std::move(input.writeEnd);
    stream.buffer = std::make_unique<char[]>(BufferSize);
    m_ends[speaker].output = std::move(output.writeEnd);
    m_ends[otherThan(speaker)].input = std::move(input.readEnd);
    return {};
}

void Conversation::tell(std::atomic<bool>& news) {
    news = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_news.get(), &one, sizeof one);
}

void Conversation::carry(const std::function<void(Side)>& stop) {
    blockBrokenPipeSignal();
    m_stop = &stop;
    m_start = Clock::now();
    while (!m_endNoted[Side::First] || !m_endNoted[Side::Second]) {
        awaitNews();
    }
    if (!m_over) {
        m_silence = now() - m_lastSaid;
    }
    for (const Side speaker : Sides) {
        hearLastWords(speaker);
    }
}

/// Waits for what there is to do, and does it.
void Conversation::awaitNews() {
    Polled polled{{{m_rare.get(), POLLIN, 0}}};
    for (const Side speaker : Sides) {
        const Stream& stream = m_streams[speaker];
        const bool listens = !m_over && !stream.isWaiting() && !stream.tooMuch;
        polled[fromOf(speaker)] = {listens ? stream.from.get() : -1, POLLIN, 0};
        polled[toOf(speaker)] = {!m_over && stream.isWaiting() ? stream.to.get() : -1, POLLOUT, 0};
    }
    ::poll(polled.data(), polled.size(), -1);
    if (std::ranges::any_of(polled, [](const pollfd& source) { return (source.revents & (POLLHUP | POLLERR)) != 0; })) {
        look();
    }
    for (const Side speaker : Sides) {
        if (polled[fromOf(speaker)].revents != 0 || polled[toOf(speaker)].revents != 0) {
            carryFrom(speaker);
        }
    }
    if (polled[0].revents != 0) {
        hearNews();
        checkTime();
    }
}

void Conversation::hearNews() {
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = ::read(m_news.get(), &count, sizeof count);
    for (const Side side : Sides) {
        if (m_ended[side] && !m_endNoted[side]) {
            noteEnd(side);
        }
    }
    if (m_cancelled && !m_over) {
        end(Stopped::Cancelled);
    }
    setDeadline();
}

void Conversation::noteEnd(Side side) {
    look();
    m_endNoted[side] = true;
    // The kernel closes an ending program's streams one by one, and ours may have been closed in between.
    note(!m_over, m_closedOutput[side]);
    note(!m_over, m_closedInput[side]);
    // What it said last is still to be passed on, unless that is too much.
    if (m_streams[side].tooMuch) {
        closeFor(side);
    }
    if (m_decided[side] && m_leftFirst == side) {
        stop(otherThan(side), Stopped::Decided);
    }
}

void Conversation::setDeadline() {
    const bool bothBegun = m_begun[Side::First] && m_begun[Side::Second];
    const bool oneEnded = m_endNoted[Side::First] || m_endNoted[Side::Second];
    const Phase phase = !bothBegun ? Phase::Beginning : oneEnded ? Phase::Parting : Phase::Talking;
    if (phase != m_phase && !m_over) {
        m_phase = phase;
        const Side left = m_endNoted[Side::First] ? Side::Second : Side::First;
        setTimer(phase == Phase::Parting ? m_limits.grace[left] : m_limits.wallTime);
    }
}

void Conversation::setTimer(nanoseconds time) {
    const auto count = std::max<nanoseconds::rep>(time.count(), 1); // 0 would mean never
    const itimerspec once{{0, 0}, {count / 1'000'000'000, count % 1'000'000'000}};
    ::timerfd_settime(m_timer.get(), 0, &once, nullptr);
}

void Conversation::checkTime() {
    std::uint64_t count = 0;
    if (::read(m_timer.get(), &count, sizeof count) < 0 || m_over) {
        return;
    }
    if (m_phase == Phase::Talking) {
        end(Stopped::Wall);
    } else {
        for (const Side side : Sides) {
            stop(side, Stopped::Overstayed);
        }
    }
}

/// What happens from now on is no longer the programs' doing: nothing more is passed on, so that neither learns what
/// becomes of the other.
void Conversation::end(Stopped reason) {
    look();
    m_silence = now() - m_lastSaid;
    m_over = true;
    for (const Side side : Sides) {
        stop(side, reason);
    }
}

void Conversation::stop(Side side, Stopped reason) {
    if (m_stopped[side] == Stopped::No && !m_endNoted[side]) {
        m_stopped[side] = reason;
        (*m_stop)(side);
    }
}

void Conversation::carryFrom(Side speaker) {
    Stream& stream = m_streams[speaker];
    if (stream.isWaiting()) {
        passOn(speaker);
        return;
    }
    if (!stream.from || stream.tooMuch) {
        return;
    }
    const ssize_t heard = hear(speaker);
    if (heard > 0 && !stream.to) {
        dropFor(speaker);
    } else if (heard > 0) {
        passOn(speaker);
    } else if (heard == 0) {
        look();
        stream.from.reset();
        stream.to.reset();
    }
}

/// Takes what was said into the buffer. As read(): 0 at the end, -1 when there is nothing now.
ssize_t Conversation::hear(Side speaker) {
    Stream& stream = m_streams[speaker];
    const ssize_t got = retryInterrupted([&] { return ::read(stream.from.get(), stream.buffer.get(), BufferSize); });
    if (got <= 0) {
        return got;
    }
    const std::uint64_t allowed = m_limits.said[speaker].count() - stream.said;
    const std::uint64_t kept = std::min<std::uint64_t>(static_cast<std::uint64_t>(got), allowed);
    stream.begin = 0;
    stream.end = kept;
    stream.said += kept;
    m_lastSaid = now();
    if (m_limits.transcript > Bytes(0)) {
        m_transcript.add(speaker, m_lastSaid, {stream.buffer.get(), kept});
    }
    if (kept < static_cast<std::uint64_t>(got)) {
        stream.tooMuch = true;
        leave(speaker);
        stop(speaker, Stopped::Output);
    }
    return got;
}

void Conversation::passOn(Side speaker) {
    Stream& stream = m_streams[speaker];
    const ssize_t written = retryInterrupted(
        [&] { return ::write(stream.to.get(), stream.buffer.get() + stream.begin, stream.end - stream.begin); });
    if (written > 0) {
        stream.begin += static_cast<std::size_t>(written);
    } // Where nobody listens any more, poll() tells of it, since something is waiting now.
}

/// Nobody listens to what `speaker` says: it gets SIGPIPE.
void Conversation::closeFor(Side speaker) {
    hearLastWords(speaker);
    m_streams[speaker].from.reset();
    m_streams[speaker].to.reset();
}

/// Nobody listens to what `speaker` says, and it is not to know: only the count and the transcript have it.
void Conversation::dropFor(Side speaker) {
    Stream& stream = m_streams[speaker];
    stream.begin = stream.end = 0;
    stream.to.reset();
}

/// For the count and the transcript alone.
void Conversation::hearLastWords(Side speaker) {
    Stream& stream = m_streams[speaker];
    if (stream.from && !stream.tooMuch) {
        hear(speaker);
    }
    stream.begin = stream.end = 0;
}

/// Notes which streams the programs have closed, all that have been until now.
void Conversation::look() {
    if (m_over) {
        return;
    }
    Polled polled{{{-1, 0, 0}}};
    for (const Side speaker : Sides) {
        polled[fromOf(speaker)] = {m_streams[speaker].from.get(), 0, 0};
        polled[toOf(speaker)] = {m_streams[speaker].to.get(), 0, 0};
    }
    ::poll(polled.data(), polled.size(), 0);
    BySide<bool> left;
    for (const Side side : Sides) {
        const bool output = polled[fromOf(side)].revents != 0;
        const bool input = polled[toOf(otherThan(side))].revents != 0;
        note(output, m_closedOutput[side]);
        note(input, m_closedInput[side]);
        left[side] = output || input;
    }
    if (left[Side::First] != left[Side::Second]) {
        leave(left[Side::First] ? Side::First : Side::Second);
    }
    m_anyoneLeft = m_anyoneLeft || left[Side::First];
    for (const Side side : Sides) {
        if (m_closedInput[side] && m_streams[otherThan(side)].to) {
            m_limits.unheard == Unheard::IsDropped ? dropFor(otherThan(side)) : closeFor(otherThan(side));
        }
    }
}

void Conversation::note(bool closed, std::optional<nanoseconds>& time) const {
    if (closed && !time) {
        time = now();
    }
}

void Conversation::leave(Side side) {
    if (!m_anyoneLeft && !m_over) {
        m_anyoneLeft = true;
        m_leftFirst = side;
    }
}

} // namespace grindstone::sandbox
