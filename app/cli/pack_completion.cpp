// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pack_completion.h"

#include "app/core/text/text.h"
#include "judge/engine/physical_cores.h"
#include "judge/package/inferred_limits.h"
#include "judge/verify/verifier.h"

namespace grindstone::cli {

namespace {

Result<void> keepLimit(const judge::Problem& problem, judge::Judge& judge, Session& session, std::stop_token stop) {
    judge::Verifier verifier({judge, session.services.languages(), session.services.paths().cache, GRINDSTONE_VERSION,
                              judge::physicalCores()});
    const std::optional<judge::KeptLimit> inferred = TRY(verifier.inferLimit(problem.folder, {}, std::move(stop)));
    return inferred ? judge::writeKeptLimit(problem.folder, *inferred) : Result<void>();
}

Result<void> complete(const judge::Problem& problem, Session& session, const std::stop_token& stop) {
    const bool limited = problem.limits.source != judge::LimitSource::Default;
    if (problem.generation.empty() && limited) {
        return {};
    }
    judge::Judge* const judge = TRY(session.services.judge());
    TRY(judge->complete(problem, {}, stop));
    return limited ? Result<void>() : keepLimit(problem, *judge, session, stop);
}

} // namespace

std::vector<std::string> completePackage(const judge::Problem& problem, Session& session, std::stop_token stop) {
    const Result<void> completed = complete(problem, session, stop);
    return completed ? std::vector<std::string>()
                     : std::vector<std::string>{
                           core::text::errorMessage(completed.error(), core::text::Wording::English).toStdString()};
}

} // namespace grindstone::cli
