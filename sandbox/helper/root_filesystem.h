// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"
#include "sandbox/helper/user_namespace.h"

#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// Builds the read-only root of a box in the calling process's new mount namespace and moves into it; becomes the
/// inner user on the way. What is in it: /usr and the links into it, the dynamic linker's cache, alternatives,
/// synthesized account files, a minimal /dev, and `visiblePaths` where they exist; /run and /program for a run to mount
/// on, with links for the rest (see RunFilesystem). `caseFolder`, unless empty, is shown at /case.
Prepared<> enterRootFilesystem(const std::vector<std::string>& visiblePaths, const std::string& caseFolder,
                               const IdentityMap& map);

} // namespace grindstone::sandbox::helper
