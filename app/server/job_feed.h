// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_engine.h"
#include "app/server/http_message.h"
#include "app/server/job_progress.h"

#include <deque>
#include <map>
#include <mutex>

namespace grindstone::server {

struct FeedLimits {
    std::size_t eventBytes = std::size_t{256} << 10; ///< of a job that are kept for slow readers and such that return
    std::size_t finishedJobs = 128;                  ///< whose events are kept
};

/// What happens to jobs, for readers of server-sent events. Hears of this process's jobs as they are judged, and is
/// told by observe() what the board says of others. Thread-safe.
///
/// A reader begins with a `state` event that says all there is to know, and gets what happens from there on. One that
/// names the last event it got goes on behind it, as long as that is kept; otherwise it begins anew.
class JobFeed final : public core::EngineListener {
public:
    explicit JobFeed(FeedLimits limits = {});
    ~JobFeed() override;

    void started(core::JobId job) override;
    void progressed(core::JobId job, const judge::Progress& progress) override;
    void finished(core::JobId job, const core::SharedReport& report) override;

    /// Nothing for a job that isn't being judged in this process.
    std::optional<JobProgress> progress(core::JobId job) const;

    /// The events of a job of which `now` is known. Its end is its last event.
    std::shared_ptr<ByteStream> follow(const core::JobView& now, const std::string& lastEventId);
    /// Jobs with readers whose fate this process would not hear of.
    std::vector<core::JobId> unheard() const;
    void observe(const core::JobView& now);
    /// A comment to every reader, so that nobody between takes the connection for a dead one.
    void beat();
    /// A `stopping` event to every reader, and the end; for those to come, too.
    void stop();

    /// Internal.
    struct Channel;
    class Reader;

private:
    std::shared_ptr<Channel> ensureChannel(core::JobId job);
    std::shared_ptr<Channel> findChannel(core::JobId job) const;
    std::vector<std::pair<core::JobId, std::shared_ptr<Channel>>> channels() const;
    void observe(Channel& channel, const core::JobView& now);
    void keepFinished(core::JobId job);

    const FeedLimits m_limits;
    const std::string m_epoch; ///< tells events of this process from those of an earlier one
    mutable std::mutex m_mutex;
    std::map<core::JobId, std::shared_ptr<Channel>> m_channels;
    std::deque<core::JobId> m_finished; ///< the oldest first
    bool m_stopped = false;
};

} // namespace grindstone::server
