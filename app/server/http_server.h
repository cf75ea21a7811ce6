// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/connection_watch.h"
#include "app/server/http_message.h"
#include "app/server/lanes.h"
#include "sandbox/base/result.h"
#include "sandbox/base/unique_fd.h"

namespace grindstone::server {

struct HttpLimits {
    Patience patience;
    std::size_t headers = std::size_t{32} << 10; ///< request line and headers
    std::size_t body = std::size_t{8} << 20;
    std::size_t connections = 256; ///< whoever comes above that is told so
};

/// What answers requests. Called from many threads at once.
class RequestHandler {
public:
    virtual ~RequestHandler() = default;
    /// When the headers are there: an answer that needs no body and no thought, mostly a refusal. Must return at once.
    virtual std::optional<Response> refuse(const Request& head) = 0;
    /// Which threads are to answer it.
    virtual Lane laneOf(const Request& head) = 0;
    /// May block; ends soon once `stop` is requested.
    virtual Response answer(const Request& request, std::stop_token stop) = 0;
};

/// HTTP/1.1 on a listening socket: one thread reads and writes for all clients, so that a slow one holds nothing but
/// its own connection; the lanes' threads answer. Everything that a client may send or hold is bounded.
class HttpServer {
public:
    /// `handler` outlives the server. Nobody is served yet.
    HttpServer(RequestHandler& handler, HttpLimits limits);
    /// As stop(), with no grace.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Serves from now on: `handler` may be called before this returns. Call it once. Fails with "server.failed".
    Result<void> start(UniqueFd listening);
    /// Takes no new connection and no new request, gives what is being answered so much time to end, and hangs up.
    void stop(std::chrono::milliseconds grace);
    std::size_t connections() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace grindstone::server
