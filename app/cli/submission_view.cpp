// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/submission_view.h"

#include "app/cli/case_strip.h"
#include "app/cli/columns.h"
#include "app/cli/quantities.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"

#include <algorithm>
#include <array>

namespace grindstone::cli {

namespace {

using core::StoredCase;
using core::StoredSubmission;
using std::chrono::milliseconds;

const QString Gap = QStringLiteral("  ");

std::optional<judge::Verdict> verdictOf(const QString& code) {
    return judge::findVerdict(code.toStdString());
}

QString timeText(qint64 ms) {
    return durationText(milliseconds(ms));
}

QString memoryText(qint64 kib) {
    return sizeText(Bytes::kib(static_cast<std::uint64_t>(std::max<qint64>(0, kib))));
}

/// "12.5", "12.5/100"; empty where there is none.
QString scoreText(const std::optional<double>& score, const std::optional<double>& most) {
    const auto number = [](double value) { return QString::number(value, 'g', 10); };
    if (!score) {
        return {};
    }
    return most ? number(*score) + u'/' + number(*most) : number(*score);
}

QString padded(const QString& text, qsizetype width, bool right) {
    const QString blanks(std::max<qsizetype>(0, width - columnsOf(text)), u' ');
    return right ? blanks + text : text + blanks;
}

/// A table's cells; each column is as wide as its widest cell.
struct Cell {
    QString text;
    Style style = Style::Plain;
    bool right = false;
};

void drawTable(Canvas& canvas, const std::vector<std::vector<Cell>>& rows, const QString& indent) {
    std::vector<qsizetype> widths;
    for (const std::vector<Cell>& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], columnsOf(row[i].text));
        }
    }
    for (const std::vector<Cell>& row : rows) {
        canvas.put(indent);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool last = i + 1 == row.size();
            canvas.put(last ? row[i].text : padded(row[i].text, widths[i], row[i].right) + Gap, row[i].style);
        }
        canvas.line();
    }
}

QString casesText(const StoredSubmission& one) {
    return one.score ? scoreText(one.score, one.maxScore)
                     : QStringLiteral("%1/%2").arg(one.casesPassed).arg(one.casesTotal);
}

std::vector<Cell> rowOf(const StoredSubmission& one) {
    const bool ran = one.casesTotal > 0;
    return {{QString::number(one.id), Style::Bold, true},
            {one.submittedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), Style::Dim},
            {one.verdict, styleOf(verdictOf(one.verdict))},
            {ran ? casesText(one) : QString(), Style::Plain, true},
            {ran ? timeText(one.cpuMsMax) : QString(), Style::Plain, true},
            {ran ? memoryText(one.memoryKibMax) : QString(), Style::Plain, true},
            {one.language},
            {one.problemId}};
}

void drawHead(Canvas& canvas, const StoredSubmission& one) {
    const std::optional<judge::Verdict> verdict = verdictOf(one.verdict);
    canvas.put(verdict ? core::text::verdictName(*verdict) : one.verdict, styleOf(verdict));
    if (one.casesTotal > 0) {
        canvas.put(Gap + core::text::passedCount(std::size_t(one.casesPassed), std::size_t(one.casesTotal)));
    }
    canvas.line(Gap + one.problemId + QStringLiteral(" · ") + one.language, Style::Dim);
    if (!one.message.isEmpty()) {
        canvas.block(one.message, 2);
    }
    canvas.line();
}

void drawFact(Canvas& canvas, const QString& label, const QString& text) {
    if (!text.isEmpty()) {
        canvas.put(Gap + padded(label, 12, false) + Gap, Style::Dim).line(text);
    }
}

QString limitsText(const core::StoredLimits& limits) {
    if (limits.cpuMs == 0) {
        return {};
    }
    return QStringList{timeText(limits.cpuMs), memoryText(limits.memoryKib), memoryText(limits.outputKib)}.join(
        QStringLiteral(" · "));
}

/// A script among the words would fill the page.
QString commandText(const QStringList& command) {
    QStringList words;
    for (const QString& word : command) {
        words << (word.contains(u'\n') ? QStringLiteral("…") : word);
    }
    return words.join(u' ');
}

void drawFacts(Canvas& canvas, const StoredSubmission& one) {
    drawFact(canvas, Cli::tr("submitted"),
             one.submittedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    drawFact(canvas, Cli::tr("score"), scoreText(one.score, one.maxScore));
    drawFact(canvas, Cli::tr("time"), one.casesTotal > 0 ? timeText(one.cpuMsMax) : QString());
    drawFact(canvas, Cli::tr("memory"), one.casesTotal > 0 ? memoryText(one.memoryKibMax) : QString());
    drawFact(canvas, Cli::tr("limits"), limitsText(one.limits));
    drawFact(canvas, Cli::tr("judged in"), one.wallMs > 0 ? timeText(one.wallMs) : QString());
    drawFact(canvas, Cli::tr("compiler"), one.toolchainVersion);
    drawFact(canvas, Cli::tr("command"), commandText(one.compileCommand));
    drawFact(canvas, Cli::tr("sandbox"), one.tier);
    drawFact(canvas, Cli::tr("version"), one.programVersion);
}

std::vector<Cell> rowOf(const StoredCase& one) {
    const std::optional<judge::Verdict> verdict = verdictOf(one.verdict);
    const bool ran = verdict != judge::Verdict::Skipped;
    return {{one.name, Style::Bold},
            {one.verdict, styleOf(verdict)},
            {ran ? timeText(one.cpuMs) : QString(), Style::Plain, true},
            {ran ? memoryText(one.memoryKib) : QString(), Style::Plain, true},
            {scoreText(one.score, one.maxScore), Style::Plain, true},
            {one.message}};
}

void drawCases(Canvas& canvas, const StoredSubmission& submission) {
    if (submission.cases.empty()) {
        return;
    }
    std::vector<std::vector<Cell>> rows;
    for (const StoredCase& one : submission.cases) {
        rows.push_back(rowOf(one));
    }
    canvas.line();
    drawTable(canvas, rows, Gap);
}

void drawFiles(Canvas& canvas, const StoredSubmission& submission) {
    for (const core::StoredFile& file : submission.files) {
        canvas.line().line(file.name.isEmpty() ? Cli::tr("The code:") : file.name + u':', Style::Bold);
        canvas.block(file.content, 2);
    }
}

} // namespace

void drawSubmissions(Canvas& canvas, const std::vector<StoredSubmission>& submissions) {
    std::vector<std::vector<Cell>> rows;
    for (const StoredSubmission& one : submissions) {
        rows.push_back(rowOf(one));
    }
    drawTable(canvas, rows, {});
}

void drawSubmission(Canvas& canvas, const StoredSubmission& submission) {
    drawHead(canvas, submission);
    drawFacts(canvas, submission);
    drawCases(canvas, submission);
    if (!submission.compileOutput.isEmpty()) {
        canvas.line().line(Cli::tr("The compiler said:"), Style::Bold);
        canvas.block(submission.compileOutput, 2);
    }
    drawFiles(canvas, submission);
}

} // namespace grindstone::cli
