// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/problem_metadata.h"

namespace grindstone::judge {

/// Fails with "package.unsupported" if a package needs more than its outputs compared or checked: judged without
/// that, right programs would be called wrong and wrong ones right.
Result<void> checkSupported(const YamlValue& yaml);

} // namespace grindstone::judge
