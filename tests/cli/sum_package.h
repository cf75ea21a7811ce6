// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/grind_program.h"

#include <vector>

namespace grindstone::cli::test {

/// Writes a package below the program's folder that asks for the sum of two numbers, with half a second, 64 MiB and
/// 1 MiB of output. Returns its folder.
QString writeSumPackage(const GrindProgram& grind, const QString& name = QStringLiteral("sum"));

/// A program in a language ("c", "cpp", "python3") and the verdict that it deserves on any problem that reads two
/// numbers and wants their sum.
struct Specimen {
    const char* name;
    const char* language;
    const char* extension;
    const char* verdict;
    const char* code;
};

/// Good, wrong, looping, sleeping, memory-eating, flooding, crashing and uncompilable, in every language.
const std::vector<Specimen>& specimens();

/// Writes them all below the program's folder.
void writeSpecimens(const GrindProgram& grind);

/// Where a specimen lies below the program's folder.
QString specimenFile(const Specimen& specimen);

/// Rows of a test's data, a specimen each: the column "index".
void addSpecimenRows();

/// Sees that the outcome is a report with the verdict, and that the status fits it.
void verifyVerdict(const Outcome& outcome, const QString& verdict);

} // namespace grindstone::cli::test
