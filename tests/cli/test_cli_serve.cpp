// SPDX-License-Identifier: GPL-3.0-or-later
// `grind serve` as a whole: real boxes, real requests, and how it begins and ends.
#include "tests/cli/grind_program.h"
#include "tests/cli/serving.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace grindstone::cli::test;
using grindstone::server::test::HttpClient;
using grindstone::server::test::Reply;

namespace {

const QByteArray Sum = "#include <iostream>\nint main() { int n; long long a, s = 0; std::cin >> n; "
                       "while (n-- > 0 && std::cin >> a) s += a; std::cout << s << \"\\n\"; }\n";
const QByteArray Endless = "int main() { volatile int i = 0; for (;;) { i = i + 1; } }\n";

} // namespace

class TestCliServe : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

private Q_SLOTS:
    void init() { m_grind = GrindProgram::asBuilt(); }

    void judgesWhatIsHandedIn() {
        Serving serving(*m_grind);
        QVERIFY(!serving.socket().isEmpty());
        QCOMPARE(serving.ask("GET", QStringLiteral("/health"))[QStringLiteral("status")].toString(),
                 QStringLiteral("ok"));
        const QJsonObject accepted = serving.submit(Sum);
        const int id = accepted[QStringLiteral("id")].toInt();
        QVERIFY2(id > 0, QJsonDocument(accepted).toJson().constData());
        QTRY_COMPARE_WITH_TIMEOUT(serving.state(id), QStringLiteral("done"), 60'000);
        const QJsonObject job = serving.job(id);
        QCOMPARE(job[QStringLiteral("verdict")].toString(), QStringLiteral("AC"));
        QVERIFY(job[QStringLiteral("submission")].toInt() > 0);
        const QJsonObject report = job[QStringLiteral("report")].toObject();
        QCOMPARE(report[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-report/1"));
        QVERIFY(report[QStringLiteral("cases")].toArray().size() > 1);
        const QJsonObject solved = serving.ask("GET", QStringLiteral("/problems?q=echo-sum"));
        QCOMPARE(solved[QStringLiteral("problems")][0][QStringLiteral("state")].toString(), QStringLiteral("solved"));
        QCOMPARE(serving.end(SIGTERM), 0);
        QVERIFY(!QFile::exists(serving.socket()));
    }

    void runsOnCasesOfThePersons() {
        Serving serving(*m_grind);
        const QJsonObject one{{QStringLiteral("input"), QStringLiteral("2 1 2")},
                              {QStringLiteral("answer"), QStringLiteral("3")}};
        const QJsonObject accepted = serving.ask(
            "POST", QStringLiteral("/run"),
            {{QStringLiteral("problem"), QStringLiteral("echo-sum")},
             {QStringLiteral("sources"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("sum.cpp")},
                                                                {QStringLiteral("content"), QString::fromUtf8(Sum)}}}},
             {QStringLiteral("cases"), QJsonArray{one}}});
        const int id = accepted[QStringLiteral("id")].toInt();
        QTRY_COMPARE_WITH_TIMEOUT(serving.state(id), QStringLiteral("done"), 60'000);
        QCOMPARE(serving.job(id)[QStringLiteral("verdict")].toString(), QStringLiteral("AC"));
        QCOMPARE(serving.job(id)[QStringLiteral("report")][QStringLiteral("cases")].toArray().size(), 1);
        QVERIFY(serving.job(id)[QStringLiteral("submission")].isNull());
    }

    void tellsAJobsEvents() {
        Serving serving(*m_grind);
        const int id = serving.submit(Sum)[QStringLiteral("id")].toInt();
        HttpClient client = serving.client();
        QVERIFY(client.send("GET /jobs/" + std::to_string(id) + "/events HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(client.readHead());
        const std::string events = client.readChunksUntil("never");
        QVERIFY(events.find("event: state\n") != std::string::npos);
        QVERIFY(events.find("event: finished\ndata: {\"state\":\"done\",\"verdict\":\"AC\"") != std::string::npos);
        // The end is told only when it is written.
        QCOMPARE(serving.state(id), QStringLiteral("done"));
    }

    void cancelsWhatRuns() {
        Serving serving(*m_grind);
        const int id = serving.submit(Endless)[QStringLiteral("id")].toInt();
        QTRY_COMPARE_WITH_TIMEOUT(serving.state(id), QStringLiteral("running"), 30'000);
        serving.ask("DELETE", QStringLiteral("/jobs/%1").arg(id));
        QTRY_COMPARE_WITH_TIMEOUT(serving.state(id), QStringLiteral("cancelled"), 2000);
        QCOMPARE(serving.client().ask("DELETE", "/jobs/" + std::to_string(id))->status, 409);
    }

    void givesBackWhatRunsWhenItStops() {
        int running = 0;
        int waiting = 0;
        {
            Serving serving(*m_grind);
            running = serving.submit(Endless)[QStringLiteral("id")].toInt();
            waiting = serving.submit(Sum)[QStringLiteral("id")].toInt();
            QTRY_COMPARE_WITH_TIMEOUT(serving.state(running), QStringLiteral("running"), 30'000);
            HttpClient client = serving.client();
            QVERIFY(client.send("GET /jobs/" + std::to_string(waiting) + "/events HTTP/1.1\r\nHost: x\r\n\r\n"));
            QVERIFY(client.readHead());
            QCOMPARE(serving.end(SIGINT), 0);
            QVERIFY(client.readChunksUntil("never").find("event: stopping\n") != std::string::npos);
        }
        Serving next(*m_grind);
        QTRY_COMPARE_WITH_TIMEOUT(next.state(running), QStringLiteral("running"), 30'000);
        QCOMPARE(next.state(waiting), QStringLiteral("queued"));
        next.ask("DELETE", QStringLiteral("/jobs/%1").arg(running));
        QTRY_COMPARE_WITH_TIMEOUT(next.state(waiting), QStringLiteral("done"), 60'000);
    }

    void losesNothingWhenItIsKilled() {
        int id = 0;
        {
            Serving serving(*m_grind);
            id = serving.submit(Sum)[QStringLiteral("id")].toInt();
            QVERIFY(id > 0);
            QCOMPARE(serving.end(SIGKILL), 128 + SIGKILL);
        }
        Serving next(*m_grind);
        QVERIFY(!next.socket().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(next.state(id), QStringLiteral("done"), 60'000);
        QCOMPARE(next.job(id)[QStringLiteral("verdict")].toString(), QStringLiteral("AC"));
    }

    void servesOnlyOnceAtAPath() {
        const QString path = m_grind->path(QStringLiteral("my.sock"));
        Serving serving(*m_grind, {QStringLiteral("--socket"), path});
        QCOMPARE(serving.socket(), path);
        QCOMPARE(QFileInfo(path).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
        const Outcome second =
            m_grind->run({QStringLiteral("serve"), QStringLiteral("--socket"), path, QStringLiteral("--json")});
        QCOMPARE(second.status, 3);
        QCOMPARE(second.errorCode(), QStringLiteral("server.running"));
        QCOMPARE(second.errorDetail(), path);
        QVERIFY(serving.client().isConnected());
    }

    void saysWhatIsWrongWithAPath() {
        const Outcome tooLong = m_grind->run({QStringLiteral("serve"), QStringLiteral("--socket"),
                                              QStringLiteral("/tmp/") + QString(200, u'a'), QStringLiteral("--json")});
        QCOMPARE(tooLong.status, 2);
        QCOMPARE(tooLong.errorCode(), QStringLiteral("usage.socket"));
        const Outcome nowhere =
            m_grind->run({QStringLiteral("serve"), QStringLiteral("--socket"), QStringLiteral("/nowhere/s")});
        QCOMPARE(nowhere.status, 3);
        QVERIFY2(nowhere.errors.contains("The socket cannot be made: /nowhere/s"), nowhere.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliServe)
#include "test_cli_serve.moc"
