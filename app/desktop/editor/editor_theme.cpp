// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/editor_theme.h"

#include "app/desktop/editor/scintilla.h"
#include "app/desktop/theme/colours.h"

#include <QFontDatabase>
#include <QPalette>

#include <initializer_list>

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

void setColour(QsciLexer& lexer, const QColor& colour, std::initializer_list<int> styles) {
    for (const int style : styles) {
        lexer.setColor(colour, style);
    }
}

void colourCpp(QsciLexer& lexer, const TokenColours& colours) {
    using Cpp = QsciLexerCPP;
    setColour(lexer, colours.comment, {Cpp::Comment, Cpp::CommentLine, Cpp::CommentDoc, Cpp::CommentLineDoc});
    setColour(lexer, colours.keyword, {Cpp::Keyword, Cpp::KeywordSet2});
    setColour(lexer, colours.string,
              {Cpp::SingleQuotedString, Cpp::DoubleQuotedString, Cpp::RawString, Cpp::UnclosedString});
    setColour(lexer, colours.number, {Cpp::Number});
    setColour(lexer, colours.preprocessor, {Cpp::PreProcessor});
}

void colourPython(QsciLexer& lexer, const TokenColours& colours) {
    using Python = QsciLexerPython;
    setColour(lexer, colours.comment, {Python::Comment, Python::CommentBlock});
    setColour(lexer, colours.keyword, {Python::Keyword});
    setColour(lexer, colours.string,
              {Python::SingleQuotedString, Python::DoubleQuotedString, Python::TripleSingleQuotedString,
               Python::TripleDoubleQuotedString, Python::UnclosedString, Python::SingleQuotedFString,
               Python::DoubleQuotedFString, Python::TripleSingleQuotedFString, Python::TripleDoubleQuotedFString});
    setColour(lexer, colours.number, {Python::Number});
    setColour(lexer, colours.preprocessor, {Python::Decorator});
    setColour(lexer, colours.definition, {Python::ClassName, Python::FunctionMethodName});
}

void colourTokens(QsciLexer& lexer, const QPalette& palette, const QFont& font) {
    lexer.setDefaultFont(font);
    lexer.setFont(font);
    lexer.setDefaultPaper(palette.color(QPalette::Base));
    lexer.setPaper(palette.color(QPalette::Base));
    lexer.setDefaultColor(palette.color(QPalette::Text));
    lexer.setColor(palette.color(QPalette::Text));
    const TokenColours colours = tokenColours(palette);
    if (qobject_cast<QsciLexerCPP*>(&lexer) != nullptr) {
        colourCpp(lexer, colours);
    } else {
        colourPython(lexer, colours);
    }
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
