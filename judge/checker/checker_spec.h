// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/package_program.h"

#include <utility>

namespace grindstone::judge {

/// How a checker is called, and what its exit codes mean.
enum class CheckerKind {
    Icpc,    ///< `checker INPUT ANSWER FEEDBACK/ [ARGUMENT…] < OUTPUT`; 42 accepts, 43 rejects
    Testlib, ///< `checker INPUT OUTPUT ANSWER [ARGUMENT…]`; 0 accepts, 1, 2, 4 and 8 reject
};

/// A program that says whether something is right, mostly an output. Plain value.
struct CheckerSpec : PackageProgram {
    CheckerKind kind = CheckerKind::Icpc;

    CheckerSpec() = default;
    CheckerSpec(CheckerKind itsKind, PackageProgram program) : PackageProgram(std::move(program)), kind(itsKind) {}
    CheckerSpec(CheckerKind itsKind, std::string itsName, std::filesystem::path itsPath, std::filesystem::path itsRoot)
        : CheckerSpec(itsKind, {std::move(itsName), std::move(itsPath), std::move(itsRoot), {}}) {}
};

} // namespace grindstone::judge
