// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/verifier.h"

#include "judge/package/package.h"
#include "judge/package/package_folder.h"
#include "judge/verify/data_checks.h"
#include "judge/verify/package_checks.h"
#include "judge/verify/package_submissions.h"
#include "judge/verify/run_key.h"

#include <algorithm>
#include <tuple>

namespace grindstone::judge {

namespace {

/// Name and format also of a package that cannot be read whole.
void describe(const std::filesystem::path& folder, VerifiedPackage& verified) {
    verified.path = folder;
    const Result<PackageHeader> header = loadPackageHeader(folder);
    verified.name = header ? header->name : shownPath(std::filesystem::absolute(folder).lexically_normal().filename());
}

/// Work on data belongs to no submission. `progress` outlives what is returned.
template<typename Data> std::function<void(const Data&)> passOn(const RunsSink& progress) {
    return [&progress](const Data& data) {
        if (progress) {
            progress({{}, data.done, data.total});
        }
    };
}

/// Nothing where cases cannot be made, which is told.
std::optional<Problem> loadComplete(const std::filesystem::path& folder, Judge& judge, const RunsSink& progress,
                                    std::stop_token stop, VerifiedPackage& verified) {
    Result<Problem> problem = loadPackage(folder);
    if (!problem) {
        verified.problems.push_back(findingFrom(Severity::Error, problem.error().detail));
        return std::nullopt;
    }
    verified.format = problem->format;
    verified.limits = problem->limits;
    problem = judge.complete(*std::move(problem), passOn<GenerationProgress>(progress), stop);
    if (!problem) {
        verified.failed = isOurFailure(problem.error());
        verified.problems.push_back(findingFrom(Severity::Error, problem.error().detail));
        return std::nullopt;
    }
    return *std::move(problem);
}

void conclude(VerifiedPackage& verified) {
    std::ranges::stable_sort(verified.problems, {}, [](const Finding& one) {
        return std::tie(one.file, one.line, one.severity, one.message);
    });
    const auto repeated = std::ranges::unique(verified.problems);
    verified.problems.erase(repeated.begin(), repeated.end());
    const auto isError = [](const Finding& one) { return one.severity == Severity::Error; };
    const auto isRight = [](const VerifiedSubmission& one) { return one.ok || one.skipped; };
    verified.ok = !verified.cancelled && std::ranges::none_of(verified.problems, isError) &&
                  std::ranges::all_of(verified.submissions, isRight);
}

} // namespace

VerifiedPackage Verifier::verify(const std::filesystem::path& folder, const VerifyOptions& options,
                                 const RunsSink& progress, std::stop_token stop) {
    VerifiedPackage verified;
    describe(folder, verified);
    verified.problems = checkPackage(folder, stop);
    if (std::optional<Problem> problem = loadComplete(folder, m_setup.judge, progress, stop, verified)) {
        const std::string digest = packageDigest(folder, stop);
        if (!options.wants) {
            checkContent(*problem, digest, options.freshness, progress, stop, verified.problems);
        }
        PackageSubmissions submissions(m_setup, m_memory, options, {*std::move(problem), digest}, progress, stop);
        submissions.verify(verified);
    }
    verified.cancelled = stop.stop_requested();
    conclude(verified);
    return verified;
}

Result<std::optional<KeptLimit>> Verifier::inferLimit(const std::filesystem::path& folder, const RunsSink& progress,
                                                      std::stop_token stop) {
    Problem problem = TRY(loadPackage(folder));
    if (problem.limits.source == LimitSource::Package) {
        return std::optional<KeptLimit>();
    }
    problem = TRY(m_setup.judge.complete(std::move(problem), passOn<GenerationProgress>(progress), stop));
    const VerifyOptions options;
    PackageSubmissions submissions(m_setup, m_memory, options, {std::move(problem), packageDigest(folder, stop)},
                                   progress, stop);
    const std::optional<InferredLimit> inferred = submissions.inferLimit();
    return inferred ? std::optional(
                          KeptLimit{inferred->limit, inferred->slowest, inferred->slowestTime, inferred->multiplier})
                    : std::nullopt;
}

void Verifier::checkContent(const Problem& problem, const std::string& digest, Freshness freshness,
                            const RunsSink& progress, const std::stop_token& stop, std::vector<Finding>& findings) {
    const std::string key = dataKey(digest, problem, m_setup.version);
    if (freshness == Freshness::Remembered && m_memory.recall(key)) {
        return;
    }
    const std::vector<Finding> found =
        checkData(problem, problem.folder, m_setup.judge.programs(), stop, passOn<DataProgress>(progress));
    findings.insert(findings.end(), found.begin(), found.end());
    if (found.empty() && !stop.stop_requested()) {
        Report clean;
        clean.verdict = Verdict::Accepted;
        m_memory.remember(key, clean);
    }
}

} // namespace grindstone::judge
