// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/error_response.h"

#include "app/core/text/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace grindstone::server {

namespace {

struct CodeStatus {
    std::string_view code; ///< or a beginning, with a dot at its end
    int status;
};

// The first that fits counts.
constexpr std::array Statuses{
    CodeStatus{"request.origin", 403},
    CodeStatus{"request.not-found", 404},
    CodeStatus{"request.method", 405},
    CodeStatus{"request.too-large", 413},
    CodeStatus{"request.media-type", 415},
    CodeStatus{"request.headers-too-large", 431},
    CodeStatus{"request.", 400},
    CodeStatus{"job.unknown", 404},
    CodeStatus{"job.finished", 409},
    CodeStatus{"problem.unknown", 404},
    CodeStatus{"problem.ambiguous", 400},
    CodeStatus{"language.unknown", 400},
    CodeStatus{"language.not-allowed", 400},
    CodeStatus{"usage.", 400},
    CodeStatus{"source.", 400},
    CodeStatus{"server.too-many-connections", 503},
    CodeStatus{"server.queue-full", 503},
    CodeStatus{"server.stopping", 503},
};

} // namespace

int statusOf(const Error& error) {
    const auto fits = [&](const CodeStatus& one) {
        return one.code.ends_with('.') ? error.code.starts_with(one.code) : error.code == one.code;
    };
    const auto found = std::ranges::find_if(Statuses, fits);
    return found == Statuses.end() ? 500 : found->status;
}

Response errorResponse(const Error& error) {
    Response response;
    response.status = statusOf(error);
    response.body = judge::toJson(error, core::text::jsonOptions(false)).dump();
    if (response.status == 503) {
        response.headers.emplace_back("Retry-After", "1");
    }
    return response;
}

} // namespace grindstone::server
