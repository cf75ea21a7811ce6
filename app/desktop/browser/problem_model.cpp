// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/browser/problem_model.h"

#include "app/desktop/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace grindstone::desktop {

QString statusText(ProblemStatus status) {
    switch (status) {
    case ProblemStatus::Solved:
        return QCoreApplication::translate("ProblemStatus", "Solved");
    case ProblemStatus::Tried:
        return QCoreApplication::translate("ProblemStatus", "Tried");
    case ProblemStatus::Untried:
        break;
    }
    return QCoreApplication::translate("ProblemStatus", "New");
}

void ProblemModel::setEntries(std::vector<core::ProblemEntry> entries) {
    m_entries = std::move(entries);
    filter();
}

void ProblemModel::setQuery(const QString& query) {
    if (query != m_query) {
        m_query = query;
        filter();
    }
}

void ProblemModel::setProgress(const core::SubmissionRepository::Progress& progress) {
    m_solved = QSet<QString>(progress.solved.begin(), progress.solved.end());
    m_tried = QSet<QString>(progress.tried.begin(), progress.tried.end());
    if (!m_visible.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int ProblemModel::findRow(const QString& id) const {
    const auto found =
        std::find_if(m_visible.begin(), m_visible.end(), [&](const auto& entry) { return entry.id == id; });
    return found == m_visible.end() ? -1 : static_cast<int>(found - m_visible.begin());
}

const core::ProblemEntry* ProblemModel::entryAt(int row) const {
    return row >= 0 && row < rowCount() ? &m_visible[static_cast<std::size_t>(row)] : nullptr;
}

const core::ProblemEntry* ProblemModel::findEntry(const QString& id) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const core::ProblemEntry& entry = m_visible[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case IdRole:
        return entry.id;
    case StatusRole:
        return static_cast<int>(statusOf(entry.id));
    case DetailRole:
        return detailOf(entry);
    case Qt::ToolTipRole:
        return entry.id;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(entry.title, detailOf(entry));
    default:
        return {};
    }
}

void ProblemModel::filter() {
    beginResetModel();
    m_visible = core::matching(m_entries, m_query);
    endResetModel();
}

ProblemStatus ProblemModel::statusOf(const QString& id) const {
    if (m_solved.contains(id)) {
        return ProblemStatus::Solved;
    }
    return m_tried.contains(id) ? ProblemStatus::Tried : ProblemStatus::Untried;
}

QString ProblemModel::detailOf(const core::ProblemEntry& entry) const {
    QStringList parts{statusText(statusOf(entry.id))};
    if (!entry.difficulty.isEmpty()) {
        parts << difficultyName(entry.difficulty);
    }
    parts << (entry.packTitle.isEmpty() ? entry.pack : entry.packTitle);
    return parts.join(QStringLiteral(" · "));
}

} // namespace grindstone::desktop
