// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include "app/core/library/problem_source.h"
#include "app/core/text/store_text.h"
#include "app/core/text/text.h"
#include "app/desktop/background.h"
#include "app/desktop/main_window.h"

namespace grindstone::desktop {

namespace {

QString toQString(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

ColourScheme storedScheme(const QSettings& settings) {
    const int stored = settings.value(QStringLiteral("colours")).toInt();
    const bool known = stored >= 0 && stored <= static_cast<int>(ColourScheme::Dark);
    return known ? static_cast<ColourScheme>(stored) : ColourScheme::System;
}

} // namespace

Result<std::unique_ptr<Application>> Application::create(const core::Paths& paths, std::unique_ptr<Prompts> prompts) {
    TRY(paths.ensure());
    std::unique_ptr<core::Store> store = TRY(core::Store::open(paths.database()));
    return std::unique_ptr<Application>(new Application(paths, std::move(store), std::move(prompts)));
}

Application::Application(const core::Paths& paths, std::unique_ptr<core::Store> store, std::unique_ptr<Prompts> prompts)
    : m_paths(paths), m_store(std::move(store)), m_prompts(std::move(prompts)),
      m_languages(judge::LanguageCatalogue::load({judge::findResources() / "languages", paths.ownLanguages()})),
      m_drafts(*m_store), m_submissions(*m_store), m_judge(m_languages, paths),
      m_judging({paths.database(), core::problemsIn(paths.packRoots()),
                 [this](const judge::JudgeRequest& request, const judge::ProgressSink& progress, std::stop_token stop) {
                     return m_judge.judge(request, progress, std::move(stop));
                 }}),
      m_pandoc([this] { return m_judge.boxes(); }, paths.statements()),
      m_settings(toQString(paths.state / "window.ini"), QSettings::IniFormat) {
    m_appearance.setScheme(storedScheme(m_settings));
    m_window = std::make_unique<MainWindow>(WindowServices{
        m_languages, m_drafts, m_submissions, m_judging, *m_prompts, m_appearance, m_settings, paths.data / "cases",
        [this](const QString& latex, const QString& language, const QString& own, std::stop_token stop) {
            return m_pandoc.convert(latex, language, own, std::move(stop));
        }});
}

Application::~Application() = default;

void Application::start() {
    m_appearance.followSystem();
    tellNotice();
    m_libraryReader = inBackground(
        this,
        [roots = m_paths.packRoots()] {
            core::Library library(roots);
            library.scan();
            return library;
        },
        [this](const core::Library& library) { showLibrary(library); });
    m_judgeStarter = inBackground(
        this, [this] { return m_judge.start(); },
        [this](const Result<sandbox::Capabilities>& capabilities) {
            m_window->showSandbox(capabilities);
            m_judging.adopt(core::Adoption::Waiting);
        });
}

void Application::tellNotice() {
    if (const std::optional<core::StoreNotice> notice = core::takeNotice(m_paths.database())) {
        m_prompts->tell(m_window.get(), tr("Database"), core::text::noticeMessage(*notice),
                        core::text::noticeDetails(*notice).join(u'\n'), [] {});
    }
}

void Application::showLibrary(const core::Library& library) {
    QStringList failures;
    for (const Error& error : library.problems()) {
        failures << core::text::errorMessage(error);
    }
    for (const Error& error : m_languages.problems()) {
        failures << core::text::errorMessage(error);
    }
    m_window->setLibrary(library.entries(), failures);
}

} // namespace grindstone::desktop
