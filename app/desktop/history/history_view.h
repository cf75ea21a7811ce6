// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/submission_repository.h"
#include "app/desktop/history/history_model.h"
#include "judge/language/language_catalogue.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace grindstone::desktop {

class CodeEditor;

/// What was submitted for a problem, and the code of the chosen submission.
class HistoryView : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the view.
    HistoryView(core::SubmissionRepository& submissions, const judge::LanguageCatalogue& languages,
                QWidget* parent = nullptr);

    /// Reads the problem's submissions anew.
    void showProblem(const QString& problemId);

Q_SIGNALS:
    /// The person wants this code in the editor.
    void loadRequested(const QString& language, const QString& code);

private:
    void build();
    void showSubmission(int row);
    Result<QString> codeOf(const core::StoredSubmission& submission) const;
    QString languageName(const QString& id) const;

    core::SubmissionRepository& m_submissions;
    const judge::LanguageCatalogue& m_languages;
    HistoryModel* m_model;
    QStackedWidget* m_pages;
    QLabel* m_note;
    QTableView* m_table;
    CodeEditor* m_code;
    QPushButton* m_load;
};

} // namespace grindstone::desktop
