// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPalette;
class QsciLexer;
class QsciScintilla;

namespace grindstone::desktop {

/// Colours and font of the editor, light or dark as the palette is. `lexer` may be null: plain text.
void applyEditorTheme(QsciScintilla& editor, QsciLexer* lexer, const QPalette& palette);

} // namespace grindstone::desktop
