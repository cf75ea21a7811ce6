// SPDX-License-Identifier: GPL-3.0-or-later
// Many submissions on one judge: how well its workers are used, and what is told of them.
#include "judge/verify/submission_runner.h"
#include "tests/support/real_judge.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <numeric>
#include <set>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace {

constexpr unsigned Workers = 2;
constexpr int Submissions = 10;
constexpr int Cases = 40;

/// Adds two numbers after some work. Each is another source, so that each is really compiled.
std::string source(int number) {
    return "#include <stdio.h>\nint main(void) {\n"
           "    volatile unsigned work = " +
           std::to_string(number) +
           ";\n"
           "    for (int i = 0; i < 12000000; ++i) work = work * 5 + 1;\n"
           "    long a, b;\n"
           "    return scanf(\"%ld %ld\", &a, &b) == 2 && printf(\"%ld\\n\", a + b) > 0 ? 0 : 1;\n}\n";
}

std::chrono::milliseconds timeOf(const Report& report) {
    const auto cases =
        std::accumulate(report.cases.begin(), report.cases.end(), 0ns,
                        [](std::chrono::nanoseconds sum, const CaseResult& one) { return sum + one.wall; });
    return report.compile.wall + std::chrono::duration_cast<std::chrono::milliseconds>(cases);
}

} // namespace

class TestSubmissionRunnerReal : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<tests::RealJudge> m_real;
    std::shared_ptr<Problem> m_problem;

    std::string write(const std::string& name, const std::string& text) {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    std::vector<SubmissionTask> tasks(int count) const {
        std::vector<SubmissionTask> tasks;
        for (int i = 0; i < count; ++i) {
            SubmissionTask task;
            task.submission.path = "submissions/accepted/" + std::to_string(i) + ".c";
            task.language = m_real->languages.find("c");
            task.sources = {{"a.c", source(i)}};
            task.problem = m_problem;
            tasks.push_back(std::move(task));
        }
        return tasks;
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start({Workers, {}});
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
        m_problem = std::make_shared<Problem>();
        m_problem->slug = "sum";
        m_problem->limits.cpuTime = 20s;
        m_problem->limits.memory = Bytes::mib(64);
        for (int i = 0; i < Cases; ++i) {
            TestCase one;
            one.name = "secret/" + std::to_string(i);
            one.inputPath = write(std::to_string(i) + ".in", std::to_string(i) + " 1\n");
            one.answerPath = write(std::to_string(i) + ".ans", std::to_string(i + 1) + "\n");
            m_problem->cases.push_back(one);
        }
    }

    // What they take together is measured in the same run, so that the machine's load is in both.
    void keepsTheWorkersBusy() {
        const RunMemory memory({});
        SubmissionRunner runner(*m_real->judge, memory, Workers + 1, Freshness::Fresh);
        std::chrono::milliseconds sum{0};
        std::set<std::size_t> told;
        std::size_t lastDone = 0;
        const auto begin = std::chrono::steady_clock::now();
        runner.run(
            tasks(Submissions), std::vector<std::string>(Submissions),
            [&](std::size_t index, const SubmissionRun& run) {
                sum += timeOf(run.report);
                told.insert(run.report.verdict == Verdict::Accepted && run.report.compile.ok ? index : 1000);
                return true;
            },
            [&](const RunsProgress& progress) {
                QVERIFY(progress.done >= lastDone && progress.done <= progress.total);
                lastDone = progress.done;
            },
            {});
        const auto wall =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        QCOMPARE(told.size(), std::size_t(Submissions));
        QVERIFY(!told.contains(1000));
        QCOMPARE(lastDone, std::size_t(Submissions) * Cases);
        const double ratio = static_cast<double>(wall.count()) * Workers / static_cast<double>(sum.count());
        qInfo("%lld ms for %lld ms of compiling and running on %u workers: %.2f times the least",
              (long long)wall.count(), (long long)sum.count(), Workers, ratio);
        QVERIFY2(ratio <= 1.5, qPrintable(QString::number(ratio)));
    }

    void stopsWithinAMoment() {
        const RunMemory memory({});
        SubmissionRunner runner(*m_real->judge, memory, Workers + 1, Freshness::Fresh);
        std::stop_source stop;
        std::size_t told = 0;
        runner.run(
            tasks(500), std::vector<std::string>(500), [&](std::size_t, const SubmissionRun&) { return ++told > 0; },
            [&](const RunsProgress& progress) {
                if (progress.done >= 3) {
                    stop.request_stop();
                }
            },
            stop.get_token());
        QVERIFY2(told < 5, qPrintable(QString::number(told)));
    }
};

QTEST_GUILESS_MAIN(TestSubmissionRunnerReal)
#include "test_submission_runner_real.moc"
