// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verify/verified_package.h"

#include <nlohmann/json.hpp>

namespace grindstone::cli {

/// One entry of "packages" in "grindstone-verify/1".
nlohmann::ordered_json packageJson(const judge::VerifiedPackage& verified);

} // namespace grindstone::cli
