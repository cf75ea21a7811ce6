// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/editor/search.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QsciScintilla;

namespace grindstone::desktop {

/// Searches in the editor, and replaces: Enter next, Shift+Enter previous, Escape closes; in the lower field Enter
/// replaces the match and goes to the next one. Undo takes back one replacement, or all of "Replace all" at once.
class FindBar : public QWidget {
    Q_OBJECT
public:
    /// `editor` outlives the bar.
    explicit FindBar(QsciScintilla& editor, QWidget* parent = nullptr);

    /// Shows the bar with the selected word in it.
    void open();
    /// The same, with the field for what takes the matches' place.
    void openReplace();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connectParts();
    QToolButton* addToggle(const QString& name, const QString& text, const QString& tip);
    Search search() const;
    void find(SearchDirection direction);
    void findFrom(qsizetype offset, SearchDirection direction);
    void findAsTyped();
    void replaceOne();
    void replaceAll();
    void pressEnter(QObject* field, Qt::KeyboardModifiers modifiers);
    void dismiss();

    Search::Range selection() const;
    void select(Search::Range range);
    void replaceRange(Search::Range range, const QString& text);

    QsciScintilla& m_editor;
    QLineEdit* m_text;
    QToolButton* m_matchCase;
    QToolButton* m_regex;
    QLabel* m_note;
    QWidget* m_replaceRow;
    QLineEdit* m_replacement;
};

} // namespace grindstone::desktop
