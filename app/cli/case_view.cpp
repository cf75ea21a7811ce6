// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_view.h"

#include "app/cli/case_strip.h"
#include "app/cli/difference_view.h"
#include "app/cli/excerpt.h"
#include "app/cli/translation.h"
#include "app/core/text/score_text.h"
#include "app/core/text/text.h"
#include "app/core/text/transcript_text.h"

#include <algorithm>
#include <limits>

namespace grindstone::cli {

namespace {

using judge::CaseResult;
using judge::Verdict;

constexpr int FewLines = 12;
constexpr std::uint64_t FewBytes = 1000;
constexpr int ManyLines = 200;
constexpr std::uint64_t ManyBytes = 1 << 16;

ReadAt captured(const judge::SharedCapture& capture) {
    return [capture](std::uint64_t offset, std::uint64_t most) { return judge::readCapture(capture, offset, most); };
}

ReadAt inputOf(const CaseResult& one) {
    return one.customInput ? readerOfText(*one.customInput) : readerOf(one.inputPath.string());
}

ReadAt answerOf(const CaseResult& one) {
    return one.answerPath.empty() ? readerOfText(one.customAnswer.value_or(std::string()))
                                  : readerOf(one.answerPath.string());
}

void drawExcerpt(Canvas& canvas, const QString& label, const Excerpt& excerpt, const QString& cutNote) {
    canvas.line(QStringLiteral("  ") + label, Style::Dim);
    if (excerpt.text.empty()) {
        canvas.line(Cli::tr("    (nothing)"), Style::Dim);
    } else {
        canvas.block(QString::fromStdString(excerpt.text), 4);
    }
    if (excerpt.cut) {
        canvas.line(cutNote, Style::Dim);
    }
}

/// What a program wrote, which --keep keeps.
void drawWritten(Canvas& canvas, const QString& label, const Excerpt& excerpt) {
    drawExcerpt(canvas, label, excerpt, Cli::tr("    … cut; --keep DIR keeps all of it"));
}

Excerpt excerptOf(const ReadAt& read, bool many) {
    return many ? firstLines(read, ManyLines, ManyBytes) : firstLines(read, FewLines, FewBytes);
}

void drawHead(Canvas& canvas, const CaseResult& one, const judge::EffectiveLimits& limits) {
    canvas.put(one.name, Style::Bold);
    if (one.verdict) {
        canvas.put(QStringLiteral("  ") + core::text::verdictName(*one.verdict), styleOf(one.verdict));
    }
    if (one.verdict == Verdict::Partial) {
        canvas.put(QStringLiteral("  ") + core::text::points(one.score, one.maxScore));
    }
    canvas.line();
    if (const QString message = core::text::caseMessage(one, limits); !message.isEmpty()) {
        canvas.block(message, 2);
    }
    for (const QString& line : core::text::caseInputs(one)) {
        canvas.block(line, 2);
    }
    if (one.error) {
        canvas.block(core::text::errorHint(*one.error), 2);
    }
}

void drawErrorOutput(Canvas& canvas, const CaseResult& one, const ReportViewOptions& options) {
    if (one.standardError && one.standardError->size.count() > 0) {
        drawWritten(canvas, Cli::tr("error output"), excerptOf(captured(one.standardError), options.full));
    }
}

void drawOutputs(Canvas& canvas, const CaseResult& one, const ReportViewOptions& options) {
    using Kind = judge::Explanation::Kind;
    const bool compared = one.explanation.kind != Kind::None && one.explanation.kind != Kind::CheckerRejected;
    if (compared) {
        drawDifference(canvas, one.explanation, answerOf(one), captured(one.standardOutput), options.width);
    }
    // A program that ran without an answer is looked at for what it wrote.
    if (!compared || options.full) {
        drawWritten(canvas, Cli::tr("output"), excerptOf(captured(one.standardOutput), options.full || !one.verdict));
    }
    drawErrorOutput(canvas, one, options);
}

/// Of what is an exchange, and not one input and one output.
void drawTurns(Canvas& canvas, const CaseResult& one, const ReportViewOptions& options) {
    const QString label = one.interaction ? Cli::tr("conversation (< the judge's program, > yours)")
                                          : Cli::tr("passes (< the input, > your output)");
    if (const std::string text = core::text::turnsText(one); !text.empty()) {
        drawExcerpt(canvas, label, excerptOf(readerOfText(text), options.full),
                    Cli::tr("    … cut; --full shows more"));
    }
    drawErrorOutput(canvas, one, options);
}

} // namespace

void drawCase(Canvas& canvas, const CaseResult& one, const judge::EffectiveLimits& limits,
              const ReportViewOptions& options) {
    drawHead(canvas, one, limits);
    const bool inTurns = one.interaction || !one.passes.empty();
    if (one.visibility != judge::Visibility::VerdictOnly && one.ownsFiles() && one.passes.empty() &&
        one.verdict != Verdict::JudgeError) {
        drawExcerpt(canvas, Cli::tr("input"), excerptOf(inputOf(one), options.full), Cli::tr("    … cut"));
    }
    if (one.visibility == judge::Visibility::Shown && one.verdict != Verdict::JudgeError) {
        inTurns ? drawTurns(canvas, one, options) : drawOutputs(canvas, one, options);
    }
    canvas.line();
}

} // namespace grindstone::cli
