// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/service.h"

#include <nlohmann/json.hpp>

#include <condition_variable>

namespace grindstone::server {

Service::Service(ServiceParts parts, ServiceLimits limits)
    : m_limits(limits), m_board(parts.board), m_feed(parts.feed),
      m_jobs(parts.board, parts.feed, std::move(parts.check), limits.queue) {
    std::vector<Route> routes = m_jobs.routes();
    std::ranges::move(parts.routes, std::back_inserter(routes));
    routes.push_back({"GET", "/health", Lane::Look, [this](const Call&) { return health(); }});
    routes.push_back({"GET", "/openapi.json", Lane::Look, [](const Call&) { return Response{200, OpenApiText}; }});
    m_router = std::make_unique<Router>(std::move(routes));
}

Result<std::unique_ptr<Service>> Service::start(UniqueFd listening, ServiceParts parts, ServiceLimits limits) {
    std::unique_ptr<Service> service(new Service(std::move(parts), limits));
    // Whoever waited on the socket already is answered at once, and /health asks the server.
    service->m_server = std::make_unique<HttpServer>(*service->m_router, limits.http);
    TRY(service->m_server->start(std::move(listening)));
    service->m_looking = std::jthread([made = service.get()](const std::stop_token& stop) { made->look(stop); });
    return service;
}

Service::~Service() {
    stop();
}

void Service::stop() {
    m_looking = {};
    m_feed.stop();
    if (m_server != nullptr) {
        m_server->stop(m_limits.grace);
    }
}

Response Service::health() const {
    const auto uptime = std::chrono::steady_clock::now() - m_begin;
    const nlohmann::ordered_json document{
        {"schema", "grindstone-health/1"},
        {"status", "ok"},
        {"version", GRINDSTONE_VERSION},
        {"uptime_ms", std::chrono::duration_cast<std::chrono::milliseconds>(uptime).count()},
        {"connections", m_server->connections()}};
    return {200, document.dump()};
}

/// This process hears of the jobs that it judges; of what others judge the board must be asked.
void Service::look(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    auto beaten = std::chrono::steady_clock::now();
    while (!never.wait_for(lock, stop, m_limits.look, [&] { return stop.stop_requested(); })) {
        for (const core::JobId job : m_feed.unheard()) {
            const auto view = m_board.find(job);
            if (view && *view) {
                m_feed.observe(**view);
            }
        }
        if (std::chrono::steady_clock::now() - beaten >= m_limits.beat) {
            beaten = std::chrono::steady_clock::now();
            m_feed.beat();
        }
    }
}

} // namespace grindstone::server
