// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <string>

namespace grindstone::sandbox {

/// Whether boxes can show this host folder at /case and their programs could read all of it. Fails with
/// "sandbox.case-folder", naming the path. A box that root opens has a user of its own, who may read what everybody
/// may; files for their owner alone are to be laid in instead (Area::Case). Without namespaces no folder can be shown.
Result<void> checkCaseFolder(const std::string& folder, bool namespaces);

} // namespace grindstone::sandbox
