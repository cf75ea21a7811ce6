// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/judge_service.h"

#include <QHash>
#include <QObject>

namespace grindstone::desktop {

/// What the window has asked the judge for. At most one job is shown at a time; a submission whose problem was left
/// goes on unseen, and so does what an earlier program left behind; the queue records them when they end. Results of
/// jobs that are no longer shown are not passed on.
class JudgingSession : public QObject {
    Q_OBJECT
public:
    /// `service` outlives the session.
    explicit JudgingSession(core::JudgeService& service, QObject* parent = nullptr);

    /// Judges a request; what was shown before is stopped.
    void start(judge::JudgeRequest request);
    /// Stops the shown job; its report comes, with `cancelled` set.
    void stop();
    /// Shows nothing any more: a Run is stopped, a Submit goes on.
    void leave();

    bool isBusy() const { return m_shown != 0; }
    /// Jobs that have not ended, shown or not.
    int unfinished() const { return static_cast<int>(m_requests.size()); }

Q_SIGNALS:
    /// The shown job, or the number of jobs, has changed.
    void changed();
    void progressed(const grindstone::judge::Progress& progress);
    void finished(const grindstone::judge::JudgeRequest& request, const grindstone::core::SharedReport& report);
    void recorded(const QString& problemId);
    void recordFailed(const grindstone::Error& error);

private:
    void finish(core::JobId job, const core::SharedReport& report);
    void tellOfHistory(core::JobId job, const judge::Report& report);

    core::JudgeService& m_service;
    QHash<core::JobId, judge::JudgeRequest> m_requests;
    QHash<core::JobId, Error> m_unwritten; ///< of those that end now
    core::JobId m_shown = 0;
};

} // namespace grindstone::desktop
