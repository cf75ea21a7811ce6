// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of jobs, with a board in memory.
#include "tests/server/service_fixture.h"

using namespace grindstone;
using namespace grindstone::server;
using namespace grindstone::server::test;
using namespace std::chrono_literals;
using core::JobId;
using core::JobState;
using nlohmann::json;

namespace {

const std::string Good = R"({"problem":"pack/known","language":"cpp","source":"int main(){}"})";

} // namespace

class ServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_service;
    FakeBoard* m_board = nullptr;

    void start(ServiceLimits limits = {}) {
        m_service.reset();
        m_service = std::make_unique<ServiceFixture>(limits);
        m_board = &m_service->board;
        QVERIFY(m_service->service);
    }

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { m_service.reset(); }

    void acceptsASubmission() {
        const auto reply = m_service->ask("POST", "/submit", R"({"problem":"pack/known","sources":[
            {"name":"a.cpp","content":"int main(){}"},{"name":"lib/b.h","content":""}],"all":true})");
        QVERIFY(reply);
        QCOMPARE(reply->status, 202);
        QCOMPARE(reply->headers.at("location"), std::string("/jobs/1"));
        const json document = json::parse(reply->body);
        QCOMPARE(document["schema"], json("grindstone-job/1"));
        QCOMPARE(document["id"], json(1));
        QCOMPARE(document["state"], json("queued"));
        QCOMPARE(document["position"], json(0));
        const core::JobOrder order = m_board->order(1);
        QCOMPARE(order.mode, judge::Mode::Submit);
        QVERIFY(order.allCases);
        QCOMPARE(order.language, std::string("cpp"));
        QCOMPARE(order.sources.size(), std::size_t(2));
        QCOMPARE(order.sources[1].name, std::string("lib/b.h"));
        QCOMPARE(json::parse(m_service->ask("POST", "/submit", Good)->body)["position"], json(1));
    }

    void acceptsARunWithCases() {
        const auto reply = m_service->ask("POST", "/run", R"({"problem":"pack/known","source":"x","cases":
            [{"input":"1 2","answer":"3"},{"input":"","answer":null},{"input":"ä\u0000"}]})");
        QCOMPARE(reply->status, 202);
        const core::JobOrder order = m_board->order(1);
        QCOMPARE(order.mode, judge::Mode::Run);
        QCOMPARE(order.customCases.size(), std::size_t(3));
        QCOMPARE(order.customCases[0].answer, std::optional<std::string>("3"));
        QCOMPARE(order.customCases[1].answer, std::optional<std::string>());
        QCOMPARE(order.customCases[2].input, std::string("ä\0", 3));
    }

    void namesTheFieldThatIsWrong_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("detail");
        const auto add = [](const char* name, const char* path, QByteArray body, const char* code, const char* detail) {
            QTest::newRow(name) << QByteArray(path) << body << QByteArray(code) << QByteArray(detail);
        };
        add("no json", "/run", "{", "request.invalid", "the body isn't JSON: ");
        add("an array", "/run", "[]", "request.invalid", "the body must be a JSON object");
        add("no utf-8", "/run", "{\"problem\":\"\xff\"}", "request.invalid", "the body isn't JSON: ");
        add("deep", "/run", QByteArray("{\"problem\":") + QByteArray(2'000'000, '['), "request.invalid", "the body is");
        add("deep and closed", "/run", "{\"problem\":" + QByteArray(9, '[') + QByteArray(9, ']') + "}",
            "request.invalid", "the body is nested more than 8 levels deep");
        add("no problem", "/run", R"({"source":"x"})", "request.field", "problem: is missing");
        add("problem is a number", "/run", R"({"problem":1})", "request.field", "problem: must be a string");
        add("empty problem", "/run", R"({"problem":""})", "request.field",
            "problem: must be 1 to 255 bytes without control characters");
        add("control character", "/run", R"({"problem":"a\u0000b","source":"x"})", "request.field",
            "problem: must be 1 to 255 bytes without control characters");
        add("no source", "/run", R"({"problem":"pack/known"})", "request.field",
            "sources: give either this or “source”");
        add("two kinds of source", "/run", R"({"problem":"pack/known","source":"x","sources":[]})", "request.field",
            "sources: give either this or “source”");
        add("no sources", "/run", R"({"problem":"pack/known","sources":[]})", "request.field",
            "sources: must be an array of 1 to 200 objects");
        add("source is a text", "/run", R"({"problem":"pack/known","sources":["x"]})", "request.field",
            "sources[0]: must be an object");
        add("source without content", "/run", R"({"problem":"pack/known","sources":[{"name":"a.cpp"}]})",
            "request.field", "sources[0].content: is missing");
        add("unknown field within", "/run",
            R"({"problem":"pack/known","sources":[{"name":"a.cpp","content":"","mode":1}]})", "request.field",
            "sources[0].mode: there is no such field");
        add("a name twice", "/run",
            R"({"problem":"pack/known","sources":[{"name":"a","content":""},{"name":"a","content":""}]})",
            "request.field", "sources[1].name: “a” comes twice");
        add("unknown field", "/run", R"({"problem":"pack/known","source":"x","langauge":"cpp"})", "request.field",
            "langauge: there is no such field");
        add("all of a run", "/run", R"({"problem":"pack/known","source":"x","all":true})", "request.field",
            "all: there is no such field");
        add("cases of a submission", "/submit", R"({"problem":"pack/known","source":"x","cases":[]})", "request.field",
            "cases: there is no such field");
        add("all is no flag", "/submit", R"({"problem":"pack/known","source":"x","all":1})", "request.field",
            "all: must be true or false");
        add("case without input", "/run", R"({"problem":"pack/known","source":"x","cases":[{"answer":"1"}]})",
            "request.field", "cases[0].input: is missing");
        add("unknown problem", "/run", R"({"problem":"pack/other","source":"x"})", "problem.unknown", "pack/other");
        add("unknown language", "/run", R"({"problem":"pack/known","language":"x","source":"x"})", "language.unknown",
            "x");
    }
    void namesTheFieldThatIsWrong() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, detail);
        const auto reply = m_service->ask("POST", path.toStdString(), body.toStdString());
        QVERIFY(reply);
        QCOMPARE(reply->status, 400);
        QCOMPARE(QByteArray::fromStdString(errorCode(reply)), code);
        QVERIFY2(QByteArray::fromStdString(errorDetail(reply)).startsWith(detail), errorDetail(reply).c_str());
        QVERIFY2(m_board->list(1, false)->empty(), "nothing of it got into the queue");
    }

    void refusesABodyThatIsNoJson() {
        HttpClient one = m_service->client();
        QVERIFY(one.send("POST /run HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=b"));
        auto reply = one.read();
        QCOMPARE(reply->status, 415);
        QCOMPARE(errorCode(reply), std::string("request.media-type"));
        QVERIFY(one.send("POST /run HTTP/1.1\r\nHost: x\r\nContent-Type: Application/JSON; charset=utf-8\r\n"
                         "Content-Length: 2\r\n\r\n{}"));
        reply = one.read();
        QCOMPARE(errorCode(reply), std::string("request.field"));
    }

    void refusesWebPages() {
        for (const char* path : {"/health", "/jobs", "/nowhere"}) {
            const auto reply = m_service->ask("GET", path, {}, "Origin: https://example.org\r\n");
            QCOMPARE(reply->status, 403);
            QCOMPARE(errorCode(reply), std::string("request.origin"));
        }
        QCOMPARE(m_service->ask("OPTIONS", "/run", {}, "Origin: null\r\n")->status, 403);
    }

    void tellsWhichMethodsThereAre() {
        const auto refused = m_service->ask("PUT", "/jobs/1");
        QCOMPARE(refused->status, 405);
        QCOMPARE(errorCode(refused), std::string("request.method"));
        QCOMPARE(refused->headers.at("allow"), std::string("OPTIONS, GET, HEAD, DELETE"));
        const auto options = m_service->ask("OPTIONS", "/submit");
        QCOMPARE(options->status, 204);
        QCOMPARE(options->headers.at("allow"), std::string("OPTIONS, POST"));
        QCOMPARE(m_service->ask("HEAD", "/health")->status, 200);
        QCOMPARE(m_service->ask("TRACE", "/health")->status, 405);
    }

    void doesNotKnowOtherPaths_data() {
        QTest::addColumn<QByteArray>("path");
        for (const char* path : {"/", "//", "/job", "/jobs/", "/jobs/1/", "/jobs/1/events/2", "/jobs//events",
                                 "/health/../jobs", "/HEALTH"}) {
            QTest::newRow(path) << QByteArray(path);
        }
    }
    void doesNotKnowOtherPaths() {
        QFETCH(QByteArray, path);
        const auto reply = m_service->ask("GET", path.toStdString());
        QCOMPARE(reply->status, 404);
        QCOMPARE(errorCode(reply), std::string("request.not-found"));
    }

    void showsAJobFromItsBeginToItsEnd() {
        const JobId job = m_service->submit();
        QCOMPARE(job, JobId(1));
        QCOMPARE(m_service->get("/jobs/1")["state"], json("queued"));
        QCOMPARE(m_service->get("/jobs/1")["progress"], json(nullptr));
        m_board->start(job);
        QCOMPARE(m_service->get("/jobs/1")["progress"]["compiled"], json(nullptr));
        judge::CompileResult compile;
        compile.ok = true;
        m_board->progress(job, judge::CompileFinished{compile});
        m_board->progress(job, judge::CasesPlanned{{"a", "b"}});
        m_board->progress(job, judge::CaseStarted{1});
        m_board->progress(job, judge::CaseFinished{1, passedCase("b")});
        json shown = m_service->get("/jobs/1");
        QCOMPARE(shown["state"], json("running"));
        QCOMPARE(shown["progress"]["compiled"], json(true));
        QCOMPARE(shown["progress"]["cases_done"], json(1));
        QCOMPARE(shown["progress"]["cases_total"], json(2));
        QCOMPARE(shown["progress"]["cases"][0]["name"], json("b"));
        QCOMPARE(shown["progress"]["cases"][0]["verdict"], json("AC"));
        QCOMPARE(shown["report"], json(nullptr));
        m_board->finish(job, acceptedReport("pack/known", 2));
        shown = m_service->get("/jobs/1");
        QCOMPARE(shown["state"], json("done"));
        QCOMPARE(shown["verdict"], json("AC"));
        QCOMPARE(shown["submission"], json(7));
        QCOMPARE(shown["progress"], json(nullptr));
        QCOMPARE(shown["report"]["schema"], json("grindstone-report/1"));
        QCOMPARE(shown["report"]["cases"].size(), std::size_t(2));
    }

    void doesNotKnowOtherJobs() {
        m_service->submit();
        for (const char* path : {"/jobs/2", "/jobs/0", "/jobs/-1", "/jobs/1x", "/jobs/99999999999999999999",
                                 "/jobs/2/events", "/jobs/%00"}) {
            const auto reply = m_service->ask("GET", path);
            QVERIFY2(reply->status == 404 || path == std::string("/jobs/%00"), path);
        }
        QCOMPARE(errorCode(m_service->ask("DELETE", "/jobs/2")), std::string("job.unknown"));
    }

    void listsJobs() {
        for (int i = 0; i < 3; ++i) {
            m_service->submit();
        }
        m_board->start(1);
        m_board->finish(1, acceptedReport("pack/known", 1));
        QCOMPARE(m_service->get("/jobs")["jobs"].size(), std::size_t(3));
        QCOMPARE(m_service->get("/jobs")["jobs"][0]["id"], json(3));
        QCOMPARE(m_service->get("/jobs?most=1")["jobs"].size(), std::size_t(1));
        QCOMPARE(m_service->get("/jobs?state=unfinished")["jobs"].size(), std::size_t(2));
        for (const char* wrong : {"/jobs?most=0", "/jobs?most=1001", "/jobs?most=x", "/jobs?state=queued"}) {
            QCOMPARE(errorCode(m_service->ask("GET", wrong)), std::string("request.field"));
        }
    }

    void cancelsAJobOnce() {
        m_service->submit();
        const auto reply = m_service->ask("DELETE", "/jobs/1");
        QCOMPARE(reply->status, 200);
        QCOMPARE(json::parse(reply->body)["state"], json("cancelled"));
        const auto again = m_service->ask("DELETE", "/jobs/1");
        QCOMPARE(again->status, 409);
        QCOMPARE(errorCode(again), std::string("job.finished"));
    }

    void boundsTheJobsThatWait() {
        ServiceLimits limits;
        limits.queue.unfinished = 5;
        start(limits);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(m_service->submit() != 0);
        }
        const auto reply = m_service->ask("POST", "/submit", Good);
        QCOMPARE(reply->status, 503);
        QCOMPARE(errorCode(reply), std::string("server.queue-full"));
        QCOMPARE(reply->headers.at("retry-after"), std::string("1"));
        m_board->change(2, JobState::Done);
        JobId taken = 0;
        QTRY_VERIFY(taken != 0 || (taken = m_service->submit()) != 0);
        QVERIFY2(m_board->listed < 50, "the jobs aren't counted for each submission");
    }

    void tellsWhatTheBoardFailsOf() {
        m_service->submit();
        m_board->failWith(Error{"store.full", "no room"});
        for (const auto& reply : {m_service->ask("POST", "/submit", Good), m_service->ask("GET", "/jobs/1"),
                                  m_service->ask("GET", "/jobs/1/events"), m_service->ask("DELETE", "/jobs/1")}) {
            QCOMPARE(reply->status, 500);
            QCOMPARE(errorCode(reply), std::string("store.full"));
        }
    }

    void saysThatItIsThere() {
        const json health = m_service->get("/health");
        QCOMPARE(health["schema"], json("grindstone-health/1"));
        QCOMPARE(health["status"], json("ok"));
        QCOMPARE(health["connections"], json(1));
    }

    void answersWhoCameBeforeItStarted() {
        for (int round = 0; round < 20; ++round) {
            ListeningSocket socket;
            UniqueFd listening = socket.open();
            HttpClient early(socket.path());
            QVERIFY(early.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n"));
            const auto service = Service::start(std::move(listening), {*m_board, m_service->feed, {}, {}});
            QVERIFY(service);
            const auto reply = early.read();
            QVERIFY(reply);
            QCOMPARE(reply->status, 200);
        }
    }
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "service_test.moc"
