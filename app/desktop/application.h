// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/judge_service.h"
#include "app/core/judging/local_judge.h"
#include "app/core/library/library.h"
#include "app/core/settings/paths.h"
#include "app/core/statement/pandoc.h"
#include "app/core/store/draft_repository.h"
#include "app/core/store/store.h"
#include "app/core/store/submission_repository.h"
#include "app/desktop/prompts.h"
#include "app/desktop/theme/appearance.h"

#include <QObject>
#include <QSettings>

#include <memory>
#include <thread>

namespace grindstone::desktop {

class MainWindow;

/// Makes every service, gives each what it needs, and owns them: the one place that knows all of them.
class Application : public QObject {
    Q_OBJECT
public:
    /// Opens the person's database, which must be done before anything is shown. Fails as Paths::ensure() and
    /// Store::open() do. Needs a QApplication.
    static Result<std::unique_ptr<Application>> create(const core::Paths& paths, std::unique_ptr<Prompts> prompts);
    ~Application() override;

    MainWindow& window() { return *m_window; }
    /// Reads the library and starts the sandbox, both in the background: for after the first paint.
    void start();

private:
    Application(const core::Paths& paths, std::unique_ptr<core::Store> store, std::unique_ptr<Prompts> prompts);
    /// Of a database that was found damaged.
    void tellNotice();
    void showLibrary(const core::Library& library);

    core::Paths m_paths;
    std::unique_ptr<core::Store> m_store;
    std::unique_ptr<Prompts> m_prompts;
    judge::LanguageCatalogue m_languages;
    core::DraftRepository m_drafts;
    core::SubmissionRepository m_submissions;
    core::LocalJudge m_judge;
    core::JudgeService m_judging;
    core::PandocConverter m_pandoc;
    QSettings m_settings;
    Appearance m_appearance;
    std::unique_ptr<MainWindow> m_window;
    // Last, so that they are joined first.
    std::jthread m_libraryReader;
    std::jthread m_judgeStarter;
};

} // namespace grindstone::desktop
