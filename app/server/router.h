// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http_server.h"

#include <functional>
#include <string>
#include <vector>

namespace grindstone::server {

/// A request to a route; `parameters` has what stands in the pattern's places, in their order.
struct Call {
    const Request& request;
    std::vector<std::string> parameters;
    std::stop_token stop;
};

struct Route {
    std::string method;  ///< GET routes answer HEAD, too
    std::string pattern; ///< "/jobs/{id}/events": a name in braces stands for one part that isn't empty
    Lane lane = Lane::Look;
    std::function<Response(const Call&)> answer;
};

/// Which function answers a request; and the answers of those that none does.
class Router final : public RequestHandler {
public:
    explicit Router(std::vector<Route> routes) : m_routes(std::move(routes)) {}

    std::optional<Response> refuse(const Request& head) override;
    Lane laneOf(const Request& head) override;
    Response answer(const Request& request, std::stop_token stop) override;
    const std::vector<Route>& routes() const { return m_routes; }

private:
    struct Found;
    Found find(const Request& request) const;

    const std::vector<Route> m_routes;
};

} // namespace grindstone::server
