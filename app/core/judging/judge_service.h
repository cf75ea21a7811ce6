// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/judge.h"

#include <QObject>

#include <memory>

namespace grindstone::core {

using JobId = quint64;
using SharedReport = std::shared_ptr<const judge::Report>;

/// The only place where the judge's threads meet signals. Jobs are judged one after the other on a thread of its own,
/// Run before Submit; every signal arrives in the thread that owns the service. Signals of one job carry its id.
class JudgeService : public QObject {
    Q_OBJECT
public:
    /// `judge` outlives the service.
    explicit JudgeService(judge::Judge& judge, QObject* parent = nullptr);
    /// Stops what runs, drops what waits, joins the thread.
    ~JudgeService() override;

    /// Queues a request and returns at once.
    JobId submit(judge::JudgeRequest request);
    /// Stops a running job or drops a waiting one; its finished() still comes, with `cancelled` set. Unknown ids are
    /// ignored.
    void cancel(JobId job);
    /// Jobs waiting, the running one not counted.
    int waiting() const;

Q_SIGNALS:
    void started(grindstone::core::JobId job);
    void progressed(grindstone::core::JobId job, const grindstone::judge::Progress& progress);
    void finished(grindstone::core::JobId job, const grindstone::core::SharedReport& report);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace grindstone::core
