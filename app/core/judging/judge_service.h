// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_engine.h"

#include <QObject>

#include <memory>

namespace grindstone::core {

/// The queue for a program with an event loop: the only place where the judge's threads meet signals. Every signal
/// arrives in the thread that owns the service. Signals of one job carry its id and come in order: started, progressed
/// …, unwritten, finished; others' jobs that were adopted have them, too. Many progress values at once are delivered in
/// batches, so that the owner's event loop stays responsive. A slot may delete the service.
class JudgeService : public QObject {
    Q_OBJECT
public:
    explicit JudgeService(EngineSetup setup, QObject* parent = nullptr);
    /// Stops what runs and drops what wasn't delivered yet. Submits wait for the next start, the running one too; Runs
    /// are cancelled, whose reports nobody would see.
    ~JudgeService() override;

    /// Queues a request and returns as soon as it is written; where it cannot be, it is judged all the same. Ids are
    /// never 0 and never used twice.
    JobId submit(judge::JudgeRequest request);
    /// Stops a running job or drops a waiting one; its finished() still comes, with `cancelled` set. Unknown ids are
    /// ignored. A waiting job that is dropped has no started().
    void cancel(JobId job);
    /// Own jobs waiting, the running one not counted.
    int waiting() const;
    /// From now on; see JobEngine::adopt().
    void adopt(Adoption adoption);

Q_SIGNALS:
    void started(grindstone::core::JobId job);
    void progressed(grindstone::core::JobId job, const grindstone::judge::Progress& progress);
    /// A job that ends now isn't in the database, nor in the history.
    void unwritten(grindstone::core::JobId job, const grindstone::Error& error);
    void finished(grindstone::core::JobId job, const grindstone::core::SharedReport& report);

private:
    class Mailbox;
    void deliver();

    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<JobEngine> m_engine; ///< ends before the mailbox that it posts to
};

} // namespace grindstone::core

Q_DECLARE_METATYPE(grindstone::core::SharedReport)
