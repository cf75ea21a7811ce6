// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/compared_file.h"
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

struct CompareOptions {
    std::string comparator;
    std::string answer;
    std::string output;
    std::string input;
    std::vector<std::string> arguments;
};

struct ComparedFiles {
    ComparedFile answer;
    ComparedFile output;
};

Result<ComparedFiles> openFiles(const CompareOptions& options, const std::stop_token& stop) {
    // No comparator that is built in looks at the input; one that isn't there is a mistake all the same.
    if (!options.input.empty() && ::access(options.input.c_str(), R_OK) != 0) {
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
    return json;
}

void drawResult(Console& console, const judge::Comparison& result, const ComparedFiles& files) {
    Canvas canvas = console.canvas();
    if (result.accepted) {
        canvas.line(Cli::tr("Accepted"), Style::Good);
    } else {
        canvas.put(Cli::tr("Rejected"), Style::Bad).put(QStringLiteral("  "));
        canvas.line(core::text::explanationSentence(result.explanation, core::text::Wording::Translated));
        drawDifference(canvas, result.explanation, files.answer.reader(), files.output.reader(), Width);
    }
    console.print(canvas);
}

ExitStatus compareFiles(const CompareOptions& options, Session& session) {
    if (options.answer == "-" && options.output == "-") {
        return session.console.fail({"usage.standard-input", "only one of ANSWER and OUTPUT can be standard input"});
    }
    const Result<judge::ComparatorSpec> spec = judge::makeComparatorSpec(options.comparator, options.arguments);
    if (!spec) {
        session.console.fail(spec.error());
        return ExitStatus::WrongUsage;
    }
    const Result<ComparedFiles> files = openFiles(options, session.stop);
    if (!files) {
        return session.console.fail(files.error());
    }
    const auto result = judge::compare(*spec, files->answer.fd(), files->answer.name, files->output.fd());
    if (!result) {
        return session.console.fail(result.error());
    }
    if (session.console.json()) {
        session.console.document(resultJson(options, *result));
    } else {
        drawResult(session.console, *result, *files);
    }
    return result->accepted ? ExitStatus::Success : ExitStatus::NotAccepted;
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
               "\n"
               "Comparators: %1.\n"
               "The exit status is 0 for accepted, 1 for rejected, 2 for an unknown comparator or argument, and 3\n"
               "when a file cannot be read or the answer is bad for this comparator.")
        .arg(names.join(QStringLiteral(", ")));
}

} // namespace

void declareCompare(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command = addCommand(
        root, "compare", Cli::tr("Compare an output with an answer, and tell where and why they differ"), examples());
    command->add_option("COMPARATOR", options->comparator, Cli::tr("One of those below").toStdString())->required();
    command->add_option("ANSWER", options->answer, Cli::tr("What is right").toStdString())->required();
    command->add_option("OUTPUT", options->output, Cli::tr("What a program wrote; - for standard input").toStdString())
        ->required();
    command->add_option("--input", options->input, Cli::tr("What the program read").toStdString())->type_name("FILE");
    command
        ->add_option("--arg", options->arguments,
                     Cli::tr("An argument of the comparator; may be repeated").toStdString())
        ->type_name("A")
        ->allow_extra_args(false);
    declareJson(*command);
    choose(*command, chosen, options, compareFiles);
}

} // namespace grindstone::cli
