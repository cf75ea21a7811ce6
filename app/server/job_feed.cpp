// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/job_feed.h"

#include "app/core/judging/job_end.h"
#include "app/server/job_channel.h"
#include "app/server/job_json.h"

#include <unistd.h>

namespace grindstone::server {

using core::JobId;

namespace {

/// Differs from that of every process that a client may have known before.
std::string makeEpoch() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()) + "." +
           std::to_string(::getpid());
}

} // namespace

JobFeed::JobFeed(FeedLimits limits) : m_limits(limits), m_epoch(makeEpoch()) {}

JobFeed::~JobFeed() = default;

std::shared_ptr<JobFeed::Channel> JobFeed::ensureChannel(JobId job) {
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Channel>& channel = m_channels[job];
    if (channel == nullptr) {
        channel = std::make_shared<Channel>(m_epoch, m_limits.eventBytes);
    }
    return channel;
}

std::shared_ptr<JobFeed::Channel> JobFeed::findChannel(JobId job) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_channels.find(job);
    return found == m_channels.end() ? nullptr : found->second;
}

std::vector<std::pair<JobId, std::shared_ptr<JobFeed::Channel>>> JobFeed::channels() const {
    const std::lock_guard lock(m_mutex);
    return {m_channels.begin(), m_channels.end()};
}

void JobFeed::started(JobId job) {
    ensureChannel(job)->start(job);
}

void JobFeed::progressed(JobId job, const judge::Progress& progress) {
    ensureChannel(job)->progress(progress);
}

void JobFeed::finished(JobId job, const core::SharedReport& report) {
    ensureChannel(job)->end(finishedEvent(core::stateOf(*report), report->verdict, core::errorOf(*report)));
    keepFinished(job);
}

/// Forgets those that ended longest ago. Who still reads one of them keeps its channel alive.
void JobFeed::keepFinished(JobId job) {
    const std::lock_guard lock(m_mutex);
    std::erase(m_finished, job);
    m_finished.push_back(job);
    while (m_finished.size() > m_limits.finishedJobs) {
        m_channels.erase(m_finished.front());
        m_finished.pop_front();
    }
}

std::optional<JobProgress> JobFeed::progress(JobId job) const {
    const auto channel = findChannel(job);
    return channel ? channel->liveProgress() : std::nullopt;
}

std::shared_ptr<ByteStream> JobFeed::follow(const core::JobView& now, const std::string& lastEventId) {
    std::shared_ptr<Channel> channel = findChannel(now.id);
    if (channel == nullptr && isFinished(now.state)) {
        channel = std::make_shared<Channel>(m_epoch, m_limits.eventBytes); // nobody else needs it
        channel->observe(now);
    } else {
        channel = channel == nullptr ? ensureChannel(now.id) : channel;
        observe(*channel, now);
    }
    auto reader = channel->addReader(now, lastEventId);
    const std::lock_guard lock(m_mutex);
    if (m_stopped) {
        channel->stop();
    }
    return reader;
}

std::vector<JobId> JobFeed::unheard() const {
    std::vector<JobId> found;
    for (const auto& [job, channel] : channels()) {
        if (channel->isUnheard() && channel->hasReaders()) {
            found.push_back(job);
        }
    }
    return found;
}

void JobFeed::observe(const core::JobView& now) {
    if (const auto channel = findChannel(now.id)) {
        observe(*channel, now);
    }
}

void JobFeed::observe(Channel& channel, const core::JobView& now) {
    if (channel.observe(now)) {
        keepFinished(now.id);
    }
}

void JobFeed::beat() {
    for (const auto& [job, channel] : channels()) {
        channel->beat();
        const std::lock_guard lock(m_mutex);
        // Readers have it as well, and so does whoever is about to add one.
        constexpr long OursAndTheMaps = 2;
        if (channel->isUnheard() && channel.use_count() == OursAndTheMaps) {
            m_channels.erase(job);
        }
    }
}

void JobFeed::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    for (const auto& [job, channel] : channels()) {
        channel->stop();
    }
}

} // namespace grindstone::server
