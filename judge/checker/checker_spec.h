// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/constants.h"

#include <filesystem>
#include <string>

namespace grindstone::judge {

/// How a checker is called, and what its exit codes mean.
enum class CheckerKind {
    Icpc,    ///< `checker INPUT ANSWER FEEDBACK/ [ARGUMENT…] < OUTPUT`; 42 accepts, 43 rejects
    Testlib, ///< `checker INPUT OUTPUT ANSWER [ARGUMENT…]`; 0 accepts, 1, 2, 4 and 8 reject
};

/// A program that says whether an output is right, as sources on disk. Plain value.
struct CheckerSpec {
    CheckerKind kind = CheckerKind::Icpc;
    std::string name;           ///< "output_validators/check", what errors call it
    std::filesystem::path path; ///< a source file, or a folder with all that belongs to it
    std::filesystem::path root; ///< links that lead out of this folder are refused
    Constants constants;        ///< for what {{name}} stands in its files
};

} // namespace grindstone::judge
