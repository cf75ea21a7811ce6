// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_options.h"

#include "app/cli/translation.h"
#include "judge/verdict.h"

namespace grindstone::cli {

namespace {

std::string upperCase(const std::string& text) {
    return QString::fromStdString(text).toUpper().toStdString();
}

std::string checkVerdict(const std::string& text) {
    return judge::findVerdict(upperCase(text)) ? std::string()
                                               : text + " is no verdict; AC, PA, WA, TLE, MLE, OLE, RE and CE are";
}

/// A day begins at midnight here; invalid for what is no date.
QDateTime parseDate(const std::string& text) {
    const QString typed = QString::fromStdString(text);
    const QDateTime exact = QDateTime::fromString(typed, Qt::ISODate);
    return typed.contains(u'T') ? exact : QDate::fromString(typed, Qt::ISODate).startOfDay();
}

std::string checkDate(const std::string& text) {
    return parseDate(text).isValid() ? std::string() : text + " is no date; write it as 2026-11-25 or 2026-11-25T10:30";
}

} // namespace

void declareHistoryOptions(CLI::App& command, HistoryOptions& options) {
    command.add_option("PROBLEM", options.problems,
                       Cli::tr("PACK/NAME, or NAME; all problems unless given").toStdString());
    command
        .add_option("--verdict", options.verdict, Cli::tr("Only those with this verdict: AC, WA, TLE …").toStdString())
        ->type_name("VERDICT")
        ->check(CLI::Validator(checkVerdict, ""));
    command.add_option("--language", options.language, Cli::tr("Only those in this language").toStdString())
        ->type_name("ID");
    command
        .add_option("--since", options.since,
                    Cli::tr("Only those from this day on: 2026-11-25, or 2026-11-25T10:30").toStdString())
        ->type_name("DATE")
        ->check(CLI::Validator(checkDate, ""));
}

core::HistoryFilter toFilter(const HistoryOptions& options) {
    core::HistoryFilter filter;
    for (const std::string& problem : options.problems) {
        filter.problems << QString::fromStdString(problem);
    }
    filter.verdict = QString::fromStdString(upperCase(options.verdict));
    filter.language = QString::fromStdString(options.language);
    if (!options.since.empty()) {
        filter.since = parseDate(options.since);
    }
    return filter;
}

Result<std::optional<core::SubmissionRepository>> findHistory(Session& session) {
    std::error_code failure;
    if (!std::filesystem::exists(session.services.paths().database(), failure)) {
        return std::optional<core::SubmissionRepository>();
    }
    const core::Store* store = TRY(session.services.store());
    return std::optional(core::SubmissionRepository(*store));
}

} // namespace grindstone::cli
