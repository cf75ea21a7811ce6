// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/report_summary.h"

#include "app/core/text/score_text.h"
#include "app/core/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace grindstone::desktop {

namespace {

const judge::CaseResult* firstWithError(const judge::Report& report) {
    const auto found = std::find_if(report.cases.begin(), report.cases.end(),
                                    [](const judge::CaseResult& result) { return result.error.has_value(); });
    return found == report.cases.end() ? nullptr : &*found;
}

Error errorOf(const judge::Report& report) {
    const judge::CaseResult* broken = firstWithError(report);
    if (report.error) {
        return *report.error;
    }
    return broken != nullptr ? *broken->error : Error{};
}

Summary summarizeJudgeError(const judge::Report& report) {
    const Error error = errorOf(report);
    QString message = core::text::errorMessage(error);
    if (const QString hint = core::text::errorHint(error); !hint.isEmpty()) {
        message += u'\n' + hint;
    }
    return {Tone::Warning, core::text::verdictName(judge::Verdict::JudgeError),
            QCoreApplication::translate("ReportSummary", "Not counted as an attempt"), message};
}

/// What the package's program says of the sources, when it rejects them.
QString staticMessage(const judge::Report& report) {
    for (const judge::StaticResult& result : report.staticResults) {
        if (const QString message = core::text::staticMessage(result); !message.isEmpty()) {
            return message;
        }
    }
    return {};
}

} // namespace

Summary summarize(const judge::Report& report) {
    if (report.cancelled) {
        return {Tone::Neutral,
                QCoreApplication::translate("ReportSummary", "Stopped"),
                QCoreApplication::translate("ReportSummary", "Not counted as an attempt"),
                {}};
    }
    if (report.verdict == judge::Verdict::JudgeError) {
        return summarizeJudgeError(report);
    }
    if (report.verdict == judge::Verdict::CompileError) {
        return {Tone::Bad, core::text::verdictName(judge::Verdict::CompileError), {}, {}};
    }
    if (!report.verdict) {
        return {Tone::Neutral,
                QCoreApplication::translate("ReportSummary", "Finished"),
                QCoreApplication::translate("ReportSummary", "No expected output to compare with"),
                {}};
    }
    return {toneOf(report.verdict), core::text::verdictName(*report.verdict),
            report.score ? core::text::points(report.score, report.maxScore)
                         : core::text::passedCount(report.passed(), report.cases.size()),
            staticMessage(report)};
}

} // namespace grindstone::desktop
