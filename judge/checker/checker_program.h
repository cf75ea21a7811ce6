// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/cache/caching_compiler.h"
#include "judge/checker/checker_spec.h"
#include "judge/engine/box_slot.h"
#include "judge/engine/compiler.h"
#include "judge/language/language_catalogue.h"

#include <memory>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A package's program that is ready to run, any number of times and by several threads at once. Plain value.
struct BuiltProgram {
    std::string name; ///< as PackageProgram has it
    std::shared_ptr<const Program> program;
    std::vector<std::string> command; ///< its own arguments follow
    std::vector<std::string> environment;
    std::vector<std::string> visiblePaths;
    unsigned processes = 64;
    Bytes extraMemory; ///< what its language's runtime needs itself
    Bytes fileSpace;   ///< what it unpacks before it begins
};

struct CheckerProgram : BuiltProgram {
    CheckerKind kind = CheckerKind::Icpc;
};

/// Compiles a program in a box, in the language that its files' names tell, or by its own `build` script. Fails with
/// "checker.unreadable", "checker.no-language", "checker.not-compiled" (with what the compiler said),
/// "language.not-installed" or as the box does; "judge.cancelled" after a stop request.
Result<BuiltProgram> buildProgram(const PackageProgram& program, const LanguageCatalogue& languages,
                                  CachingCompiler& compiler, BoxSlot& slot, std::stop_token stop);

/// The same for a checker.
Result<CheckerProgram> buildChecker(const CheckerSpec& checker, const LanguageCatalogue& languages,
                                    CachingCompiler& compiler, BoxSlot& slot, std::stop_token stop);

/// What a program's runs depend on besides what they are given, as 64 hexadecimal digits: its sources, its language's
/// way of compiling and running them, and the tools. Compiles nothing. Fails as buildProgram() does before it compiles.
Result<std::string> programKey(const PackageProgram& program, const LanguageCatalogue& languages);

} // namespace grindstone::judge
