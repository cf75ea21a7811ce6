// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <nlohmann/json.hpp>

#include <string>

namespace grindstone::cli {

/// Makes the folder and sees that files can be written there. Fails with "keep.failed", naming it.
Result<void> prepareKeepFolder(const std::string& folder);

/// Writes what each case's program wrote, whole, to `folder`: "sample/1.out" and, when there is any, "sample/1.err";
/// the compiler's words to "compile.txt". Returns {"folder", "files": {case: {"actual", "stderr"}}} for the report.
/// Cases of which only the verdict may be seen are left out. Fails with "keep.failed", naming the file.
Result<nlohmann::ordered_json> keepOutputs(const judge::Report& report, const std::string& folder);

} // namespace grindstone::cli
