// SPDX-License-Identifier: GPL-3.0-or-later
// How a judge with four workers ends while all of them run programs.
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <QElapsedTimer>
#include <QtTest>

#include <thread>

using namespace grindstone;
using namespace grindstone::judge;

class TestPoolReal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsSoonWhileAllWorkersRunPrograms() {
        auto started = tests::RealJudge::start({4, {}});
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml",
                      "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 60, memory: 64}\n");
        for (int i = 2; i < 20; ++i) {
            package.addCase("data/secret/" + std::to_string(i));
        }
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(package.load().value());
        request.language = "python3";
        request.sources = {{"mine.py", "while True: pass\n"}};
        std::stop_source stop;
        std::atomic<int> running{0};
        QElapsedTimer ending;
        std::jthread stopper([&] {
            while (running < 4) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            ending.start(); // Not in a callback of the stop: that may come behind the judge's, which returns.
            stop.request_stop();
        });
        const auto count = [&](const Progress& event) {
            running += std::holds_alternative<CaseStarted>(event) ? 1 : 0;
        };
        const Report report = (*started)->judge->judge(request, count, stop.get_token());
        QVERIFY(report.cancelled);
        QCOMPARE(report.cases.size(), std::size_t(20));
        started->reset();
        QVERIFY2(ending.elapsed() < 3000, qPrintable(QString::number(ending.elapsed())));
        qInfo("ended in %lld ms", static_cast<long long>(ending.elapsed()));
    }
};

QTEST_GUILESS_MAIN(TestPoolReal)
#include "test_pool_real.moc"
