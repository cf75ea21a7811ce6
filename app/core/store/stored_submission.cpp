// SPDX-License-Identifier: GPL-3.0-or-later
// From a report to what the history keeps of it.
#include "app/core/store/submission_repository.h"
#include "app/core/text/text.h"
#include "judge/engine/submission.h"
#include "judge/report/report.h"

#include <algorithm>
#include <string_view>

namespace grindstone::core {

namespace {

using text::Wording;

QString joined(const std::vector<judge::SourceFile>& sources) {
    if (sources.size() == 1) {
        return QString::fromStdString(sources.front().content);
    }
    QString code;
    for (const judge::SourceFile& source : sources) {
        code += QStringLiteral("==> %1 <==\n").arg(QString::fromStdString(source.name)) +
                QString::fromStdString(source.content);
        if (!code.endsWith(u'\n')) {
            code += u'\n';
        }
    }
    return code;
}

int milliseconds(std::chrono::nanoseconds time) {
    return int(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
}

QString verdictCode(std::optional<judge::Verdict> verdict) {
    const std::string_view code = verdict ? judge::code(*verdict) : std::string_view();
    return QString::fromUtf8(code.data(), qsizetype(code.size()));
}

StoredCase toStored(const judge::CaseResult& result, const judge::EffectiveLimits& limits) {
    return {QString::fromStdString(result.name),
            verdictCode(result.verdict),
            milliseconds(result.cpu),
            milliseconds(result.wall),
            qint64(result.memory.inKib()),
            text::caseMessage(result, limits, Wording::English)};
}

/// The compiler's first lines, or the sentence of the first case that failed.
QString firstFailure(const judge::Report& report, const std::vector<StoredCase>& cases) {
    if (report.verdict == judge::Verdict::CompileError) {
        constexpr int FirstLines = 5;
        const QString output = QString::fromStdString(report.compile.output).section(u'\n', 0, FirstLines - 1);
        return output.isEmpty() ? text::compileMessage(report.compile, Wording::English) : output.left(2000);
    }
    const auto failed = std::ranges::find_if(cases, [](const StoredCase& one) { return !one.message.isEmpty(); });
    return failed == cases.end() ? QString() : failed->message;
}

} // namespace

StoredSubmission toStored(const judge::JudgeRequest& request, const judge::Report& report) {
    StoredSubmission submission;
    submission.problemId = QString::fromStdString(request.problemId);
    submission.language = QString::fromStdString(request.language);
    submission.code = joined(request.sources);
    submission.verdict = verdictCode(report.verdict);
    submission.submittedAt = QDateTime::currentDateTimeUtc();
    submission.casesPassed = int(report.passed());
    submission.casesTotal = int(report.cases.size());
    submission.tier = text::tierName(report.tier, Wording::English);
    for (const judge::CaseResult& result : report.cases) {
        submission.cpuMsMax = std::max(submission.cpuMsMax, milliseconds(result.cpu));
        submission.memoryKibMax = std::max(submission.memoryKibMax, qint64(result.memory.inKib()));
        submission.cases.push_back(toStored(result, report.limits));
    }
    submission.message = firstFailure(report, submission.cases);
    return submission;
}

} // namespace grindstone::core
