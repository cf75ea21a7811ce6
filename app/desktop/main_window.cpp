// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/core/text/text.h"
#include "app/desktop/browser/problem_browser.h"
#include "app/desktop/editor/code_editor.h"
#include "app/desktop/history/history_view.h"
#include "app/desktop/judging/judging_session.h"
#include "app/desktop/results/result_view.h"
#include "app/desktop/statement/statement_pane.h"
#include "app/desktop/status_line.h"
#include "app/desktop/texts.h"
#include "app/desktop/theme/appearance.h"
#include "app/desktop/tool_bar.h"
#include "app/desktop/workspace/test_cases_view.h"
#include "app/desktop/workspace/workspace.h"
#include "judge/engine/effective_limits.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QLocale>
#include <QSaveFile>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace grindstone::desktop {

namespace {

QTabWidget* createTabs(const QString& name) {
    auto* tabs = new QTabWidget;
    tabs->setObjectName(name);
    tabs->setDocumentMode(true);
    return tabs;
}

int countSamples(const judge::Problem& problem) {
    return static_cast<int>(std::count_if(problem.cases.begin(), problem.cases.end(),
                                          [](const judge::TestCase& testCase) { return testCase.sample; }));
}

QString describeLimits(const judge::Problem& problem) {
    return QCoreApplication::translate("MainWindow", "Time limit %1 · Memory limit %2")
        .arg(durationText(problem.limits.cpuTime), sizeText(problem.limits.memory));
}

QString describe(const core::ProblemEntry& entry) {
    QStringList parts;
    if (!entry.difficulty.isEmpty()) {
        parts << difficultyName(entry.difficulty);
    }
    parts << (entry.packTitle.isEmpty() ? entry.pack : entry.packTitle);
    return QStringLiteral("· %1").arg(parts.join(QStringLiteral(" · ")));
}

} // namespace

MainWindow::MainWindow(const WindowServices& services)
    : m_services(services), m_actions(*this), m_toolBar(new ToolBar(m_actions, services.appearance, this)),
      m_status(new StatusLine(this)), m_browser(new ProblemBrowser), m_left(createTabs(QStringLiteral("leftTabs"))),
      m_statement(new StatementPane(services.prompts)),
      m_history(new HistoryView(services.submissions, services.languages)),
      m_workspace(new Workspace(services.languages, services.drafts)),
      m_bottom(createTabs(QStringLiteral("bottomTabs"))),
      m_testCases(new TestCasesView(CustomCaseFile(services.ownCases))), m_result(new ResultView),
      m_columns(new QSplitter(Qt::Horizontal)), m_rows(new QSplitter(Qt::Vertical)),
      m_session(new JudgingSession(services.judge, this)), m_opener(new ProblemOpener(services.latexConverter, this)) {
    build();
    connectActions();
    connectFocusActions();
    connectPanes();
    connectJudging();
    restoreLayout();
    refreshJudging();
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Grindstone"));
    addToolBar(m_toolBar);
    setStatusBar(m_status);
    m_left->addTab(m_statement, tr("Description"));
    m_left->addTab(m_history, tr("Submissions"));
    m_bottom->addTab(m_testCases, tr("Test cases"));
    m_bottom->addTab(m_result, tr("Result"));
    m_rows->addWidget(m_workspace);
    m_rows->addWidget(m_bottom);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_rows->setChildrenCollapsible(false);
    m_columns->addWidget(m_browser);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(1, 2);
    m_columns->setStretchFactor(2, 3);
    m_columns->setChildrenCollapsible(false);
    setCentralWidget(m_columns);
}

void MainWindow::connectActions() {
    connect(m_actions.problems, &QAction::toggled, m_browser, &QWidget::setVisible);
    connect(m_actions.search, &QAction::triggered, this, [this] {
        m_actions.problems->setChecked(true);
        m_browser->focusSearch();
    });
    connect(m_actions.previous, &QAction::triggered, this, [this] { openProblem(m_browser->neighbour(-1)); });
    connect(m_actions.next, &QAction::triggered, this, [this] { openProblem(m_browser->neighbour(1)); });
    connect(m_actions.run, &QAction::triggered, this, [this] { start(judge::Mode::Run); });
    connect(m_actions.submit, &QAction::triggered, this, [this] { start(judge::Mode::Submit); });
    connect(m_actions.stop, &QAction::triggered, m_session, &JudgingSession::stop);
    connect(m_actions.save, &QAction::triggered, this, &MainWindow::saveAll);
    connect(m_actions.saveCopy, &QAction::triggered, this, &MainWindow::saveCopy);
    connect(m_actions.find, &QAction::triggered, m_workspace, &Workspace::openFindBar);
    connect(m_actions.replace, &QAction::triggered, m_workspace, &Workspace::openReplaceBar);
    connect(m_actions.goToLine, &QAction::triggered, this, &MainWindow::askForLine);
    QsciScintilla& editor = m_workspace->editor();
    connect(m_actions.zoomIn, &QAction::triggered, &editor, qOverload<>(&QsciScintilla::zoomIn));
    connect(m_actions.zoomOut, &QAction::triggered, &editor, qOverload<>(&QsciScintilla::zoomOut));
    connect(m_actions.zoomReset, &QAction::triggered, &editor, [&editor] { editor.zoomTo(0); });
    connect(m_actions.fullScreen, &QAction::toggled, this,
            [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_toolBar, &ToolBar::schemeChosen, &m_services.appearance, &Appearance::setScheme);
}

void MainWindow::connectFocusActions() {
    const auto focus = [this](QAction* action, QTabWidget* tabs, QWidget* pane, QWidget* target) {
        connect(action, &QAction::triggered, this, [tabs, pane, target] {
            if (tabs != nullptr) {
                tabs->setCurrentWidget(pane);
            }
            target->setFocus(Qt::ShortcutFocusReason);
        });
    };
    focus(m_actions.focusStatement, m_left, m_statement, &m_statement->view());
    focus(m_actions.focusEditor, nullptr, nullptr, &m_workspace->editor());
    focus(m_actions.focusCases, m_bottom, m_testCases, m_testCases->findChild<QWidget*>(QStringLiteral("customInput")));
    focus(m_actions.focusResults, m_bottom, m_result, m_result->findChild<QWidget*>(QStringLiteral("caseStrip")));
    const auto goToFailed = [this](int step) {
        m_bottom->setCurrentWidget(m_result);
        m_result->goToFailed(step);
    };
    connect(m_actions.nextFailed, &QAction::triggered, this, [goToFailed] { goToFailed(1); });
    connect(m_actions.previousFailed, &QAction::triggered, this, [goToFailed] { goToFailed(-1); });
}

void MainWindow::connectPanes() {
    connect(m_browser, &ProblemBrowser::chosen, this, &MainWindow::openProblem);
    connect(m_opener, &ProblemOpener::opened, this, &MainWindow::showProblem);
    connect(m_opener, &ProblemOpener::statementRead, this, &MainWindow::showStatement);
    connect(m_statement, &StatementPane::languageChosen, this, &MainWindow::changeStatementLanguage);
    connect(m_statement, &StatementPane::pdfWanted, this, [](const std::filesystem::path& file) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(file.string())));
    });
    connect(m_history, &HistoryView::loadRequested, this, &MainWindow::offerSubmission);
    connect(m_workspace, &Workspace::draftSaved, m_status, &StatusLine::showDraftSaved);
    connect(m_workspace, &Workspace::cursorMoved, m_status, &StatusLine::showCursor);
    connect(m_workspace, &Workspace::languageChanged, this, [this] {
        m_status->clearDraft();
        m_status->showLanguage(m_workspace->language());
    });
    connect(m_result, &ResultView::placeChosen, &m_workspace->editor(), &CodeEditor::goTo);
    connect(m_result, &ResultView::useAsTestCase, this, [this](const QString& input, const QString& expected) {
        m_bottom->setCurrentWidget(m_testCases);
        m_testCases->addCase({input, expected});
    });
}

void MainWindow::connectJudging() {
    connect(m_session, &JudgingSession::changed, this, &MainWindow::refreshJudging);
    connect(m_session, &JudgingSession::progressed, m_result, &ResultView::apply);
    connect(m_session, &JudgingSession::finished, this, &MainWindow::showReport);
    connect(m_session, &JudgingSession::recorded, this, &MainWindow::refreshHistory);
    connect(m_session, &JudgingSession::recordFailed, this, [this](const Error& error) {
        m_services.prompts.tell(this, tr("Submission not recorded"), core::text::errorMessage(error),
                                core::text::errorHint(error), [] {});
    });
}

void MainWindow::restoreLayout() {
    QSettings& settings = m_services.settings;
    resize(1280, 820);
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    if (!m_columns->restoreState(settings.value(QStringLiteral("columns")).toByteArray())) {
        m_columns->setSizes({230, 430, 620});
    }
    if (!m_rows->restoreState(settings.value(QStringLiteral("rows")).toByteArray())) {
        m_rows->setSizes({440, 300});
    }
    m_workspace->editor().zoomTo(settings.value(QStringLiteral("zoom"), 0).toInt());
    const bool browserShown = settings.value(QStringLiteral("problems"), true).toBool();
    m_actions.problems->setChecked(browserShown);
    m_browser->setVisible(browserShown);
}

void MainWindow::saveLayout() {
    QSettings& settings = m_services.settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("columns"), m_columns->saveState());
    settings.setValue(QStringLiteral("rows"), m_rows->saveState());
    settings.setValue(QStringLiteral("problems"), m_actions.problems->isChecked());
    settings.setValue(QStringLiteral("zoom"),
                      static_cast<int>(m_workspace->editor().SendScintilla(QsciScintillaBase::SCI_GETZOOM)));
    settings.setValue(QStringLiteral("colours"), static_cast<int>(m_services.appearance.scheme()));
    settings.setValue(QStringLiteral("problem"), m_problemId);
    if (const judge::Language* language = m_workspace->language()) {
        settings.setValue(QStringLiteral("language"), QString::fromStdString(language->id));
    }
}

void MainWindow::setLibrary(std::vector<core::ProblemEntry> entries, const QStringList& failures) {
    const QString first = entries.empty() ? QString() : entries.front().id;
    m_browser->setLibrary(std::move(entries), failures);
    refreshProgress();
    const QString last = m_services.settings.value(QStringLiteral("problem")).toString();
    openProblem(m_browser->model().findEntry(last) == nullptr ? first : last);
}

void MainWindow::showSandbox(const Result<sandbox::Capabilities>& capabilities) {
    m_status->showSandbox(capabilities);
}

void MainWindow::openProblem(const QString& id) {
    const core::ProblemEntry* entry = m_browser->model().findEntry(id);
    if (entry == nullptr) {
        return;
    }
    if (id == m_problemId) {
        m_opener->cancel(); // of another one that was on its way
        return;
    }
    if (!saveAll()) {
        m_browser->setCurrent(m_problemId); // what could not be kept stays open
        return;
    }
    m_opener->open(*entry, statementLanguage());
}

void MainWindow::showProblem(const OpenedProblem& opened) {
    const std::vector<std::string> allowed = opened.problem ? (*opened.problem)->languages : std::vector<std::string>();
    const QString language =
        m_workspace->language() != nullptr
            ? QString::fromStdString(m_workspace->language()->id)
            : m_services.settings.value(QStringLiteral("language"), QStringLiteral("cpp")).toString();
    if (!saveAll() || !m_workspace->open(opened.entry.id, allowed, language)) {
        return;
    }
    m_session->leave();
    m_problemId = opened.entry.id;
    m_problem = opened.problem.value_or(nullptr);
    m_browser->setCurrent(m_problemId);
    m_toolBar->showProblem(opened.entry.title, describe(opened.entry));
    setWindowTitle(tr("%1 – Grindstone").arg(opened.entry.title));
    m_history->showProblem(m_problemId);
    m_testCases->open(m_problemId, m_problem ? countSamples(*m_problem) : 0);
    m_result->showIdle();
    m_problemTitle = opened.entry.title;
    showStatement(opened.statement);
    refreshJudging();
}

void MainWindow::showStatement(const Result<core::StatementDocument>& statement) {
    if (statement) {
        m_statement->showStatement({m_problemTitle, describeLimits(*m_problem)}, *statement, m_problem->folder);
    } else {
        m_statement->showNote(core::text::errorMessage(statement.error()), core::text::errorHint(statement.error()));
    }
}

QString MainWindow::statementLanguage() const {
    return m_services.settings.value(QStringLiteral("statementLanguage"), QLocale().name()).toString();
}

void MainWindow::changeStatementLanguage(const QString& language) {
    m_services.settings.setValue(QStringLiteral("statementLanguage"), language);
    if (m_problem) {
        m_opener->readStatement(m_problem, language);
    }
}

void MainWindow::refreshProgress() {
    if (const auto progress = m_services.submissions.progress()) {
        m_browser->model().setProgress(*progress);
    }
}

void MainWindow::start(judge::Mode mode) {
    saveAll(); // a failure is told in the pane; judging what is on the screen is right all the same
    judge::JudgeRequest request;
    request.problem = m_problem;
    request.problemId = m_problemId.toStdString();
    request.language = m_workspace->language()->id;
    request.sources = m_workspace->sources();
    request.mode = mode;
    if (mode == judge::Mode::Run) {
        request.customCases = m_testCases->customCases();
    }
    m_workspace->editor().diagnostics().clear();
    m_bottom->setCurrentWidget(m_result);
    if (const Result<void> checked = judge::checkSources(request.sources, m_problem->limits.code); !checked) {
        m_result->showFailure(checked.error());
        return;
    }
    m_result->showWaiting(judge::effectiveLimits(m_problem->limits, *m_workspace->language()));
    m_session->start(std::move(request));
}

void MainWindow::showReport(const judge::JudgeRequest& request, const core::SharedReport& report) {
    m_result->showReport(report);
    if (request.sources.front().content == m_workspace->code().toStdString()) {
        m_workspace->editor().diagnostics().show(report->compile.diagnostics);
    }
}

void MainWindow::refreshJudging() {
    const bool ready = m_problem && m_workspace->language() != nullptr && !m_session->isBusy();
    const QString obstacle = ready ? QString() : describeObstacle();
    for (QAction* action : {m_actions.run, m_actions.submit}) {
        action->setEnabled(ready);
        const QString what = action->toolTip().section(u'\n', 0, 0);
        action->setToolTip(ready ? what : what + u'\n' + obstacle);
    }
    m_actions.stop->setEnabled(m_session->isBusy());
    m_status->showQueue(m_session->unfinished());
}

QString MainWindow::describeObstacle() const {
    if (m_session->isBusy()) {
        return tr("Your code is being judged; Stop ends that.");
    }
    if (!m_problem) {
        return m_problemId.isEmpty() ? tr("Open a problem first.") : tr("This problem could not be read.");
    }
    return tr("This problem allows no language that is set up here.");
}

void MainWindow::refreshHistory(const QString& problemId) {
    refreshProgress();
    if (problemId == m_problemId) {
        m_history->showProblem(problemId);
    }
}

void MainWindow::offerSubmission(const QString& language, const QString& code) {
    const Question question{tr("Load submission"), tr("Replace the code in the editor by this submission?"),
                            tr("Undo brings the present code back."), tr("Replace"), tr("Cancel")};
    m_services.prompts.ask(this, question, [this, language, code](Answer answer) {
        if (answer == Answer::Accepted) {
            m_workspace->replaceCode(language, code);
        }
    });
}

void MainWindow::askForLine() {
    CodeEditor& editor = m_workspace->editor();
    int line = 0;
    int column = 0;
    editor.getCursorPosition(&line, &column);
    m_services.prompts.askNumber(this, {tr("Go to line"), tr("Line:"), line + 1, 1, std::max(1, editor.lines())},
                                 [&editor](std::optional<int> chosen) {
                                     if (chosen) {
                                         editor.goTo(*chosen, 1);
                                     }
                                 });
}

void MainWindow::saveCopy() {
    const judge::Language* language = m_workspace->language();
    const QString name = language == nullptr ? QString() : QString::fromStdString(language->sourceName);
    m_services.prompts.chooseSaveFile(
        this, tr("Save a copy of the code"), name, [this](const std::optional<std::filesystem::path>& path) {
            if (!path) {
                return;
            }
            QSaveFile file(QString::fromStdString(path->string()));
            if (!file.open(QIODevice::WriteOnly) || file.write(m_workspace->code().toUtf8()) < 0 || !file.commit()) {
                m_services.prompts.tell(this, tr("Not saved"), file.fileName(), file.errorString(), [] {});
            }
        });
}

bool MainWindow::saveAll() {
    const bool cases = m_testCases->save();
    return m_workspace->saveDraft() && cases;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_closeAnyway && !saveAll()) {
        event->ignore();
        const Question question{tr("Your code is not saved"),
                                tr("What you typed could not be saved. Close all the same?"),
                                tr("“Save a copy of the code” in the menu writes it to a file of your choice."),
                                tr("Close and lose it"), tr("Keep open")};
        m_services.prompts.ask(this, question, [this](Answer answer) {
            if (answer == Answer::Accepted) {
                m_closeAnyway = true;
                close();
            }
        });
        return;
    }
    saveLayout();
    event->accept();
}

} // namespace grindstone::desktop
