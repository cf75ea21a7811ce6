// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace grindstone::server {

/// What a client may take its time for.
struct Patience {
    std::chrono::milliseconds request{10'000};      ///< from a connection's begin or its last answer to a whole request
    std::chrono::milliseconds answer{10'000};       ///< for an answer, and for each MiB of it
    std::chrono::milliseconds answerMebibyte{1000}; ///< so much more
    std::chrono::milliseconds stream{10'000};       ///< without taking anything of what waits in a stream
};

/// Knows of each connection until when it may stay in its present state, and hangs up on those that stay longer.
/// Thread-safe. The library that reads and writes sees such a connection end, and cleans up as always.
class ConnectionWatch {
public:
    using Clock = std::chrono::steady_clock;
    struct Connection {
        int socket = -1;
        std::optional<Clock::time_point> deadline;
        std::function<void()> onGone; ///< of a stream
        bool waits = false;           ///< a stream with nothing to send
    };

    explicit ConnectionWatch(Patience patience) : m_patience(patience) {}

    /// From now on a whole request is awaited on `socket`, which must be open until remove(); for so long.
    Connection* add(int socket, std::chrono::milliseconds request);
    void remove(Connection* connection);
    std::size_t count() const;

    void awaitRequest(Connection* connection);
    /// It is our turn, for as long as we need.
    void think(Connection* connection);
    void sendAnswer(Connection* connection, std::size_t bytes);
    /// A stream lasts as long as the client takes from it. `onGone` is called, without locks held, when the client
    /// has gone away while nothing is being sent, which nobody would notice otherwise.
    void beginStream(Connection* connection, std::function<void()> onGone);
    /// The client took all there was, or bytes wait for it since now.
    void streamWaits(Connection* connection);
    void streamSends(Connection* connection);

    /// Hangs up where the time is over, and looks for clients that went away. To be called some times a second.
    void sweep();

private:
    void setDeadline(Connection* connection, std::optional<Clock::time_point> deadline);

    const Patience m_patience;
    mutable std::mutex m_mutex;
    std::map<Connection*, std::unique_ptr<Connection>> m_connections;
};

} // namespace grindstone::server
