// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/connection_watch.h"
#include "app/server/http_message.h"

#include <microhttpd.h>

#include <atomic>
#include <mutex>

namespace grindstone::server {

/// A stream on its way through libmicrohttpd: while it has nothing to send, its connection is suspended, which costs
/// no thread and no wake-ups.
class StreamedAnswer : public std::enable_shared_from_this<StreamedAnswer> {
public:
    StreamedAnswer(MHD_Connection* connection, ConnectionWatch& watch, ConnectionWatch::Connection* watched,
                   std::shared_ptr<ByteStream> stream, const std::atomic<bool>& stopping);

    /// To be called once it is owned by a shared_ptr.
    void begin();
    /// Fills `buffer`; libmicrohttpd's codes for "nothing yet", the end and a broken end. In libmicrohttpd's thread.
    ssize_t read(char* buffer, std::size_t most);
    /// Ends it at once, from any thread.
    void abandon();

private:
    void wake();

    MHD_Connection* const m_connection;
    ConnectionWatch& m_watch;
    ConnectionWatch::Connection* const m_watched;
    const std::shared_ptr<ByteStream> m_stream;
    const std::atomic<bool>& m_stopping; ///< nothing may be suspended any more
    std::mutex m_mutex;
    bool m_suspended = false; ///< the connection exists at least as long as this is true
    bool m_abandoned = false;
};

} // namespace grindstone::server
