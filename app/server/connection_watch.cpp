// SPDX-License-Identifier: GPL-3.0-or-later
// A time limit between two bytes, which is what HTTP libraries offer, is none: a client that sends one byte a second
// keeps its place for ever. Here the whole request, the whole answer have their time. What ends a connection is
// shutdown(2), which any thread may call while another reads or writes.
#include "app/server/connection_watch.h"

#include <poll.h>
#include <sys/socket.h>

#include <vector>

namespace grindstone::server {

namespace {

/// True when the other end was closed, not just its sending half.
bool isGone(int socket) {
    pollfd waited{socket, 0, 0};
    return ::poll(&waited, 1, 0) > 0 && (waited.revents & (POLLHUP | POLLERR)) != 0;
}

} // namespace

ConnectionWatch::Connection* ConnectionWatch::add(int socket, std::chrono::milliseconds request) {
    auto made = std::make_unique<Connection>();
    Connection* connection = made.get();
    connection->socket = socket;
    connection->deadline = Clock::now() + request;
    const std::lock_guard lock(m_mutex);
    m_connections.emplace(connection, std::move(made));
    return connection;
}

void ConnectionWatch::remove(Connection* connection) {
    const std::lock_guard lock(m_mutex);
    m_connections.erase(connection);
}

std::size_t ConnectionWatch::count() const {
    const std::lock_guard lock(m_mutex);
    return m_connections.size();
}

void ConnectionWatch::setDeadline(Connection* connection, std::optional<Clock::time_point> deadline) {
    const std::lock_guard lock(m_mutex);
    connection->deadline = deadline;
    connection->waits = false;
}

void ConnectionWatch::awaitRequest(Connection* connection) {
    setDeadline(connection, Clock::now() + m_patience.request);
    const std::lock_guard lock(m_mutex);
    connection->onGone = nullptr;
}

void ConnectionWatch::think(Connection* connection) {
    setDeadline(connection, std::nullopt);
}

void ConnectionWatch::sendAnswer(Connection* connection, std::size_t bytes) {
    setDeadline(connection,
                Clock::now() + m_patience.answer + m_patience.answerMebibyte * static_cast<int>(bytes >> 20));
}

void ConnectionWatch::beginStream(Connection* connection, std::function<void()> onGone) {
    streamSends(connection);
    const std::lock_guard lock(m_mutex);
    connection->onGone = std::move(onGone);
}

void ConnectionWatch::streamWaits(Connection* connection) {
    const std::lock_guard lock(m_mutex);
    connection->deadline = std::nullopt;
    connection->waits = true;
}

void ConnectionWatch::streamSends(Connection* connection) {
    setDeadline(connection, Clock::now() + m_patience.stream);
}

void ConnectionWatch::sweep() {
    std::vector<std::function<void()>> gone;
    {
        const std::lock_guard lock(m_mutex);
        const Clock::time_point now = Clock::now();
        for (auto& [key, connection] : m_connections) {
            if (connection->deadline && *connection->deadline <= now) {
                ::shutdown(connection->socket, SHUT_RDWR);
                connection->deadline = std::nullopt;
            } else if (connection->waits && connection->onGone && isGone(connection->socket)) {
                connection->waits = false;
                gone.push_back(connection->onGone);
            }
        }
    }
    for (const std::function<void()>& tell : gone) {
        tell();
    }
}

} // namespace grindstone::server
