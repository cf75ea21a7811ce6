// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QsciScintilla;

namespace grindstone::desktop {

/// Searches in the editor: Enter next, Shift+Enter previous, Escape closes.
class FindBar : public QWidget {
    Q_OBJECT
public:
    /// `editor` outlives the bar.
    explicit FindBar(QsciScintilla& editor, QWidget* parent = nullptr);

    /// Shows the bar with the selected word in it.
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Direction { Forward, Backward };
    void find(Direction direction);
    void findFrom(int line, int column, Direction direction);
    void findAsTyped();
    void dismiss();

    QsciScintilla& m_editor;
    QLineEdit* m_text;
    QToolButton* m_matchCase;
    QLabel* m_note;
};

} // namespace grindstone::desktop
