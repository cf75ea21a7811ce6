// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history/history_model.h"

#include "app/core/text/text.h"
#include "app/desktop/texts.h"
#include "app/desktop/theme/verdict_mark.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace grindstone::desktop {

namespace {

std::optional<judge::Verdict> verdictOf(const core::StoredSubmission& submission) {
    return judge::findVerdict(submission.verdict.toStdString());
}

QString verdictText(const core::StoredSubmission& submission) {
    const std::optional<judge::Verdict> verdict = verdictOf(submission);
    return verdict ? core::text::verdictName(*verdict) : submission.verdict;
}

} // namespace

HistoryModel::HistoryModel(std::function<QString(const QString&)> languageName, QObject* parent)
    : QAbstractTableModel(parent), m_languageName(std::move(languageName)) {}

void HistoryModel::setSubmissions(std::vector<core::StoredSubmission> submissions) {
    beginResetModel();
    m_submissions = std::move(submissions);
    endResetModel();
}

const core::StoredSubmission* HistoryModel::submissionAt(int row) const {
    return row >= 0 && row < rowCount() ? &m_submissions[static_cast<std::size_t>(row)] : nullptr;
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_submissions.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const core::StoredSubmission& submission = m_submissions[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) {
        return textOf(submission, index.column());
    }
    if (role == Qt::DecorationRole && index.column() == VerdictColumn) {
        return verdictIcon(verdictOf(submission), QGuiApplication::palette());
    }
    if (role == Qt::ToolTipRole && index.column() == VerdictColumn && !submission.message.isEmpty()) {
        return submission.message.toHtmlEscaped();
    }
    if (role == Qt::TextAlignmentRole && index.column() >= CpuColumn) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Submitted");
    case VerdictColumn:
        return tr("Verdict");
    case LanguageColumn:
        return tr("Language");
    case CpuColumn:
        return tr("CPU time");
    case MemoryColumn:
        return tr("Memory");
    default:
        return {};
    }
}

QString HistoryModel::textOf(const core::StoredSubmission& submission, int column) const {
    switch (column) {
    case TimeColumn:
        return QLocale().toString(submission.submittedAt.toLocalTime(), QLocale::ShortFormat);
    case VerdictColumn:
        return verdictText(submission);
    case LanguageColumn:
        return m_languageName(submission.language);
    case CpuColumn:
    case MemoryColumn:
        return usageText(submission, column);
    default:
        return {};
    }
}

QString HistoryModel::usageText(const core::StoredSubmission& submission, int column) {
    if (submission.cpuMsMax == 0 && submission.memoryKibMax == 0) {
        return QStringLiteral("–"); // nothing ran
    }
    if (column == CpuColumn) {
        return durationText(std::chrono::milliseconds(submission.cpuMsMax));
    }
    return sizeText(Bytes::kib(static_cast<std::uint64_t>(std::max<qint64>(0, submission.memoryKibMax))));
}

} // namespace grindstone::desktop
