// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/status_line.h"

#include "app/core/text/text.h"
#include "judge/language/toolchain.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>

namespace grindstone::desktop {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), m_sandbox(addLabel(QStringLiteral("sandboxStatus"))),
      m_compiler(addLabel(QStringLiteral("compilerStatus"))), m_draft(addLabel(QStringLiteral("draftStatus"))),
      m_cursor(addLabel(QStringLiteral("cursorStatus"))), m_queue(addLabel(QStringLiteral("queueStatus"))) {
    setObjectName(QStringLiteral("statusLine"));
    m_sandbox->setText(tr("Sandbox: starting…"));
}

QLabel* StatusLine::addLabel(const QString& name) {
    auto* label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(6, 0, 6, 0);
    label->hide();
    addWidget(label);
    return label;
}

void StatusLine::showSandbox(const Result<sandbox::Capabilities>& capabilities) {
    m_sandbox->show();
    if (!capabilities) {
        m_sandbox->setText(tr("Sandbox: %1").arg(core::text::errorMessage(capabilities.error())));
        m_sandbox->setToolTip(core::text::errorHint(capabilities.error()).toHtmlEscaped());
        return;
    }
    m_sandbox->setText(tr("Sandbox: %1").arg(core::text::tierName(capabilities->tier)));
    QStringList lines = core::text::sandboxLosses(*capabilities);
    for (const sandbox::Obstacle& obstacle : capabilities->obstacles) {
        lines << core::text::obstacleMessage(obstacle) << QString::fromStdString(obstacle.cure)
              << core::text::obstacleHint(obstacle);
    }
    lines.removeAll(QString());
    m_sandbox->setToolTip(lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

void StatusLine::showLanguage(const judge::Language* language) {
    m_compiler->setVisible(language != nullptr);
    if (language == nullptr) {
        return;
    }
    const Result<judge::Toolchain> toolchain = judge::findToolchain(*language);
    const QString name = QString::fromStdString(language->name);
    if (toolchain) {
        const QString tool = QString::fromStdString(toolchain->tool);
        m_compiler->setText(QStringLiteral("%1: %2").arg(name, QFileInfo(tool).fileName()));
        m_compiler->setToolTip(tool.toHtmlEscaped());
    } else {
        m_compiler->setText(tr("%1: not installed").arg(name));
        m_compiler->setToolTip(core::text::errorHint(toolchain.error()).toHtmlEscaped());
    }
}

void StatusLine::showDraftSaved(const QDateTime& at) {
    m_draft->setText(tr("Draft saved %1").arg(QLocale().toString(at.time(), QLocale::ShortFormat)));
    m_draft->show();
}

void StatusLine::clearDraft() {
    m_draft->hide();
}

void StatusLine::showCursor(int line, int column) {
    m_cursor->setText(tr("Ln %1, Col %2").arg(line).arg(column));
    m_cursor->show();
}

void StatusLine::showQueue(int unfinished) {
    m_queue->setText(tr("Queue: %1").arg(unfinished));
    m_queue->setVisible(unfinished > 0);
}

} // namespace grindstone::desktop
