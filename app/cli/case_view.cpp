// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_view.h"

#include "app/cli/case_strip.h"
#include "app/cli/columns.h"
#include "app/cli/excerpt.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"

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

void drawExcerpt(Canvas& canvas, const QString& label, const Excerpt& excerpt) {
    canvas.line(QStringLiteral("  ") + label, Style::Dim);
    if (excerpt.text.empty()) {
        canvas.line(Cli::tr("    (nothing)"), Style::Dim);
    } else {
        canvas.block(QString::fromStdString(excerpt.text), 4);
    }
    if (excerpt.cut) {
        canvas.line(Cli::tr("    … cut; --keep DIR keeps all of it"), Style::Dim);
    }
}

Excerpt excerptOf(const ReadAt& read, bool many) {
    return many ? firstLines(read, ManyLines, ManyBytes) : firstLines(read, FewLines, FewBytes);
}

/// Bytes of a line as it is shown, and how many columns come before its caret.
struct ShownLine {
    QString text;
    qsizetype caret = 0;
};

/// At most `room` columns, and one for each end that is cut: what control characters are shown as is longer than they.
ShownLine shown(const LinePiece& piece, qsizetype room) {
    const auto readable = [](std::string_view bytes) {
        return neutralised(bytes).replace(QLatin1Char('\t'), QLatin1Char(' '));
    };
    const QString before = readable(std::string_view(piece.text).substr(0, piece.caret));
    const QString behind = readable(std::string_view(piece.text).substr(piece.caret));
    const bool whole = columnsOf(before) + columnsOf(behind) <= room;
    const QString left = whole ? before : endOf(before, room * 2 / 3);
    const QString right = whole ? behind : beginningOf(behind, room - columnsOf(left));
    const QString dots = QStringLiteral("…");
    const QString start = (piece.cutBefore || left.size() < before.size() ? dots : QString()) + left;
    return {start + right + (piece.cutAfter || right.size() < behind.size() ? dots : QString()), columnsOf(start)};
}

/// Length of the mark below the output's differing piece.
qsizetype markLength(const ShownLine& line, const std::string& got) {
    const qsizetype wanted = std::max<qsizetype>(1, columnsOf(neutralised(got)));
    return std::clamp<qsizetype>(columnsOf(line.text) - line.caret, 1, wanted);
}

/// Expected and own line one above the other, and a mark below what differs.
void drawDifference(Canvas& canvas, const CaseResult& one, int width) {
    const judge::Explanation& why = one.explanation;
    const QString expectedLabel = Cli::tr("expected");
    const QString ownLabel = Cli::tr("yours");
    const int label = static_cast<int>(std::max(expectedLabel.size(), ownLabel.size()));
    const auto room = static_cast<std::uint64_t>(std::max(20, width - label - 10));
    const LinePiece own = lineAround(captured(one.standardOutput), why.line, why.column, room);
    const LinePiece expected = lineAround(answerOf(one), why.answerLine > 0 ? why.answerLine : why.line,
                                          why.column > room ? why.column : 1, room);
    const auto columns = static_cast<qsizetype>(room);
    const auto row = [&](const QString& name, const QString& text, Style style) {
        canvas.put(QStringLiteral("  ") + name.leftJustified(label) + QStringLiteral(" | "), Style::Dim);
        canvas.line(text, style);
    };
    const QString nothing = Cli::tr("(nothing)");
    row(expectedLabel, expected.exists ? shown(expected, columns).text : nothing,
        expected.exists ? Style::Good : Style::Dim);
    const ShownLine line = shown(own, columns);
    row(ownLabel, own.exists ? line.text : nothing, own.exists ? Style::Bad : Style::Dim);
    if (own.exists) {
        row(QString(), QString(line.caret, QLatin1Char(' ')) + QString(markLength(line, why.got), QLatin1Char('^')),
            Style::Bad);
    }
}

void drawHead(Canvas& canvas, const CaseResult& one, const judge::EffectiveLimits& limits) {
    canvas.put(one.name, Style::Bold);
    if (one.verdict) {
        canvas.put(QStringLiteral("  ") + core::text::verdictName(*one.verdict), styleOf(one.verdict));
    }
    canvas.line();
    if (const QString message = core::text::caseMessage(one, limits); !message.isEmpty()) {
        canvas.block(message, 2);
    }
    if (one.error) {
        canvas.block(core::text::errorHint(*one.error), 2);
    }
}

void drawOutputs(Canvas& canvas, const CaseResult& one, const ReportViewOptions& options) {
    using Kind = judge::Explanation::Kind;
    const bool compared = one.explanation.kind != Kind::None && one.explanation.kind != Kind::CheckerRejected;
    if (compared) {
        drawDifference(canvas, one, options.width);
    }
    // A program that ran without an answer is looked at for what it wrote.
    if (!compared || options.full) {
        drawExcerpt(canvas, Cli::tr("output"), excerptOf(captured(one.standardOutput), options.full || !one.verdict));
    }
    if (one.standardError && one.standardError->size.count() > 0) {
        drawExcerpt(canvas, Cli::tr("error output"), excerptOf(captured(one.standardError), options.full));
    }
}

} // namespace

void drawCase(Canvas& canvas, const CaseResult& one, const judge::EffectiveLimits& limits,
              const ReportViewOptions& options) {
    drawHead(canvas, one, limits);
    if (one.visibility != judge::Visibility::VerdictOnly && one.verdict != Verdict::JudgeError) {
        drawExcerpt(canvas, Cli::tr("input"), excerptOf(inputOf(one), options.full));
    }
    if (one.visibility == judge::Visibility::Shown && one.verdict != Verdict::JudgeError) {
        drawOutputs(canvas, one, options);
    }
    canvas.line();
}

} // namespace grindstone::cli
