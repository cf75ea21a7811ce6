// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/text_pane.h"

#include "app/desktop/background.h"
#include "app/desktop/results/numbered_text.h"
#include "app/desktop/texts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace grindstone::desktop {

TextPane::TextPane(const QString& title, const QString& viewName, QWidget* parent)
    : QWidget(parent), m_title(title), m_heading(new QLabel(title, this)), m_note(new QLabel(this)),
      m_text(new NumberedText(this)) {
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setBuddy(m_text);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setObjectName(viewName + QStringLiteral("Note"));
    m_note->hide();
    m_text->setObjectName(viewName);
    m_text->setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_heading);
    layout->addWidget(m_note);
    layout->addWidget(m_text, 1);
    layout->addStretch(); // takes the room when there is only the note
}

void TextPane::show(const TextSource& source, const Focus& focus) {
    const quint64 ticket = ++m_ticket;
    m_reader.request_stop();
    m_reader = inBackground(
        this, [source, focus](std::stop_token stop) { return readWindow(source, focus, stop); },
        [this, ticket](const TextWindow& window) { apply(ticket, window); });
}

void TextPane::showNote(const QString& note) {
    ++m_ticket;
    m_text->showWindow({});
    m_text->hide();
    m_heading->setText(m_title);
    m_note->setText(note);
    m_note->show();
}

void TextPane::apply(quint64 ticket, const TextWindow& window) {
    if (ticket != m_ticket) {
        return;
    }
    m_text->showWindow(window);
    m_text->setVisible(window.readable);
    const bool whole = !window.startsLater && !window.endsEarlier;
    if (!window.readable) {
        m_note->setText(tr("The file cannot be read any more."));
    } else if (window.markStart >= 0) {
        m_note->setText(
            tr("%1 in all; this is the part around the first difference.").arg(sizeText(Bytes(window.size))));
    } else {
        m_note->setText(tr("%1 in all; this is the first part.").arg(sizeText(Bytes(window.size))));
    }
    m_note->setVisible(!window.readable || !whole);
    m_heading->setText(window.readable && window.size == 0 ? tr("%1 (empty)").arg(m_title) : m_title);
}

} // namespace grindstone::desktop
