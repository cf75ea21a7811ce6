// SPDX-License-Identifier: GPL-3.0-or-later
// A process that takes part in a queue, with a judge that only takes a moment, for tests that start several and kill
// them:
//
//     job_participant DATABASE hand-in RUNS SUBMITS CANCEL-EACH   hands in at once, cancels each n-th, ends when all of
//                                                                 its own have
//     job_participant DATABASE for-ever                           adopts, and hands in until it is killed
//     job_participant DATABASE clear                              adopts everything, ends when nothing is left
//
// A line on standard output for each: "accepted ID", "cancelled ID", "resident KIB" (at first, and at the end).
#include "app/core/judging/job_engine.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <thread>

using namespace grindstone;
using namespace grindstone::core;
using namespace std::chrono_literals;

namespace {

judge::Report judgeForAMoment(const judge::JudgeRequest& request, const judge::ProgressSink& sink,
                              const std::stop_token& stop) {
    sink(judge::CompileStarted{});
    thread_local std::minstd_rand random(std::random_device{}());
    for (auto left = random() % 4; left > 0 && !stop.stop_requested(); --left) {
        std::this_thread::sleep_for(1ms);
    }
    judge::Report report;
    report.problemId = request.problemId;
    report.language = request.language;
    report.mode = request.mode;
    report.cancelled = stop.stop_requested();
    report.verdict = judge::Verdict::Accepted;
    return report;
}

class Counter : public EngineListener {
public:
    void started(JobId) override {}
    void progressed(JobId, const judge::Progress&) override {}
    void finished(JobId, const SharedReport&) override { ++count; }
    std::atomic<int> count = 0;
};

long residentKib() {
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmRSS:")) {
            return std::stol(line.substr(6));
        }
    }
    return 0;
}

void say(const char* what, long long number) {
    std::printf("%s %lld\n", what, number);
    std::fflush(stdout);
}

JobId handIn(JobEngine& engine, judge::Mode mode) {
    JobOrder order;
    order.problemId = "p";
    order.language = "cpp";
    order.mode = mode;
    order.sources = {{"a.cpp", std::string(4000, ' ')}};
    const Result<JobId> job = engine.submit(order);
    if (!job) {
        std::fprintf(stderr, "%s: %s\n", job.error().code.c_str(), job.error().detail.c_str());
        std::exit(1);
    }
    say("accepted", *job);
    return *job;
}

void handInAll(JobEngine& engine, Counter& counter, int runs, int submits, int cancelEach) {
    const int all = runs + submits;
    for (int i = 0; i < all; ++i) {
        const bool run = runs > 0 && (submits == 0 || i % (all / runs) == 0);
        (run ? runs : submits) -= 1;
        const JobId job = handIn(engine, run ? judge::Mode::Run : judge::Mode::Submit);
        if (i % cancelEach == cancelEach - 1 && engine.cancel(job).value_or(false)) {
            say("cancelled", job);
        }
    }
    say("resident", residentKib());
    while (counter.count < all) {
        std::this_thread::sleep_for(2ms);
    }
    say("resident", residentKib());
}

void handInForEver(JobEngine& engine) {
    for (int i = 0;; ++i) {
        handIn(engine, i % 5 == 0 ? judge::Mode::Run : judge::Mode::Submit);
        while (engine.waiting() > 3) {
            std::this_thread::sleep_for(1ms);
        }
    }
}

void clear(JobEngine& engine) {
    while (!engine.list(1, true).value_or(std::vector<JobView>(1)).empty()) {
        std::this_thread::sleep_for(5ms);
    }
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const std::string_view task = argc > 2 ? argv[2] : "";
    const Adoption adoption = task == "clear"      ? Adoption::Everything
                              : task == "for-ever" ? Adoption::Waiting
                                                   : Adoption::None;
    Counter counter;
    JobEngine engine({argc > 1 ? argv[1] : "",
                      [](const std::string&) -> Result<std::shared_ptr<const judge::Problem>> {
                          return std::make_shared<const judge::Problem>();
                      },
                      judgeForAMoment, adoption},
                     counter);
    if (task == "hand-in" && argc == 6) {
        handInAll(engine, counter, std::stoi(argv[3]), std::stoi(argv[4]), std::stoi(argv[5]));
    } else if (task == "for-ever") {
        handInForEver(engine);
    } else if (task == "clear") {
        clear(engine);
    } else {
        return 2;
    }
    return 0;
}
