// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/router.h"

#include "app/server/error_response.h"

#include <algorithm>

namespace grindstone::server {

struct Router::Found {
    const Route* route = nullptr;
    std::vector<std::string> parameters;
    std::vector<std::string> allowed; ///< methods of the path, whatever the request's
};

namespace {

std::vector<std::string_view> parts(std::string_view path) {
    std::vector<std::string_view> found;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        found.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return found;
}

/// What stands in the places of a pattern; nothing where the path is another.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
    const auto wanted = parts(pattern);
    const auto given = parts(path);
    std::vector<std::string> parameters;
    for (std::size_t i = 0; i < wanted.size() && i < given.size(); ++i) {
        if (wanted[i].starts_with('{') && !given[i].empty()) {
            parameters.emplace_back(given[i]);
        } else if (wanted[i] != given[i]) {
            return std::nullopt;
        }
    }
    return wanted.size() == given.size() ? std::optional(parameters) : std::nullopt;
}

std::string joined(const std::vector<std::string>& methods) {
    std::string text = "OPTIONS";
    for (const std::string& method : methods) {
        text += ", " + method + (method == "GET" ? ", HEAD" : "");
    }
    return text;
}

bool isJson(const std::string& contentType) {
    std::string type = contentType.substr(0, contentType.find(';'));
    type.erase(type.find_last_not_of(" \t") + 1);
    return std::ranges::equal(type, std::string_view("application/json"),
                              [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

std::string method(const Request& request) {
    return request.method == "HEAD" ? "GET" : request.method;
}

} // namespace

Router::Found Router::find(const Request& request) const {
    Found found;
    for (const Route& route : m_routes) {
        auto parameters = match(route.pattern, request.path);
        if (!parameters) {
            continue;
        }
        found.allowed.push_back(route.method);
        if (route.method == method(request)) {
            found.route = &route;
            found.parameters = *std::move(parameters);
        }
    }
    return found;
}

/// A web page can't reach a socket in the file system by itself. Where a program of the person's hands its requests
/// on, the page must not have the person's files judged or read.
std::optional<Response> Router::refuse(const Request& head) {
    if (head.headers.contains("origin")) {
        return errorResponse({"request.origin", "the request comes from " + head.header("origin").substr(0, 200)});
    }
    const Found found = find(head);
    if (found.allowed.empty()) {
        return errorResponse({"request.not-found", head.path.substr(0, 200)});
    }
    const std::pair allow(std::string("Allow"), joined(found.allowed));
    if (head.method == "OPTIONS") {
        return Response{204, {}, {}, {allow}, {}};
    }
    if (found.route == nullptr) {
        Response response =
            errorResponse({"request.method", head.method.substr(0, 20) + " " + head.path.substr(0, 200)});
        response.headers.push_back(allow);
        return response;
    }
    if (head.method == "POST" && !isJson(head.header("content-type"))) {
        return errorResponse({"request.media-type", "Content-Type: " + head.header("content-type").substr(0, 200)});
    }
    return std::nullopt;
}

Lane Router::laneOf(const Request& head) {
    const Found found = find(head);
    return found.route == nullptr ? Lane::Look : found.route->lane;
}

Response Router::answer(const Request& request, std::stop_token stop) {
    Found found = find(request);
    return found.route->answer({request, std::move(found.parameters), std::move(stop)});
}

} // namespace grindstone::server
