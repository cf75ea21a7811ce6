// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/judging.h"
#include "app/cli/queued_judging.h"
#include "app/cli/source_argument.h"
#include "app/cli/translation.h"

#include <algorithm>
#include <filesystem>

namespace grindstone::cli {

namespace {

/// What a person may give as an input of their own.
constexpr Bytes LargestInput = Bytes::mib(256);

struct RunOptions : JudgingOptions {
    std::string problem;
    std::string source;
    std::vector<std::string> cases;
    std::string standardInput;
};

/// An input file; the answer lies beside it as NAME.ans, or there is none.
Result<judge::CustomCase> loadCase(const std::string& file, std::stop_token stop) {
    judge::CustomCase custom;
    custom.input = TRY(readWhole(file, LargestInput, stop));
    const std::filesystem::path answer = std::filesystem::path(file).replace_extension(".ans");
    std::error_code failure;
    if (file != "-" && answer != file && std::filesystem::is_regular_file(answer, failure)) {
        custom.answer = TRY(readWhole(answer.string(), LargestInput, stop));
    }
    return custom;
}

Result<std::vector<judge::CustomCase>> customCases(const RunOptions& options, std::stop_token stop) {
    std::vector<judge::CustomCase> customs;
    for (const std::string& file : options.cases) {
        judge::CustomCase custom = TRY(loadCase(file, stop));
        customs.push_back(std::move(custom));
    }
    if (!options.standardInput.empty()) {
        std::string input = TRY(readWhole(options.standardInput, LargestInput, stop));
        customs.push_back({std::move(input), std::nullopt});
    }
    return customs;
}

/// Standard input can be had only once.
Result<void> checkStandardInput(const RunOptions& options) {
    const auto uses = std::ranges::count(options.cases, "-") + (options.standardInput == "-") + (options.source == "-");
    if (uses > 1) {
        return fail("usage.standard-input", "only one of SOURCE, --case and --stdin can be standard input");
    }
    return {};
}

Result<judge::JudgeRequest> prepare(const RunOptions& options, Session& session) {
    TRY(checkStandardInput(options));
    const core::ProblemEntry entry = TRY(session.services.library().find(QString::fromStdString(options.problem)));
    judge::JudgeRequest request;
    request.problem = TRY(core::Library::load(entry));
    request.problemId = entry.id.toStdString();
    request.mode = judge::Mode::Run;
    request.allCases = true;
    request.customCases = TRY(customCases(options, session.stop));
    if (request.customCases.empty() && std::ranges::none_of(request.problem->cases, &judge::TestCase::sample)) {
        return fail("problem.no-samples", request.problemId);
    }
    Solution solution = TRY(readSolution(options.source, options.language, session.services.languages(),
                                         request.problem->limits.code, session.stop));
    request.sources = std::move(solution.sources);
    request.language = std::move(solution.language);
    return request;
}

ExitStatus run(const RunOptions& options, Session& session) {
    Result<judge::JudgeRequest> request = prepare(options, session);
    if (!request) {
        return session.console.fail(request.error());
    }
    const Result<Attempt> attempt = judgeInQueue(session, std::move(*request), options.keep);
    if (!attempt) {
        return session.console.fail(attempt.error());
    }
    printAttempt(session, *attempt, options.full);
    judgeAbandonedToo(session);
    return attempt->status;
}

QString examples() {
    return Cli::tr("  grind run starter/echo-sum sum.cpp               on the samples\n"
                   "  grind run echo-sum sum.py --case mine.in         on an input of your own; mine.ans beside it\n"
                   "                                                   is its answer, if there is one\n"
                   "  echo 1 2 | grind run echo-sum sum.py --stdin -   see what it prints\n"
                   "  grind run echo-sum - --language cpp < sum.cpp    the source from standard input\n"
                   "\n"
                   "A run is not recorded. Without an answer it succeeds when the program ends well.");
}

} // namespace

void declareRun(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<RunOptions>();
    CLI::App* command =
        addCommand(root, "run", Cli::tr("Try a program on a problem's samples, or on your own inputs"), examples());
    command->add_option("PROBLEM", options->problem, Cli::tr("PACK/NAME, or NAME").toStdString())->required();
    command->add_option("SOURCE", options->source, Cli::tr("File, folder, or - for standard input").toStdString())
        ->required();
    command
        ->add_option("--case", options->cases,
                     Cli::tr("Input of your own instead of the samples; may be repeated").toStdString())
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command
        ->add_option("--stdin", options->standardInput,
                     Cli::tr("One more input, without an answer; - is standard input").toStdString())
        ->type_name("FILE");
    declareJudgingOptions(*command, *options);
    choose(*command, chosen, options, run);
}

} // namespace grindstone::cli
