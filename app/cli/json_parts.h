// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/text/json_parts.h"
#include "sandbox/capabilities.h"

namespace grindstone::cli {

using core::text::errorJson;
using core::text::errorsJson;
using core::text::orNull;
using core::text::textsJson;

/// "v1", "v2", "none": which version of cgroups bounds and measures a run.
const char* cgroupCode(sandbox::MemorySource memory);

} // namespace grindstone::cli
