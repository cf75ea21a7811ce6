// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/store.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace grindstone::judge {
struct Report;
struct JudgeRequest;
} // namespace grindstone::judge

namespace grindstone::core {

struct StoredCase {
    QString name;
    QString verdict; ///< code, "AC"
    int cpuMs = 0;
    int wallMs = 0;
    qint64 memoryKib = 0;
    QString message; ///< English, as in reports
};

/// A submission as it is kept. Plain value.
struct StoredSubmission {
    qint64 id = 0;
    QString problemId;
    QString language;
    QString code;          ///< the first file; several files are joined with a line naming each
    QString verdict;       ///< code
    QDateTime submittedAt; ///< UTC
    int casesPassed = 0;
    int casesTotal = 0;
    int cpuMsMax = 0;
    qint64 memoryKibMax = 0;
    QString tier;
    QString message;               ///< English: the first failure's sentence, or the compiler's first lines
    std::vector<StoredCase> cases; ///< filled by find(), not by list()
};

/// Submissions with code, verdict and per-case results. Failures are "store.failed" or "store.full".
class SubmissionRepository {
public:
    explicit SubmissionRepository(const Store& store) : m_store(store) {}

    /// Records a judged submission, whole or not at all. The caller leaves out judge errors and cancelled ones.
    Result<qint64> add(const StoredSubmission& submission);
    /// The same as a part of a transaction of the caller's.
    Result<qint64> insert(const StoredSubmission& submission);
    /// Newest first; all problems when `problemId` is empty.
    Result<std::vector<StoredSubmission>> list(const QString& problemId, int most = 200) const;
    Result<std::optional<StoredSubmission>> find(qint64 id) const;
    /// Ids of problems with an accepted submission, and of those only tried.
    struct Progress {
        std::vector<QString> solved;
        std::vector<QString> tried;
    };
    Result<Progress> progress() const;

private:
    const Store& m_store;
};

/// What the history keeps of a request and its report.
StoredSubmission toStored(const judge::JudgeRequest& request, const judge::Report& report);

} // namespace grindstone::core
