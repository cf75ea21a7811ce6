// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/editor_theme.h"

#include "app/desktop/editor/scintilla.h"
#include "app/desktop/theme/colours.h"

#include <QFontDatabase>
#include <QPalette>

#include <algorithm>
#include <array>

namespace grindstone::desktop {

namespace {

/// Colours of the kinds of token, as few as tell them apart.
struct TokenColours {
    QColor comment;
    QColor keyword;
    QColor string;
    QColor number;
    QColor preprocessor;
    QColor definition;
};

TokenColours tokenColours(const QPalette& palette) {
    if (isDark(palette)) {
        return {QColor(0x8a9199), QColor(0x7fb4ff), QColor(0x9ccc7c),
                QColor(0xe5b567), QColor(0xc792ea), QColor(0x6fd0c8)};
    }
    return {QColor(0x6a737d), QColor(0x1f4fbf), QColor(0x2e7d32), QColor(0xa8480b), QColor(0x7b3fa0), QColor(0x00695c)};
}

/// What Scintilla's lexers call their styles, in parts of words; the first that fits decides.
struct StyleWord {
    const char* part;
    QColor TokenColours::*colour;
};

constexpr std::array StyleWords{StyleWord{"inactive", &TokenColours::comment},
                                StyleWord{"comment", &TokenColours::comment},
                                StyleWord{"functions", &TokenColours::definition},
                                StyleWord{"method name", &TokenColours::definition},
                                StyleWord{"class name", &TokenColours::definition},
                                StyleWord{"module name", &TokenColours::definition},
                                StyleWord{"keyword", &TokenColours::keyword},
                                StyleWord{"string", &TokenColours::string},
                                StyleWord{"character", &TokenColours::string},
                                StyleWord{"here document", &TokenColours::string},
                                StyleWord{"quoted", &TokenColours::string},
                                StyleWord{"number", &TokenColours::number},
                                StyleWord{"preprocessor", &TokenColours::preprocessor},
                                StyleWord{"pragma", &TokenColours::preprocessor},
                                StyleWord{"decorator", &TokenColours::preprocessor},
                                StyleWord{"macro", &TokenColours::preprocessor}};

void colourStyles(QsciLexer& lexer, const TokenColours& colours) {
    for (int style = 0; style <= QsciScintillaBase::STYLE_MAX; ++style) {
        const QString name = lexer.description(style);
        const auto word = std::ranges::find_if(StyleWords, [&](const StyleWord& candidate) {
            return name.contains(QLatin1String(candidate.part), Qt::CaseInsensitive);
        });
        if (word != StyleWords.end()) {
            lexer.setColor(colours.*(word->colour), style);
        }
    }
}

void colourTokens(QsciLexer& lexer, const QPalette& palette, const QFont& font) {
    lexer.setDefaultFont(font);
    lexer.setFont(font);
    lexer.setDefaultPaper(palette.color(QPalette::Base));
    lexer.setPaper(palette.color(QPalette::Base));
    lexer.setDefaultColor(palette.color(QPalette::Text));
    lexer.setColor(palette.color(QPalette::Text));
    colourStyles(lexer, tokenColours(palette));
}

void colourFrame(QsciScintilla& editor, const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor faint = blend(base, text, 0.5);
    editor.setMarginsBackgroundColor(blend(base, text, 0.03));
    editor.setMarginsForegroundColor(faint);
    editor.setFoldMarginColors(base, base);
    for (unsigned marker = QsciScintillaBase::SC_MARKNUM_FOLDEREND; marker <= QsciScintillaBase::SC_MARKNUM_FOLDEROPEN;
         ++marker) {
        editor.SendScintilla(QsciScintillaBase::SCI_MARKERSETFORE, marker, faint);
        editor.SendScintilla(QsciScintillaBase::SCI_MARKERSETBACK, marker, faint);
    }
    editor.setCaretForegroundColor(text);
    editor.setCaretLineBackgroundColor(blend(base, text, 0.05));
    editor.setSelectionBackgroundColor(blend(base, palette.color(QPalette::Highlight), 0.35));
    editor.resetSelectionForegroundColor();
    editor.setIndentationGuidesForegroundColor(blend(base, text, 0.2));
    editor.setIndentationGuidesBackgroundColor(base);
    editor.setMatchedBraceBackgroundColor(blend(base, palette.color(QPalette::Highlight), 0.3));
    editor.setMatchedBraceForegroundColor(text);
    editor.setUnmatchedBraceBackgroundColor(base);
    editor.setUnmatchedBraceForegroundColor(statusColour(Tone::Bad, palette));
}

} // namespace

void applyEditorTheme(QsciScintilla& editor, QsciLexer* lexer, const QPalette& palette) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(font.pointSizeF(), 10.0));
    editor.setFont(font);
    editor.setPaper(palette.color(QPalette::Base));
    editor.setColor(palette.color(QPalette::Text));
    if (lexer != nullptr) {
        colourTokens(*lexer, palette, font);
    }
    editor.setMarginsFont(font);
    colourFrame(editor, palette);
}

} // namespace grindstone::desktop
