// SPDX-License-Identifier: GPL-3.0-or-later
// What readers of a job's events get, from the first to the last.
#include "tests/server/service_fixture.h"

#include <thread>

using namespace grindstone;
using namespace grindstone::server;
using namespace grindstone::server::test;
using namespace std::chrono_literals;
using core::JobId;
using core::JobState;
using nlohmann::json;

namespace {

/// A reader of a job's events.
class Listener {
public:
    Listener(const ServiceFixture& service, JobId job, const std::string& lastEventId = {})
        : m_client(service.client()) {
        const std::string header = lastEventId.empty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        m_client.send("GET /jobs/" + std::to_string(job) + "/events HTTP/1.1\r\nHost: x\r\n" + header + "\r\n");
        const auto head = m_client.readHead();
        status = head ? head->status : 0;
        contentType = head ? head->headers.at("content-type") : "";
    }

    /// The next event's name and data; comments are counted. "" at the end.
    std::string next() {
        while (true) {
            const std::size_t end = m_text.find("\n\n");
            if (end == std::string::npos) {
                const std::string more = m_client.readChunksUntil("\n\n");
                if (more.empty()) {
                    return {};
                }
                m_text += more;
                continue;
            }
            const std::string block = m_text.substr(0, end);
            m_text.erase(0, end + 2);
            if (block.starts_with(":")) {
                ++comments;
                return ":";
            }
            return read(block);
        }
    }
    HttpClient& client() { return m_client; }

    int status = 0;
    std::string contentType;
    std::string id;
    json data;
    int comments = 0;

private:
    std::string read(const std::string& block) {
        std::istringstream lines(block);
        std::string name;
        for (std::string line; std::getline(lines, line);) {
            const std::string key = line.substr(0, line.find(": "));
            const std::string value = line.substr(line.find(": ") + 2);
            if (key == "id") {
                id = value;
            } else if (key == "event") {
                name = value;
            } else if (key == "data") {
                data = json::parse(value);
            }
        }
        return name;
    }

    HttpClient m_client;
    std::string m_text;
};

} // namespace

class EventsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_service;
    FakeBoard* m_board = nullptr;

    void start(ServiceLimits limits = {}, FeedLimits feed = {}) {
        m_service.reset();
        limits.look = std::min<std::chrono::milliseconds>(limits.look, 20ms);
        m_service = std::make_unique<ServiceFixture>(limits, feed);
        m_board = &m_service->board;
        QVERIFY(m_service->service);
    }
    void judgeCases(JobId job, int count) {
        for (int i = 0; i < count; ++i) {
            m_board->progress(job, judge::CaseFinished{static_cast<std::size_t>(i), passedCase("case")});
        }
    }

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { m_service.reset(); }

    void tellsAllOfAJob() {
        const JobId job = m_service->submit();
        Listener reader(*m_service, job);
        QCOMPARE(reader.status, 200);
        QCOMPARE(reader.contentType, std::string("text/event-stream"));
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.data["state"], json("queued"));
        QCOMPARE(reader.data["problem"], json("pack/known"));
        m_board->start(job);
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.data, (json{{"id", 1}, {"state", "running"}, {"position", nullptr}}));
        m_board->progress(job, judge::CompileStarted{});
        QCOMPARE(reader.next(), std::string("compile"));
        QCOMPARE(reader.data["state"], json("started"));
        m_board->progress(job, judge::CompileFinished{{true, 12ms}});
        QCOMPARE(reader.next(), std::string("compile"));
        QCOMPARE(reader.data, (json{{"state", "finished"}, {"ok", true}, {"wall_ms", 12}, {"cached", false}}));
        m_board->progress(job, judge::CasesPlanned{{"a", "b"}});
        QCOMPARE(reader.next(), std::string("plan"));
        QCOMPARE(reader.data["cases_total"], json(2));
        m_board->progress(job, judge::CaseStarted{0});
        m_board->progress(job, judge::CaseFinished{0, passedCase("a")});
        QCOMPARE(reader.next(), std::string("case"));
        QCOMPARE(reader.data["name"], json("a"));
        m_board->finish(job, acceptedReport("pack/known", 2));
        QCOMPARE(reader.next(), std::string("finished"));
        QCOMPARE(reader.data, (json{{"state", "done"}, {"verdict", "AC"}, {"error", nullptr}}));
        QCOMPARE(reader.next(), std::string());
        QVERIFY2(reader.client().ask("GET", "/health"), "the connection goes on behind the events");
    }

    void tellsWhoComesLateHowFarItIs() {
        const JobId job = m_service->submit();
        m_board->start(job);
        m_board->progress(job, judge::CasesPlanned{{"a", "b", "c"}});
        judgeCases(job, 2);
        Listener reader(*m_service, job);
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.data["state"], json("running"));
        QCOMPARE(reader.data["progress"]["cases_done"], json(2));
        m_board->progress(job, judge::CaseFinished{2, passedCase("c")});
        QCOMPARE(reader.next(), std::string("case"));
        QCOMPARE(reader.data["name"], json("c"));
    }

    void tellsAFinishedJobsEndAtOnce() {
        const JobId job = m_service->submit();
        m_board->start(job);
        judgeCases(job, 3);
        m_board->finish(job, acceptedReport("pack/known", 3));
        Listener reader(*m_service, job);
        QCOMPARE(reader.next(), std::string("finished"));
        QCOMPARE(reader.next(), std::string());
        const std::string last = reader.id;
        Listener again(*m_service, job, last);
        QCOMPARE(again.next(), std::string("finished"));
        QCOMPARE(again.id, last);
        QCOMPARE(again.next(), std::string());
    }

    void tellsTheEndOfAJobOfAnEarlierProcess() {
        const JobId job = m_service->submit();
        m_board->change(job, JobState::Failed);
        Listener reader(*m_service, job, "1.2-3");
        QCOMPARE(reader.next(), std::string("finished"));
        QCOMPARE(reader.data["state"], json("failed"));
        QCOMPARE(reader.next(), std::string());
    }

    void goesOnBehindTheLastEvent() {
        const JobId job = m_service->submit();
        m_board->start(job);
        judgeCases(job, 3);
        std::string known;
        {
            Listener reader(*m_service, job);
            QCOMPARE(reader.next(), std::string("state"));
            known = reader.id;
        }
        m_board->progress(job, judge::CasesPlanned{{"a"}});
        judgeCases(job, 1);
        Listener reader(*m_service, job, known);
        QCOMPARE(reader.next(), std::string("plan"));
        QCOMPARE(reader.next(), std::string("case"));
        m_board->finish(job, acceptedReport("pack/known", 1));
        QCOMPARE(reader.next(), std::string("finished"));
        Listener late(*m_service, job, known);
        for (const char* name : {"plan", "case", "finished", ""}) {
            QCOMPARE(late.next(), std::string(name));
        }
    }

    void beginsAnewWithAnEventIdThatItDoesNotKnow_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("garbage") << QByteArray("abc");
        QTest::newRow("of another process") << QByteArray("1234.5-1");
        QTest::newRow("long") << QByteArray(10'000, '1');
        QTest::newRow("no number") << QByteArray("-");
    }
    void beginsAnewWithAnEventIdThatItDoesNotKnow() {
        QFETCH(QByteArray, id);
        const JobId job = m_service->submit();
        m_board->start(job);
        judgeCases(job, 3);
        Listener reader(*m_service, job, id.toStdString());
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.data["progress"]["cases_done"], json(3));
    }

    void beginsAnewWithAnEventIdOfTheFuture() {
        const JobId job = m_service->submit();
        m_board->start(job);
        Listener first(*m_service, job);
        QCOMPARE(first.next(), std::string("state"));
        Listener reader(*m_service, job, first.id.substr(0, first.id.find('-')) + "-18446744073709551615");
        QCOMPARE(reader.next(), std::string("state"));
        QVERIFY(reader.data.contains("progress"));
    }

    void letsAReaderGoThatIsTooSlow() {
        FeedLimits feed;
        feed.eventBytes = 10'000;
        start({}, feed);
        const JobId job = m_service->submit();
        m_board->start(job);
        Listener reader(*m_service, job);
        QCOMPARE(reader.next(), std::string("state"));
        // Far more than fits into the socket's buffers.
        judgeCases(job, 20'000);
        int cases = 0;
        std::string event;
        while (!(event = reader.next()).empty()) {
            QCOMPARE(event, std::string("case"));
            ++cases;
        }
        QVERIFY2(cases < 20'000, "the reader was let go");
        Listener again(*m_service, job, reader.id);
        QCOMPARE(again.next(), std::string("state"));
        QCOMPARE(again.data["progress"]["cases_done"], json(20'000));
    }

    void followsAJobThatAnotherProcessJudges() {
        m_service->submit();
        const JobId job = m_service->submit();
        m_board->change(job, JobState::Queued, 5);
        Listener reader(*m_service, job);
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.data["position"], json(5));
        m_board->change(job, JobState::Queued, 1);
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.data, (json{{"id", job}, {"state", "queued"}, {"position", 1}}));
        m_board->change(job, JobState::Running);
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.data["state"], json("running"));
        m_board->change(job, JobState::Done);
        QCOMPARE(reader.next(), std::string("finished"));
        QCOMPARE(reader.next(), std::string());
    }

    void losesNoReaderThatComesWithABeat() {
        JobFeed feed;
        const std::jthread beating([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                feed.beat();
            }
        });
        for (JobId job = 1; job <= 2000; ++job) {
            core::JobView view;
            view.id = job;
            view.position = 5;
            const auto reader = feed.follow(view, {});
            view.position = 4;
            feed.observe(view);
            std::string text;
            for (auto taken = reader->take(4096); taken.state == ByteStream::State::More; taken = reader->take(4096)) {
                text += taken.bytes;
                if (text.find(R"("position":4)") != std::string::npos) {
                    break;
                }
            }
            QVERIFY2(text.find(R"("position":4)") != std::string::npos, text.c_str());
        }
    }

    void tellsThatAJobWasCancelled() {
        const JobId job = m_service->submit();
        Listener reader(*m_service, job);
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(m_service->ask("DELETE", "/jobs/1")->status, 200);
        QCOMPARE(reader.next(), std::string("finished"));
        QCOMPARE(reader.data["state"], json("cancelled"));
    }

    void beatsWhileNothingHappens() {
        ServiceLimits limits;
        limits.beat = 30ms;
        start(limits);
        const JobId job = m_service->submit();
        Listener reader(*m_service, job);
        QCOMPARE(reader.next(), std::string("state"));
        QCOMPARE(reader.next(), std::string(":"));
        QCOMPARE(reader.next(), std::string(":"));
        m_board->start(job);
        std::string event;
        while ((event = reader.next()) == ":") {
        }
        QCOMPARE(event, std::string("state"));
    }

    void endsWithAnEventWhenTheServiceStops() {
        const JobId job = m_service->submit();
        m_board->start(job);
        Listener reader(*m_service, job);
        QCOMPARE(reader.next(), std::string("state"));
        QElapsedTimer timer;
        timer.start();
        m_service->service->stop();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(reader.next(), std::string("stopping"));
        QCOMPARE(reader.next(), std::string());
    }

    void servesManyReadersOfAJob() {
        const JobId job = m_service->submit();
        m_board->start(job);
        std::vector<std::unique_ptr<Listener>> readers;
        for (int i = 0; i < 100; ++i) {
            readers.push_back(std::make_unique<Listener>(*m_service, job));
            QCOMPARE(readers.back()->next(), std::string("state"));
        }
        // Some go away in the middle.
        std::jthread judging([&] {
            judgeCases(job, 500);
            m_board->finish(job, acceptedReport("pack/known", 1));
        });
        for (int i = 0; i < 100; i += 2) {
            readers[static_cast<std::size_t>(i)]->client().close();
        }
        for (int i = 1; i < 100; i += 2) {
            int cases = 0;
            std::string event;
            while ((event = readers[static_cast<std::size_t>(i)]->next()) == "case") {
                ++cases;
            }
            QCOMPARE(event, std::string("finished"));
            QCOMPARE(cases, 500);
        }
        readers.clear();
        QTRY_COMPARE(m_service->service->connections(), std::size_t(0));
    }

    void forgetsOldJobs() {
        FeedLimits feed;
        feed.finishedJobs = 2;
        start({}, feed);
        std::string known;
        for (int i = 0; i < 4; ++i) {
            const JobId job = m_service->submit();
            m_board->start(job);
            if (i == 0) {
                Listener reader(*m_service, job);
                QCOMPARE(reader.next(), std::string("state"));
                known = reader.id;
            }
            judgeCases(job, 1);
            m_board->finish(job, acceptedReport("pack/known", 1));
        }
        Listener reader(*m_service, 1, known);
        QCOMPARE(reader.next(), std::string("finished"));
        QCOMPARE(reader.next(), std::string());
    }
};

QTEST_GUILESS_MAIN(EventsTest)
#include "events_test.moc"
