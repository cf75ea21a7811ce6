// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's threads meet the owner's here. They put what happens into the
// mailbox. However many letters lie there, one wake-up at most is posted to the owner's event loop; the owner then
// takes letters out in order, for a few milliseconds at a time.
#include "app/core/judging/judge_service.h"

#include "app/core/judging/job_end.h"

#include <QDeadlineTimer>
#include <QPointer>

#include <chrono>
#include <deque>
#include <mutex>
#include <variant>

namespace grindstone::core {

namespace {

/// Longest stretch that one delivery takes from the owner's event loop.
constexpr std::chrono::milliseconds DeliveryTime{8};

struct Started {};

struct Letter {
    JobId job = 0;
    std::variant<Started, judge::Progress, Error, SharedReport> content;
};

} // namespace

/// Letters from any thread to the owner's. Thread-safe.
class JudgeService::Mailbox : public EngineListener {
public:
    explicit Mailbox(JudgeService& owner) : m_owner(owner) {}

    void started(JobId job) override { put({job, Started{}}); }
    void progressed(JobId job, const judge::Progress& progress) override { put({job, progress}); }
    void unwritten(JobId job, const Error& error) override { put({job, error}); }
    void finished(JobId job, const SharedReport& report) override { put({job, report}); }

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
    void put(Letter letter) {
        const std::scoped_lock lock(m_mutex);
        m_letters.push_back(std::move(letter));
        ensureAwake();
    }

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

JudgeService::JudgeService(EngineSetup setup, QObject* parent) : QObject(parent) {
    qRegisterMetaType<JobId>("grindstone::core::JobId");
    qRegisterMetaType<judge::Progress>("grindstone::judge::Progress");
    qRegisterMetaType<Error>("grindstone::Error");
    qRegisterMetaType<SharedReport>("grindstone::core::SharedReport");
    m_mailbox = std::make_unique<Mailbox>(*this);
    m_engine = std::make_unique<JobEngine>(std::move(setup), *m_mailbox);
}

JudgeService::~JudgeService() {
    for (const JobId job : m_engine->left(Adoption::None).value_or(std::vector<JobId>())) {
        const std::optional<JobView> view = m_engine->find(job).value_or(std::nullopt);
        if (view && view->mode == judge::Mode::Run) {
            cancel(job);
        }
    }
}

JobId JudgeService::submit(judge::JudgeRequest request) {
    JobOrder order = toOrder(request);
    const Result<JobId> job = m_engine->submit(order, request.problem);
    return job ? *job : m_engine->submitUnwritten(std::move(order), std::move(request.problem), job.error());
}

void JudgeService::cancel(JobId job) {
    // Where that cannot be written, the job goes on, and ends as all do.
    [[maybe_unused]] const Result<bool> cancelled = m_engine->cancel(job);
}

int JudgeService::waiting() const {
    return m_engine->waiting();
}

void JudgeService::adopt(Adoption adoption) {
    m_engine->adopt(adoption);
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
        } else if (const auto* error = std::get_if<Error>(&letter->content)) {
            Q_EMIT unwritten(letter->job, *error);
        } else if (const auto* report = std::get_if<SharedReport>(&letter->content)) {
            Q_EMIT finished(letter->job, *report);
        } else {
            Q_EMIT started(letter->job);
        }
    } while (!self.isNull() && !deadline.hasExpired());
}

} // namespace grindstone::core
