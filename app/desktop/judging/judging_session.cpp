// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/judging/judging_session.h"

namespace grindstone::desktop {

JudgingSession::JudgingSession(core::JudgeService& service, core::SubmissionRepository& submissions, QObject* parent)
    : QObject(parent), m_service(service), m_submissions(submissions) {
    connect(&m_service, &core::JudgeService::progressed, this,
            [this](core::JobId job, const judge::Progress& progress) {
                if (job == m_shown) {
                    Q_EMIT progressed(progress);
                }
            });
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
    const auto found = m_requests.find(job);
    if (found == m_requests.end()) {
        return;
    }
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
    record(request, *report);
}

void JudgingSession::record(const judge::JudgeRequest& request, const judge::Report& report) {
    const bool attempt = request.mode == judge::Mode::Submit && !report.cancelled && report.verdict &&
                         report.verdict != judge::Verdict::JudgeError;
    if (!attempt) {
        return;
    }
    if (const Result<qint64> added = m_submissions.add(core::toStored(request, report)); !added) {
        Q_EMIT recordFailed(added.error());
        return;
    }
    Q_EMIT recorded(QString::fromStdString(request.problemId));
}

} // namespace grindstone::desktop
