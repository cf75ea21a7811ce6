// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/banner.h"

#include "app/desktop/theme/verdict_mark.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace grindstone::desktop {

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_mark(new QLabel(this)), m_word(new QLabel(this)), m_detail(new QLabel(this)),
      m_message(new QLabel(this)) {
    setObjectName(QStringLiteral("resultBanner"));
    setAutoFillBackground(true);
    m_word->setObjectName(QStringLiteral("resultVerdict"));
    m_detail->setObjectName(QStringLiteral("resultDetail"));
    m_message->setObjectName(QStringLiteral("resultMessage"));
    QFont large = m_word->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_word->setFont(large);
    for (QLabel* label : {m_word, m_detail, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_message->setWordWrap(true);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(10, 7, 10, 7);
    layout->setHorizontalSpacing(9);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_mark, 0, 0);
    layout->addWidget(m_word, 0, 1);
    layout->addWidget(m_detail, 0, 2, Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_message, 1, 1, 1, 2);
    layout->setColumnStretch(2, 1);
}

void Banner::showVerdict(std::optional<judge::Verdict> verdict, Tone tone, const QString& word, const QString& detail,
                         const QString& message) {
    m_verdict = verdict;
    m_tone = tone;
    m_word->setText(word);
    m_detail->setText(detail);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    setAccessibleName(text());
    recolour();
}

QString Banner::text() const {
    QStringList parts{m_word->text(), m_detail->text(), m_message->text()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void Banner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        setPalette(QPalette());
        recolour();
    }
}

void Banner::recolour() {
    const QPalette base;
    const QColor tone = statusColour(m_tone, base);
    QPalette tinted = base;
    tinted.setColor(QPalette::Window, blend(base.color(QPalette::Base), tone, m_tone == Tone::Neutral ? 0.08 : 0.14));
    setPalette(tinted);
    QPalette wordPalette = base;
    wordPalette.setColor(QPalette::WindowText, m_tone == Tone::Neutral ? base.color(QPalette::WindowText) : tone);
    m_word->setPalette(wordPalette);
    m_mark->setPixmap(verdictIcon(m_verdict, base).pixmap(22, 22));
    m_mark->setVisible(m_verdict.has_value());
}

} // namespace grindstone::desktop
