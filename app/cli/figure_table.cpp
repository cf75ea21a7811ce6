// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figure_table.h"

#include "app/cli/translation.h"

#include <array>

namespace grindstone::cli {

namespace {

constexpr qsizetype Gap = 2;
constexpr std::array Figures{&FigureRow::first, &FigureRow::second, &FigureRow::third};

struct Widths {
    qsizetype what = 0;
    std::array<qsizetype, Figures.size()> figures{};
};

Widths measure(const FigureRow& head, const std::vector<FigureRow>& rows) {
    Widths widths{head.what.size(), {}};
    const auto widenFigures = [&widths](const FigureRow& row) {
        for (std::size_t i = 0; i < Figures.size(); ++i) {
            widths.figures[i] = std::max(widths.figures[i], (row.*Figures[i]).size());
        }
    };
    widenFigures(head);
    for (const FigureRow& row : rows) {
        widths.what = std::max(widths.what, Gap + row.what.size());
        widenFigures(row);
    }
    return widths;
}

/// The row's figures from the `from`th to before the `to`th, each in its column.
QString figures(const FigureRow& row, const Widths& widths, std::size_t from, std::size_t to) {
    QString text;
    for (std::size_t i = from; i < to; ++i) {
        if (widths.figures[i] > 0) {
            text += QString(Gap, QLatin1Char(' ')) + (row.*Figures[i]).rightJustified(widths.figures[i]);
        }
    }
    return text;
}

} // namespace

void drawFigureTable(Canvas& canvas, const FigureRow& head, const std::vector<FigureRow>& rows) {
    const Widths widths = measure(head, rows);
    canvas.put(head.what.leftJustified(widths.what), Style::Bold);
    canvas.line(figures(head, widths, 0, Figures.size()), Style::Dim);
    for (const FigureRow& row : rows) {
        canvas.put((QString(Gap, QLatin1Char(' ')) + row.what).leftJustified(widths.what));
        canvas.put(figures(row, widths, 0, 1), Style::Bold);
        canvas.line(figures(row, widths, 1, Figures.size()));
    }
    canvas.line();
}

QString millisecondsText(double value) {
    return Cli::tr("%1 ms").arg(value, 0, 'f', 2);
}

} // namespace grindstone::cli
