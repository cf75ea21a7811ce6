// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/judging.h"
#include "app/cli/package_argument.h"
#include "app/cli/source_argument.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"
#include "judge/package/package.h"

#include <algorithm>
#include <filesystem>

namespace grindstone::cli {

namespace {

struct JudgeOptions : JudgingOptions {
    std::string package;
    std::vector<std::string> sources;
    bool all = false;
};

using SharedProblem = std::shared_ptr<const judge::Problem>;

Result<SharedProblem> loadProblem(const PackageArgument& argument) {
    judge::Problem problem = TRY(judge::loadPackage(TRY(argument.package())));
    return std::make_shared<const judge::Problem>(std::move(problem));
}

Result<judge::JudgeRequest> prepare(const JudgeOptions& options, const SharedProblem& problem,
                                    const std::string& source, Session& session) {
    Solution solution =
        TRY(readSolution(source, options.language, session.services.languages(), problem->limits.code, session.stop));
    judge::JudgeRequest request;
    request.problem = problem;
    request.problemId = problem->slug;
    request.language = std::move(solution.language);
    request.sources = std::move(solution.sources);
    request.mode = judge::Mode::Submit;
    request.allCases = options.all;
    return request;
}

/// Several sources get a folder each below --keep: "1-good.cpp".
std::string keepFolder(const JudgeOptions& options, std::size_t index) {
    if (options.keep.empty() || options.sources.size() == 1) {
        return options.keep;
    }
    std::string name = std::filesystem::path(options.sources[index]).lexically_normal().filename().string();
    name = name.empty() || name == ".." || name == "." ? "source" : name;
    return options.keep + "/" + std::to_string(index + 1) + "-" + name;
}

Result<Attempt> judgeSource(const JudgeOptions& options, const SharedProblem& problem, std::size_t index,
                            Session& session) {
    judge::JudgeRequest request = TRY(prepare(options, problem, options.sources[index], session));
    return judgeRequest(session, std::move(request), keepFolder(options, index));
}

ExitStatus judgeOne(const JudgeOptions& options, const SharedProblem& problem, Session& session) {
    const Result<Attempt> attempt = judgeSource(options, problem, 0, session);
    if (!attempt) {
        return session.console.fail(attempt.error());
    }
    printAttempt(session, *attempt, options.full);
    return attempt->status;
}

/// A report, or an error document, that says of which source it is.
nlohmann::ordered_json entryJson(const Result<Attempt>& attempt, const std::string& source, bool full) {
    nlohmann::ordered_json entry =
        attempt ? attemptJson(*attempt, full) : judge::toJson(attempt.error(), core::text::jsonOptions(full));
    entry["source"] = source;
    return entry;
}

/// One source that cannot be read doesn't stop the others.
ExitStatus judgeSeveral(const JudgeOptions& options, const SharedProblem& problem, Session& session) {
    nlohmann::ordered_json reports = nlohmann::ordered_json::array();
    ExitStatus status = ExitStatus::Success;
    for (std::size_t i = 0; i < options.sources.size() && !session.stop.stop_requested(); ++i) {
        const std::string& source = options.sources[i];
        const Result<Attempt> attempt = judgeSource(options, problem, i, session);
        status = graver(status, attempt ? attempt->status : statusOf(attempt.error()));
        if (session.console.json()) {
            reports.push_back(entryJson(attempt, source, options.full));
            continue;
        }
        session.console.print(session.console.canvas().line().put(source, Style::Bold).line());
        if (attempt) {
            printAttempt(session, *attempt, options.full);
        } else {
            session.console.fail(attempt.error());
        }
    }
    if (session.console.json()) {
        session.console.document({{"schema", "grindstone-reports/1"}, {"reports", reports}});
    }
    return status;
}

ExitStatus judge(const JudgeOptions& options, Session& session) {
    if (std::ranges::count(options.sources, "-") > 1) {
        return session.console.fail({"usage.standard-input", "only one SOURCE can be standard input"});
    }
    const Result<PackageArgument> package = PackageArgument::open(options.package, session);
    const Result<SharedProblem> problem = package ? loadProblem(*package) : fail(package.error());
    if (!problem) {
        return session.console.fail(problem.error());
    }
    return options.sources.size() == 1 ? judgeOne(options, *problem, session)
                                       : judgeSeveral(options, *problem, session);
}

QString examples() {
    return Cli::tr("  grind judge ~/packages/hello hello.cpp           one program\n"
                   "  grind judge hello hello/submissions/*/*          several, one after the other\n"
                   "  grind judge hello a.cpp b.py --all --json        a \"reports\" list, each with its \"source\"\n"
                   "\n"
                   "The package may lie anywhere; nothing is imported and nothing is recorded. With several sources\n"
                   "the exit status is that of the worst.");
}

} // namespace

void declareJudge(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<JudgeOptions>();
    CLI::App* command =
        addCommand(root, "judge", Cli::tr("Judge programs on a package folder or archive, with no import"), examples());
    command
        ->add_option("PACKAGE", options->package, Cli::tr("Folder with a problem.yaml, or its archive").toStdString())
        ->required();
    command->add_option("SOURCE", options->sources, Cli::tr("Files, folders, or - for standard input").toStdString())
        ->required();
    command->add_flag("--all", options->all, Cli::tr("Go on after the first failure").toStdString());
    declareJudgingOptions(*command, *options);
    choose(*command, chosen, options, judge);
}

} // namespace grindstone::cli
