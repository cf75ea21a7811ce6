// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP server alone, with clients that mean it well and such that don't.
#include "app/server/error_response.h"
#include "app/server/http_server.h"
#include "tests/server/http_client.h"
#include "tests/server/listening_socket.h"

#include <nlohmann/json.hpp>

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <latch>

using namespace grindstone;
using namespace grindstone::server;
using namespace grindstone::server::test;
using namespace std::chrono_literals;

namespace {

/// Bytes that a test adds one after the other.
class Drip final : public ByteStream {
public:
    Taken take(std::size_t most) override {
        const std::lock_guard lock(m_mutex);
        if (m_bytes.empty()) {
            return {m_ended ? State::Ended : State::Waiting, {}};
        }
        Taken taken{State::More, m_bytes.substr(0, most)};
        m_bytes.erase(0, most);
        return taken;
    }
    void onWake(std::function<void()> wake) override {
        const std::lock_guard lock(m_mutex);
        m_wake = std::move(wake);
    }
    void add(const std::string& bytes, bool last = false) {
        std::function<void()> wake;
        {
            const std::lock_guard lock(m_mutex);
            m_bytes += bytes;
            m_ended = last;
            wake = m_wake;
        }
        if (wake) {
            wake();
        }
    }

private:
    std::mutex m_mutex;
    std::string m_bytes;
    bool m_ended = false;
    std::function<void()> m_wake;
};

/// Says what it was asked; /wait until it is let go, /big with 64 MiB, /stream what `drip` has.
class Echo final : public RequestHandler {
public:
    std::optional<Response> refuse(const Request& head) override {
        return head.path == "/refused" ? std::optional(errorResponse({"request.not-found", head.path})) : std::nullopt;
    }
    Lane laneOf(const Request& head) override { return head.path == "/wait" ? Lane::Slow : Lane::Look; }
    Response answer(const Request& request, std::stop_token stop) override {
        ++answered;
        Response response;
        response.body = request.method + " " + request.path + " " + request.body;
        if (request.path == "/big") {
            response.body = std::string(std::size_t{64} << 20, 'x');
        } else if (request.path == "/stream") {
            response.stream = drip;
        } else if (request.path == "/wait") {
            waiting = true;
            while (!letGo && !stop.stop_requested()) {
                std::this_thread::sleep_for(1ms);
            }
        } else if (request.path == "/length") {
            response.body = std::to_string(request.body.size());
        }
        return response;
    }

    std::atomic<int> answered = 0;
    std::atomic<bool> waiting = false;
    std::atomic<bool> letGo = false;
    std::shared_ptr<Drip> drip = std::make_shared<Drip>();
};

std::string errorCode(const std::optional<Reply>& reply) {
    const auto json = nlohmann::json::parse(reply ? reply->body : "", nullptr, false);
    return json.is_object() && json.contains("error") ? json["error"].value("code", "") : "no error document";
}

} // namespace

class HttpTest : public QObject {
    Q_OBJECT

    Echo m_echo;
    std::unique_ptr<ListeningSocket> m_socket;
    std::unique_ptr<HttpServer> m_server;

    void start(HttpLimits limits = {}) {
        m_server.reset();
        m_socket = std::make_unique<ListeningSocket>();
        m_server = std::make_unique<HttpServer>(m_echo, limits);
        const Result<void> started = m_server->start(m_socket->open());
        QVERIFY2(started, started ? "" : started.error().detail.c_str());
    }
    HttpClient client() const { return HttpClient(m_socket->path()); }
    bool isServing() const {
        const auto reply = client().ask("GET", "/still");
        return reply && reply->status == 200 && reply->body == "GET /still ";
    }

private Q_SLOTS:
    void init() {
        m_echo.letGo = false;
        m_echo.waiting = false;
        m_echo.drip = std::make_shared<Drip>();
        start();
    }
    void cleanup() { m_server.reset(); }

    void answersAndKeepsTheConnection() {
        HttpClient one = client();
        for (int i = 0; i < 3; ++i) {
            const auto reply = one.ask("POST", "/a%20b?c=d+e", "text");
            QVERIFY(reply);
            QCOMPARE(reply->status, 200);
            QCOMPARE(reply->body, std::string("POST /a b text"));
            QCOMPARE(reply->headers.at("cache-control"), std::string("no-store"));
            QCOMPARE(reply->headers.at("content-type"), std::string("application/json"));
        }
    }

    void answersHeadWithoutABody() {
        HttpClient one = client();
        const auto reply = one.ask("HEAD", "/a");
        QVERIFY(reply);
        QCOMPARE(reply->headers.at("content-length"), std::string("8"));
        QCOMPARE(one.ask("GET", "/b")->body, std::string("GET /b "));
    }

    void answersPipelinedRequestsInOrder() {
        HttpClient one = client();
        std::string all;
        for (int i = 0; i < 50; ++i) {
            all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        }
        QVERIFY(one.send(all));
        for (int i = 0; i < 50; ++i) {
            const auto reply = one.read();
            QVERIFY(reply);
            QCOMPARE(reply->body, "GET /" + std::to_string(i) + " ");
        }
    }

    void answersAClientThatHasStoppedSending() {
        HttpClient one = client();
        QVERIFY(one.send("GET /half HTTP/1.1\r\nHost: x\r\n\r\n"));
        one.stopSending();
        const auto reply = one.read();
        QVERIFY(reply);
        QCOMPARE(reply->body, std::string("GET /half "));
    }

    void takesChunkedBodies() {
        HttpClient one = client();
        QVERIFY(one.send("POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                         "chunked\r\n\r\n5\r\nhello\r\n3;a=b\r\nyou\r\n0\r\n\r\n"));
        QCOMPARE(one.read()->body, std::string("8"));
    }

    void asksForALargeBodyOnlyWhenItIsAllowed() {
        HttpLimits limits;
        limits.body = 1000;
        start(limits);
        HttpClient one = client();
        const std::string head = "POST /length HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ";
        QVERIFY(one.send(head + "1000\r\n\r\n"));
        QCOMPARE(one.readHead()->status, 100);
        QVERIFY(one.send(std::string(1000, 'x')));
        QCOMPARE(one.read()->body, std::string("1000"));
        QVERIFY(one.send(head + "1001\r\n\r\n"));
        const auto reply = one.read();
        QCOMPARE(reply->status, 413);
        QCOMPARE(errorCode(reply), std::string("request.too-large"));
        QVERIFY(one.isHungUp(5s));
    }

    void refusesABodyThatGrowsWithoutEnd() {
        HttpLimits limits;
        limits.body = 100'000;
        start(limits);
        HttpClient one = client();
        QVERIFY(one.send("POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
        const std::string chunk = "1000\r\n" + std::string(0x1000, 'x') + "\r\n";
        int taken = 0;
        while (taken < 10'000 && one.send(chunk)) {
            ++taken;
        }
        QVERIFY2(taken < 1000, qPrintable(QString::number(taken)));
        QCOMPARE(errorCode(one.read()), std::string("request.too-large"));
        QVERIFY(one.isHungUp(5s));
        QVERIFY(isServing());
    }

    void refusesABodyOfAbsurdLength_data() {
        QTest::addColumn<QByteArray>("length");
        QTest::newRow("large") << QByteArray("99999999999");
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999999");
        QTest::newRow("negative") << QByteArray("-1");
        QTest::newRow("no number") << QByteArray("many");
    }
    void refusesABodyOfAbsurdLength() {
        QFETCH(QByteArray, length);
        HttpClient one = client();
        QVERIFY(one.send("POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: " + length.toStdString() + "\r\n\r\n"));
        const auto reply = one.read();
        QVERIFY(!reply || reply->status == 413 || reply->status == 400);
        QVERIFY(isServing());
    }

    void refusesLargeHeaders() {
        HttpClient one = client();
        const auto reply = one.ask("GET", "/", {}, "X-A: " + std::string(40'000, 'a') + "\r\n");
        QVERIFY(reply);
        QCOMPARE(reply->status, 431);
        QCOMPARE(errorCode(reply), std::string("request.headers-too-large"));
        HttpClient other = client();
        other.send("GET /" + std::string(std::size_t{4} << 20, 'a'));
        QVERIFY(other.isHungUp(5s));
        HttpClient third = client();
        third.send("GET / HTTP/1.1\r\nHost: x\r\n");
        for (int i = 0; i < 200'000 && third.send("A" + std::to_string(i) + ": b\r\n"); ++i) {
        }
        QVERIFY(third.isHungUp(5s));
        QVERIFY(isServing());
    }

    void survivesGarbage_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
        QTest::newRow("newlines") << QByteArray(100'000, '\n');
        QTest::newRow("tls hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15);
        QTest::newRow("http 2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        QTest::newRow("no version") << QByteArray("GET /\r\n\r\n");
        QTest::newRow("no method") << QByteArray(" / HTTP/1.1\r\n\r\n");
        QTest::newRow("control in the path") << QByteArray("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("broken escape") << QByteArray("GET /%4 HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("path that is no UTF-8") << QByteArray("GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("whole address") << QByteArray("GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("header without colon") << QByteArray("GET / HTTP/1.1\r\nHost x\r\n\r\n");
        QTest::newRow("chunk of no size")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n");
        QTest::newRow("chunk of all memory") << QByteArray(
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhello\r\n");
    }
    void survivesGarbage() {
        QFETCH(QByteArray, bytes);
        HttpLimits limits;
        limits.patience.request = 500ms;
        start(limits);
        HttpClient one = client();
        one.send({bytes.data(), static_cast<std::size_t>(bytes.size())});
        QVERIFY(one.isHungUp(5s));
        QVERIFY(isServing());
    }

    void saysWhatIsWrongWithATarget() {
        HttpClient one = client();
        const auto reply = one.ask("GET", "/%00");
        QCOMPARE(reply->status, 400);
        QCOMPARE(errorCode(reply), std::string("request.invalid"));
    }

    void hangsUpOnAClientThatDripsItsRequest() {
        HttpLimits limits;
        limits.patience.request = 600ms;
        start(limits);
        HttpClient one = client();
        QElapsedTimer timer;
        timer.start();
        const std::string request = "GET /" + std::string(1000, 'a');
        std::size_t sent = 0;
        while (sent < request.size() && one.send(request.substr(sent, 1))) {
            ++sent;
            std::this_thread::sleep_for(20ms);
        }
        QVERIFY2(sent < request.size() / 2, qPrintable(QString::number(sent)));
        QVERIFY(timer.elapsed() >= 500);
    }

    void hangsUpOnAClientThatDripsItsBody() {
        HttpLimits limits;
        limits.patience.request = 600ms;
        start(limits);
        HttpClient one = client();
        QVERIFY(one.send("POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"));
        int sent = 0;
        while (sent < 1000 && one.send("a")) {
            ++sent;
            std::this_thread::sleep_for(20ms);
        }
        QVERIFY2(sent < 500, qPrintable(QString::number(sent)));
        QVERIFY(isServing());
    }

    void hangsUpOnAConnectionThatSaysNothing() {
        HttpLimits limits;
        limits.patience.request = 300ms;
        start(limits);
        QVERIFY(client().isHungUp(5s));
        HttpClient kept = client();
        QVERIFY(kept.ask("GET", "/a"));
        QVERIFY(kept.isHungUp(5s));
    }

    void hangsUpOnAClientThatDoesNotReadItsAnswer() {
        HttpLimits limits;
        limits.patience.answer = 300ms;
        limits.patience.answerMebibyte = 0ms;
        start(limits);
        HttpClient one = client();
        QVERIFY(one.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n"));
        QTRY_COMPARE(m_server->connections(), std::size_t(1));
        QVERIFY(isServing());
        QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), std::size_t(0), 5000);
    }

    void hangsUpOnAClientThatDoesNotReadItsStream() {
        HttpLimits limits;
        limits.patience.stream = 400ms;
        start(limits);
        HttpClient one = client();
        QVERIFY(one.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"));
        m_echo.drip->add(std::string(std::size_t{8} << 20, 'x'));
        QTRY_COMPARE(m_server->connections(), std::size_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), std::size_t(0), 5000);
    }

    void streamsAsItComes() {
        HttpClient one = client();
        QVERIFY(one.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"));
        QCOMPARE(one.readHead()->status, 200);
        m_echo.drip->add("first.");
        QCOMPARE(one.readChunksUntil("."), std::string("first."));
        std::this_thread::sleep_for(50ms);
        m_echo.drip->add("second.");
        QCOMPARE(one.readChunksUntil("."), std::string("second."));
        m_echo.drip->add("third", true);
        QCOMPARE(one.readChunksUntil("nothing"), std::string("third"));
        QVERIFY2(one.ask("GET", "/after"), "the connection goes on behind a stream");
    }

    void noticesThatAStreamsClientHasGone() {
        HttpClient one = client();
        QVERIFY(one.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"));
        m_echo.drip->add("first.");
        QCOMPARE(one.readHead()->status, 200);
        QCOMPARE(one.readChunksUntil("."), std::string("first."));
        QCOMPARE(m_server->connections(), std::size_t(1));
        one.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), std::size_t(0), 2000);
    }

    void keepsTheStreamOfAClientThatHasStoppedSending() {
        HttpClient one = client();
        QVERIFY(one.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"));
        one.stopSending();
        QCOMPARE(one.readHead()->status, 200);
        std::this_thread::sleep_for(500ms);
        m_echo.drip->add("late.");
        QCOMPARE(one.readChunksUntil("."), std::string("late."));
    }

    void saysThatThereAreTooManyConnections() {
        HttpLimits limits;
        limits.connections = 10;
        start(limits);
        std::vector<HttpClient> held;
        for (int i = 0; i < 10; ++i) {
            held.push_back(client());
            QVERIFY(held.back().ask("GET", "/"));
        }
        HttpClient surplus = client();
        const auto reply = surplus.ask("GET", "/");
        QVERIFY(reply);
        QCOMPARE(reply->status, 503);
        QCOMPARE(reply->headers.at("retry-after"), std::string("1"));
        QCOMPARE(errorCode(reply), std::string("server.too-many-connections"));
        QVERIFY(surplus.isHungUp(5s));
        held.clear();
        QTRY_VERIFY(isServing());
    }

    void serves300ConnectionsAtOnce() {
        std::vector<HttpClient> held;
        for (int i = 0; i < 300; ++i) {
            held.push_back(client());
            QVERIFY(held.back().isConnected());
            QVERIFY(held.back().send("GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        }
        int good = 0;
        int busy = 0;
        for (HttpClient& one : held) {
            const auto reply = one.read();
            good += reply && reply->status == 200 ? 1 : 0;
            busy += reply && reply->status == 503 ? 1 : 0;
        }
        QVERIFY2(good >= 256, qPrintable(QString::number(good)));
        QCOMPARE(good + busy, 300);
    }

    void answersOthersWhileOneTakesLong() {
        HttpClient slow = client();
        QVERIFY(slow.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n"));
        QTRY_VERIFY(m_echo.waiting);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(isServing());
        }
        m_echo.letGo = true;
        QCOMPARE(slow.read()->body, std::string("GET /wait "));
    }

    void survivesAClientThatLeavesWhileItIsAnswered() {
        HttpClient slow = client();
        QVERIFY(slow.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n"));
        QTRY_VERIFY(m_echo.waiting);
        slow.close();
        m_echo.letGo = true;
        QTRY_COMPARE(m_server->connections(), std::size_t(0));
        QVERIFY(isServing());
    }

    void endsWhatItAnswersBeforeItStops() {
        HttpClient slow = client();
        QVERIFY(slow.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n"));
        HttpClient idle = client();
        HttpClient half = client();
        QVERIFY(half.send("POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc"));
        HttpClient stream = client();
        QVERIFY(stream.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"));
        QCOMPARE(stream.readHead()->status, 200);
        QTRY_VERIFY(m_echo.waiting);
        QElapsedTimer timer;
        timer.start();
        m_server->stop(300ms);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(slow.read()->body, std::string("GET /wait "));
        QVERIFY(idle.isHungUp(1s) && half.isHungUp(1s) && stream.isHungUp(1s));
        QVERIFY(!client().isConnected());
    }

    void survivesBeingStoppedUnderLoad() {
        for (int round = 0; round < 20; ++round) {
            start();
            std::atomic<bool> enough = false;
            std::vector<std::jthread> clients;
            for (int i = 0; i < 8; ++i) {
                clients.emplace_back([&, i] {
                    while (!enough) {
                        HttpClient one = client();
                        if (!one.isConnected() || !one.ask("GET", i % 3 == 0 ? "/wait" : "/a")) {
                            return;
                        }
                    }
                });
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(round));
            m_server->stop(50ms);
            enough = true;
        }
    }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "http_test.moc"
