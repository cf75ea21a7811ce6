// SPDX-License-Identifier: GPL-3.0-or-later
// Scintilla counts bytes of UTF-8, Search counts QString's units: selection(), select() and replaceRange() translate.
#include "app/desktop/editor/find_bar.h"

#include "app/desktop/editor/scintilla.h"
#include "app/desktop/theme/glyph_icon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace grindstone::desktop {

namespace {

using Sci = QsciScintillaBase;

QToolButton* createButton(QWidget* parent, Glyph glyph, const QString& text) {
    auto* button = new QToolButton(parent);
    button->setIcon(glyphIcon(glyph));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

QLineEdit* createField(QWidget* parent, const QString& name, const QString& text) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setPlaceholderText(text);
    field->setAccessibleName(text);
    return field;
}

long bytesBefore(const QString& text, qsizetype offset) {
    return static_cast<long>(QStringView(text).left(offset).toUtf8().size());
}

} // namespace

FindBar::FindBar(QsciScintilla& editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_text(createField(this, QStringLiteral("findText"), tr("Find in the code"))),
      m_matchCase(addToggle(QStringLiteral("matchCase"), QStringLiteral("Aa"), tr("Match case"))),
      m_regex(addToggle(QStringLiteral("findRegex"), QStringLiteral(".*"), tr("Regular expression"))),
      m_note(new QLabel(this)), m_replaceRow(new QWidget(this)),
      m_replacement(createField(m_replaceRow, QStringLiteral("replaceText"), tr("Replace with"))) {
    build();
    connectParts();
    hide();
}

void FindBar::build() {
    m_note->setObjectName(QStringLiteral("findNote"));
    QToolButton* previous = createButton(this, Glyph::Up, tr("Previous match"));
    QToolButton* next = createButton(this, Glyph::Down, tr("Next match"));
    QToolButton* close = createButton(this, Glyph::Close, tr("Close the search"));
    connect(previous, &QToolButton::clicked, this, [this] { find(SearchDirection::Backward); });
    connect(next, &QToolButton::clicked, this, [this] { find(SearchDirection::Forward); });
    connect(close, &QToolButton::clicked, this, &FindBar::dismiss);
    auto* findRow = new QHBoxLayout;
    findRow->addWidget(m_text, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_matchCase, m_regex, previous, next, m_note, close}) {
        findRow->addWidget(widget);
    }
    auto* one = new QPushButton(tr("Replace"), m_replaceRow);
    auto* all = new QPushButton(tr("Replace all"), m_replaceRow);
    one->setObjectName(QStringLiteral("replaceOne"));
    all->setObjectName(QStringLiteral("replaceAll"));
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    auto* replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->addWidget(m_replacement, 1);
    replaceRow->addWidget(one);
    replaceRow->addWidget(all);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->setSpacing(3);
    layout->addLayout(findRow);
    layout->addWidget(m_replaceRow);
    setTabOrder(m_text, m_replacement);
    setTabOrder(m_replacement, one);
    setTabOrder(one, all);
    setTabOrder(all, m_matchCase);
}

void FindBar::connectParts() {
    m_text->installEventFilter(this);
    m_replacement->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::findAsTyped);
    connect(m_matchCase, &QToolButton::toggled, this, &FindBar::findAsTyped);
    connect(m_regex, &QToolButton::toggled, this, &FindBar::findAsTyped);
}

QToolButton* FindBar::addToggle(const QString& name, const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

void FindBar::open() {
    m_replaceRow->hide();
    const QString selected = m_editor.selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n')) {
        m_text->setText(selected);
    }
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void FindBar::openReplace() {
    open();
    m_replaceRow->show();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0) {
            pressEnter(watched, key->modifiers());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    event->key() == Qt::Key_Escape ? dismiss() : QWidget::keyPressEvent(event);
}

void FindBar::pressEnter(QObject* field, Qt::KeyboardModifiers modifiers) {
    if (field == m_replacement) {
        replaceOne();
    } else {
        find(modifiers.testFlag(Qt::ShiftModifier) ? SearchDirection::Backward : SearchDirection::Forward);
    }
}

Search FindBar::search() const {
    return {m_text->text(), m_regex->isChecked() ? SearchKind::RegularExpression : SearchKind::Literal,
            m_matchCase->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive};
}

void FindBar::find(SearchDirection direction) {
    const Search::Range range = selection();
    findFrom(direction == SearchDirection::Forward ? range.start + range.length : range.start, direction);
}

void FindBar::findFrom(qsizetype offset, SearchDirection direction) {
    const Search wanted = search();
    const std::optional<Search::Range> found = wanted.find(m_editor.text(), offset, direction);
    if (found) {
        select(*found);
    }
    const bool silent = found || m_text->text().isEmpty();
    m_note->setText(silent ? QString() : (wanted.isValid() ? tr("Not found") : tr("Not a regular expression")));
    m_note->setToolTip(wanted.error().toHtmlEscaped());
}

void FindBar::findAsTyped() {
    findFrom(selection().start, SearchDirection::Forward);
}

void FindBar::replaceOne() {
    const Search::Range range = selection();
    if (const std::optional<QString> text = search().replaced(m_editor.text(), range, m_replacement->text())) {
        replaceRange(range, *text);
    }
    find(SearchDirection::Forward);
}

void FindBar::replaceAll() {
    const Search::Replacement all = search().replacedAll(m_editor.text(), m_replacement->text());
    if (all.count == 0) {
        return find(SearchDirection::Forward); // says why
    }
    replaceRange(all.range, all.text);
    m_note->setText(tr("%n match(es) replaced", nullptr, all.count));
}

void FindBar::dismiss() {
    hide();
    m_editor.setFocus();
}

Search::Range FindBar::selection() const {
    const QByteArray bytes = m_editor.text().toUtf8();
    const auto charactersBefore = [&](long position) { return QString::fromUtf8(bytes.left(position)).size(); };
    const qsizetype start = charactersBefore(m_editor.SendScintilla(Sci::SCI_GETSELECTIONSTART));
    return {start, charactersBefore(m_editor.SendScintilla(Sci::SCI_GETSELECTIONEND)) - start};
}

void FindBar::select(Search::Range range) {
    const QString text = m_editor.text();
    const long start = bytesBefore(text, range.start);
    m_editor.ensureLineVisible(static_cast<int>(m_editor.SendScintilla(Sci::SCI_LINEFROMPOSITION, start)));
    m_editor.SendScintilla(Sci::SCI_SETSEL, start, bytesBefore(text, range.start + range.length));
}

void FindBar::replaceRange(Search::Range range, const QString& text) {
    select(range);
    m_editor.replaceSelectedText(text);
}

} // namespace grindstone::desktop
