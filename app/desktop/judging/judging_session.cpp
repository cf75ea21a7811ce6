// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/judging/judging_session.h"

#include "app/core/judging/job_end.h"

namespace grindstone::desktop {

JudgingSession::JudgingSession(core::JudgeService& service, QObject* parent) : QObject(parent), m_service(service) {
    connect(&m_service, &core::JudgeService::progressed, this,
            [this](core::JobId job, const judge::Progress& progress) {
                if (job == m_shown) {
                    Q_EMIT progressed(progress);
                }
            });
    connect(&m_service, &core::JudgeService::unwritten, this,
            [this](core::JobId job, const Error& error) { m_unwritten.insert(job, error); });
    connect(&m_service, &core::JudgeService::finished, this, &JudgingSession::finish);
}

void JudgingSession::start(judge::JudgeRequest request) {
    leave();
    const core::JobId job = m_service.submit(request);
    m_requests.insert(job, std::move(request));
    m_shown = job;
    Q_EMIT changed();
}

void JudgingSession::stop() {
    if (m_shown != 0) {
        m_service.cancel(m_shown);
    }
}

void JudgingSession::leave() {
    if (m_shown != 0 && m_requests.value(m_shown).mode == judge::Mode::Run) {
        m_service.cancel(m_shown);
    }
    m_shown = 0;
    Q_EMIT changed();
}

void JudgingSession::finish(core::JobId job, const core::SharedReport& report) {
    if (const auto found = m_requests.find(job); found != m_requests.end()) {
        const judge::JudgeRequest request = *found;
        m_requests.erase(found);
        const bool shown = job == m_shown;
        if (shown) {
            m_shown = 0;
        }
        Q_EMIT changed();
        if (shown) {
            Q_EMIT finished(request, report);
        }
    }
    tellOfHistory(job, *report);
}

void JudgingSession::tellOfHistory(core::JobId job, const judge::Report& report) {
    const std::optional<Error> unwritten =
        m_unwritten.contains(job) ? std::optional(m_unwritten.take(job)) : std::nullopt;
    if (!core::belongsIntoHistory(report.mode, report)) {
        return;
    }
    if (unwritten) {
        Q_EMIT recordFailed(*unwritten);
    } else {
        Q_EMIT recorded(QString::fromStdString(report.problemId));
    }
}

} // namespace grindstone::desktop
