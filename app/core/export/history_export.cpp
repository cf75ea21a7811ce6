// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/export/history_export.h"

#include "app/core/export/csv.h"
#include "app/core/export/new_file.h"
#include "app/core/export/safe_name.h"
#include "app/core/store/history_json.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace grindstone::core {

namespace {

using Visit = SubmissionRepository::Visit;

/// Calls `visit` for each submission, until a stop is asked for.
Result<std::size_t> visitAll(const SubmissionRepository& history, const ExportOrder& order, const std::stop_token& stop,
                             const Visit& visit) {
    std::size_t count = 0;
    TRY(history.forEach(order.filter, [&](const StoredSubmission& one) -> Result<void> {
        if (stop.stop_requested()) {
            return fail("interrupted", "stopped; nothing was exported");
        }
        ++count;
        return visit(one);
    }));
    return count;
}

Result<std::size_t> exportJson(const SubmissionRepository& history, const ExportOrder& order,
                               const std::stop_token& stop) {
    NewFile file = TRY(NewFile::create(order.path));
    TRY(file.write("{\"schema\": \"grindstone-history/1\", \"submissions\": ["));
    const char* separator = "\n";
    const std::size_t count = TRY(visitAll(history, order, stop, [&](const StoredSubmission& one) -> Result<void> {
        TRY(file.write(std::exchange(separator, ",\n")));
        return file.write(submissionJson(one).dump());
    }));
    TRY(file.write("\n]}\n"));
    TRY(file.finish());
    return count;
}

QStringList csvHead() {
    return {QStringLiteral("id"),
            QStringLiteral("submitted_at"),
            QStringLiteral("problem"),
            QStringLiteral("language"),
            QStringLiteral("mode"),
            QStringLiteral("verdict"),
            QStringLiteral("score"),
            QStringLiteral("max_score"),
            QStringLiteral("cases_passed"),
            QStringLiteral("cases_total"),
            QStringLiteral("cpu_ms_max"),
            QStringLiteral("memory_kib_max"),
            QStringLiteral("wall_ms"),
            QStringLiteral("limit_cpu_ms"),
            QStringLiteral("limit_wall_ms"),
            QStringLiteral("limit_memory_kib"),
            QStringLiteral("limit_output_kib"),
            QStringLiteral("limit_source"),
            QStringLiteral("toolchain"),
            QStringLiteral("compile_command"),
            QStringLiteral("sandbox"),
            QStringLiteral("program_version"),
            QStringLiteral("message")};
}

/// Empty for a limit that was not kept.
QString limitField(qint64 limit) {
    return limit > 0 ? QString::number(limit) : QString();
}

QString scoreField(const std::optional<double>& score) {
    return score ? QString::number(*score, 'g', 17) : QString();
}

QStringList csvFields(const StoredSubmission& one) {
    return {QString::number(one.id),
            utcText(one.submittedAt),
            csvField(one.problemId),
            csvField(one.language),
            csvField(one.mode),
            csvField(one.verdict),
            scoreField(one.score),
            scoreField(one.maxScore),
            QString::number(one.casesPassed),
            QString::number(one.casesTotal),
            QString::number(one.cpuMsMax),
            QString::number(one.memoryKibMax),
            QString::number(one.wallMs),
            limitField(one.limits.cpuMs),
            limitField(one.limits.wallMs),
            limitField(one.limits.memoryKib),
            limitField(one.limits.outputKib),
            csvField(one.limits.source),
            csvField(one.toolchainVersion),
            csvField(one.compileCommand.join(u' ')),
            csvField(one.tier),
            csvField(one.programVersion),
            csvField(one.message)};
}

Result<std::size_t> exportCsv(const SubmissionRepository& history, const ExportOrder& order,
                              const std::stop_token& stop) {
    NewFile file = TRY(NewFile::create(order.path));
    TRY(file.write(csvLine(csvHead()).toStdString()));
    const std::size_t count = TRY(visitAll(history, order, stop, [&](const StoredSubmission& one) {
        return file.write(csvLine(csvFields(one)).toStdString());
    }));
    TRY(file.finish());
    return count;
}

std::filesystem::path toPath(const QString& name) {
    return name.toStdString();
}

std::filesystem::path problemFolder(const QString& problemId) {
    std::filesystem::path folder;
    for (const QString& part : problemId.split(u'/')) {
        folder /= toPath(safeName(part));
    }
    return folder;
}

/// "0007-WA-2026-11-25T10-11-12"
QString submissionName(const StoredSubmission& one) {
    return QStringLiteral("%1-%2-%3")
        .arg(one.id, 4, 10, QLatin1Char('0'))
        .arg(one.verdict, one.submittedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH-mm-ss")));
}

/// The person's own; where it was not kept, the language's.
QString extensionOf(const StoredSubmission& one, const ExportOrder& order) {
    const QString& name = one.files.front().name;
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot > 0 && dot + 1 < name.size()) {
        return name.mid(dot);
    }
    const QString known = order.extension ? order.extension(one.language) : QString();
    return known.isEmpty() ? QStringLiteral(".txt") : known;
}

Result<void> addSources(NewFolder& folder, const StoredSubmission& one, const ExportOrder& order) {
    const std::filesystem::path problem = problemFolder(one.problemId);
    if (one.files.size() == 1) {
        const QString name = safeName(submissionName(one) + extensionOf(one, order));
        return folder.add(problem / toPath(name), one.files.front().content.toStdString());
    }
    NamesInUse names;
    for (const StoredFile& file : one.files) {
        const std::filesystem::path own = toPath(safeName(submissionName(one))) / toPath(names.claim(file.name));
        TRY(folder.add(problem / own, file.content.toStdString()));
    }
    return {};
}

Result<std::size_t> exportSources(const SubmissionRepository& history, const ExportOrder& order,
                                  const std::stop_token& stop) {
    NewFolder folder = TRY(NewFolder::create(order.path));
    const std::size_t count = TRY(
        visitAll(history, order, stop, [&](const StoredSubmission& one) { return addSources(folder, one, order); }));
    TRY(folder.finish());
    return count;
}

} // namespace

Result<std::size_t> exportHistory(const SubmissionRepository& history, const ExportOrder& order, std::stop_token stop) {
    switch (order.format) {
    case ExportFormat::Csv:
        return exportCsv(history, order, stop);
    case ExportFormat::Folder:
        return exportSources(history, order, stop);
    case ExportFormat::Json:
        break;
    }
    return exportJson(history, order, stop);
}

} // namespace grindstone::core
