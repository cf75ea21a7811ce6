// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"

#include "app/cli/command_tree.h"
#include "app/cli/commands.h"
#include "app/cli/completion.h"
#include "app/cli/completion_scripts.h"
#include "app/cli/help_format.h"
#include "app/cli/interruption.h"
#include "app/cli/manual_page.h"
#include "app/cli/notice.h"
#include "app/cli/progress_bar.h"
#include "app/cli/standard_streams.h"
#include "app/cli/translation.h"

#include <CLI/Config.hpp>

#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace grindstone::cli {

namespace {

/// Also looks at a command line that cannot be understood: its error must be told in the form asked for.
OutputForm wantedForm(std::span<char* const> arguments) {
    for (const std::string_view argument : arguments.subspan(std::min<std::size_t>(1, arguments.size()))) {
        if (argument == "--") {
            break;
        }
        if (argument == "--json") {
            return OutputForm::Json;
        }
    }
    return OutputForm::Text;
}

QString overview() {
    return Cli::tr("Judges programs on programming problems, on this machine and in a sandbox.");
}

QString closing() {
    return Cli::tr(
        "A first round:\n"
        "  grind doctor                              is everything here that judging needs?\n"
        "  grind problems difficulty:easy            look for a problem\n"
        "  grind show starter/echo-sum               read it\n"
        "  grind run starter/echo-sum sum.cpp        try a solution on the samples\n"
        "  grind submit starter/echo-sum sum.cpp     have it judged on all cases\n"
        "\n"
        "PROBLEM is PACK/NAME, or NAME alone where only one pack has it.\n"
        "\n"
        "Exit status:\n"
        "  0  success, accepted\n"
        "  1  judged, and not accepted\n"
        "  2  wrong usage: an unknown option, a missing argument\n"
        "  3  failure: a judge error, or something named is not there or cannot be read\n"
        "  130 after Ctrl-C\n"
        "\n"
        "With --json, standard output is one JSON document, also for errors.\n"
        "GRINDSTONE_HOME=DIR keeps data, settings, state and cache below DIR; NO_COLOR=1 prints plain text.");
}

void declareCommands(CLI::App& root, Action& chosen) {
    root.name("grind");
    root.formatter(std::make_shared<HelpFormat>());
    root.footer(closing().toStdString());
    root.set_version_flag("--version", "grind " GRINDSTONE_VERSION,
                          Cli::tr("Print the version and exit").toStdString());
    root.set_help_flag("-h,--help", Cli::tr("Print this help and exit").toStdString());
    declareJson(root);
    root.require_subcommand(0, 1);
    declareProblems(root, chosen);
    declareShow(root, chosen);
    declareRun(root, chosen);
    declareSubmit(root, chosen);
    declareJudge(root, chosen);
    declareVerify(root, chosen);
    declarePack(root, chosen);
    declareJobs(root, chosen);
    declareCompare(root, chosen);
    declareHistory(root, chosen);
    declareExport(root, chosen);
    declareLanguages(root, chosen);
    declareDoctor(root, chosen);
    declareBench(root, chosen);
    declareServe(root, chosen);
    declareHelp(root, chosen);
    declareCompletion(root, chosen);
}

/// The command that was named, at whatever depth: "grind bench sandbox". `root` itself when there is none.
const CLI::App& namedCommand(const CLI::App& root) {
    const auto chosen = root.get_subcommands();
    return chosen.empty() ? root : namedCommand(*chosen.front());
}

Error usageError(const CLI::App& root, const CLI::ParseError& error) {
    const CLI::App& named = namedCommand(root);
    const std::vector<std::string> remaining = named.remaining();
    if (!commandsOf(named).empty() && !remaining.empty() && !remaining.front().starts_with('-')) {
        return unknownCommand(named, remaining.front());
    }
    if (&named != &root) {
        return {"usage.wrong", std::string(error.what()) + "; see " + fullName(named) + " --help"};
    }
    return {"usage.wrong", std::string(error.what()) + "; see grind --help"};
}

/// Parses, and takes CLI11's exceptions and exit codes for ours. Nothing when there is work to do.
std::optional<ExitStatus> parse(CLI::App& root, std::span<char* const> arguments, Console& console) {
    try {
        root.parse(static_cast<int>(arguments.size()), arguments.data());
        return std::nullopt;
    } catch (const CLI::Success& asked) { // --help, --version
        Canvas canvas = console.canvas();
        const bool version = asked.get_name() == "CallForVersion";
        canvas.block(QString::fromStdString(version ? asked.what() : helpText(namedCommand(root))), 0);
        console.print(canvas);
        return ExitStatus::Success;
    } catch (const CLI::ParseError& error) {
        return console.fail(usageError(root, error));
    }
}

/// What was judged is told already. The next compilation is faster for this wait, which comes once for each compiler.
void finishPreparing(Services& services, std::stop_token stop) {
    if (!services.isPreparing()) {
        return;
    }
    ProgressBar bar = ProgressBar::onTerminal();
    bar.show(Cli::tr("Preparing faster compiling, this once %1"), 0, 1);
    services.finishPreparing(std::move(stop));
    bar.clear();
}

ExitStatus perform(const Action& action, Console& console, const CLI::App& root, std::stop_token stop) {
    if (!action) {
        const CLI::App& named = namedCommand(root);
        if (!console.json()) {
            Canvas canvas = console.canvas();
            console.print(canvas.block(QString::fromStdString(helpText(named)), 0));
            return ExitStatus::WrongUsage;
        }
        return console.fail({"usage.wrong", "no command is given; see " + fullName(named) + " --help"});
    }
    Services services;
    Session session{services, console, stop};
    const ExitStatus status = action(session);
    tellNotice(session);
    finishPreparing(services, stop);
    return status;
}

/// For the scripts of `grind completion`: the words come as they were typed, and must not be understood as options.
int answerCompletion(const CLI::App& root, std::span<char* const> words) {
    Services services;
    const std::vector<std::string> typed(words.begin(), words.end());
    return writeFully(STDOUT_FILENO, completionText(complete(root, typed, services))) == 0 ? 0 : 3;
}

} // namespace

int runApplication(std::span<char* const> arguments) {
    Console console(wantedForm(arguments));
    Action action;
    CLI::App root(overview().toStdString());
    declareCommands(root, action);
    if (arguments.size() > 1 && std::string_view(arguments[1]) == CompletionRequest) {
        return answerCompletion(root, arguments.subspan(2));
    }
    if (arguments.size() == 2 && std::string_view(arguments[1]) == ManualRequest) {
        return writeFully(STDOUT_FILENO, manualPage(root)) == 0 ? 0 : 3;
    }
    if (const auto status = parse(root, arguments, console)) {
        return static_cast<int>(console.delivered() ? *status : ExitStatus::Failure);
    }
    const Interruption interruption;
    const ExitStatus status = perform(action, console, root, interruption.token());
    if (Interruption::signal() != 0) {
        return interruptedStatus(Interruption::signal());
    }
    return static_cast<int>(console.delivered() ? status : ExitStatus::Failure);
}

} // namespace grindstone::cli
