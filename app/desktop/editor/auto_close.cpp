// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that were put in are marked with a hidden Scintilla indicator, which moves with the text: no list of
// positions to keep in step with every edit, and undo takes the mark away with the character.
#include "app/desktop/editor/auto_close.h"

#include "app/desktop/editor/scintilla.h"

#include <QKeyEvent>

#include <cctype>
#include <string>

namespace grindstone::desktop {

namespace {

constexpr int OwnIndicator = 9;

QChar closingOf(QChar opening) {
    switch (opening.unicode()) {
    case u'(':
        return u')';
    case u'[':
        return u']';
    case u'{':
        return u'}';
    case u'"':
    case u'\'':
        return opening;
    default:
        return {};
    }
}

bool isQuote(QChar character) {
    return character == u'"' || character == u'\'';
}

bool isWordByte(char byte) {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_' || (byte & 0x80) != 0;
}

bool isBlank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

using Sci = QsciScintillaBase;

} // namespace

AutoClose::AutoClose(QsciScintilla& editor) : m_editor(editor) {
    m_editor.SendScintilla(Sci::SCI_INDICSETSTYLE, OwnIndicator, Sci::INDIC_HIDDEN);
}

bool AutoClose::handle(const QKeyEvent& event) {
    if (m_editor.isReadOnly() || m_editor.SendScintilla(Sci::SCI_GETSELECTIONS) > 1) {
        return false;
    }
    if (event.key() == Qt::Key_Backspace && event.modifiers() == Qt::NoModifier) {
        return removePair();
    }
    if (event.key() == Qt::Key_Return && event.modifiers() == Qt::NoModifier) {
        return openBlock();
    }
    if (event.text().size() != 1 || (event.modifiers() & (Qt::ControlModifier | Qt::MetaModifier)) != 0) {
        return false;
    }
    const QChar typed = event.text().front();
    if (QStringLiteral(")]}\"'").contains(typed) && typeOver(typed)) {
        return true;
    }
    const QChar closing = closingOf(typed);
    return !closing.isNull() && open(typed, closing);
}

bool AutoClose::open(QChar opening, QChar closing) {
    if (m_editor.hasSelectedText()) {
        return surround(opening, closing);
    }
    const long position = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    const char before = position > 0 ? byteAt(position - 1) : '\0';
    const char after = byteAt(position);
    const bool roomAfter =
        after == '\0' || isBlank(after) || std::string_view(")]},;:").find(after) != std::string_view::npos;
    // A quote after a word or a quote closes something or is an apostrophe.
    if (!roomAfter || (isQuote(opening) && (isWordByte(before) || before == opening.toLatin1() || before == '\\'))) {
        return false;
    }
    const std::string pair{opening.toLatin1(), closing.toLatin1()};
    m_editor.SendScintilla(Sci::SCI_BEGINUNDOACTION);
    m_editor.SendScintilla(Sci::SCI_INSERTTEXT, position, pair.c_str());
    m_editor.SendScintilla(Sci::SCI_GOTOPOS, position + 1);
    m_editor.SendScintilla(Sci::SCI_SETINDICATORCURRENT, OwnIndicator);
    m_editor.SendScintilla(Sci::SCI_INDICATORFILLRANGE, position + 1, 1L);
    m_editor.SendScintilla(Sci::SCI_ENDUNDOACTION);
    return true;
}

bool AutoClose::surround(QChar opening, QChar closing) {
    const QString text = m_editor.selectedText();
    const long start = m_editor.SendScintilla(Sci::SCI_GETSELECTIONSTART);
    const long length = m_editor.SendScintilla(Sci::SCI_GETSELECTIONEND) - start;
    m_editor.replaceSelectedText(opening + text + closing);
    m_editor.SendScintilla(Sci::SCI_SETSEL, start + 1, start + 1 + length);
    return true;
}

bool AutoClose::typeOver(QChar closing) {
    const long found = findOwnClosing(closing);
    if (found < 0) {
        return false;
    }
    const long position = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    m_editor.SendScintilla(Sci::SCI_SETINDICATORCURRENT, OwnIndicator);
    m_editor.SendScintilla(Sci::SCI_INDICATORCLEARRANGE, found, 1L);
    if (found == position) {
        m_editor.SendScintilla(Sci::SCI_GOTOPOS, found + 1);
        return true;
    }
    // On another line: what was typed so far stays where it is, and the line below with our own one goes up to it.
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    m_editor.SendScintilla(Sci::SCI_BEGINUNDOACTION);
    const int opened = static_cast<int>(m_editor.SendScintilla(Sci::SCI_BRACEMATCH, found, 0L));
    const long openLine = opened < 0 ? line : m_editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, opened);
    m_editor.SendScintilla(Sci::SCI_DELETERANGE, position, found - position);
    m_editor.setIndentation(line, m_editor.indentation(static_cast<int>(openLine)));
    const long end = m_editor.SendScintilla(Sci::SCI_GETLINEINDENTPOSITION, line) + 1;
    m_editor.SendScintilla(Sci::SCI_GOTOPOS, end);
    m_editor.SendScintilla(Sci::SCI_ENDUNDOACTION);
    return true;
}

long AutoClose::findOwnClosing(QChar closing) const {
    const long start = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    if (m_editor.hasSelectedText()) {
        return -1;
    }
    long position = start;
    if (!isQuote(closing)) {
        // Beyond white space only from a line that is blank so far: else a closing one typed here is a new one.
        long back = start;
        while (back > 0 && (byteAt(back - 1) == ' ' || byteAt(back - 1) == '\t')) {
            --back;
        }
        const bool blankLine = back == 0 || byteAt(back - 1) == '\n';
        while (blankLine && isBlank(byteAt(position))) {
            ++position;
        }
    }
    return byteAt(position) == closing.toLatin1() && isOwn(position) ? position : -1;
}

bool AutoClose::removePair() {
    const long position = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    if (m_editor.hasSelectedText() || position == 0 || !isOwn(position)) {
        return false;
    }
    if (closingOf(QLatin1Char(byteAt(position - 1))) != QLatin1Char(byteAt(position))) {
        return false;
    }
    m_editor.SendScintilla(Sci::SCI_DELETERANGE, position - 1, 2L);
    return true;
}

bool AutoClose::openBlock() {
    const long position = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    if (m_editor.hasSelectedText() || position == 0 || byteAt(position - 1) != '{' || byteAt(position) != '}') {
        return false;
    }
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    const int indentation = m_editor.indentation(line);
    m_editor.SendScintilla(Sci::SCI_BEGINUNDOACTION);
    m_editor.SendScintilla(Sci::SCI_INSERTTEXT, position, "\n\n");
    m_editor.setIndentation(line + 1, indentation + m_editor.indentationWidth());
    m_editor.setIndentation(line + 2, indentation);
    m_editor.SendScintilla(Sci::SCI_GOTOPOS, m_editor.SendScintilla(Sci::SCI_GETLINEINDENTPOSITION, line + 1));
    m_editor.SendScintilla(Sci::SCI_ENDUNDOACTION);
    return true;
}

char AutoClose::byteAt(long position) const {
    return static_cast<char>(m_editor.SendScintilla(Sci::SCI_GETCHARAT, position));
}

bool AutoClose::isOwn(long position) const {
    return m_editor.SendScintilla(Sci::SCI_INDICATORVALUEAT, OwnIndicator, position) != 0;
}

} // namespace grindstone::desktop
