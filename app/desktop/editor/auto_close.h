// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

class QKeyEvent;
class QsciScintilla;

namespace grindstone::desktop {

/// Closes brackets and quotes as they are typed. A closing character that it put in itself is typed over, also when
/// it has moved to a line of its own, so that text typed in full comes out as typed. Backspace in an empty pair
/// removes both. A selection is put between the pair.
class AutoClose {
public:
    /// `editor` owns this object or outlives it.
    explicit AutoClose(QsciScintilla& editor);

    /// True when the key has been dealt with.
    bool handle(const QKeyEvent& event);

private:
    bool open(QChar opening, QChar closing);
    bool typeOver(QChar closing);
    bool removePair();
    bool openBlock();
    bool surround(QChar opening, QChar closing);
    /// Position of our own `closing` at the cursor, or beyond the white space after it; -1 when there is none.
    long findOwnClosing(QChar closing) const;
    char byteAt(long position) const;
    bool isOwn(long position) const;

    QsciScintilla& m_editor;
};

} // namespace grindstone::desktop
