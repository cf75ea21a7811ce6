// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each round measures ours and the baseline one after the other, so that what else the machine does weighs on both.
// What is compared is what a person waits for: from the request to the report.
#include "judge/bench/judge_bench.h"

#include "judge/bench/bare_loop.h"
#include "judge/bench/bare_talk.h"
#include "judge/bench/plain_command.h"
#include "judge/bench/sum_problem.h"
#include "judge/bench/talk_problem.h"
#include "judge/engine/judge.h"
#include "judge/engine/physical_cores.h"
#include "judge/language/toolchain.h"
#include "sandbox/bench/conditions.h"

namespace grindstone::judge::bench {

namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

double milliseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// The figures of one measurement, round by round.
struct Series {
    std::vector<double> judge;
    std::vector<double> baseline;

    Beside summarize() const {
        return {sandbox::bench::summarize(judge), sandbox::bench::summarize(baseline),
                sandbox::bench::median(sandbox::bench::ratios(judge, baseline))};
    }
};

struct Judged {
    Report report;
    double sinceRequest = 0; ///< ms
    double sinceCompiled = 0;
};

class JudgeBench {
public:
    JudgeBench(sandbox::Sandbox& sandbox, const LanguageCatalogue& languages, const JudgeBenchOptions& options,
               const OnProgress& onProgress, std::stop_token stop)
        : m_sandbox(sandbox), m_languages(languages), m_options(options), m_onProgress(onProgress),
          m_stop(std::move(stop)) {}

    Result<JudgeFigures> measure();

private:
    Result<void> prepare();
    Result<Beside> measureManyCases(Judge& judge);
    Result<Beside> measureTalk(Judge& judge);
    Result<Beside> measureEdit(Judge& judge, Stage stage);
    Result<Summary> measureUnchanged(Judge& judge);

    Result<void> step(Stage stage, std::size_t done) const;
    Result<Judged> judgeSource(Judge& judge, const std::shared_ptr<const Problem>& problem, std::string source) const;
    Result<void> compilePlainly(const std::string& source, const fs::path& program) const;

    sandbox::Sandbox& m_sandbox;
    const LanguageCatalogue& m_languages;
    const JudgeBenchOptions m_options;
    const OnProgress& m_onProgress;
    const std::stop_token m_stop;

    std::optional<BenchFolder> m_folder;
    std::string m_compiler;
    std::shared_ptr<const Problem> m_manyCases;
    std::shared_ptr<const Problem> m_oneCase;
    std::size_t m_edition = 0;
};

Result<JudgeFigures> JudgeBench::measure() {
    JudgeFigures figures;
    figures.cases = m_options.cases;
    figures.exchanges = m_options.exchanges;
    figures.rounds = m_options.rounds;
    figures.workers = physicalCores();
    figures.capabilities = m_sandbox.capabilities();
    figures.loadAverage = sandbox::bench::loadAverage();
    TRY(prepare());
    Judge judge(m_sandbox, m_sandbox.capabilities(), m_languages, {figures.workers, m_folder->path() / "cache"});
    figures.manyCases = TRY(measureManyCases(judge));
    figures.talk = TRY(measureTalk(judge));
    TRY(step(Stage::Preparing, 0));
    TRY(judgeSource(judge, m_oneCase, contestSource(++m_edition)));
    judge.finishPreparing(m_stop);
    figures.edit = TRY(measureEdit(judge, Stage::Edit));
    figures.unchanged = TRY(measureUnchanged(judge));
    Judge bareJudge(m_sandbox, m_sandbox.capabilities(), m_languages, {figures.workers, {}});
    figures.editUnprepared = TRY(measureEdit(bareJudge, Stage::EditUnprepared));
    return figures;
}

Result<void> JudgeBench::prepare() {
    TRY(step(Stage::Preparing, 0));
    const Language* language = m_languages.find("cpp");
    if (language == nullptr) {
        return fail("language.unknown", "\"cpp\": no language of this name is known");
    }
    m_compiler = TRY(findToolchain(*language)).tool;
    m_folder.emplace(TRY(BenchFolder::create()));
    m_manyCases = TRY(makeSumProblem(*m_folder, m_options.cases));
    m_oneCase = TRY(makeSumProblem(*m_folder, 1));
    return {};
}

Result<Beside> JudgeBench::measureManyCases(Judge& judge) {
    const fs::path program = m_folder->path() / "sum";
    TRY(compilePlainly(sumSource(), program));
    Series series;
    TRY(judgeSource(judge, m_manyCases, sumSource())); // what both read is in memory from here on
    for (std::size_t round = 0; round < m_options.rounds; ++round) {
        TRY(step(Stage::ManyCases, round));
        series.judge.push_back(TRY(judgeSource(judge, m_manyCases, sumSource())).sinceCompiled);
        series.baseline.push_back(milliseconds(TRY(runBareLoop(program, *m_manyCases, *m_folder, physicalCores()))));
    }
    return series.summarize();
}

Result<Beside> JudgeBench::measureTalk(Judge& judge) {
    const std::shared_ptr<const Problem> problem = TRY(makeTalkProblem(*m_folder, m_options.exchanges));
    const BareTalk bare{m_folder->path() / "talk", m_folder->path() / "interactor", problem->cases.front().inputPath};
    TRY(compilePlainly(talkSource(), bare.program));
    TRY(compilePlainly(talkInteractorSource(), bare.interactor));
    TRY(judgeSource(judge, problem, talkSource()));
    Series series;
    for (std::size_t round = 0; round < m_options.rounds; ++round) {
        TRY(step(Stage::Talk, round));
        series.judge.push_back(TRY(judgeSource(judge, problem, talkSource())).sinceCompiled);
        series.baseline.push_back(milliseconds(TRY(runBareTalk(bare))));
    }
    return series.summarize();
}

Result<Beside> JudgeBench::measureEdit(Judge& judge, Stage stage) {
    const TestCase& onlyCase = m_oneCase->cases.front();
    const fs::path program = m_folder->path() / "contest";
    Series series;
    for (std::size_t round = 0; round < m_options.rounds; ++round) {
        TRY(step(stage, round));
        const std::string source = contestSource(++m_edition);
        series.judge.push_back(TRY(judgeSource(judge, m_oneCase, source)).sinceRequest);
        const Clock::time_point begin = Clock::now();
        TRY(compilePlainly(source, program));
        TRY(runPlainly({{program.string()}, onlyCase.inputPath, {}}));
        series.baseline.push_back(milliseconds(Clock::now() - begin));
    }
    return series.summarize();
}

Result<Summary> JudgeBench::measureUnchanged(Judge& judge) {
    const std::string source = contestSource(++m_edition);
    TRY(judgeSource(judge, m_oneCase, source));
    std::vector<double> times;
    for (std::size_t round = 0; round < m_options.rounds; ++round) {
        TRY(step(Stage::Unchanged, round));
        const Judged judged = TRY(judgeSource(judge, m_oneCase, source));
        times.push_back(judged.sinceRequest - milliseconds(judged.report.cases.front().wall));
    }
    return sandbox::bench::summarize(times);
}

Result<void> JudgeBench::step(Stage stage, std::size_t done) const {
    TRY(sandbox::bench::stopIfAsked(m_stop));
    if (m_onProgress) {
        m_onProgress(stage, done, m_options.rounds);
    }
    return {};
}

Result<Judged> JudgeBench::judgeSource(Judge& judge, const std::shared_ptr<const Problem>& problem,
                                       std::string source) const {
    JudgeRequest request;
    request.problem = problem;
    request.problemId = "bench/sum";
    request.language = "cpp";
    request.sources = {{"main.cpp", std::move(source)}};
    Judged judged;
    const Clock::time_point begin = Clock::now();
    Clock::time_point compiled = begin;
    const auto note = [&compiled](const Progress& progress) {
        if (std::holds_alternative<CompileFinished>(progress)) {
            compiled = Clock::now();
        }
    };
    judged.report = judge.judge(request, note, m_stop);
    const Clock::time_point end = Clock::now();
    judged.sinceRequest = milliseconds(end - begin);
    judged.sinceCompiled = milliseconds(end - compiled);
    if (judged.report.cancelled) {
        return fail(sandbox::bench::interrupted());
    }
    if (judged.report.error) {
        return fail(*judged.report.error);
    }
    if (judged.report.verdict != Verdict::Accepted) {
        return fail("bench.program-failed", "a solution of the measurement was not accepted");
    }
    return judged;
}

Result<void> JudgeBench::compilePlainly(const std::string& source, const fs::path& program) const {
    const fs::path file = TRY(m_folder->write("plain.cpp", source));
    return runPlainly({{m_compiler, "-O2", "-std=gnu++20", "-o", program.string(), file.string()}, {}, {}});
}

} // namespace

Result<JudgeFigures> benchJudge(sandbox::Sandbox& sandbox, const LanguageCatalogue& languages,
                                const JudgeBenchOptions& options, const OnProgress& onProgress, std::stop_token stop) {
    return JudgeBench(sandbox, languages, options, onProgress, std::move(stop)).measure();
}

} // namespace grindstone::judge::bench
