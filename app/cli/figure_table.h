// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"

#include <vector>

namespace grindstone::cli {

/// One line of a table of measurements: what it is, and its figures.
struct FigureRow {
    QString what;
    QString first;
    QString second;
    QString third;
};

/// Draws a table whose columns are as wide as what they hold, figures to the right, and an empty line after it.
void drawFigureTable(Canvas& canvas, const FigureRow& head, const std::vector<FigureRow>& rows);

/// "1.25 ms"
QString millisecondsText(double value);

} // namespace grindstone::cli
