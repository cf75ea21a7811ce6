// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_spec.h"
#include "judge/package/package_extras.h"
#include "judge/package/package_folder.h"
#include "judge/package/problem_metadata.h"

#include <vector>

namespace grindstone::judge {

/// The program that a folder of the package is, or that lies alone in folders below it. Fails as PackageFolder does.
Result<CheckerSpec> findProgram(const PackageFolder& folder, std::string name);

/// What in a folder of programs is one, each a file or a folder, as paths below the package: all that isn't hidden, a
/// header or a document. Sorted; empty where there is no such folder.
std::vector<std::string> listPrograms(const PackageFolder& folder, const std::string& name);

/// The programs of a package that check outputs, none when a built-in comparator does: what `compare` in
/// grindstone.yaml names, else the program in `output_validator/`, or those in the legacy format's `output_validators/`
/// if problem.yaml says "validation: custom". Fails with "package.invalid" for a program that is announced and isn't
/// there, a bad link, or a checker whose sources can't be read; "package.unreadable" as PackageFolder does.
Result<std::vector<CheckerSpec>> findCheckers(const PackageFolder& folder, const YamlValue& yaml, PackageFormat format,
                                              const PackageExtras& extras, std::vector<std::string>& warnings);

/// The legacy format's program in `graders/`, nothing if there is none. Fails with "package.invalid" for several, or a
/// bad link.
Result<std::optional<CheckerSpec>> findGrader(const PackageFolder& folder);

} // namespace grindstone::judge
