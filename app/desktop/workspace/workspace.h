// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/draft_repository.h"
#include "judge/engine/submission.h"
#include "judge/language/language_catalogue.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace grindstone::desktop {

class CodeEditor;
class DraftJournal;
class FindBar;

/// The open problem's code: language, editor, and the draft that is kept as the person types, one for each problem
/// and language. Text that could not be kept is never replaced.
class Workspace : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the workspace.
    Workspace(const judge::LanguageCatalogue& languages, core::DraftRepository& drafts, QWidget* parent = nullptr);
    ~Workspace() override;

    /// Loads the problem's last draft, or starter code in `preferredLanguage` (or the first that is allowed).
    /// `allowed` holds language ids or ICPC codes; empty allows all. False, and nothing changes, when the present
    /// text could not be kept.
    bool open(const QString& problemId, const std::vector<std::string>& allowed, const QString& preferredLanguage);
    /// Keeps the draft now; false when that failed, which has been told by then.
    bool saveDraft();
    /// Replaces the text, in that language, as if it had been typed. False when the present text could not be kept.
    bool replaceCode(const QString& language, const QString& code);

    const judge::Language* language() const;
    QString code() const;
    std::vector<judge::SourceFile> sources() const;
    CodeEditor& editor() { return *m_editor; }
    void openFindBar();
    void openReplaceBar();

Q_SIGNALS:
    void draftSaved(const QDateTime& at);
    void languageChanged();
    void cursorMoved(int line, int column);

private:
    void build();
    void offerLanguages(const std::vector<std::string>& allowed);
    bool switchLanguage(const QString& id);
    void load(const QString& languageId);
    void tellFailure(const Error& error);

    const judge::LanguageCatalogue& m_languages;
    core::DraftRepository& m_drafts;
    QString m_problemId;
    QString m_languageId;
    bool m_loading = false;
    QComboBox* m_languageBox;
    QLabel* m_noLanguage;
    QLabel* m_failure;
    CodeEditor* m_editor;
    FindBar* m_findBar;
    DraftJournal* m_journal;
};

} // namespace grindstone::desktop
