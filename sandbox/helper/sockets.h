// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/setup.h"

namespace grindstone::sandbox::helper {

/// The two ends of a connection between a process and one that it starts.
struct SocketPair {
    UniqueFd ours;
    UniqueFd theirs;
};
Prepared<SocketPair> makeSocketPair();

/// Sends SetupFailed. False when nobody is there to read it.
bool sendFailure(int socket, const SetupFailure& failure);

} // namespace grindstone::sandbox::helper
