// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/code_editor.h"

#include "app/desktop/editor/editor_theme.h"
#include "app/desktop/editor/lexers.h"
#include "app/desktop/editor/line_commands.h"

#include <QEvent>
#include <QKeyEvent>

#include <array>

namespace grindstone::desktop {

namespace {

constexpr int LineNumberMargin = 0;
constexpr int MarkerMargin = 1;
constexpr int FoldMargin = 2;
constexpr int IndentWidth = 4;

void setFoldedParts(QsciLexer* lexer) {
    if (auto* cpp = qobject_cast<QsciLexerCPP*>(lexer)) {
        cpp->setFoldAtElse(true);
        cpp->setFoldComments(true);
        cpp->setFoldPreprocessor(false);
    } else if (auto* python = qobject_cast<QsciLexerPython*>(lexer)) {
        python->setFoldComments(true);
        python->setIndentationWarning(QsciLexerPython::Inconsistent);
    }
}

} // namespace

CodeEditor::CodeEditor(QWidget* parent) : QsciScintilla(parent), m_autoClose(*this), m_diagnostics(*this) {
    setAccessibleName(tr("Code editor"));
    setUtf8(true);
    setEolMode(QsciScintilla::EolUnix);
    setUpMargins();
    setUpTyping();
    releaseKeys();
    new LineCommands(*this);
    connect(this, &QsciScintilla::linesChanged, this, &CodeEditor::fitLineNumbers);
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, &CodeEditor::fitLineNumbers);
    refreshTheme();
}

CodeEditor::~CodeEditor() {
    setLexer(nullptr);
}

void CodeEditor::load(const QString& code) {
    m_diagnostics.clear();
    setText(code);
    setScrollWidth(1); // that of the text before may have been wider
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setModified(false);
    fitLineNumbers();
}

void CodeEditor::setLanguage(const judge::Language& language) {
    std::unique_ptr<QsciLexer> lexer = createLexer(language.lexer);
    setFoldedParts(lexer.get());
    setLexer(lexer.get());
    m_lexer = std::move(lexer);
    m_lineComment = QString::fromStdString(language.lineComment);
    refreshTheme();
}

void CodeEditor::goTo(int line, int column) {
    const int index = std::max(0, line - 1);
    ensureLineVisible(index);
    setCursorPosition(index, std::max(0, column - 1));
    setFocus();
}

void CodeEditor::keyPressEvent(QKeyEvent* event) {
    if (!m_autoClose.handle(*event)) {
        QsciScintilla::keyPressEvent(event);
    }
}

void CodeEditor::changeEvent(QEvent* event) {
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refreshTheme();
    }
}

void CodeEditor::setUpMargins() {
    setMarginType(LineNumberMargin, QsciScintilla::NumberMargin);
    setMarginType(MarkerMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(MarkerMargin, 14);
    setMarginMarkerMask(MarkerMargin, DiagnosticMarks::MarkerMask);
    setMarginSensitivity(MarkerMargin, false);
    setFolding(QsciScintilla::PlainFoldStyle, FoldMargin);
    setMarginWidth(FoldMargin, 14);
}

void CodeEditor::setUpTyping() {
    setAutoIndent(true);
    setIndentationWidth(IndentWidth);
    setTabWidth(IndentWidth);
    setIndentationsUseTabs(false);
    setTabIndents(true);
    setBackspaceUnindents(true);
    setIndentationGuides(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setCaretLineVisible(true);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_SETMULTIPLESELECTION, true);
    SendScintilla(SCI_SETADDITIONALSELECTIONTYPING, true);
    SendScintilla(SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
}

void CodeEditor::releaseKeys() {
    constexpr int Alt = Qt::ALT;
    constexpr int Control = Qt::CTRL;
    constexpr int Shift = Qt::SHIFT;
    const std::array keys{Control | Qt::Key_Return,
                          Control | Qt::Key_Enter,
                          Control | Qt::Key_Apostrophe,
                          Control | Qt::Key_Slash,
                          Control | Qt::Key_B,
                          Control | Qt::Key_F,
                          Control | Qt::Key_G,
                          Control | Qt::Key_H,
                          Control | Qt::Key_S,
                          Control | Qt::Key_D,
                          Control | Qt::Key_L,
                          Control | Qt::Key_T,
                          Control | Qt::Key_0,
                          Control | Qt::Key_Plus,
                          Control | Qt::Key_Minus,
                          Control | Qt::Key_Equal,
                          Alt | Qt::Key_Up,
                          Alt | Qt::Key_Down,
                          Control | Shift | Qt::Key_D,
                          Control | Shift | Qt::Key_K,
                          Control | Shift | Qt::Key_L,
                          Control | Shift | Qt::Key_T,
                          Control | Alt | Qt::Key_PageUp,
                          Control | Alt | Qt::Key_PageDown};
    for (const int key : keys) {
        QsciCommand* command = standardCommands()->boundTo(key);
        if (command == nullptr) {
            continue;
        }
        command->key() == key ? command->setKey(0) : command->setAlternateKey(0);
    }
}

void CodeEditor::refreshTheme() {
    applyEditorTheme(*this, m_lexer.get(), palette());
    m_diagnostics.applyColours(palette());
    fitLineNumbers();
}

void CodeEditor::fitLineNumbers() {
    const QString widest = QString(std::max<qsizetype>(3, QString::number(lines()).size()) + 1, u'0');
    setMarginWidth(LineNumberMargin, widest);
}

} // namespace grindstone::desktop
