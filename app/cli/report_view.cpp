// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_view.h"

#include "app/cli/case_strip.h"
#include "app/cli/case_view.h"
#include "app/cli/quantities.h"
#include "app/cli/score_view.h"
#include "app/cli/translation.h"
#include "app/core/text/score_text.h"
#include "app/core/text/text.h"

#include <algorithm>
#include <cmath>

namespace grindstone::cli {

namespace {

using judge::Report;
using judge::Verdict;

Style bannerStyle(const Report& report) {
    if (report.cancelled || report.error || report.verdict == Verdict::JudgeError) {
        return Style::NoticeBanner;
    }
    return report.success() ? Style::GoodBanner : Style::BadBanner;
}

void drawBanner(Canvas& canvas, const judge::JudgeRequest& request, const Report& report) {
    canvas.line();
    canvas.put(QStringLiteral(" ") + outcomeName(report) + QStringLiteral(" "), bannerStyle(report));
    if (report.score) {
        canvas.put(QStringLiteral("  ") + core::text::points(report.score, report.maxScore), Style::Bold);
    } else if (report.verdict && !report.cases.empty() && !report.cancelled) {
        canvas.put(QStringLiteral("  ") + core::text::passedCount(report.passed(), report.cases.size()), Style::Bold);
    }
    canvas.put(QStringLiteral("  ") + QString::fromStdString(report.problemId + " · " + report.language), Style::Dim);
    if (request.mode == judge::Mode::Run && request.customCases.empty() && report.verdict == Verdict::Accepted) {
        canvas.put(Cli::tr(" · samples only"), Style::Dim);
    }
    canvas.line().line();
}

/// "time    31 ms of 1 s     [##--------]"
void drawGauge(Canvas& canvas, const QString& label, const QString& used, const QString& limit, double share) {
    constexpr int Cells = 24;
    // Nothing was refused below the limit, so no gauge below it looks full.
    const int filled = std::clamp(static_cast<int>(std::floor(share * Cells)), share > 0 ? 1 : 0, Cells);
    const Style style = share >= 1 ? Style::Bad : share >= 0.8 ? Style::Limit : Style::Good;
    canvas.put(QStringLiteral("  ") + label + QStringLiteral("  "), Style::Dim);
    canvas.put(QString(filled, QLatin1Char('#')), style).put(QString(Cells - filled, QLatin1Char('.')), Style::Dim);
    canvas.line(QStringLiteral("  ") + Cli::tr("%1 of %2").arg(used, limit));
}

double share(double used, double limit) {
    return limit > 0 ? used / limit : 0;
}

void drawMaxima(Canvas& canvas, const Report& report) {
    std::chrono::nanoseconds cpu{0};
    Bytes memory;
    for (const judge::CaseResult& one : report.cases) {
        cpu = std::max(cpu, one.cpu);
        memory = std::max(memory, one.memory);
    }
    const QString time = Cli::tr("time");
    const QString space = Cli::tr("memory");
    const int label = static_cast<int>(std::max(time.size(), space.size()));
    const std::chrono::nanoseconds limit = report.limits.cpuTime;
    drawGauge(canvas, time.leftJustified(label), durationText(cpu), durationText(limit),
              share(static_cast<double>(cpu.count()), static_cast<double>(limit.count())));
    drawGauge(canvas, space.leftJustified(label), sizeText(memory), sizeText(report.limits.memory),
              share(static_cast<double>(memory.count()), static_cast<double>(report.limits.memory.count())));
}

/// Said only when something is weaker than it should be.
void drawTier(Canvas& canvas, const Report& report) {
    if (report.tier == sandbox::Tier::NoNamespaces) {
        canvas.line(Cli::tr("  Judged without namespaces: the program was held by less than usual. "
                            "grind doctor says what is lost."),
                    Style::Limit);
    }
    const bool mayLackCgroups = report.tier == sandbox::Tier::NoCgroup || report.tier == sandbox::Tier::NoNamespaces;
    if (mayLackCgroups && report.memorySource == sandbox::MemorySource::Readings) {
        canvas.line(Cli::tr("  Time and memory are approximate: this machine gives the judge no cgroup. "
                            "grind doctor says why."),
                    Style::Dim);
    }
}

/// A compiler that was stopped may have said nothing, or nothing that tells why.
bool isSilentRefusal(const judge::CompileResult& compile) {
    return !compile.ok && (compile.limit || compile.output.empty());
}

void drawCompiler(Canvas& canvas, const Report& report) {
    if (report.verdict == Verdict::CompileError && isSilentRefusal(report.compile)) {
        canvas.line(core::text::compileMessage(report.compile)).line();
    }
    if (report.compile.output.empty()) {
        return;
    }
    canvas.line(!report.compile.ok ? Cli::tr("The compiler said:") : Cli::tr("Compiler warnings:"), Style::Bold);
    canvas.block(QString::fromStdString(report.compile.output), 2).line();
}

void drawError(Canvas& canvas, const Error& error) {
    canvas.line(core::text::errorMessage(error));
    if (const QString hint = core::text::errorHint(error); !hint.isEmpty()) {
        canvas.block(hint, 2);
    }
    canvas.line(Cli::tr("This is not your program's fault, and it is not counted."), Style::Dim).line();
}

/// The first rejection decides.
void drawStaticResults(Canvas& canvas, const Report& report) {
    for (const judge::StaticResult& result : report.staticResults) {
        if (const QString message = core::text::staticMessage(result); !message.isEmpty()) {
            canvas.block(message, 2).line();
            return;
        }
    }
}

bool wasRun(const judge::CaseResult& one) {
    return one.verdict != Verdict::Skipped;
}

void drawCases(Canvas& canvas, const Report& report, const ReportViewOptions& options) {
    drawScores(canvas, report);
    drawCaseStrip(canvas, report.cases, options.width);
    if (std::ranges::any_of(report.cases, wasRun)) {
        canvas.line();
        drawMaxima(canvas, report);
        drawTier(canvas, report);
        canvas.line();
    }
}

bool isFailure(const judge::CaseResult& one) {
    return one.verdict && *one.verdict != Verdict::Accepted && *one.verdict != Verdict::Skipped;
}

/// The first failure, or what came out of cases that have no answer to be compared with.
void drawDetails(Canvas& canvas, const Report& report, const ReportViewOptions& options) {
    const auto failed = std::ranges::find_if(report.cases, [&](const judge::CaseResult& one) {
        return isFailure(one) && !(one.error && one.error == report.error); // Told above, with what to do.
    });
    if (failed != report.cases.end()) {
        drawCase(canvas, *failed, report.limits, options);
        return;
    }
    for (const judge::CaseResult& one : report.cases) {
        if (!one.verdict) {
            drawCase(canvas, one, report.limits, options);
        }
    }
}

} // namespace

QString outcomeName(const Report& report) {
    if (report.cancelled) {
        return Cli::tr("Stopped");
    }
    return report.verdict ? core::text::verdictName(*report.verdict) : Cli::tr("Ran to its end");
}

void drawReport(Canvas& canvas, const judge::JudgeRequest& request, const Report& report,
                const ReportViewOptions& options) {
    drawBanner(canvas, request, report);
    drawCompiler(canvas, report);
    if (report.error) {
        drawError(canvas, *report.error);
    }
    drawStaticResults(canvas, report);
    if (!report.cases.empty() && report.verdict != Verdict::CompileError) {
        drawCases(canvas, report, options);
        drawDetails(canvas, report, options);
    }
}

} // namespace grindstone::cli
