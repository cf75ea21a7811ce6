// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <string>
#include <vector>

namespace grindstone::sandbox::bench {

/// Another sandbox to hold ours against.
enum class Peer { None, Bubblewrap };

/// The whole command that runs `program` in the peer with what ours includes as far as it can; empty for None. Fails
/// with "bench.peer-missing" naming the package to install, or with "bench.peer-failed" and what the peer said when it
/// doesn't run here: the command is tried once.
Result<std::vector<std::string>> findPeerCommand(Peer peer, const std::string& program);

} // namespace grindstone::sandbox::bench
