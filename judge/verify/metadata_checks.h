// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/problem_metadata.h"
#include "judge/verify/finding_collector.h"

namespace grindstone::judge {

/// What a `problem.yaml` says that its reader does not need: who made the problem, under which licence, under which
/// number it is known; and keys of the other version of the format.
void checkMetadata(const YamlValue& yaml, PackageFormat format, FindingCollector& findings);

} // namespace grindstone::judge
