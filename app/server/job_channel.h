// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"
#include "app/server/job_feed.h"

namespace grindstone::server {

/// A job's events and their readers. Thread-safe; wakes readers without a lock held.
struct JobFeed::Channel : std::enable_shared_from_this<Channel> {
public:
    Channel(std::string epoch, std::size_t mostBytes) : m_epoch(std::move(epoch)), m_mostBytes(mostBytes) {}

    /// What this process's judge says.
    void start(core::JobId job);
    void progress(const judge::Progress& news);
    /// With the job's end no event follows.
    void end(const JobEvent& last);
    /// What the board says: told where it is news, and ignored while this process judges the job. True when that is
    /// the job's end.
    bool observe(const core::JobView& now);

    std::shared_ptr<Reader> addReader(const core::JobView& now, const std::string& lastEventId);
    /// This process doesn't judge it, and it has not ended as far as is known.
    bool isUnheard() const;
    bool hasReaders();
    std::optional<JobProgress> liveProgress() const;
    void beat();
    void stop();

private:
    friend class JobFeed::Reader;
    using Wakes = std::vector<std::function<void()>>;

    void publish(const JobEvent& event);
    std::string format(const JobEvent& event, std::uint64_t number) const;
    std::string snapshot(core::JobView now) const;
    std::optional<std::uint64_t> number(const std::string& eventId) const;
    Wakes wakes();
    std::vector<std::shared_ptr<Reader>> readers();

    const std::string m_epoch;
    const std::size_t m_mostBytes;
    mutable std::mutex m_mutex; ///< also guards what the readers have
    std::deque<std::string> m_events;
    std::uint64_t m_first = 1; ///< number of the oldest event kept
    std::size_t m_bytes = 0;
    bool m_heard = false; ///< this process judges the job
    bool m_ended = false;
    std::optional<std::pair<core::JobState, int>> m_told; ///< state and position
    JobProgress m_progress;
    std::vector<std::weak_ptr<Reader>> m_readers;
};

/// One reader's place in a channel.
class JobFeed::Reader final : public ByteStream {
public:
    explicit Reader(std::shared_ptr<Channel> channel) : m_channel(std::move(channel)) {}

    Taken take(std::size_t most) override;
    void onWake(std::function<void()> wake) override;

private:
    friend struct JobFeed::Channel;

    const std::shared_ptr<Channel> m_channel;
    std::uint64_t m_next = 1; ///< number of the event to be sent next
    std::string m_text;       ///< what of it, or beside the events, is still to be sent
    bool m_closed = false;    ///< nothing follows m_text
    std::function<void()> m_wake;
};

/// The end of a job as an event.
JobEvent finishedEvent(core::JobState state, const std::optional<judge::Verdict>& verdict,
                       const std::optional<Error>& error);

} // namespace grindstone::server
