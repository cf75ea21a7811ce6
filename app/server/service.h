// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http_server.h"
#include "app/server/job_feed.h"
#include "app/server/job_routes.h"
#include "app/server/router.h"

namespace grindstone::server {

struct ServiceLimits {
    HttpLimits http;
    QueueLimits queue;
    std::chrono::milliseconds look{500};    ///< how often the board is asked about jobs that others judge
    std::chrono::milliseconds beat{15'000}; ///< how often an event stream without events gets a comment
    std::chrono::milliseconds grace{500};   ///< for answers that are under way when it is stopped
};

/// What a service is about. All but the sources of values outlive it.
struct ServiceParts {
    core::JobBoard& board;
    JobFeed& feed; ///< the listener of the board's jobs
    OrderCheck check;
    std::vector<Route> routes; ///< beside those of the jobs, GET /health and GET /openapi.json
};

/// The judge as an HTTP service: docs/serve.md tells how to use it, docs/openapi.json describes all of it.
class Service {
public:
    /// Serves at once. Fails as HttpServer::start() does.
    static Result<std::unique_ptr<Service>> start(UniqueFd listening, ServiceParts parts, ServiceLimits limits = {});
    /// As stop().
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Takes nothing new, ends event streams with an event, lets answers that are under way go out, and hangs up.
    void stop();
    std::size_t connections() const { return m_server->connections(); }
    const std::vector<Route>& routes() const { return m_router->routes(); }

private:
    Service(ServiceParts parts, ServiceLimits limits);
    Response health() const;
    void look(const std::stop_token& stop);

    const ServiceLimits m_limits;
    core::JobBoard& m_board;
    JobFeed& m_feed;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    JobRoutes m_jobs;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<HttpServer> m_server;
    std::jthread m_looking;
};

/// docs/openapi.json
extern const char* const OpenApiText;

} // namespace grindstone::server
