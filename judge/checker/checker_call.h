// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/custom_checking.h"

#include <optional>

namespace grindstone::judge {

/// A checker by the path of its source file or folder, links below it followed as far as they stay there. Where no kind
/// is given, the sources tell it. Fails as loadCheckerSources() does.
Result<CheckerSpec> findChecker(const std::filesystem::path& path, std::optional<CheckerKind> kind = {});

/// One output to check, without a package and without a run.
struct CheckerCall {
    CheckerSpec checker;
    std::filesystem::path input; ///< empty: the checker finds an empty file
    std::filesystem::path answer;
    std::filesystem::path output;
    std::string outputName; ///< what errors call the output; empty: its path
    std::vector<std::string> arguments;
    CheckerAllowance allowance;
    std::filesystem::path cacheFolder; ///< see CachingCompiler; empty: the checker is compiled each time
};

/// Builds the checker and runs it once, in boxes of `boxes`. Fails as buildChecker() and judgementOf() do (errors name
/// the output as the case), with "file.unreadable", and with "judge.cancelled" after a stop request.
Result<Comparison> callChecker(const CheckerCall& call, const LanguageCatalogue& languages, sandbox::BoxSource& boxes,
                               std::stop_token stop);

} // namespace grindstone::judge
