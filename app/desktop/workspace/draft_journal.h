// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/draft_repository.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace grindstone::desktop {

/// Keeps what is typed: at most 400 ms after the first key since the last time, and whenever it is told to. What could
/// not be kept is tried again, until it is.
class DraftJournal : public QObject {
    Q_OBJECT
public:
    /// `drafts` outlives the journal; `text` returns the text of the moment.
    DraftJournal(core::DraftRepository& drafts, std::function<QString()> text, QObject* parent = nullptr);

    /// What is typed from now on belongs there. Only after flush(): what is not kept yet would be forgotten.
    void setTarget(const QString& problemId, const QString& language);
    /// The text has changed.
    void touch();
    /// Keeps it now. Fails as DraftRepository::save() does; then it stays to be kept.
    Result<void> flush();
    bool isPending() const { return m_pending; }

Q_SIGNALS:
    void saved(const QDateTime& at);
    void failed(const grindstone::Error& error);

private:
    core::DraftRepository& m_drafts;
    std::function<QString()> m_text;
    QString m_problemId;
    QString m_language;
    bool m_pending = false;
    QTimer m_timer;
};

} // namespace grindstone::desktop
