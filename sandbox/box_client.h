// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"
#include "sandbox/protocol/messages.h"

namespace grindstone::sandbox {

/// The judge's side of a box: waits until its keeper says that it is open. Fails with "sandbox.setup", naming the step.
Result<std::unique_ptr<Box>> openBoxClient(UniqueFd socket);

/// "sandbox.setup", with the step and errno's text.
Error setupError(const protocol::SetupFailed& failure);

} // namespace grindstone::sandbox
