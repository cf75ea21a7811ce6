// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/difference_view.h"

#include "app/cli/columns.h"
#include "app/cli/translation.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

using Kind = judge::Explanation::Kind;

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

LinePiece ownLine(const judge::Explanation& why, const ReadAt& output, std::uint64_t room) {
    return why.kind == Kind::AbsentLine ? LinePiece() : lineAround(output, why.line, why.column, room);
}

LinePiece expectedLine(const judge::Explanation& why, const ReadAt& answer, std::uint64_t room) {
    if (why.kind == Kind::UnwantedLine) {
        return {};
    }
    return lineAround(answer, why.answerLine > 0 ? why.answerLine : why.line, why.column > room ? why.column : 1, room);
}

} // namespace

void drawDifference(Canvas& canvas, const judge::Explanation& why, const ReadAt& answer, const ReadAt& output,
                    int width) {
    if (why.line == 0 && why.answerLine == 0) {
        return; // there is no place in either file to show
    }
    const QString expectedLabel = Cli::tr("expected");
    const QString ownLabel = Cli::tr("yours");
    const int label = static_cast<int>(std::max(expectedLabel.size(), ownLabel.size()));
    const auto room = static_cast<std::uint64_t>(std::max(20, width - label - 10));
    const LinePiece own = ownLine(why, output, room);
    const LinePiece expected = expectedLine(why, answer, room);
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

} // namespace grindstone::cli
