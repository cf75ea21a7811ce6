// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/submission_table.h"

#include "app/cli/columns.h"
#include "app/cli/quantities.h"
#include "app/cli/translation.h"
#include "app/core/text/score_text.h"
#include "app/core/text/text.h"
#include "judge/package/verdict_set.h"

#include <algorithm>
#include <array>

namespace grindstone::cli {

namespace {

using judge::VerifiedSubmission;

constexpr std::size_t Columns = 7;
constexpr std::size_t State = 0;
constexpr std::size_t Name = 1; ///< gives way
constexpr std::array<bool, Columns> ToTheRight{false, false, false, false, false, true, true};
constexpr int Indent = 2;
constexpr int Gap = 2;
constexpr qsizetype LeastName = 16;

using Cells = std::array<QString, Columns>;

QString shown(const std::string& text) {
    return QString::fromStdString(text);
}

/// "accepted/a.cpp": where all of them lie needs no word.
QString nameOf(const VerifiedSubmission& one) {
    constexpr std::string_view Folder = "submissions/";
    return neutralised(one.path.starts_with(Folder) ? one.path.substr(Folder.size()) : one.path);
}

QString wantedText(const VerifiedSubmission& one) {
    QString text;
    for (const std::string& verdict : one.expected) {
        text += (text.isEmpty() ? QString() : QStringLiteral("/")) + shown(verdict);
    }
    return text.isEmpty() ? Cli::tr("any") : text;
}

QString verdictText(const VerifiedSubmission& one) {
    const QString text = one.verdict.empty() ? QStringLiteral("-") : shown(one.verdict);
    return one.score ? text + u' ' + core::text::score(*one.score) : text;
}

QString stateText(const VerifiedSubmission& one) {
    if (one.skipped) {
        return Cli::tr("skipped");
    }
    if (!one.ok) {
        return Cli::tr("WRONG");
    }
    return Cli::tr("ok");
}

Cells cellsOf(const VerifiedSubmission& one) {
    const bool ran = one.cpu.count() > 0 || one.memory.count() > 0;
    return {stateText(one),
            nameOf(one),
            shown(one.language),
            wantedText(one),
            verdictText(one),
            ran ? durationText(one.cpu) : QString(),
            ran ? sizeText(one.memory) : QString()};
}

Style stateStyle(const VerifiedSubmission& one) {
    return one.ok ? Style::Good : one.skipped ? Style::Notice : Style::Bad;
}

std::array<qsizetype, Columns> widthsOf(const std::vector<Cells>& rows, int width) {
    std::array<qsizetype, Columns> widths{};
    for (const Cells& row : rows) {
        for (std::size_t i = 0; i < Columns; ++i) {
            widths[i] = std::max(widths[i], columnsOf(row[i]));
        }
    }
    qsizetype others = Indent;
    for (std::size_t i = 0; i < Columns; ++i) {
        others += i == Name ? Gap : widths[i] + Gap;
    }
    widths[Name] = std::min(widths[Name], std::max(LeastName, width - others));
    return widths;
}

QString fitted(const QString& text, qsizetype width, bool toTheRight) {
    const QString fits = columnsOf(text) <= width ? text : QStringLiteral("…") + endOf(text, width - 1);
    const QString blanks(std::max<qsizetype>(0, width - columnsOf(fits)), u' ');
    return toTheRight ? blanks + fits : fits + blanks;
}

void drawCells(Canvas& canvas, const Cells& cells, const std::array<qsizetype, Columns>& widths, Style state,
               Style others) {
    canvas.put(QString(Indent, u' '));
    for (std::size_t i = 0; i < Columns; ++i) {
        const QString gap(i + 1 < Columns ? Gap : 0, u' ');
        canvas.put(fitted(cells[i], widths[i], ToTheRight[i]) + gap, i == State ? state : others);
    }
}

/// What is wrong, in one line or several; nothing for a submission that came out as it should.
QStringList remarks(const VerifiedSubmission& one) {
    QStringList lines;
    if (one.skipped || one.error) {
        lines += core::text::errorMessage(one.skipped ? *one.skipped : *one.error);
    } else if (!one.reason.empty()) {
        lines += shown(one.reason);
    }
    if (one.ok || one.skipped || one.error) {
        return lines;
    }
    if (one.compile) {
        lines += shown(one.compile->output).split(u'\n').first();
    } else if (one.firstFailure) {
        const QString message = core::text::caseMessage(*one.firstFailure, one.limits);
        lines += message.isEmpty() ? QString() : shown(one.firstFailure->name) + QStringLiteral(": ") + message;
    }
    lines.removeAll(QString());
    return lines;
}

/// "secret/group1 10 of 20 points", as many in a line as there is room for.
void drawGroups(Canvas& canvas, const VerifiedSubmission& one, int width) {
    QString line;
    for (const judge::GroupResult& group : one.groups) {
        const QString points = core::text::points(group.score, group.maxScore);
        if (points.isEmpty() || &group == &one.groups.front()) {
            continue;
        }
        const QString next = shown(group.name) + u' ' + points;
        if (!line.isEmpty() && columnsOf(line) + columnsOf(next) + 2 * Indent + 2 > width) {
            canvas.line(QString(2 * Indent, u' ') + line, Style::Dim);
            line.clear();
        }
        line += (line.isEmpty() ? QString() : QStringLiteral(", ")) + next;
    }
    if (!line.isEmpty()) {
        canvas.line(QString(2 * Indent, u' ') + line, Style::Dim);
    }
}

} // namespace

void drawSubmissionTable(Canvas& canvas, const std::vector<VerifiedSubmission>& submissions, int width) {
    std::vector<Cells> rows{{QString(), Cli::tr("submission"), Cli::tr("language"), Cli::tr("wanted"),
                             Cli::tr("verdict"), Cli::tr("time"), Cli::tr("memory")}};
    for (const VerifiedSubmission& one : submissions) {
        rows.push_back(cellsOf(one));
    }
    const QString before = Cli::tr("  as before");
    const bool anyCached = std::ranges::any_of(submissions, &VerifiedSubmission::cached);
    const int room = width - (anyCached ? static_cast<int>(columnsOf(before)) : 0);
    const std::array<qsizetype, Columns> widths = widthsOf(rows, room);
    drawCells(canvas, rows.front(), widths, Style::Dim, Style::Dim);
    canvas.line();
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        drawCells(canvas, rows[i + 1], widths, stateStyle(submissions[i]), Style::Plain);
        canvas.line(submissions[i].cached ? before : QString(), Style::Dim);
        for (const QString& remark : remarks(submissions[i])) {
            canvas.block(remark, 2 * Indent, submissions[i].ok ? Style::Dim : Style::Plain);
        }
        drawGroups(canvas, submissions[i], width);
    }
}

} // namespace grindstone::cli
