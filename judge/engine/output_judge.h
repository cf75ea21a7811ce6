// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"
#include "judge/engine/box_slot.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace grindstone::judge {

/// Whether a checker's feedback folder lasts from pass to pass of a case, and what is in it.
struct FeedbackRules {
    bool lasts = false;
    FeedbackFiles files;
};

/// What a program wrote for a case, and what it is held against. Borrowed, all of it.
struct OutputToJudge {
    const std::string& caseName;
    const ComparatorSpec& comparator;
    std::filesystem::path answer;
    int input = -1;  ///< what the program read: sealed memory
    int output = -1; ///< what it wrote: sealed memory
    FeedbackRules feedback = {};
};

/// Says whether the output of a program that ended well is right: a comparator that is built in, or a program of the
/// package. Thread-safe.
class OutputJudge {
public:
    virtual ~OutputJudge() = default;

    /// Nothing when a stop request ended it. Every failure is a judge error.
    virtual Result<std::optional<Comparison>> judge(const OutputToJudge& output, BoxSlot& slot,
                                                    std::stop_token stop) const = 0;
};

/// By the built-in comparator that the case names, without a box.
std::shared_ptr<const OutputJudge> builtInComparison();

} // namespace grindstone::judge
