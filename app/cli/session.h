// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/services.h"

#include <stop_token>

namespace grindstone::cli {

/// What every command gets to work with.
struct Session {
    Services& services;
    Console& console;
    std::stop_token stop;
};

} // namespace grindstone::cli
