// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/store.h"
#include "app/core/store/stored_submission.h"

#include <functional>
#include <optional>
#include <vector>

namespace grindstone::core {

/// Which submissions are meant; what is empty asks nothing.
struct HistoryFilter {
    /// "pack/slug", or "slug" for the problems of that name in all packs, installed or not. Any of them.
    QStringList problems;
    QString verdict;  ///< code
    QString language; ///< id
    QDateTime since;
    std::optional<int> most; ///< the newest ones
};

/// Submissions with code, verdict and per-case results. Fails as runStatement() does.
class SubmissionRepository {
public:
    explicit SubmissionRepository(const Store& store) : m_store(store) {}

    /// Records a judged submission, whole or not at all. The caller leaves out judge errors and cancelled ones. Within
    /// a transaction of one's own, insertSubmission() does the same (submission_rows.h).
    Result<qint64> add(const StoredSubmission& submission);
    /// Newest first, without files, cases and what the compiler said.
    Result<std::vector<StoredSubmission>> list(const HistoryFilter& filter) const;
    /// The same for one problem; for all when `problemId` is empty.
    Result<std::vector<StoredSubmission>> list(const QString& problemId, int most = 200) const;
    Result<std::optional<StoredSubmission>> find(qint64 id) const;
    /// Calls `visit` with each whole submission, oldest first, holding one at a time. Ends with the first failure,
    /// which may be `visit`'s own. All of them are of one moment, whoever writes meanwhile.
    using Visit = std::function<Result<void>(const StoredSubmission&)>;
    Result<void> forEach(const HistoryFilter& filter, const Visit& visit) const;
    /// Ids of problems with an accepted submission, and of those only tried.
    struct Progress {
        std::vector<QString> solved;
        std::vector<QString> tried;
    };
    Result<Progress> progress() const;

private:
    const Store& m_store;
};

} // namespace grindstone::core
