// SPDX-License-Identifier: GPL-3.0-or-later
// Two threads meet here. The worker thread takes jobs from the queue, judges them, and puts what happens into the
// mailbox. However many letters lie there, one wake-up at most is posted to the owner's event loop; the owner then
// takes letters out in order, for a few milliseconds at a time.
#include "app/core/judging/judge_service.h"

#include "app/core/judging/job_queue.h"

#include <QDeadlineTimer>
#include <QPointer>

#include <chrono>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <variant>

namespace grindstone::core {

namespace {

/// Longest stretch that one delivery takes from the owner's event loop.
constexpr std::chrono::milliseconds DeliveryTime{8};

struct Started {};

struct Letter {
    JobId job = 0;
    std::variant<Started, judge::Progress, SharedReport> content;
};

judge::Report emptyReport(const judge::JudgeRequest& request) {
    judge::Report report;
    report.problemId = request.problemId;
    report.language = request.language;
    report.mode = request.mode;
    return report;
}

judge::Report cancelledReport(const judge::JudgeRequest& request) {
    judge::Report report = emptyReport(request);
    report.cancelled = true;
    return report;
}

judge::Report failedReport(const judge::JudgeRequest& request, const std::exception& exception) {
    judge::Report report = emptyReport(request);
    report.verdict = judge::Verdict::JudgeError;
    report.error = Error{"judge.failed", exception.what()};
    return report;
}

} // namespace

/// Letters from any thread to the owner's. Thread-safe.
class JudgeService::Mailbox {
public:
    explicit Mailbox(JudgeService& owner) : m_owner(owner) {}

    void put(Letter letter) {
        const std::scoped_lock lock(m_mutex);
        m_letters.push_back(std::move(letter));
        ensureAwake();
    }

    /// Called by the owner as it begins to take letters out.
    void wokenUp() {
        const std::scoped_lock lock(m_mutex);
        m_awake = false;
    }

    /// The next letter. While there are more, a wake-up is under way: the owner may stop at any letter, and a slot may
    /// run an event loop of its own, without order or letters getting lost.
    std::optional<Letter> take() {
        const std::scoped_lock lock(m_mutex);
        if (m_letters.empty()) {
            return std::nullopt;
        }
        Letter letter = std::move(m_letters.front());
        m_letters.pop_front();
        if (!m_letters.empty()) {
            ensureAwake();
        }
        return letter;
    }

private:
    void ensureAwake() {
        if (!std::exchange(m_awake, true)) {
            QMetaObject::invokeMethod(
                &m_owner, [owner = &m_owner] { owner->deliver(); }, Qt::QueuedConnection);
        }
    }

    JudgeService& m_owner;
    std::mutex m_mutex;
    std::deque<Letter> m_letters;
    bool m_awake = false; ///< a wake-up is posted
};

/// The thread that judges. Ends with this object, stopping the job that runs.
class JudgeService::Worker {
public:
    Worker(JudgeFunction judge, Mailbox& mailbox)
        : m_judge(std::move(judge)), m_mailbox(mailbox), m_thread([this](const std::stop_token& stop) { work(stop); }) {
    }

    ~Worker() {
        m_thread.request_stop();
        m_queue.clear();
    }

    JobQueue& queue() { return m_queue; }

private:
    void work(const std::stop_token& stop) {
        while (std::optional<Job> job = m_queue.take(stop)) {
            const std::stop_callback endWithThread(stop, [&job] { job->stop.request_stop(); });
            m_mailbox.put({job->id, Started{}});
            SharedReport report = std::make_shared<const judge::Report>(judge(*job));
            m_queue.finish();
            m_mailbox.put({job->id, std::move(report)});
        }
    }

    judge::Report judge(const Job& job) {
        const auto sink = [&](const judge::Progress& progress) { m_mailbox.put({job.id, progress}); };
        try {
            return m_judge(job.request, sink, job.stop.get_token());
        } catch (const std::exception& exception) {
            // Out of memory, say: that must not take the window and what is typed in it along.
            return failedReport(job.request, exception);
        }
    }

    JudgeFunction m_judge;
    Mailbox& m_mailbox;
    JobQueue m_queue;
    std::jthread m_thread; ///< last: it uses all of the above
};

JudgeService::JudgeService(JudgeFunction judge, QObject* parent) : QObject(parent) {
    qRegisterMetaType<JobId>("grindstone::core::JobId");
    qRegisterMetaType<judge::Progress>("grindstone::judge::Progress");
    qRegisterMetaType<SharedReport>("grindstone::core::SharedReport");
    m_mailbox = std::make_unique<Mailbox>(*this);
    m_worker = std::make_unique<Worker>(std::move(judge), *m_mailbox);
}

JudgeService::~JudgeService() = default;

JobId JudgeService::submit(judge::JudgeRequest request) {
    return m_worker->queue().add(std::move(request));
}

void JudgeService::cancel(JobId job) {
    if (const std::optional<Job> dropped = m_worker->queue().cancel(job)) {
        m_mailbox->put({job, std::make_shared<const judge::Report>(cancelledReport(dropped->request))});
    }
}

int JudgeService::waiting() const {
    return m_worker->queue().waiting();
}

void JudgeService::deliver() {
    const QPointer<JudgeService> self(this);
    const QDeadlineTimer deadline{DeliveryTime};
    m_mailbox->wokenUp();
    // One letter at least, however late this thread gets to run: taking it is what posts the next wake-up.
    do {
        const std::optional<Letter> letter = m_mailbox->take();
        if (!letter) {
            return;
        }
        if (const auto* progress = std::get_if<judge::Progress>(&letter->content)) {
            Q_EMIT progressed(letter->job, *progress);
        } else if (const auto* report = std::get_if<SharedReport>(&letter->content)) {
            Q_EMIT finished(letter->job, *report);
        } else {
            Q_EMIT started(letter->job);
        }
    } while (!self.isNull() && !deadline.hasExpired());
}

} // namespace grindstone::core
