// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/judge.h"

#include <QStatusBar>

class QLabel;

namespace grindstone::desktop {

/// The bar at the bottom: sandbox, compiler, draft, cursor, queue.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showSandbox(const Result<sandbox::Capabilities>& capabilities);
    /// Which tool the language uses here, or that it is missing and what brings it.
    void showLanguage(const judge::Language* language);
    void showDraftSaved(const QDateTime& at);
    void clearDraft();
    void showCursor(int line, int column);
    void showQueue(int unfinished);

private:
    QLabel* addLabel(const QString& name);

    QLabel* m_sandbox;
    QLabel* m_compiler;
    QLabel* m_draft;
    QLabel* m_cursor;
    QLabel* m_queue;
};

} // namespace grindstone::desktop
