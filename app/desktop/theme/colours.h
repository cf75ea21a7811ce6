// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verdict.h"

#include <QColor>

#include <optional>

class QPalette;

namespace grindstone::desktop {

/// What a colour says. The colour itself depends on the palette being light or dark.
enum class Tone { Good, Bad, Warning, Neutral, Accent };

bool isDark(const QPalette& palette);
/// `share` of 0 is `from`, 1 is `to`.
QColor blend(const QColor& from, const QColor& to, double share);
/// Readable as text on the palette's Base and Window.
QColor statusColour(Tone tone, const QPalette& palette);

/// None is a custom case without an answer, or one that hasn't run.
Tone toneOf(std::optional<judge::Verdict> verdict);

} // namespace grindstone::desktop
