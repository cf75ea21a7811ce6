// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/draft_repository.h"

#include "app/core/store/statement_runner.h"

namespace grindstone::core {

namespace {

Result<std::optional<Draft>> first(Result<QSqlQuery> query) {
    if (!query) {
        return fail(query.error());
    }
    if (!query->next()) {
        return std::optional<Draft>();
    }
    return std::optional(Draft{query->value(0).toString(), query->value(1).toString(),
                               fromBlob(query->value(2).toByteArray()),
                               QDateTime::fromMSecsSinceEpoch(query->value(3).toLongLong(), Qt::UTC)});
}

} // namespace

Result<void> DraftRepository::save(const QString& problemId, const QString& language, const QString& code) {
    TRY(runStatement(m_store.database(),
                     QStringLiteral("INSERT INTO drafts (problem_id, language, code, saved_at) VALUES (?, ?, ?, ?) "
                                    "ON CONFLICT (problem_id, language) "
                                    "DO UPDATE SET code = excluded.code, saved_at = excluded.saved_at"),
                     {toColumn(problemId), toColumn(language), toBlob(code), QDateTime::currentMSecsSinceEpoch()}));
    return {};
}

Result<std::optional<Draft>> DraftRepository::find(const QString& problemId, const QString& language) const {
    return first(runStatement(m_store.database(),
                              QStringLiteral("SELECT problem_id, language, code, saved_at FROM drafts "
                                             "WHERE problem_id = ? AND language = ?"),
                              {toColumn(problemId), toColumn(language)}));
}

Result<std::optional<Draft>> DraftRepository::findLatest(const QString& problemId) const {
    return first(runStatement(m_store.database(),
                              QStringLiteral("SELECT problem_id, language, code, saved_at FROM drafts "
                                             "WHERE problem_id = ? ORDER BY saved_at DESC LIMIT 1"),
                              {toColumn(problemId)}));
}

} // namespace grindstone::core
