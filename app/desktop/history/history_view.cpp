// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history/history_view.h"

#include "app/core/text/text.h"
#include "app/desktop/editor/code_editor.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace grindstone::desktop {

HistoryView::HistoryView(core::SubmissionRepository& submissions, const judge::LanguageCatalogue& languages,
                         QWidget* parent)
    : QWidget(parent), m_submissions(submissions), m_languages(languages),
      m_model(new HistoryModel([this](const QString& id) { return languageName(id); }, this)),
      m_pages(new QStackedWidget(this)), m_note(new QLabel(this)), m_table(new QTableView(this)),
      m_code(new CodeEditor(this)), m_load(new QPushButton(tr("Load into the editor"), this)) {
    build();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { showSubmission(current.row()); });
    connect(m_load, &QPushButton::clicked, this, [this] {
        if (const core::StoredSubmission* chosen = m_model->submissionAt(m_table->currentIndex().row())) {
            if (const Result<QString> code = codeOf(*chosen)) {
                Q_EMIT loadRequested(chosen->language, *code);
            }
        }
    });
}

void HistoryView::build() {
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_table->setObjectName(QStringLiteral("historyList"));
    m_table->setAccessibleName(tr("Submissions"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_code->setObjectName(QStringLiteral("historyCode"));
    m_code->setAccessibleName(tr("Submitted code"));
    m_code->setReadOnly(true);
    m_load->setObjectName(QStringLiteral("loadSubmission"));

    auto* lower = new QWidget(this);
    auto* lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    lowerLayout->addWidget(m_code, 1);
    lowerLayout->addWidget(m_load, 0, Qt::AlignRight);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(lower);
    m_pages->addWidget(m_note);
    m_pages->addWidget(splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

void HistoryView::showProblem(const QString& problemId) {
    Result<std::vector<core::StoredSubmission>> found = m_submissions.list(problemId);
    if (!found) {
        m_note->setText(core::text::errorMessage(found.error()) + u'\n' + core::text::errorHint(found.error()));
        m_pages->setCurrentIndex(0);
        return;
    }
    m_note->setText(tr("Nothing submitted yet. Submit judges your code on all cases and keeps it here."));
    m_pages->setCurrentIndex(found->empty() ? 0 : 1);
    m_model->setSubmissions(*std::move(found));
    if (m_model->rowCount() > 0) {
        m_table->selectRow(0);
    }
}

void HistoryView::showSubmission(int row) {
    const core::StoredSubmission* submission = m_model->submissionAt(row);
    const Result<QString> code = submission == nullptr ? Result<QString>() : codeOf(*submission);
    m_load->setEnabled(submission != nullptr && code);
    m_code->setReadOnly(false);
    m_code->load(code ? *code : core::text::errorMessage(code.error()));
    m_code->setReadOnly(true);
    if (submission != nullptr) {
        if (const judge::Language* language = m_languages.find(submission->language.toStdString())) {
            m_code->setLanguage(*language);
        }
    }
}

/// The list holds no code.
Result<QString> HistoryView::codeOf(const core::StoredSubmission& submission) const {
    const std::optional<core::StoredSubmission> found = TRY(m_submissions.find(submission.id));
    return found ? found->code() : QString();
}

QString HistoryView::languageName(const QString& id) const {
    const judge::Language* language = m_languages.find(id.toStdString());
    return language == nullptr ? id : QString::fromStdString(language->name);
}

} // namespace grindstone::desktop
