// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_feedback.h"
#include "judge/compare/comparator_spec.h"
#include "judge/compare/explanation.h"
#include "sandbox/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::judge {

/// Of those built in, in the order of their table.
std::vector<std::string> comparatorNames();

struct Comparison {
    bool accepted = false;
    Explanation explanation; ///< Kind::None when accepted
    CheckerFeedback feedback;
    FeedbackFiles files; ///< of a checker that is to find them again
};

/// A comparator by its name and arguments, as a package or a person gives them. Fails with "comparator.unknown" or
/// "comparator.bad-arguments", naming the known ones.
Result<ComparatorSpec> makeComparatorSpec(const std::string& name, const std::vector<std::string>& arguments);

/// Compares what a program wrote (a descriptor, read by position) with the answer file. Streams: memory use doesn't
/// grow with the files. Fails with "comparator.unknown", "comparator.bad-answer" or "file.unreadable": all of them
/// judge errors.
Result<Comparison> compare(const ComparatorSpec& spec, const std::filesystem::path& answer, int outputDescriptor);

/// The same with an answer file that is open; `answerName` is what errors call it.
Result<Comparison> compare(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                           int outputDescriptor);

} // namespace grindstone::judge
