// SPDX-License-Identifier: GPL-3.0-or-later
// To suspend and to wake are one after the other under one mutex: bytes that come between the look for them and the
// suspension find the connection suspended, and wake it. The stream calls wake() without a lock of its own.
#include "app/server/streamed_answer.h"

#include <cstring>

namespace grindstone::server {

StreamedAnswer::StreamedAnswer(MHD_Connection* connection, ConnectionWatch& watch, ConnectionWatch::Connection* watched,
                               std::shared_ptr<ByteStream> stream, const std::atomic<bool>& stopping)
    : m_connection(connection), m_watch(watch), m_watched(watched), m_stream(std::move(stream)), m_stopping(stopping) {}

void StreamedAnswer::begin() {
    const auto self = weak_from_this();
    m_stream->onWake([self] {
        if (const auto alive = self.lock()) {
            alive->wake();
        }
    });
    m_watch.beginStream(m_watched, [self] {
        if (const auto alive = self.lock()) {
            alive->abandon();
        }
    });
}

ssize_t StreamedAnswer::read(char* buffer, std::size_t most) {
    const std::lock_guard lock(m_mutex);
    if (m_abandoned) {
        return MHD_CONTENT_READER_END_WITH_ERROR;
    }
    const ByteStream::Taken taken = m_stream->take(most);
    const bool waiting = taken.state == ByteStream::State::Waiting;
    if (taken.state == ByteStream::State::Ended || (waiting && m_stopping)) {
        return MHD_CONTENT_READER_END_OF_STREAM;
    }
    if (waiting) {
        m_watch.streamWaits(m_watched);
        MHD_suspend_connection(m_connection);
        m_suspended = true;
        return 0;
    }
    m_watch.streamSends(m_watched);
    std::memcpy(buffer, taken.bytes.data(), taken.bytes.size());
    return static_cast<ssize_t>(taken.bytes.size());
}

void StreamedAnswer::wake() {
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_suspended, false)) {
        m_watch.streamSends(m_watched);
        MHD_resume_connection(m_connection);
    }
}

void StreamedAnswer::abandon() {
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
    }
    wake();
}

} // namespace grindstone::server
