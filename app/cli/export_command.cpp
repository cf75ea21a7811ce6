// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/history_options.h"
#include "app/cli/translation.h"
#include "app/core/export/history_export.h"

#include <algorithm>
#include <array>

namespace grindstone::cli {

namespace {

using core::ExportFormat;

struct ExportOptions : HistoryOptions {
    std::string format = "json";
    std::string path;
};

struct NamedFormat {
    std::string_view name;
    ExportFormat format;
};

constexpr std::array Formats{NamedFormat{"json", ExportFormat::Json}, NamedFormat{"csv", ExportFormat::Csv},
                             NamedFormat{"folder", ExportFormat::Folder}};

std::string checkFormat(const std::string& text) {
    const bool known = std::ranges::find(Formats, std::string_view(text), &NamedFormat::name) != Formats.end();
    return known ? std::string() : text + " is not a format; there are: json, csv, folder";
}

core::ExportOrder toOrder(const ExportOptions& options, Session& session) {
    core::ExportOrder order;
    order.filter = toFilter(options);
    order.format = std::ranges::find(Formats, std::string_view(options.format), &NamedFormat::name)->format;
    order.path = options.path;
    order.extension = [&session](const QString& id) {
        const judge::Language* language = session.services.languages().find(id.toStdString());
        return language == nullptr ? QString() : QString::fromStdString(language->extensions.front());
    };
    return order;
}

Result<std::size_t> exportTo(const ExportOptions& options, Session& session) {
    const std::optional<core::SubmissionRepository> history = TRY(findHistory(session));
    if (!history) {
        return fail("history.none", session.services.paths().database().string());
    }
    return core::exportHistory(*history, toOrder(options, session), session.stop);
}

ExitStatus exportHistory(const ExportOptions& options, Session& session) {
    const Result<std::size_t> count = exportTo(options, session);
    if (!count) {
        return session.console.fail(count.error());
    }
    if (session.console.json()) {
        session.console.document({{"schema", "grindstone-export/1"},
                                  {"format", options.format},
                                  {"path", options.path},
                                  {"submissions", *count}});
    } else {
        session.console.tell(
            Cli::tr("%n submission(s) written to %1.", nullptr, int(*count)).arg(QString::fromStdString(options.path)));
    }
    return ExitStatus::Success;
}

} // namespace

void declareExport(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command = addCommand(
        root, "export", Cli::tr("Write your submissions to a file or a folder"),
        Cli::tr("  grind export -o history.json                     all that is kept, as JSON\n"
                "  grind export --format csv -o history.csv         a table for a spreadsheet, without code\n"
                "  grind export --format folder -o solutions        the sources, in a folder for each problem\n"
                "  grind export echo-sum --verdict AC --format folder -o accepted\n"
                "\n"
                "Nothing that is there already is replaced, and an export that fails leaves nothing."));
    declareHistoryOptions(*command, *options);
    command->add_option("--format", options->format, Cli::tr("json, csv or folder; json unless given").toStdString())
        ->type_name("FORMAT")
        ->check(CLI::Validator(checkFormat, ""));
    command->add_option("-o,--output", options->path, Cli::tr("The new file or folder").toStdString())
        ->type_name("FILE")
        ->required();
    declareJson(*command);
    choose(*command, chosen, options, exportHistory);
}

} // namespace grindstone::cli
