// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/job_routes.h"

#include "app/core/judging/job_json.h"
#include "app/server/error_response.h"
#include "app/server/job_json.h"
#include "app/server/order_reader.h"

#include <charconv>

namespace grindstone::server {

using core::JobId;
using core::JobView;

namespace {

constexpr int MostListed = 1000;
constexpr int UsuallyListed = 100;
constexpr std::chrono::milliseconds CountAgain{500};

Response answerOf(Result<std::string> document) {
    if (!document) {
        return errorResponse(document.error());
    }
    Response response;
    response.body = *std::move(document);
    return response;
}

template<typename Number> std::optional<Number> readNumber(const std::string& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// A query parameter that is one of the words given; the first where it isn't there.
Result<std::string> readWord(const Request& request, const std::string& name, std::vector<std::string> words) {
    const auto found = request.query.find(name);
    if (found == request.query.end()) {
        return words.front();
    }
    for (const std::string& word : words) {
        if (word == found->second) {
            return word;
        }
    }
    return fail("request.field", name + ": must be “" + words.front() + "” or “" + words.back() + "”");
}

Result<int> readMost(const Request& request) {
    const auto found = request.query.find("most");
    if (found == request.query.end()) {
        return UsuallyListed;
    }
    const auto most = readNumber<int>(found->second);
    if (!most || *most < 1 || *most > MostListed) {
        return fail("request.field", "most: must be a number from 1 to 1000");
    }
    return *most;
}

} // namespace

JobRoutes::JobRoutes(core::JobBoard& board, JobFeed& feed, OrderCheck check, QueueLimits limits)
    : m_board(board), m_feed(feed), m_check(std::move(check)), m_limits(limits), m_unfinished(limits.unfinished) {}

std::vector<Route> JobRoutes::routes() {
    return {{"POST", "/run", Lane::Write, [this](const Call& call) { return accept(judge::Mode::Run, call); }},
            {"POST", "/submit", Lane::Write, [this](const Call& call) { return accept(judge::Mode::Submit, call); }},
            {"GET", "/jobs", Lane::Look, [this](const Call& call) { return list(call); }},
            {"GET", "/jobs/{id}", Lane::Look, [this](const Call& call) { return show(call); }},
            {"DELETE", "/jobs/{id}", Lane::Write, [this](const Call& call) { return cancel(call); }},
            {"GET", "/jobs/{id}/events", Lane::Look, [this](const Call& call) { return events(call); }}};
}

/// Counting the jobs takes its time, so they are counted only when those taken since the last time could be too many.
Result<void> JobRoutes::makeRoom() {
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (m_unfinished >= m_limits.unfinished && now - m_counted >= CountAgain) {
        m_unfinished = TRY(m_board.list(static_cast<int>(m_limits.unfinished), true)).size();
        m_counted = now;
    }
    if (m_unfinished >= m_limits.unfinished) {
        return fail("server.queue-full", std::to_string(m_limits.unfinished));
    }
    ++m_unfinished;
    return {};
}

Result<std::string> JobRoutes::submit(judge::Mode mode, const std::string& body, JobId& job) {
    core::JobOrder order = TRY(readOrder(mode, body));
    TRY(m_check(order));
    TRY(makeRoom());
    job = TRY(m_board.submit(order));
    const std::optional<JobView> view = TRY(m_board.find(job));
    if (!view) {
        return fail("job.unknown", std::to_string(job));
    }
    return jobDocument(*view, m_feed.progress(job), std::nullopt);
}

Response JobRoutes::accept(judge::Mode mode, const Call& call) {
    JobId job = 0;
    Response response = answerOf(submit(mode, call.request.body, job));
    if (job != 0 && response.status == 200) {
        response.status = 202;
        response.headers.emplace_back("Location", "/jobs/" + std::to_string(job));
    }
    // Errors of the order are the client's, also where the same one elsewhere says that something isn't there.
    response.status = response.status == 404 ? 400 : response.status;
    return response;
}

Response JobRoutes::list(const Call& call) {
    const auto document = [&]() -> Result<std::string> {
        const int most = TRY(readMost(call.request));
        const std::string state = TRY(readWord(call.request, "state", {"all", "unfinished"}));
        return core::jobsJson(TRY(m_board.list(most, state == "unfinished"))).dump();
    };
    return answerOf(document());
}

Result<JobView> JobRoutes::find(const Call& call) {
    const auto id = readNumber<JobId>(call.parameters.front());
    auto view = id ? TRY(m_board.find(*id)) : std::nullopt;
    if (!view) {
        return fail("job.unknown", call.parameters.front().substr(0, 100));
    }
    return *std::move(view);
}

/// A job may end between two looks: its report is asked for first with what is known then.
Result<std::string> JobRoutes::document(const JobView& job) {
    if (!isFinished(job.state)) {
        return jobDocument(job, m_feed.progress(job.id), std::nullopt);
    }
    return jobDocument(job, std::nullopt, TRY(m_board.report(job.id)));
}

Response JobRoutes::show(const Call& call) {
    const auto shown = [&]() -> Result<std::string> { return document(TRY(find(call))); };
    return answerOf(shown());
}

Response JobRoutes::cancel(const Call& call) {
    const auto cancelled = [&]() -> Result<std::string> {
        const JobView job = TRY(find(call));
        if (!TRY(m_board.cancel(job.id))) {
            return fail("job.finished", std::to_string(job.id));
        }
        return document(TRY(find(call)));
    };
    return answerOf(cancelled());
}

Response JobRoutes::events(const Call& call) {
    const Result<JobView> job = find(call);
    if (!job) {
        return errorResponse(job.error());
    }
    Response response;
    response.contentType = "text/event-stream";
    response.stream = m_feed.follow(*job, call.request.header("last-event-id"));
    return response;
}

} // namespace grindstone::server
