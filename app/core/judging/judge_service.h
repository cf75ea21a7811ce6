// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_board.h"
#include "app/core/judging/judge_function.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace grindstone::core {

/// The only place where the judge's threads meet signals. Jobs are judged one after the other on a thread of its own,
/// Run before Submit; every signal arrives in the thread that owns the service. Signals of one job carry its id and
/// come in order: started, progressed …, finished. Many progress values at once are delivered in batches, so that the
/// owner's event loop stays responsive. A slot may delete the service.
class JudgeService : public QObject {
    Q_OBJECT
public:
    explicit JudgeService(JudgeFunction judge, QObject* parent = nullptr);
    /// `judge` outlives the service.
    explicit JudgeService(judge::Judge& judge, QObject* parent = nullptr)
        : JudgeService([&judge](const judge::JudgeRequest& request, const judge::ProgressSink& sink,
                                std::stop_token stop) { return judge.judge(request, sink, std::move(stop)); },
                       parent) {}
    /// Stops what runs, drops what waits and what wasn't delivered yet, joins the thread.
    ~JudgeService() override;

    /// Queues a request and returns at once. Ids are never 0 and never used twice.
    JobId submit(judge::JudgeRequest request);
    /// Stops a running job or drops a waiting one; its finished() still comes, with `cancelled` set. Unknown ids are
    /// ignored. A waiting job that is dropped has no started().
    void cancel(JobId job);
    /// Jobs waiting, the running one not counted.
    int waiting() const;

Q_SIGNALS:
    void started(grindstone::core::JobId job);
    void progressed(grindstone::core::JobId job, const grindstone::judge::Progress& progress);
    void finished(grindstone::core::JobId job, const grindstone::core::SharedReport& report);

private:
    class Mailbox;
    class Worker;
    void deliver();

    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<Worker> m_worker; ///< ends before the mailbox that it posts to
};

} // namespace grindstone::core

Q_DECLARE_METATYPE(grindstone::core::SharedReport)
