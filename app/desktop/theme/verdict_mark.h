// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verdict.h"

#include <QIcon>

#include <optional>

class QPainter;
class QPalette;
class QRectF;

namespace grindstone::desktop {

/// A verdict's sign, told apart by shape and not by colour alone: a check in a circle, a cross in a square, a letter
/// in a square for the others, an open circle where there is none.
void paintVerdictMark(QPainter& painter, const QRectF& area, std::optional<judge::Verdict> verdict,
                      const QPalette& palette);

/// The same as an icon in the application's palette of the moment.
QIcon verdictIcon(std::optional<judge::Verdict> verdict, const QPalette& palette);

} // namespace grindstone::desktop
