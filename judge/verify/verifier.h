// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/inferred_limits.h"
#include "judge/verify/submission_runner.h"
#include "judge/verify/verified_package.h"

#include <functional>
#include <string>

namespace grindstone::judge {

/// What verifying needs. All of it outlives the verifier.
struct VerifierSetup {
    Judge& judge;
    const LanguageCatalogue& languages;
    std::filesystem::path cacheFolder; ///< the judge's; empty: nothing is remembered
    std::string version;               ///< of this program: another one remembers anew
    unsigned workers = 1;              ///< that the judge has
};

struct VerifyOptions {
    /// Which submissions are wanted; null: all, and the checks of the data with them.
    std::function<bool(const std::string& path)> wants;
    Freshness freshness = Freshness::Remembered;
};

/// Checks a package as its author wants: what lies in it, every submission against what it has to get, and what
/// distance the time limit keeps. Blocking; one package at a time.
class Verifier {
public:
    explicit Verifier(VerifierSetup setup) : m_setup(std::move(setup)), m_memory(m_setup.cacheFolder) {}

    /// Never fails: a package that cannot be loaded has its reason as a finding. A stop request ends it within a
    /// moment, with `cancelled` set. `progress` is called from several threads, one call at a time.
    VerifiedPackage verify(const std::filesystem::path& folder, const VerifyOptions& options, const RunsSink& progress,
                           std::stop_token stop);

    /// The time limit of a package that gives none, from the submissions that it has to leave room for, to be kept with
    /// it when it is imported (see inferred_limits.h). Nothing where the package gives one, where there is nothing to
    /// infer it from, and after a stop request. Fails as loadPackage() and Judge::complete() do.
    Result<std::optional<KeptLimit>> inferLimit(const std::filesystem::path& folder, const RunsSink& progress,
                                                std::stop_token stop);

private:
    /// Data without a fault is remembered like a submission without one.
    void checkContent(const Problem& problem, const std::string& digest, Freshness freshness, const RunsSink& progress,
                      const std::stop_token& stop, std::vector<Finding>& findings);

    VerifierSetup m_setup;
    RunMemory m_memory;
};

} // namespace grindstone::judge
