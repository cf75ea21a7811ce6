// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/judge_service.h"
#include "app/core/store/draft_repository.h"
#include "app/core/store/submission_repository.h"
#include "app/desktop/actions.h"
#include "app/desktop/problem_opener.h"
#include "app/desktop/prompts.h"
#include "judge/language/language_catalogue.h"

#include <QMainWindow>

class QSettings;
class QSplitter;
class QTabWidget;

namespace grindstone::desktop {

class Appearance;
class HistoryView;
class JudgingSession;
class ProblemBrowser;
class ResultView;
class StatementPane;
class StatusLine;
class TestCasesView;
class ToolBar;
class Workspace;

/// What the window works with; all of it outlives the window.
struct WindowServices {
    const judge::LanguageCatalogue& languages;
    core::DraftRepository& drafts;
    core::SubmissionRepository& submissions;
    core::JudgeService& judge;
    Prompts& prompts;
    Appearance& appearance;
    QSettings& settings;                   ///< layout and session, not what was typed
    std::filesystem::path ownCases;        ///< folder of the test cases that the person typed
    core::LatexConverter latexConverter{}; ///< called from threads of the window's own
};

/// Puts the panes together and passes what one says on to the others.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowServices& services);
    ~MainWindow() override;

    /// Lists the problems, and opens the one that was open last time.
    void setLibrary(std::vector<core::ProblemEntry> entries, const QStringList& failures);
    void showSandbox(const Result<sandbox::Capabilities>& capabilities);
    /// Keeps everything that was typed; false when something could not be kept.
    bool saveAll();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void connectActions();
    void connectFocusActions();
    void connectPanes();
    void connectJudging();
    void restoreLayout();
    void saveLayout();

    void openProblem(const QString& id);
    void showProblem(const OpenedProblem& opened);
    void showStatement(const Result<core::StatementDocument>& statement);
    /// What the person chose last, else their own.
    QString statementLanguage() const;
    void changeStatementLanguage(const QString& language);
    void refreshProgress();
    void start(judge::Mode mode);
    void showReport(const judge::JudgeRequest& request, const core::SharedReport& report);
    void refreshJudging();
    /// Why nothing can be judged now.
    QString describeObstacle() const;
    void refreshHistory(const QString& problemId);
    void offerSubmission(const QString& language, const QString& code);
    void askForLine();
    void saveCopy();

    WindowServices m_services;
    Actions m_actions;
    ToolBar* m_toolBar;
    StatusLine* m_status;
    ProblemBrowser* m_browser;
    QTabWidget* m_left;
    StatementPane* m_statement;
    HistoryView* m_history;
    Workspace* m_workspace;
    QTabWidget* m_bottom;
    TestCasesView* m_testCases;
    ResultView* m_result;
    QSplitter* m_columns;
    QSplitter* m_rows;
    JudgingSession* m_session;
    ProblemOpener* m_opener;

    QString m_problemId;
    QString m_problemTitle;
    std::shared_ptr<const judge::Problem> m_problem; ///< null when none could be read
    bool m_closeAnyway = false;
};

} // namespace grindstone::desktop
