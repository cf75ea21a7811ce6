// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"
#include "app/core/judging/toolchain_survey.h"
#include "app/core/library/library.h"
#include "app/core/settings/paths.h"
#include "app/core/store/store_thread.h"
#include "app/core/store/submission_repository.h"
#include "app/server/router.h"

#include <mutex>

namespace grindstone::server {

/// Tries every language; takes seconds.
using LanguageSurvey = std::function<Result<std::vector<core::SurveyedLanguage>>(std::stop_token)>;

/// The problems and the languages of this machine, as the service shows them and as it checks orders against them.
/// Thread-safe.
class Catalogue {
public:
    /// `languages` outlives it.
    Catalogue(core::Paths paths, const judge::LanguageCatalogue& languages, LanguageSurvey survey);
    ~Catalogue();

    /// `GET /problems`, `/problems/{pack}/{slug}` and `/languages`.
    std::vector<Route> routes();
    /// Puts the problem's whole id, the language's and the names of sources into the order. Fails with
    /// "problem.unknown", "problem.ambiguous", "language.unknown", "request.field" where the language can't be told,
    /// and as core::Library::load() and judge::checkSources() do.
    Result<void> check(core::JobOrder& order);
    /// The whole problem, for the judge. Fails as Library::find() and load() do.
    Result<std::shared_ptr<const judge::Problem>> load(const std::string& id);

private:
    struct Snapshot;
    enum class Age { Any, Fresh };
    std::shared_ptr<Snapshot> snapshot(Age age);
    Result<core::ProblemEntry> find(const std::string& id, std::shared_ptr<Snapshot>& in);
    Result<Bytes> codeLimit(const core::ProblemEntry& entry, Snapshot& in);
    Result<void> chooseLanguage(core::JobOrder& order) const;

    core::SubmissionRepository::Progress progress();
    Response problems(const Call& call);
    Response problem(const Call& call);
    Response languages(const Call& call);
    Result<std::string> surveyed(const std::stop_token& stop);

    const core::Paths m_paths;
    const judge::LanguageCatalogue& m_languages;
    const LanguageSurvey m_survey;
    std::mutex m_mutex; ///< held while the packs are read
    std::shared_ptr<Snapshot> m_snapshot;
    std::mutex m_surveyMutex; ///< held while the languages are tried
    std::string m_surveyed;
    std::chrono::steady_clock::time_point m_surveyedAt;
    core::StoreThread m_history; ///< kept open: to open a database means to check it
};

} // namespace grindstone::server
