// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"
#include "sandbox/base/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

struct SourceFile {
    std::string name; ///< file name as the person has it
    std::string content;
};

enum class Mode {
    Run,    ///< the visible cases, or custom ones
    Submit, ///< all cases
};

/// A case that the person typed; it has an answer only if they gave one.
struct CustomCase {
    std::string input;
    std::optional<std::string> answer;
};

/// All that a judge needs to know. Plain value, safe to copy across threads.
struct JudgeRequest {
    std::shared_ptr<const Problem> problem;
    std::string problemId; ///< "starter/echo-sum", as reports name it
    std::string language;
    std::vector<SourceFile> sources;
    Mode mode = Mode::Submit;
    bool allCases = false;               ///< go on after the first failure
    std::vector<CustomCase> customCases; ///< Run only: instead of the samples
    std::string entrypoint; ///< file or class with which the program starts; empty: by the language's own rule
};

/// Reads a source file or every file of a folder. Fails with "source.unreadable", "source.empty", "source.too-large"
/// or "source.not-utf8" (naming file and the first bad byte's line).
Result<std::vector<SourceFile>> loadSources(const std::filesystem::path& path, Bytes largest);

/// The same checks for text that is already in memory.
Result<void> checkSources(const std::vector<SourceFile>& sources, Bytes largest);

} // namespace grindstone::judge
