// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/library/library.h"
#include "app/core/store/submission_repository.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace grindstone::desktop {

enum class ProblemStatus { Untried, Tried, Solved };

QString statusText(ProblemStatus status);

/// The problems that match a query, in the library's order. Owns its visible rows; a new query resets them.
class ProblemModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, StatusRole, DetailRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<core::ProblemEntry> entries);
    void setQuery(const QString& query);
    void setProgress(const core::SubmissionRepository::Progress& progress);

    bool isLibraryEmpty() const { return m_entries.empty(); }
    /// Row of a visible problem, -1 when it isn't visible.
    int findRow(const QString& id) const;
    /// Nothing beyond the ends.
    const core::ProblemEntry* entryAt(int row) const;
    /// Whether visible or not.
    const core::ProblemEntry* findEntry(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void filter();
    ProblemStatus statusOf(const QString& id) const;
    QString detailOf(const core::ProblemEntry& entry) const;

    std::vector<core::ProblemEntry> m_entries;
    std::vector<core::ProblemEntry> m_visible;
    QString m_query;
    QSet<QString> m_solved;
    QSet<QString> m_tried;
};

} // namespace grindstone::desktop
