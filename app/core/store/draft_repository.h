// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/store.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace grindstone::core {

struct Draft {
    QString problemId;
    QString language;
    QString code;
    QDateTime savedAt; ///< UTC
};

/// What a person has typed, a draft for each problem and language. Failures are "store.failed" or "store.full".
class DraftRepository {
public:
    explicit DraftRepository(const Store& store) : m_store(store) {}

    Result<void> save(const QString& problemId, const QString& language, const QString& code);
    Result<std::optional<Draft>> find(const QString& problemId, const QString& language) const;
    /// The draft of that problem that was saved last, in whatever language.
    Result<std::optional<Draft>> findLatest(const QString& problemId) const;

private:
    const Store& m_store;
};

} // namespace grindstone::core
