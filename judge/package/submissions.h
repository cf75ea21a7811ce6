// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language_catalogue.h"
#include "judge/package/expectation.h"
#include "judge/package/finding.h"
#include "sandbox/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A program that a package brings along to show that it judges as it should. Plain value.
struct PackageSubmission {
    std::string path;               ///< "submissions/accepted/a.cpp", a file or a folder of several
    std::filesystem::path location; ///< where it really is
    std::string language;           ///< a language's id or ICPC code; empty: its files tell
    std::string entrypoint;         ///< empty: as usual for the language
    Expectation expected;
    bool setsTimeLimit = false;       ///< a time limit has to leave room for it
    bool mustExceedTimeLimit = false; ///< a time limit has to end it
};

/// The submissions of an ICPC package, sorted by path, with what they have to get: by their folders, by annotations in
/// their sources, by `submissions/submissions.yaml`. Whatever is odd becomes a finding. Fails as PackageFolder does,
/// and with "package.invalid" for a YAML file that is none or more than 10,000 submissions.
Result<std::vector<PackageSubmission>> readSubmissions(const std::filesystem::path& package,
                                                       std::vector<Finding>& findings);

/// The language of a submission: the one named, else the only one that its files are of. Fails with
/// "submission.language": a language that isn't known, none or several, or Python 2; the detail is why it can't be
/// judged.
Result<const Language*> languageOf(const PackageSubmission& submission, const LanguageCatalogue& languages);

} // namespace grindstone::judge
