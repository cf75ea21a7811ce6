// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace grindstone::cli {

/// Tells on standard error, once, of a database that was found damaged by this command, or by one that did not live to
/// tell it.
void tellNotice(Session& session);

} // namespace grindstone::cli
