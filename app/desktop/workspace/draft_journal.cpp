// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace/draft_journal.h"

namespace grindstone::desktop {

namespace {

constexpr std::chrono::milliseconds Delay{400};
constexpr std::chrono::seconds RetryDelay{5};

} // namespace

DraftJournal::DraftJournal(core::DraftRepository& drafts, std::function<QString()> text, QObject* parent)
    : QObject(parent), m_drafts(drafts), m_text(std::move(text)) {
    m_timer.setSingleShot(true);
    // A failure has been told by a signal, and starts the timer anew.
    connect(&m_timer, &QTimer::timeout, this, [this] { static_cast<void>(flush()); });
}

void DraftJournal::setTarget(const QString& problemId, const QString& language) {
    m_problemId = problemId;
    m_language = language;
    m_pending = false;
    m_timer.stop();
}

void DraftJournal::touch() {
    if (m_problemId.isEmpty()) {
        return;
    }
    m_pending = true;
    // Not restarted by each key: someone who types without a pause is kept, too.
    if (!m_timer.isActive() || m_timer.intervalAsDuration() > Delay) {
        m_timer.start(Delay);
    }
}

Result<void> DraftJournal::flush() {
    if (!m_pending) {
        return {};
    }
    if (Result<void> kept = m_drafts.save(m_problemId, m_language, m_text()); !kept) {
        m_timer.start(RetryDelay);
        Q_EMIT failed(kept.error());
        return kept;
    }
    m_pending = false;
    m_timer.stop();
    Q_EMIT saved(QDateTime::currentDateTime());
    return {};
}

} // namespace grindstone::desktop
