// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/find_bar.h"

#include "app/desktop/editor/scintilla.h"
#include "app/desktop/theme/glyph_icon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace grindstone::desktop {

namespace {

QToolButton* createButton(QWidget* parent, Glyph glyph, const QString& text) {
    auto* button = new QToolButton(parent);
    button->setIcon(glyphIcon(glyph));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

} // namespace

FindBar::FindBar(QsciScintilla& editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_text(new QLineEdit(this)), m_matchCase(new QToolButton(this)),
      m_note(new QLabel(this)) {
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(tr("Find in the code"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->installEventFilter(this);
    m_matchCase->setText(QStringLiteral("Aa"));
    m_matchCase->setCheckable(true);
    m_matchCase->setAutoRaise(true);
    m_matchCase->setToolTip(tr("Match case"));
    m_matchCase->setAccessibleName(m_matchCase->toolTip());
    QToolButton* previous = createButton(this, Glyph::Up, tr("Previous match"));
    QToolButton* next = createButton(this, Glyph::Down, tr("Next match"));
    QToolButton* close = createButton(this, Glyph::Close, tr("Close the search"));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->addWidget(m_text, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_matchCase, previous, next, m_note, close}) {
        layout->addWidget(widget);
    }
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::findAsTyped);
    connect(m_matchCase, &QToolButton::toggled, this, &FindBar::findAsTyped);
    connect(previous, &QToolButton::clicked, this, [this] { find(Direction::Backward); });
    connect(next, &QToolButton::clicked, this, [this] { find(Direction::Forward); });
    connect(close, &QToolButton::clicked, this, &FindBar::dismiss);
    hide();
}

void FindBar::open() {
    const QString selected = m_editor.selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n')) {
        m_text->setText(selected);
    }
    show();
    m_text->setFocus();
    m_text->selectAll();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0) {
            find(key->modifiers().testFlag(Qt::ShiftModifier) ? Direction::Backward : Direction::Forward);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            dismiss();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::find(Direction direction) {
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    m_editor.getSelection(&line, &column, &endLine, &endColumn);
    if (line < 0) {
        m_editor.getCursorPosition(&line, &column);
        endLine = line;
        endColumn = column;
    }
    direction == Direction::Forward ? findFrom(endLine, endColumn, direction) : findFrom(line, column, direction);
}

void FindBar::findFrom(int line, int column, Direction direction) {
    const QString text = m_text->text();
    const bool found = text.isEmpty() || m_editor.findFirst(text, false, m_matchCase->isChecked(), false, true,
                                                            direction == Direction::Forward, line, column);
    m_note->setText(found ? QString() : tr("Not found"));
}

void FindBar::findAsTyped() {
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    m_editor.getSelection(&line, &column, &endLine, &endColumn);
    if (line < 0) {
        m_editor.getCursorPosition(&line, &column);
    }
    findFrom(line, column, Direction::Forward);
}

void FindBar::dismiss() {
    hide();
    m_editor.setFocus();
}

} // namespace grindstone::desktop
