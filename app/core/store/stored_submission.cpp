// SPDX-License-Identifier: GPL-3.0-or-later
// From a report to what the history keeps of it.
#include "app/core/store/stored_submission.h"
#include "app/core/text/text.h"
#include "judge/engine/submission.h"
#include "judge/report/names.h"
#include "judge/report/report.h"
#include "judge/text/utf8.h"

#include <algorithm>
#include <string_view>

namespace grindstone::core {

namespace {

using text::Wording;

constexpr std::size_t LongestCompileOutput = 64 * 1024;
constexpr std::size_t MostDiagnostics = 200;

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

int milliseconds(std::chrono::nanoseconds time) {
    return int(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
}

QString verdictCode(std::optional<judge::Verdict> verdict) {
    return verdict ? toQString(judge::code(*verdict)) : QString();
}

StoredCase toStored(const judge::CaseResult& result, const judge::EffectiveLimits& limits) {
    return {QString::fromStdString(result.name),
            verdictCode(result.verdict),
            milliseconds(result.cpu),
            milliseconds(result.wall),
            qint64(result.memory.inKib()),
            text::caseMessage(result, limits, Wording::English),
            result.exitCode,
            result.signal,
            toQString(judge::name(result.limit)),
            result.score ? result.score : result.feedback.score,
            result.maxScore};
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

std::vector<StoredFile> filesOf(const judge::JudgeRequest& request) {
    std::vector<StoredFile> files;
    for (const judge::SourceFile& source : request.sources) {
        files.push_back({QString::fromStdString(source.name), QString::fromStdString(source.content)});
    }
    return files;
}

StoredLimits toStored(const judge::EffectiveLimits& limits) {
    return {limits.cpuTime.count(), limits.wallTime.count(), qint64(limits.memory.inKib()),
            qint64(limits.output.inKib()), toQString(judge::name(limits.source))};
}

void addCompilation(StoredSubmission& submission, const judge::Report& report) {
    submission.toolchainVersion = QString::fromStdString(report.toolchain.version);
    for (const std::string& word : report.toolchain.compile) {
        submission.compileCommand << QString::fromStdString(word);
    }
    submission.compileOutput = toQString(judge::cutUtf8(report.compile.output, LongestCompileOutput));
    for (const judge::Diagnostic& one : report.compile.diagnostics) {
        if (submission.diagnostics.size() == MostDiagnostics) {
            break;
        }
        submission.diagnostics.push_back({QString::fromStdString(one.file), one.line, one.column,
                                          QString::fromStdString(one.severity), QString::fromStdString(one.message)});
    }
}

void addCases(StoredSubmission& submission, const judge::Report& report) {
    submission.casesPassed = int(report.passed());
    submission.casesTotal = int(report.cases.size());
    for (const judge::CaseResult& result : report.cases) {
        submission.cpuMsMax = std::max(submission.cpuMsMax, milliseconds(result.cpu));
        submission.memoryKibMax = std::max(submission.memoryKibMax, qint64(result.memory.inKib()));
        submission.cases.push_back(toStored(result, report.limits));
    }
}

} // namespace

QString StoredSubmission::code() const {
    if (files.size() == 1) {
        return files.front().content;
    }
    QString joined;
    for (const StoredFile& file : files) {
        joined += QStringLiteral("==> %1 <==\n").arg(file.name) + file.content;
        if (!joined.endsWith(u'\n')) {
            joined += u'\n';
        }
    }
    return joined;
}

StoredSubmission toStored(const judge::JudgeRequest& request, const judge::Report& report) {
    StoredSubmission submission;
    submission.problemId = QString::fromStdString(request.problemId);
    submission.language = QString::fromStdString(request.language);
    submission.files = filesOf(request);
    submission.mode = toQString(judge::name(request.mode));
    submission.verdict = verdictCode(report.verdict);
    submission.submittedAt = QDateTime::currentDateTimeUtc();
    submission.wallMs = report.wall.count();
    submission.score = report.score;
    submission.maxScore = report.maxScore;
    submission.limits = toStored(report.limits);
    submission.tier = text::tierName(report.tier, Wording::English);
    submission.programVersion = QStringLiteral(GRINDSTONE_VERSION);
    addCases(submission, report);
    addCompilation(submission, report);
    submission.message = firstFailure(report, submission.cases);
    return submission;
}

} // namespace grindstone::core
