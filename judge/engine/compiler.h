// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/box_slot.h"
#include "judge/engine/submission.h"
#include "judge/language/language.h"
#include "judge/problem/problem.h"
#include "judge/report/report.h"

#include <memory>

namespace grindstone::judge {

/// A file that a run needs in its box.
struct ProgramFile {
    std::string path; ///< below /program
    UniqueFd content; ///< sealed memory
    bool executable = false;
};

/// What compiling made, ready to be run any number of times, by several threads at once.
struct Program {
    std::vector<ProgramFile> files;
    std::string entry; ///< path in the box, what `{program}` stands for
};

/// Sealed copies of sources, to lay into boxes.
Result<std::vector<ProgramFile>> sealSources(const std::vector<SourceFile>& sources);

struct Compilation {
    CompileResult result;
    std::shared_ptr<const Program> program; ///< null unless result.ok
    bool cancelled = false;
};

/// The words with which compile() calls the compiler; empty where there is nothing to compile. `prepared` as there.
std::vector<std::string> compileCommand(const Language& language, const std::string& tool,
                                        const std::vector<SourceFile>& sources, const ProblemLimits& limits,
                                        const std::string& prepared = {});

/// Compiles sources in a box, or checks their syntax where the language only does that. A compiler that refuses the
/// sources, crashes on them or runs into a limit is a result with `ok` false. Fails when the box did ("sandbox.…"), or
/// with "compile.no-program" when the compiler reports success and leaves none.
///
/// `prepared` is the folder that Preparations::find() gives, or empty.
Result<Compilation> compile(const Language& language, const std::string& tool, const std::vector<SourceFile>& sources,
                            const ProblemLimits& limits, BoxSlot& slot, std::stop_token stop,
                            const std::string& prepared = {});

} // namespace grindstone::judge
