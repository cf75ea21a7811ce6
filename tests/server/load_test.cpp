// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty clients at once, ten thousand requests: none fails that is all right, and nobody waits much longer than others.
#include "tests/server/service_fixture.h"

#include <algorithm>
#include <atomic>
#include <thread>

using namespace grindstone;
using namespace grindstone::server;
using namespace grindstone::server::test;
using core::JobId;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int Clients = 50;
constexpr int RequestsOfEach = 200;

/// What one client saw.
struct Seen {
    std::vector<std::chrono::nanoseconds> looks; ///< how long each GET /jobs/ID took
    std::vector<std::string> surprises;
};

struct Wanted {
    std::string method;
    std::string target;
    std::string body;
    int status;
};

/// Mostly looks at jobs, as those do who wait for one; now and then something else, errors of the client's among it.
Wanted request(int number) {
    switch (number % 20) {
    case 0:
        return {"POST", "/submit", R"({"problem":"pack/known","language":"cpp","source":"int main(){}"})", 202};
    case 5:
        return {"GET", "/jobs?most=20", "", 200};
    case 9:
        return {"POST", "/run", R"({"problem":"pack/unknown","source":"x"})", 400};
    case 13:
        return {"GET", "/jobs/999999", "", 404};
    case 17:
        return {"GET", "/health", "", 200};
    default:
        return {"GET", "/jobs/" + std::to_string(1 + number % 10), "", 200};
    }
}

Seen work(const ServiceFixture& service, int client) {
    Seen seen;
    HttpClient connection = service.client();
    for (int i = 0; i < RequestsOfEach; ++i) {
        const Wanted wanted = request(client * 7 + i);
        const auto begin = Clock::now();
        const auto reply = connection.ask(wanted.method, wanted.target, wanted.body);
        if (!reply || reply->status != wanted.status) {
            seen.surprises.push_back(wanted.method + " " + wanted.target + ": " +
                                     (reply ? std::to_string(reply->status) : "no answer"));
            connection = service.client();
        } else if (wanted.target.starts_with("/jobs/") && wanted.status == 200) {
            seen.looks.push_back(Clock::now() - begin);
        }
    }
    return seen;
}

} // namespace

class LoadTest : public QObject {
    Q_OBJECT

    /// All that fifty clients saw, sorted.
    static std::vector<std::chrono::nanoseconds> load(const ServiceFixture& service, std::string& surprise) {
        std::vector<Seen> seen(Clients);
        {
            std::vector<std::jthread> clients;
            for (int i = 0; i < Clients; ++i) {
                clients.emplace_back([&, i] { seen[static_cast<std::size_t>(i)] = work(service, i); });
            }
        }
        std::vector<std::chrono::nanoseconds> looks;
        for (const Seen& one : seen) {
            surprise = one.surprises.empty() ? surprise : one.surprises.front();
            looks.insert(looks.end(), one.looks.begin(), one.looks.end());
        }
        std::ranges::sort(looks);
        return looks;
    }

private Q_SLOTS:
    void answersFiftyClientsAlike_data() {
        QTest::addColumn<bool>("queue");
        QTest::newRow("board in memory") << false;
        QTest::newRow("queue on the disk, while it judges") << true;
    }
    void answersFiftyClientsAlike() {
        QFETCH(bool, queue);
        const QTemporaryDir folder;
        ServiceFixture service;
        if (queue) {
            service.useQueue(folder.filePath(QStringLiteral("db")).toStdString());
        }
        QVERIFY(service.service);
        for (JobId job = 1; job <= 10; ++job) {
            QCOMPARE(service.submit(), job);
            if (!queue && job % 2 == 0) {
                service.board.start(job);
                service.board.finish(job, acceptedReport("pack/known", 20));
            }
        }
        std::string surprise;
        const auto looks = load(service, surprise);
        QVERIFY2(surprise.empty(), surprise.c_str());
        QVERIFY(looks.size() > 7000);
        const auto median = looks[looks.size() / 2];
        const auto p99 = looks[looks.size() * 99 / 100];
        qInfo("%zu looks: median %lld us, p99 %lld us, worst %lld us", looks.size(),
              static_cast<long long>(median.count() / 1000), static_cast<long long>(p99.count() / 1000),
              static_cast<long long>(looks.back().count() / 1000));
        QVERIFY2(p99 < 20 * median, "the slowest hundredth takes more than twenty times as long as the median");
    }
};

QTEST_GUILESS_MAIN(LoadTest)
#include "load_test.moc"
