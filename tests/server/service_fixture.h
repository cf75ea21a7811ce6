// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/catalogue.h"
#include "app/server/service.h"
#include "tests/server/fake_board.h"
#include "tests/server/http_client.h"
#include "tests/server/listening_socket.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <atomic>

namespace grindstone::server::test {

/// The whole service with a board in memory. Orders know the problem "pack/known" and the language "cpp" alone; what is
/// shown is what ships with the program, with one language that was tried.
class ServiceFixture {
public:
    explicit ServiceFixture(ServiceLimits limits = {}, FeedLimits feedLimits = {}) : feed(feedLimits) {
        board.listener = &feed;
        start(board, limits);
    }

    /// From now on a real queue takes the jobs, whose judge accepts everything at once.
    void useQueue(const std::filesystem::path& database) {
        service.reset();
        m_socket = std::make_unique<ListeningSocket>();
        core::EngineSetup setup;
        setup.database = database;
        setup.problems = [](const std::string&) { return std::make_shared<const judge::Problem>(); };
        setup.judge = [](const judge::JudgeRequest& request, const judge::ProgressSink& progress, std::stop_token) {
            progress(judge::CaseFinished{0, passedCase("a")});
            return acceptedReport(request.problemId, 20);
        };
        engine = std::make_unique<core::JobEngine>(std::move(setup), feed);
        start(*engine, {});
    }

    HttpClient client() const { return HttpClient(m_socket->path()); }
    std::optional<Reply> ask(const std::string& method, const std::string& target, const std::string& body = {},
                             const std::string& headers = {}) const {
        return client().ask(method, target, body, headers);
    }
    nlohmann::json get(const std::string& target) const {
        const auto reply = ask("GET", target);
        return nlohmann::json::parse(reply ? reply->body : "", nullptr, false);
    }
    /// Hands in something that is all right; 0 when that fails.
    core::JobId submit() const {
        const auto reply =
            ask("POST", "/submit", R"({"problem":"pack/known","language":"cpp","source":"int main(){}"})");
        const auto json = nlohmann::json::parse(reply ? reply->body : "", nullptr, false);
        return json.is_object() ? json.value("id", core::JobId(0)) : 0;
    }

private:
    std::unique_ptr<ListeningSocket> m_socket = std::make_unique<ListeningSocket>();

public:
    FakeBoard board;
    JobFeed feed;
    std::unique_ptr<core::JobEngine> engine; ///< instead of the board in memory, see useQueue()
    std::atomic<int> surveys = 0;
    Catalogue catalogue{core::Paths::fromEnvironment(), languages(),
                        [this](const std::stop_token&) { return survey(); }};
    std::unique_ptr<Service> service; // after what it refers to

    static const judge::LanguageCatalogue& languages() {
        static const judge::LanguageCatalogue all =
            judge::LanguageCatalogue::load({judge::findResources() / "languages"});
        return all;
    }

private:
    void start(core::JobBoard& jobs, ServiceLimits limits) {
        auto started = Service::start(m_socket->open(), {jobs, feed, check, catalogue.routes()}, limits);
        if (started) {
            service = *std::move(started);
        }
    }
    Result<std::vector<core::SurveyedLanguage>> survey() {
        ++surveys;
        return std::vector{core::SurveyedLanguage{*languages().find("cpp"), {true, "12", {}, {}, {}}, true},
                           core::SurveyedLanguage{*languages().find("java"), {false, {}, "no javac", "jdk", {}}, true}};
    }
    static Result<void> check(core::JobOrder& order) {
        if (order.problemId != "pack/known") {
            return fail("problem.unknown", order.problemId);
        }
        if (!order.language.empty() && order.language != "cpp") {
            return fail("language.unknown", order.language);
        }
        order.language = "cpp";
        return {};
    }
};

inline std::string errorCode(const std::optional<Reply>& reply) {
    const auto json = nlohmann::json::parse(reply ? reply->body : "", nullptr, false);
    return json.is_object() && json.contains("error") ? json["error"].value("code", "") : "no error document";
}

inline std::string errorDetail(const std::optional<Reply>& reply) {
    const auto json = nlohmann::json::parse(reply ? reply->body : "", nullptr, false);
    return json.is_object() && json.contains("error") ? json["error"].value("detail", "") : "no error document";
}

} // namespace grindstone::server::test
