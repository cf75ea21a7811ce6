// SPDX-License-Identifier: GPL-3.0-or-later
// Holds docs/openapi.json and what the service really answers together.
#include "tests/server/schema_check.h"
#include "tests/server/service_fixture.h"

#include <algorithm>
#include <fstream>
#include <set>

using namespace grindstone;
using namespace grindstone::server;
using namespace grindstone::server::test;
using core::JobId;
using nlohmann::json;

namespace {

json readDocument() {
    std::ifstream file(GRINDSTONE_SOURCE_DIR "/docs/openapi.json");
    return json::parse(file, nullptr, false);
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return text;
}

/// Every "$ref" in the document.
void collectReferences(const json& thing, std::set<std::string>& found) {
    for (const auto& [key, value] : thing.items()) {
        if (key == "$ref") {
            found.insert(value.get<std::string>());
        } else if (value.is_structured()) {
            collectReferences(value, found);
        }
    }
}

const std::string Good = R"({"problem":"pack/known","language":"cpp","source":"int main(){}"})";

} // namespace

class OpenApiTest : public QObject {
    Q_OBJECT

    const SchemaCheck m_check{readDocument()};
    std::unique_ptr<ServiceFixture> m_service;

    /// Checks an answer against what the document says of route and status.
    void verify(const std::string& method, const std::string& pattern, const std::optional<Reply>& reply, int status) {
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        const json& responses = m_check.document()["paths"][pattern][lower(method)]["responses"];
        QVERIFY2(responses.contains(std::to_string(status)), (method + " " + pattern).c_str());
        const json& response = m_check.resolve(responses[std::to_string(status)]);
        const json headers = response.value("headers", json::object());
        for (const auto& [name, header] : headers.items()) {
            QVERIFY2(reply->headers.contains(lower(name)), name.c_str());
        }
        const std::string type = reply->headers.at("content-type");
        QVERIFY2(response["content"].contains(type), type.c_str());
        if (type == "application/json") {
            verifyValue(response["content"][type]["schema"], json::parse(reply->body, nullptr, false));
        }
    }
    void verifyValue(const json& schema, const json& value) {
        const auto findings = m_check.check(schema, value);
        QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().c_str());
    }
    static json named(const std::string& schema) { return {{"$ref", "#/components/schemas/" + schema}}; }

private Q_SLOTS:
    void init() {
        m_service = std::make_unique<ServiceFixture>();
        QVERIFY(m_service->service);
    }
    void cleanup() { m_service.reset(); }

    void isWhatTheServiceAnswers() {
        QCOMPARE(m_service->get("/openapi.json"), readDocument());
        verify("GET", "/openapi.json", m_service->ask("GET", "/openapi.json"), 200);
    }

    void namesEveryRouteAndNoOther() {
        std::set<std::pair<std::string, std::string>> served;
        for (const Route& route : m_service->service->routes()) {
            served.emplace(route.pattern, lower(route.method));
        }
        std::set<std::pair<std::string, std::string>> described;
        for (const auto& [path, item] : m_check.document()["paths"].items()) {
            for (const auto& [method, operation] : item.items()) {
                if (method != "parameters") {
                    described.emplace(path, method);
                }
            }
        }
        for (const auto& [path, method] : served) {
            QVERIFY2(described.contains({path, method}), (method + " " + path + " isn't described").c_str());
        }
        for (const auto& [path, method] : described) {
            QVERIFY2(served.contains({path, method}), (method + " " + path + " isn't served").c_str());
        }
    }

    void usesEverySchemaThatItHas() {
        std::set<std::string> used;
        collectReferences(m_check.document(), used);
        for (const std::string& reference : used) {
            QVERIFY2(m_check.document().contains(json::json_pointer(reference.substr(1))), reference.c_str());
        }
    }

    void describesJobs() {
        verify("POST", "/submit", m_service->ask("POST", "/submit", Good), 202);
        verify("POST", "/run", m_service->ask("POST", "/run", Good), 202);
        verify("GET", "/jobs/{id}", m_service->ask("GET", "/jobs/1"), 200);
        m_service->board.start(1);
        m_service->board.progress(1, judge::CompileFinished{{true}});
        m_service->board.progress(1, judge::CaseFinished{0, passedCase("a")});
        verify("GET", "/jobs/{id}", m_service->ask("GET", "/jobs/1"), 200);
        m_service->board.finish(1, acceptedReport("pack/known", 3));
        verify("GET", "/jobs/{id}", m_service->ask("GET", "/jobs/1"), 200);
        verify("DELETE", "/jobs/{id}", m_service->ask("DELETE", "/jobs/2"), 200);
        verify("DELETE", "/jobs/{id}", m_service->ask("DELETE", "/jobs/2"), 409);
        judge::Report failed;
        failed.verdict = judge::Verdict::JudgeError;
        failed.error = Error{"language.broken", "cpp"};
        m_service->submit();
        m_service->board.start(3);
        m_service->board.finish(3, failed);
        verify("GET", "/jobs/{id}", m_service->ask("GET", "/jobs/3"), 200);
        verify("GET", "/jobs", m_service->ask("GET", "/jobs"), 200);
        verify("GET", "/health", m_service->ask("GET", "/health"), 200);
    }

    void describesErrors() {
        verify("POST", "/submit", m_service->ask("POST", "/submit", "{}"), 400);
        verify("POST", "/submit", m_service->ask("POST", "/submit", Good, "Origin: x\r\n"), 403);
        verify("POST", "/run", m_service->ask("POST", "/run", std::string(std::size_t{9} << 20, ' ')), 413);
        verify("POST", "/run", m_service->ask("POST", "/run"), 415);
        verify("GET", "/jobs", m_service->ask("GET", "/jobs?most=x"), 400);
        verify("GET", "/jobs/{id}", m_service->ask("GET", "/jobs/77"), 404);
        verify("DELETE", "/jobs/{id}", m_service->ask("DELETE", "/jobs/77"), 404);
        verify("GET", "/jobs/{id}/events", m_service->ask("GET", "/jobs/77/events"), 404);
        m_service->board.failWith(Error{"store.failed", "x"});
        verify("POST", "/submit", m_service->ask("POST", "/submit", Good), 500);
    }

    void describesProblemsAndLanguages() {
        verify("GET", "/problems", m_service->ask("GET", "/problems"), 200);
        verify("GET", "/problems/{pack}/{slug}", m_service->ask("GET", "/problems/starter/echo-sum"), 200);
        verify("GET", "/problems/{pack}/{slug}", m_service->ask("GET", "/problems/starter/none"), 404);
        verify("GET", "/languages", m_service->ask("GET", "/languages"), 200);
    }

    void describesABusyService() {
        m_service.reset();
        ServiceLimits limits;
        limits.queue.unfinished = 0;
        m_service = std::make_unique<ServiceFixture>(limits);
        verify("POST", "/submit", m_service->ask("POST", "/submit", Good), 503);
    }

    void knowsEveryVerdict() {
        for (int i = 0; i <= static_cast<int>(judge::Verdict::Partial); ++i) {
            verifyValue(named("Verdict"), code(static_cast<judge::Verdict>(i)));
        }
    }

    void describesEvents() {
        const JobId job = m_service->submit();
        m_service->submit();
        m_service->board.start(job);
        HttpClient client = m_service->client();
        QVERIFY(client.send("GET /jobs/1/events HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(client.readHead());
        std::string text = client.readChunksUntil("\n\n");
        m_service->board.progress(job, judge::CompileStarted{});
        m_service->board.progress(job, judge::CompileFinished{{false}});
        m_service->board.progress(job, judge::CasesPlanned{{"a"}});
        m_service->board.progress(job, judge::CaseFinished{0, passedCase("a")});
        m_service->board.finish(job, acceptedReport("pack/known", 1));
        text += client.readChunksUntil("never");
        const std::vector<std::pair<std::string, std::string>> expected{
            {"state", "Job"},      {"compile", "CompileEvent"}, {"compile", "CompileEvent"},
            {"plan", "PlanEvent"}, {"case", "CaseResult"},      {"finished", "FinishedEvent"}};
        std::size_t at = 0;
        for (const auto& [name, schema] : expected) {
            at = text.find("event: " + name + "\ndata: ", at);
            QVERIFY2(at != std::string::npos, name.c_str());
            at = text.find("data: ", at) + 6;
            verifyValue(named(schema), json::parse(text.substr(at, text.find('\n', at) - at), nullptr, false));
        }
    }

    void theCheckSeesWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("missing") << QByteArray(R"({"schema":"grindstone-error/1"})");
        QTest::newRow("another value") << QByteArray(R"({"schema":"x","error":{"code":"a.b","detail":"","hint":""}})");
        QTest::newRow("more") << QByteArray(
            R"({"schema":"grindstone-error/1","error":{"code":"a.b","detail":"","hint":"","x":1}})");
        QTest::newRow("pattern") << QByteArray(
            R"({"schema":"grindstone-error/1","error":{"code":"A","detail":"","hint":""}})");
        QTest::newRow("null") << QByteArray(
            R"({"schema":"grindstone-error/1","error":{"code":"a.b","detail":null,"hint":""}})");
    }
    void theCheckSeesWhatIsWrong() {
        QFETCH(QByteArray, value);
        QVERIFY(!m_check.check(named("ErrorDocument"), json::parse(value.toStdString())).empty());
        const json good =
            json::parse(R"({"schema":"grindstone-error/1","error":{"code":"a.b","detail":"","hint":""}})");
        QVERIFY(m_check.check(named("ErrorDocument"), good).empty());
    }
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "openapi_test.moc"
