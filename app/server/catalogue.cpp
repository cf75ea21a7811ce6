// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/catalogue.h"

#include "app/core/judging/language_choice.h"
#include "app/core/library/problem_json.h"
#include "app/server/error_response.h"

#include <algorithm>

namespace grindstone::server {

namespace {

using Clock = std::chrono::steady_clock;

/// Packs are read again when they were read so long ago, and never for more than a twentieth of the time.
constexpr std::chrono::milliseconds Fresh{2000};
constexpr int FreshRatio = 20;
constexpr std::chrono::minutes SurveyKept{5};

std::string parameter(const Request& request, const std::string& name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::string() : found->second;
}

/// Paths and what packages say may hold bytes that aren't UTF-8: they must not cost the service.
std::string textOf(const nlohmann::ordered_json& document) {
    return document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace

/// The packs as they were at one moment.
struct Catalogue::Snapshot {
    explicit Snapshot(const core::Paths& paths) : library(paths.packRoots()) {
        const auto begin = Clock::now();
        library.scan();
        freshUntil = Clock::now() + std::max<Clock::duration>(Fresh, (Clock::now() - begin) * FreshRatio);
    }

    core::Library library;
    Clock::time_point freshUntil;
    std::mutex mutex;
    std::map<std::string, Bytes> codeLimits; ///< of the problems that were asked for
};

Catalogue::Catalogue(core::Paths paths, const judge::LanguageCatalogue& languages, LanguageSurvey survey)
    : m_paths(std::move(paths)), m_languages(languages), m_survey(std::move(survey)),
      m_history(m_paths.database(), [](const core::Store*, bool) { return std::nullopt; }) {}

Catalogue::~Catalogue() = default;

std::vector<Route> Catalogue::routes() {
    return {{"GET", "/problems", Lane::Library, [this](const Call& call) { return problems(call); }},
            {"GET", "/problems/{pack}/{slug}", Lane::Library, [this](const Call& call) { return problem(call); }},
            {"GET", "/languages", Lane::Slow, [this](const Call& call) { return languages(call); }}};
}

std::shared_ptr<Catalogue::Snapshot> Catalogue::snapshot(Age age) {
    const std::lock_guard lock(m_mutex);
    if (m_snapshot == nullptr || (age == Age::Fresh && Clock::now() >= m_snapshot->freshUntil)) {
        m_snapshot = std::make_shared<Snapshot>(m_paths);
    }
    return m_snapshot;
}

/// A problem that isn't known may have been installed since.
Result<core::ProblemEntry> Catalogue::find(const std::string& id, std::shared_ptr<Snapshot>& in) {
    in = snapshot(Age::Any);
    Result<core::ProblemEntry> found = in->library.find(QString::fromStdString(id));
    if (found) {
        return found;
    }
    in = snapshot(Age::Fresh);
    return in->library.find(QString::fromStdString(id));
}

Result<Bytes> Catalogue::codeLimit(const core::ProblemEntry& entry, Snapshot& in) {
    const std::lock_guard lock(in.mutex);
    const std::string id = entry.id.toStdString();
    if (const auto known = in.codeLimits.find(id); known != in.codeLimits.end()) {
        return known->second;
    }
    const auto problem = TRY(core::Library::load(entry));
    return in.codeLimits.emplace(id, problem->limits.code).first->second;
}

Result<void> Catalogue::chooseLanguage(core::JobOrder& order) const {
    if (!order.language.empty()) {
        const judge::Language* language = TRY(core::findLanguage(m_languages, order.language));
        order.language = language->id;
        if (order.sources.front().name.empty()) {
            order.sources.front().name = language->sourceName;
        }
        return {};
    }
    if (order.sources.front().name.empty()) {
        return fail("request.field", "language: must be given with “source”");
    }
    const auto guessed = core::guessLanguage(m_languages, "the submission", order.sources);
    if (!guessed) {
        return fail("request.field", "language: cannot be told from the names of the sources; known are " +
                                         core::knownLanguages(m_languages));
    }
    order.language = (*guessed)->id;
    return {};
}

Result<void> Catalogue::check(core::JobOrder& order) {
    std::shared_ptr<Snapshot> in;
    const core::ProblemEntry entry = TRY(find(order.problemId, in));
    order.problemId = entry.id.toStdString();
    TRY(chooseLanguage(order));
    return judge::checkSources(order.sources, TRY(codeLimit(entry, *in)));
}

Result<std::shared_ptr<const judge::Problem>> Catalogue::load(const std::string& id) {
    std::shared_ptr<Snapshot> in;
    return core::Library::load(TRY(find(id, in)));
}

/// What was solved and tried so far. Nothing when there is no history yet, or none that can be read: the list of
/// problems is worth having without.
core::SubmissionRepository::Progress Catalogue::progress() {
    using Progress = core::SubmissionRepository::Progress;
    std::error_code failure;
    if (!std::filesystem::exists(m_paths.database(), failure)) {
        return {};
    }
    return m_history.call([](const core::Store& store) { return core::SubmissionRepository(store).progress(); })
        .value_or(Progress{});
}

Response Catalogue::problems(const Call& call) {
    const auto shown = snapshot(Age::Fresh);
    const QString query = QString::fromStdString(parameter(call.request, "q"));
    const auto entries = core::matching(shown->library.entries(), query);
    return {200, textOf(core::problemsJson(entries, progress(), shown->library.problems()))};
}

Response Catalogue::problem(const Call& call) {
    const auto read = [&]() -> Result<core::ShownProblem> {
        std::shared_ptr<Snapshot> in;
        const core::ProblemEntry entry = TRY(find(call.parameters[0] + "/" + call.parameters[1], in));
        return core::loadShown(entry, QString::fromStdString(parameter(call.request, "statement")));
    };
    const Result<core::ShownProblem> shown = read();
    return shown ? Response{200, textOf(core::problemJson(*shown))} : errorResponse(shown.error());
}

Result<std::string> Catalogue::surveyed(const std::stop_token& stop) {
    const std::lock_guard lock(m_surveyMutex);
    if (m_surveyed.empty() || Clock::now() - m_surveyedAt > SurveyKept) {
        const auto survey = TRY(m_survey(stop));
        if (stop.stop_requested()) {
            return fail("server.stopping", "the languages were not all tried");
        }
        m_surveyed = textOf(core::languagesJson(survey, m_languages.problems()));
        m_surveyedAt = Clock::now();
    }
    return m_surveyed;
}

Response Catalogue::languages(const Call& call) {
    const Result<std::string> document = surveyed(call.stop);
    return document ? Response{200, *document} : errorResponse(document.error());
}

} // namespace grindstone::server
