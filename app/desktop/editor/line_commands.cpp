// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/line_commands.h"

#include "app/desktop/editor/code_editor.h"

#include <QAction>

#include <algorithm>

namespace grindstone::desktop {

namespace {

using Sci = QsciScintillaBase;

struct LineRange {
    int first = 0;
    int last = 0;
};

LineRange selectedLines(const QsciScintilla& editor) {
    LineRange range;
    int column = 0;
    int lastColumn = 0;
    if (!editor.hasSelectedText()) {
        editor.getCursorPosition(&range.first, &column);
        range.last = range.first;
        return range;
    }
    editor.getSelection(&range.first, &column, &range.last, &lastColumn);
    if (lastColumn == 0 && range.last > range.first) {
        --range.last; // the selection ends before that line's first character
    }
    return range;
}

bool isBlankLine(const QString& line) {
    return line.trimmed().isEmpty();
}

void uncomment(QsciScintilla& editor, int line, const QString& token) {
    const QString text = editor.text(line);
    const auto at = static_cast<int>(text.indexOf(token));
    const bool spaceAfter = text.mid(at + token.size(), 1) == u" ";
    editor.setSelection(line, at, line, at + static_cast<int>(token.size()) + (spaceAfter ? 1 : 0));
    editor.removeSelectedText();
}

} // namespace

LineCommands::LineCommands(CodeEditor& editor) : QObject(&editor), m_editor(editor) {
    add(tr("Toggle comment"), Qt::CTRL | Qt::Key_Slash, &LineCommands::toggleComment);
    add(tr("Move line up"), Qt::ALT | Qt::Key_Up, &LineCommands::moveUp);
    add(tr("Move line down"), Qt::ALT | Qt::Key_Down, &LineCommands::moveDown);
    add(tr("Duplicate line"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, &LineCommands::duplicate);
    add(tr("Delete line"), Qt::CTRL | Qt::SHIFT | Qt::Key_K, &LineCommands::remove);
}

void LineCommands::add(const QString& name, const QKeySequence& key, void (LineCommands::*command)()) {
    auto* action = new QAction(name, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, command] {
        if (!m_editor.isReadOnly()) {
            (this->*command)();
        }
    });
    m_editor.addAction(action);
}

void LineCommands::toggleComment() {
    const QString token = m_editor.lineComment();
    if (token.isEmpty()) {
        return;
    }
    const LineRange range = selectedLines(m_editor);
    bool allCommented = true;
    int column = -1;
    for (int line = range.first; line <= range.last; ++line) {
        const QString text = m_editor.text(line);
        if (!isBlankLine(text)) {
            const int indentation = m_editor.indentation(line);
            allCommented = allCommented && text.trimmed().startsWith(token);
            column = column < 0 ? indentation : std::min(column, indentation);
        }
    }
    int cursorLine = 0;
    int cursorColumn = 0;
    m_editor.getCursorPosition(&cursorLine, &cursorColumn);
    m_editor.beginUndoAction();
    for (int line = range.first; line <= range.last && column >= 0; ++line) {
        if (isBlankLine(m_editor.text(line))) {
            continue;
        }
        allCommented ? uncomment(m_editor, line, token) : m_editor.insertAt(token + u' ', line, column);
    }
    m_editor.endUndoAction();
    if (range.first == range.last) {
        const int shift = static_cast<int>(token.size()) + 1;
        m_editor.setCursorPosition(cursorLine, std::max(0, cursorColumn + (allCommented ? -shift : shift)));
    } else {
        m_editor.setSelection(range.first, 0, range.last, m_editor.lineLength(range.last) - 1);
    }
}

void LineCommands::moveUp() {
    m_editor.SendScintilla(Sci::SCI_MOVESELECTEDLINESUP);
}

void LineCommands::moveDown() {
    m_editor.SendScintilla(Sci::SCI_MOVESELECTEDLINESDOWN);
}

void LineCommands::duplicate() {
    m_editor.SendScintilla(Sci::SCI_SELECTIONDUPLICATE);
}

void LineCommands::remove() {
    m_editor.SendScintilla(Sci::SCI_LINEDELETE);
}

} // namespace grindstone::desktop
