// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/compare_options.h"
#include "app/cli/difference_view.h"
#include "app/cli/translation.h"
#include "app/core/text/explanation_text.h"
#include "judge/compare/comparator.h"
#include "judge/compare/explanation_json.h"

#include <unistd.h>

#include <algorithm>

namespace grindstone::cli {

namespace {

constexpr int Width = 80;

Result<ComparedFiles> openFiles(const CompareOptions& options, const std::stop_token& stop) {
    // No comparator that is built in looks at the input; one that isn't there is a mistake all the same.
    if (!options.input.empty() && options.input != "-" && ::access(options.input.c_str(), R_OK) != 0) {
        return fail("file.unreadable", options.input + ": cannot be read");
    }
    ComparedFile answer = TRY(openCompared(options.answer, stop));
    ComparedFile output = TRY(openCompared(options.output, stop));
    return ComparedFiles{std::move(answer), std::move(output)};
}

nlohmann::ordered_json resultJson(const CompareOptions& options, const judge::Comparison& result) {
    nlohmann::ordered_json json;
    json["schema"] = "grindstone-compare/1";
    json["comparator"] = options.comparator;
    json["accepted"] = result.accepted;
    json["explanation"] = result.accepted ? nlohmann::ordered_json(nullptr) : judge::toJson(result.explanation);
    json["message"] = core::text::explanationSentence(result.explanation, core::text::Wording::English).toStdString();
    if (!result.feedback.judgeMessage.empty()) {
        json["judge_message"] = result.feedback.judgeMessage;
    }
    if (!result.feedback.teamMessage.empty()) {
        json["team_message"] = result.feedback.teamMessage;
    }
    return json;
}

void drawResult(Console& console, const judge::Comparison& result, const ComparedFiles& files) {
    Canvas canvas = console.canvas();
    if (result.accepted) {
        canvas.line(Cli::tr("Accepted"), Style::Good);
        for (const std::string& message : {result.feedback.teamMessage, result.feedback.judgeMessage}) {
            if (!message.empty()) {
                canvas.block(QString::fromStdString(message), 2);
            }
        }
    } else {
        canvas.put(Cli::tr("Rejected"), Style::Bad).put(QStringLiteral("  "));
        canvas.line(core::text::explanationSentence(result.explanation, core::text::Wording::Translated));
        if (result.explanation.kind != judge::Explanation::Kind::CheckerRejected) { // it names no place
            drawDifference(canvas, result.explanation, files.answer.reader(), files.output.reader(), Width);
        }
    }
    console.print(canvas);
}

/// What is wrong with the call itself, which no file can mend.
Result<void> checkUsage(const CompareOptions& options, bool checker) {
    const std::string* files[] = {&options.answer, &options.output, &options.input};
    if (std::ranges::count_if(files, [](const std::string* file) { return *file == "-"; }) > 1) {
        return fail("usage.standard-input", "only one of ANSWER, OUTPUT and --input can be standard input");
    }
    if (!checker && !options.kind.empty()) {
        return fail("usage.no-checker", "--kind is for checkers; " + options.comparator + " is none");
    }
    return {};
}

ExitStatus showResult(const CompareOptions& options, const judge::Comparison& result, const ComparedFiles& files,
                      Console& console) {
    if (console.json()) {
        console.document(resultJson(options, result));
    } else {
        drawResult(console, result, files);
    }
    return result.accepted ? ExitStatus::Success : ExitStatus::NotAccepted;
}

ExitStatus compareFiles(const CompareOptions& options, Session& session) {
    const bool checker = isCheckerPath(options.comparator);
    if (const Result<void> usage = checkUsage(options, checker); !usage) {
        return session.console.fail(usage.error());
    }
    const auto spec =
        checker ? Result<judge::ComparatorSpec>() : judge::makeComparatorSpec(options.comparator, options.arguments);
    if (!spec) {
        session.console.fail(spec.error());
        return ExitStatus::WrongUsage;
    }
    const Result<ComparedFiles> files = openFiles(options, session.stop);
    if (!files) {
        return session.console.fail(files.error());
    }
    const auto result = checker ? compareByChecker(options, *files, session)
                                : judge::compare(*spec, files->answer.fd(), files->answer.name, files->output.fd());
    return result ? showResult(options, *result, *files, session.console) : session.console.fail(result.error());
}

std::string checkKind(const std::string& text) {
    return text == "icpc" || text == "testlib" ? std::string()
                                               : text + " is not a kind of checker; there are: icpc, testlib";
}

QString examples() {
    QStringList names;
    for (const std::string_view name : judge::comparatorNames()) {
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return Cli::tr(
               "  grind compare tokens 1.ans mine.txt                               words and numbers, any blanks\n"
               "  grind compare tokens 1.ans mine.txt --arg float_tolerance --arg 1e-6\n"
               "  grind compare lines 1.ans mine.txt                                blanks at line ends are ignored\n"
               "  ./solution <1.in | grind compare exact 1.ans -                    byte for byte\n"
               "  grind compare unordered-lines <(seq 9) <(seq 9 | shuf)            lines in any order\n"
               "  grind compare ./check.cpp 1.ans mine.txt --input 1.in             a checker of your own\n"
               "\n"
               "Comparators: %1.\n"
               "A path is the source of a checker, a file or a folder: an ICPC output validator or a testlib\n"
               "checker. It is compiled and runs in the sandbox.\n"
               "The exit status is 0 for accepted, 1 for rejected, 2 for an unknown comparator or argument, and 3\n"
               "when a file cannot be read, the answer is bad for this comparator or a checker gives no judgement.")
        .arg(names.join(QStringLiteral(", ")));
}

} // namespace

void declareCompare(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command = addCommand(
        root, "compare", Cli::tr("Compare an output with an answer, and tell where and why they differ"), examples());
    command
        ->add_option("COMPARATOR", options->comparator,
                     Cli::tr("One of those below, or the path of a checker's source").toStdString())
        ->required();
    command->add_option("ANSWER", options->answer, Cli::tr("What is right").toStdString())->required();
    command->add_option("OUTPUT", options->output, Cli::tr("What a program wrote; - for standard input").toStdString())
        ->required();
    command->add_option("--input", options->input, Cli::tr("What the program read").toStdString())->type_name("FILE");
    command
        ->add_option("--arg", options->arguments,
                     Cli::tr("An argument of the comparator; may be repeated").toStdString())
        ->type_name("A")
        ->allow_extra_args(false);
    command
        ->add_option("--kind", options->kind,
                     Cli::tr("How a checker is called: icpc or testlib; told by its source unless given").toStdString())
        ->type_name("KIND")
        ->check(CLI::Validator(checkKind, ""));
    declareJson(*command);
    choose(*command, chosen, options, compareFiles);
}

} // namespace grindstone::cli
