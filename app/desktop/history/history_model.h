// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/submission_repository.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace grindstone::desktop {

/// A problem's submissions, newest first: when, verdict, language, CPU time, memory.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, VerdictColumn, LanguageColumn, CpuColumn, MemoryColumn, ColumnCount };

    /// `languageName` turns a language's id into its name.
    explicit HistoryModel(std::function<QString(const QString&)> languageName, QObject* parent = nullptr);

    void setSubmissions(std::vector<core::StoredSubmission> submissions);
    const core::StoredSubmission* submissionAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const core::StoredSubmission& submission, int column) const;
    static QString usageText(const core::StoredSubmission& submission, int column);

    std::function<QString(const QString&)> m_languageName;
    std::vector<core::StoredSubmission> m_submissions;
};

} // namespace grindstone::desktop
