// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_strip.h"

#include "app/cli/translation.h"
#include "app/core/text/text.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

using judge::CaseResult;
using judge::Verdict;

/// Cases of one folder that follow each other.
struct Row {
    QString group;
    std::vector<std::optional<Verdict>> verdicts;
};

QString groupOf(const CaseResult& one) {
    const QString name = QString::fromStdString(one.name);
    const qsizetype slash = name.lastIndexOf(QLatin1Char('/'));
    return slash < 0 ? Cli::tr("cases") : name.left(slash);
}

std::vector<Row> rowsOf(const std::vector<CaseResult>& cases) {
    std::vector<Row> rows;
    for (const CaseResult& one : cases) {
        const QString group = groupOf(one);
        if (rows.empty() || rows.back().group != group) {
            rows.push_back({group, {}});
        }
        rows.back().verdicts.push_back(one.verdict);
    }
    return rows;
}

QString letterOf(std::optional<Verdict> verdict) {
    if (!verdict) {
        return QStringLiteral("?");
    }
    if (*verdict == Verdict::Skipped) {
        return QStringLiteral("-");
    }
    return QString(QLatin1Char(judge::code(*verdict).front()));
}

QString meaningOf(std::optional<Verdict> verdict) {
    if (!verdict) {
        return Cli::tr("no answer to compare with");
    }
    return *verdict == Verdict::Skipped ? Cli::tr("not run") : core::text::verdictName(*verdict);
}

void drawRow(Canvas& canvas, const Row& row, int label, int width) {
    const std::size_t perLine = static_cast<std::size_t>(std::max(10, width - label - 4));
    for (std::size_t i = 0; i < row.verdicts.size(); ++i) {
        if (i % perLine == 0) {
            const QString head = i == 0 ? row.group : QString();
            canvas.put(i == 0 ? QString() : QStringLiteral("\n"));
            canvas.put(QStringLiteral("  ") + head.leftJustified(label) + QStringLiteral("  "), Style::Dim);
        }
        canvas.put(letterOf(row.verdicts[i]), styleOf(row.verdicts[i]));
    }
    canvas.line();
}

void drawLegend(Canvas& canvas, const std::vector<CaseResult>& cases) {
    std::vector<std::optional<Verdict>> seen;
    canvas.put(QStringLiteral("  "));
    for (const CaseResult& one : cases) {
        if (std::ranges::find(seen, one.verdict) != seen.end()) {
            continue;
        }
        canvas.put(seen.empty() ? QString() : QStringLiteral("   "));
        canvas.put(letterOf(one.verdict), styleOf(one.verdict));
        canvas.put(QLatin1Char(' ') + meaningOf(one.verdict), Style::Dim);
        seen.push_back(one.verdict);
    }
    canvas.line();
}

} // namespace

Style styleOf(std::optional<Verdict> verdict) {
    if (!verdict) {
        return Style::Notice;
    }
    switch (*verdict) {
    case Verdict::Accepted:
        return Style::Good;
    case Verdict::WrongAnswer:
    case Verdict::CompileError:
        return Style::Bad;
    case Verdict::TimeLimit:
    case Verdict::MemoryLimit:
    case Verdict::OutputLimit:
    case Verdict::JudgeError:
    case Verdict::Partial:
        return Style::Limit;
    case Verdict::RuntimeError:
        return Style::Crash;
    case Verdict::Skipped:
        return Style::Dim;
    }
    return Style::Plain;
}

void drawCaseStrip(Canvas& canvas, const std::vector<CaseResult>& cases, int width) {
    if (cases.empty()) {
        return;
    }
    const std::vector<Row> rows = rowsOf(cases);
    qsizetype label = 0;
    for (const Row& row : rows) {
        label = std::max(label, row.group.size());
    }
    for (const Row& row : rows) {
        drawRow(canvas, row, static_cast<int>(std::min<qsizetype>(label, width / 3)), width);
    }
    drawLegend(canvas, cases);
}

} // namespace grindstone::cli
