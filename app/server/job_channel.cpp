// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/job_channel.h"

#include "app/core/text/json_parts.h"
#include "app/server/job_json.h"

#include <algorithm>
#include <charconv>

namespace grindstone::server {

using Json = nlohmann::ordered_json;

namespace {

void call(const std::vector<std::function<void()>>& wakes) {
    for (const std::function<void()>& wake : wakes) {
        wake();
    }
}

JobEvent stateEvent(core::JobId job, core::JobState state, int position) {
    const bool queued = state == core::JobState::Queued;
    return {"state", {{"id", job}, {"state", code(state)}, {"position", queued ? Json(position) : Json(nullptr)}}};
}

} // namespace

JobEvent finishedEvent(core::JobState state, const std::optional<judge::Verdict>& verdict,
                       const std::optional<Error>& error) {
    return {"finished",
            {{"state", code(state)},
             {"verdict", verdict ? Json(code(*verdict)) : Json(nullptr)},
             {"error", error ? core::text::errorJson(*error) : Json(nullptr)}}};
}

std::string JobFeed::Channel::format(const JobEvent& event, std::uint64_t number) const {
    return "id: " + m_epoch + "-" + std::to_string(number) + "\nevent: " + event.name + "\ndata: " + event.data.dump() +
           "\n\n";
}

/// Nothing for an id of another process's, and for what is no id.
std::optional<std::uint64_t> JobFeed::Channel::number(const std::string& eventId) const {
    if (!eventId.starts_with(m_epoch + "-")) {
        return std::nullopt;
    }
    std::uint64_t found = 0;
    const char* end = eventId.data() + eventId.size();
    const auto [read, error] = std::from_chars(eventId.data() + m_epoch.size() + 1, end, found);
    return error == std::errc() && read == end ? std::optional(found) : std::nullopt;
}

/// To be called with the mutex held; the oldest go where there is no room.
void JobFeed::Channel::publish(const JobEvent& event) {
    m_events.push_back(format(event, m_first + m_events.size()));
    m_bytes += m_events.back().size();
    while (m_bytes > m_mostBytes && m_events.size() > 1) {
        m_bytes -= m_events.front().size();
        m_events.pop_front();
        ++m_first;
    }
}

/// Those alive, with the mutex held; the others are forgotten.
std::vector<std::shared_ptr<JobFeed::Reader>> JobFeed::Channel::readers() {
    std::vector<std::shared_ptr<Reader>> alive;
    std::erase_if(m_readers, [&](const std::weak_ptr<Reader>& one) {
        auto reader = one.lock();
        const bool gone = reader == nullptr;
        if (!gone) {
            alive.push_back(std::move(reader));
        }
        return gone;
    });
    return alive;
}

JobFeed::Channel::Wakes JobFeed::Channel::wakes() {
    Wakes found;
    for (const auto& reader : readers()) {
        if (reader->m_wake) {
            found.push_back(reader->m_wake);
        }
    }
    return found;
}

void JobFeed::Channel::start(core::JobId job) {
    Wakes found;
    {
        const std::lock_guard lock(m_mutex);
        m_heard = true;
        m_ended = false;
        m_progress = {};
        m_told = {core::JobState::Running, 0};
        publish(stateEvent(job, core::JobState::Running, 0));
        found = wakes();
    }
    call(found);
}

void JobFeed::Channel::progress(const judge::Progress& news) {
    Wakes found;
    {
        const std::lock_guard lock(m_mutex);
        const auto event = take(m_progress, news);
        if (!event) {
            return;
        }
        publish(*event);
        found = wakes();
    }
    call(found);
}

void JobFeed::Channel::end(const JobEvent& last) {
    Wakes found;
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_ended, true)) {
            return;
        }
        m_heard = false;
        m_progress = {};
        publish(last);
        found = wakes();
    }
    call(found);
}

bool JobFeed::Channel::observe(const core::JobView& now) {
    if (isFinished(now.state)) {
        if (!isUnheard()) {
            return false;
        }
        end(finishedEvent(now.state, now.verdict, now.error));
        return true;
    }
    Wakes found;
    {
        const std::lock_guard lock(m_mutex);
        const std::pair told(now.state, now.position);
        if (m_heard || m_ended || m_told == told) {
            return false;
        }
        // Who reads from the beginning is told all of it anyway.
        if (std::exchange(m_told, told)) {
            publish(stateEvent(now.id, now.state, now.position));
        }
        found = wakes();
    }
    call(found);
    return false;
}

/// All there is to know, for a reader that begins: with the number of the last event, behind which it goes on.
std::string JobFeed::Channel::snapshot(core::JobView now) const {
    if (m_heard) {
        now.state = core::JobState::Running;
        now.position = 0;
    }
    return format({"state", jobJson(now, m_heard ? std::optional(m_progress) : std::nullopt)},
                  m_first + m_events.size() - 1);
}

std::shared_ptr<JobFeed::Reader> JobFeed::Channel::addReader(const core::JobView& now, const std::string& lastEventId) {
    auto reader = std::make_shared<Reader>(shared_from_this());
    const std::lock_guard lock(m_mutex);
    const std::uint64_t end = m_first + m_events.size();
    const std::uint64_t known = number(lastEventId).value_or(end);
    reader->m_next = known + 1 >= m_first && known < end ? known + 1 : end;
    if (m_ended) {
        // The end is told again rather than nothing.
        reader->m_next = std::min(known < end ? reader->m_next : end, end - 1);
    } else if (known >= end || known + 1 < m_first) {
        reader->m_text = snapshot(now);
    }
    m_readers.push_back(reader);
    return reader;
}

bool JobFeed::Channel::hasReaders() {
    const std::lock_guard lock(m_mutex);
    return !readers().empty();
}

bool JobFeed::Channel::isUnheard() const {
    const std::lock_guard lock(m_mutex);
    return !m_heard && !m_ended;
}

std::optional<JobProgress> JobFeed::Channel::liveProgress() const {
    const std::lock_guard lock(m_mutex);
    return m_heard ? std::optional(m_progress) : std::nullopt;
}

void JobFeed::Channel::beat() {
    Wakes found;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& reader : readers()) {
            if (reader->m_text.empty()) {
                reader->m_text = ":\n\n";
            }
        }
        found = wakes();
    }
    call(found);
}

void JobFeed::Channel::stop() {
    Wakes found;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& reader : readers()) {
            if (!std::exchange(reader->m_closed, true)) {
                reader->m_text += "event: stopping\ndata: {}\n\n";
            }
        }
        found = wakes();
    }
    call(found);
}

ByteStream::Taken JobFeed::Reader::take(std::size_t most) {
    Channel& channel = *m_channel;
    const std::lock_guard lock(channel.m_mutex);
    const std::uint64_t end = channel.m_first + channel.m_events.size();
    // Whoever was too slow for what is kept is let go, and may come back.
    const bool behind = m_next < channel.m_first;
    while (m_text.empty() && !m_closed && !behind && m_next < end) {
        m_text = channel.m_events[m_next++ - channel.m_first];
    }
    if (m_text.empty()) {
        return {m_closed || behind || channel.m_ended ? State::Ended : State::Waiting, {}};
    }
    Taken taken{State::More, m_text.substr(0, most)};
    m_text.erase(0, most);
    return taken;
}

void JobFeed::Reader::onWake(std::function<void()> wake) {
    const std::lock_guard lock(m_channel->m_mutex);
    m_wake = std::move(wake);
}

} // namespace grindstone::server
