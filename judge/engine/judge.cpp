// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way of a submission: checks that need no box → compile in a worker's box, and the package's checkers in another →
// cases on all workers → report. Each step either fills its part of the report or fails with an Error, which makes the
// report a JudgeError.
#include "judge/engine/judge.h"

#include "judge/cache/caching_compiler.h"
#include "judge/checker/checker_building.h"
#include "judge/checker/custom_grading.h"
#include "judge/engine/case_plan.h"
#include "judge/engine/case_sequence.h"
#include "judge/engine/compiler.h"
#include "judge/engine/effective_limits.h"
#include "judge/engine/joined_sources.h"
#include "judge/engine/physical_cores.h"
#include "judge/engine/program_runner.h"
#include "judge/engine/run_gate.h"
#include "judge/engine/source_names.h"
#include "judge/engine/static_score.h"
#include "judge/engine/worker_pool.h"
#include "judge/generate/completion.h"
#include "judge/generate/made_cases.h"
#include "judge/language/toolchain.h"
#include "sandbox/box_pool.h"

#include <algorithm>
#include <cassert>
#include <future>
#include <new>

namespace grindstone::judge {

namespace {

/// Idle boxes that are kept for each worker: enough to go back and forth between two languages and an interactor.
constexpr unsigned IdleBoxes = 3;

} // namespace

struct Judge::Private {
    Private(sandbox::BoxSource& boxSource, sandbox::Capabilities found, const LanguageCatalogue& catalogue,
            unsigned workers, const std::filesystem::path& cacheFolder, Bytes mostMadeCases)
        : boxes(boxSource, IdleBoxes * workers), capabilities(std::move(found)), languages(catalogue),
          toolchains(cacheFolder.empty() ? cacheFolder : cacheFolder / "toolchains"),
          compiler(cacheFolder, boxes, gate, capabilities.tier != sandbox::Tier::NoNamespaces), pool(boxes, workers),
          programs(languages, compiler, pool, gate), madeCases(cacheFolder, mostMadeCases) {}

    sandbox::BoxPool boxes;
    sandbox::Capabilities capabilities;
    const LanguageCatalogue& languages;
    ToolchainMemory toolchains;
    RunGate gate;
    CachingCompiler compiler;
    WorkerPool pool;
    ProgramRunner programs;
    MadeCases madeCases;

    Result<Problem> complete(Problem problem, NeededCases needed, const GenerationSink& progress, std::stop_token stop);
    Result<JudgeRequest> withCases(const JudgeRequest& asked, const ProgressSink& progress, std::stop_token stop);

    Result<const Language*> findLanguage(const JudgeRequest& request) const;
    Result<Compilation> compileOnWorker(const ProblemLimits& limits, const JoinedSources& joined,
                                        const Language& language, const std::string& tool, std::stop_token stop);
    Result<void> blameSource(const CompileResult& compiled, const Language& language, std::stop_token stop);
    Result<void> validateStatically(const JudgeRequest& request, const StaticValidation& validation,
                                    const Language& language, const JoinedSources& joined, std::stop_token stop,
                                    Report& report);
    Result<void> judge(const JudgeRequest& asked, const ProgressSink& progress, std::stop_token stop, Report& report);
};

namespace {

bool isAllowed(const Language& language, const std::vector<std::string>& allowed) {
    return allowed.empty() || std::ranges::any_of(allowed, [&](const std::string& name) {
               return name == language.id || std::ranges::find(language.icpcCodes, name) != language.icpcCodes.end();
           });
}

std::vector<std::string> namesOf(const std::vector<PlannedCase>& cases) {
    std::vector<std::string> names;
    for (const PlannedCase& planned : cases) {
        names.push_back(planned.result.name);
    }
    return names;
}

/// Programs find what the package includes where they run, too.
Result<std::shared_ptr<const std::vector<ProgramFile>>> workFilesOf(const JoinedSources& joined) {
    return std::make_shared<const std::vector<ProgramFile>>(TRY(sealSources(joined.includes)));
}

void tell(const ProgressSink& progress, const Progress& event) {
    if (progress) {
        progress(event);
    }
}

void becomeJudgeError(Report& report, Error error) {
    report.verdict = Verdict::JudgeError;
    report.score.reset();
    report.error = std::move(error);
}

bool isRejected(const StaticResult& result) {
    return result.verdict != Verdict::Accepted;
}

/// A source that the package refuses fails a problem without scores, whatever the cases come to; in a scored one its
/// groups know. A failure of the package's program is one for all.
void concludeStatically(const JudgeRequest& request, Report& report) {
    const auto failed = std::ranges::find(report.staticResults, Verdict::JudgeError, &StaticResult::verdict);
    if (failed != report.staticResults.end()) {
        becomeJudgeError(report, *failed->error);
    } else if (std::ranges::any_of(report.staticResults, isRejected) && !request.problem->tree.scored &&
               report.verdict != Verdict::JudgeError) {
        report.verdict = Verdict::WrongAnswer;
    }
}

/// Nothing needs to be run for a verdict that the sources alone decide.
bool isRejectedUnrun(const JudgeRequest& request, const Report& report) {
    const bool isDecided = request.mode == Mode::Submit && !request.allCases && !request.problem->tree.scored;
    return isDecided && std::ranges::any_of(report.staticResults, isRejected);
}

void skipAll(const std::vector<PlannedCase>& cases, Report& report) {
    for (const PlannedCase& planned : cases) {
        report.cases.push_back(planned.result);
        report.cases.back().verdict = Verdict::Skipped;
    }
}

} // namespace

Judge::Judge(sandbox::BoxSource& boxes, sandbox::Capabilities capabilities, const LanguageCatalogue& languages,
             JudgeOptions options)
    : m_private(std::make_unique<Private>(boxes, std::move(capabilities), languages,
                                          options.workers > 0 ? options.workers : physicalCores(), options.cacheFolder,
                                          options.mostMadeCases)) {}

Judge::~Judge() = default;

ProgramRunner& Judge::programs() {
    return m_private->programs;
}

bool Judge::isPreparing() const {
    return m_private->compiler.preparations().isBusy();
}

void Judge::finishPreparing(std::stop_token stop) {
    m_private->compiler.preparations().finish(std::move(stop));
}

Report Judge::judge(const JudgeRequest& request, const ProgressSink& progress, std::stop_token stop) {
    assert(request.problem);
    const auto start = std::chrono::steady_clock::now();
    Report report;
    report.problemId = request.problemId;
    report.language = request.language;
    report.mode = request.mode;
    report.comparator = defaultComparator(*request.problem).name;
    report.tier = m_private->capabilities.tier;
    report.memorySource = m_private->capabilities.memory;
    try {
        Result<void> judged = m_private->judge(request, progress, stop, report);
        if (!judged && !stop.stop_requested()) {
            becomeJudgeError(report, std::move(judged).error());
        }
    } catch (const std::bad_alloc&) {
        becomeJudgeError(report, {"judge.memory", request.problemId + ": the judge ran out of memory"});
    }
    report.cancelled = stop.stop_requested();
    if (report.cancelled) {
        report.verdict.reset();
        report.score.reset();
        report.groups.clear();
        report.error.reset();
    }
    report.wall = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    return report;
}

Result<Problem> Judge::Private::complete(Problem problem, NeededCases needed, const GenerationSink& progress,
                                         std::stop_token stop) {
    return judge::complete(std::move(problem), needed, {languages, compiler, gate, programs, *TRY(madeCases.store())},
                           pool, progress, std::move(stop));
}

Result<Problem> Judge::complete(Problem problem, const GenerationSink& progress, std::stop_token stop) {
    return m_private->complete(std::move(problem), NeededCases::All, progress, std::move(stop));
}

Result<JudgeRequest> Judge::Private::withCases(const JudgeRequest& asked, const ProgressSink& progress,
                                               std::stop_token stop) {
    if (asked.problem->generation.empty() || !asked.customCases.empty()) {
        return JudgeRequest(asked);
    }
    const auto pass = [&](const GenerationProgress& made) { tell(progress, MakingCases{made.done, made.total}); };
    JudgeRequest request = asked;
    const NeededCases needed = asked.mode == Mode::Run ? NeededCases::Samples : NeededCases::All;
    request.problem = std::make_shared<const Problem>(TRY(complete(*asked.problem, needed, pass, std::move(stop))));
    return request;
}

Result<void> Judge::Private::judge(const JudgeRequest& asked, const ProgressSink& progress, std::stop_token stop,
                                   Report& report) {
    const Language& known = *TRY(findLanguage(asked));
    report.limits = effectiveLimits(asked.problem->limits, known);
    TRY(checkSources(asked.sources, asked.problem->limits.code));
    const JudgeRequest request = TRY(withCases(asked, progress, stop));
    const JoinedSources joined = TRY(joinIncludes(*request.problem, known, request.sources));
    std::vector<PlannedCase> cases = TRY(planCases(request));
    const Toolchain toolchain = TRY(chooseToolchain(known, boxes, toolchains, stop));
    const Language language = startingAt(request.entrypoint, equip(known, toolchain));
    report.toolchain = {rememberedVersion(known, toolchain, boxes, toolchains, stop),
                        compileCommand(language, toolchain.tool, joined.sources, request.problem->limits)};

    CheckerBuilding checkers(*request.problem, languages, pool, gate, compiler, stop);
    tell(progress, CompileStarted{});
    Compilation compilation = TRY(compileOnWorker(request.problem->limits, joined, language, toolchain.tool, stop));
    report.compile = compilation.result;
    tell(progress, CompileFinished{compilation.result});
    if (!compilation.program) {
        TRY(blameSource(compilation.result, known, stop));
        report.verdict = Verdict::CompileError;
        return {};
    }

    JudgingPrograms judging = TRY(checkers.take());
    if (judging.staticValidation) {
        TRY(validateStatically(request, *judging.staticValidation, language, joined, stop, report));
    }
    if (isRejectedUnrun(request, report)) {
        skipAll(cases, report);
        concludeStatically(request, report);
        return {};
    }
    tell(progress, CasesPlanned{namesOf(cases)});
    std::shared_ptr<const std::vector<ProgramFile>> workFiles = TRY(workFilesOf(joined));
    RunSetup setup{&language,
                   toolchain.tool,
                   compilation.program,
                   report.limits,
                   std::move(judging.outputJudge),
                   request.problem->passes,
                   std::move(judging.interactor),
                   std::move(workFiles),
                   request.problem->streamFiles};
    const CaseRules rules(request, staticGrades(request.problem->tree, report.staticResults));
    const auto sequence = std::make_shared<CaseSequence>(std::move(cases), std::move(setup), gate, rules, progress);
    report.cases = sequence->run(pool, stop);
    const CheckerAllowance allowance = allowanceOf(request.problem->limits);
    rules.conclude(report, CustomGrading(std::move(judging.grader), allowance, pool, gate, stop));
    concludeStatically(request, report);
    compiler.preparations().request(language, toolchain.tool, joined.sources);
    return {};
}

/// In a run only as the samples have it.
Result<void> Judge::Private::validateStatically(const JudgeRequest& request, const StaticValidation& validation,
                                                const Language& language, const JoinedSources& joined,
                                                std::stop_token stop, Report& report) {
    for (const StaticCase& staticCase : request.problem->staticCases) {
        if (request.mode == Mode::Run && !staticCase.isSample()) {
            continue;
        }
        BoxSlot slot(boxes);
        std::optional<StaticResult> result = TRY(validation.run(staticCase, language, joined, slot, stop));
        if (!result) {
            return fail("judge.cancelled", "stopped while the sources were validated");
        }
        scoreStatically(request.problem->tree, *result);
        report.staticResults.push_back(*std::move(result));
    }
    return {};
}

Result<const Language*> Judge::Private::findLanguage(const JudgeRequest& request) const {
    const Language* language = languages.find(request.language);
    if (!language) {
        return fail("language.unknown", "\"" + request.language + "\": no language of this name is known");
    }
    if (!isAllowed(*language, request.problem->languages)) {
        return fail("language.not-allowed", language->name + ": the problem doesn't allow this language");
    }
    return language;
}

/// A compiler that fails without a word about any place in the source may itself be broken (half of it uninstalled,
/// say): then its self-test fails too, and it isn't a compile error of the person's.
Result<void> Judge::Private::blameSource(const CompileResult& compiled, const Language& language,
                                         std::stop_token stop) {
    if (!compiled.diagnostics.empty() || compiled.limit || stop.stop_requested()) {
        return {};
    }
    const ToolchainCheck check = checkToolchain(language, boxes, toolchains, std::move(stop));
    if (!check.works) {
        return fail("language.broken", check.detail);
    }
    return {};
}

Result<Compilation> Judge::Private::compileOnWorker(const ProblemLimits& limits, const JoinedSources& joined,
                                                    const Language& language, const std::string& tool,
                                                    std::stop_token stop) {
    if (std::optional<Compilation> known = compiler.recall(language, tool, joined.sources, limits)) {
        restoreName(joined, known->result);
        return *std::move(known);
    }
    std::promise<Result<Compilation>> promise;
    std::future<Result<Compilation>> compiled = promise.get_future();
    pool.post([&](BoxSlot& slot) {
        try {
            const RunGate::Pass pass = gate.enter(limits.compilationMemory, stop);
            promise.set_value(pass ? compiler.compile(language, tool, joined.sources, limits, slot, stop)
                                   : Result<Compilation>(fail("judge.cancelled", "stopped before compiling")));
        } catch (const std::bad_alloc&) {
            promise.set_value(fail("judge.memory", "compiling: the judge ran out of memory"));
        }
    });
    Result<Compilation> compilation = compiled.get();
    if (compilation) {
        restoreName(joined, compilation->result);
    }
    return compilation;
}

} // namespace grindstone::judge
