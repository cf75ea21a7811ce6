// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace grindstone::desktop {

enum class Glyph { Problems, Previous, Next, Run, Submit, Stop, Menu, Close, Up, Down, Add };

/// A simple symbol, drawn in the application's current text colour at whatever size and scale is asked for: no icon
/// theme is needed, and it follows a change between light and dark.
QIcon glyphIcon(Glyph glyph);

} // namespace grindstone::desktop
