// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/constants.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A program that a package brings along (a checker, an input validator, a generator), as sources on disk. Plain value.
struct PackageProgram {
    std::string name;           ///< "output_validators/check", what errors call it
    std::filesystem::path path; ///< a source file, or a folder with all that belongs to it
    std::filesystem::path root; ///< links that lead out of this folder are refused
    Constants constants;        ///< for what {{name}} stands in its files

    /// A file by the name that it has among the others.
    struct File {
        std::string name;
        std::filesystem::path path;
    };
    std::vector<File> files; ///< in place of `path`, all that belongs to it; it begins with the first
};

} // namespace grindstone::judge
