// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace grindstone::sandbox::helper {

/// Has the kernel read a program of the host's, an interpreter or compiler, before its run does, so that its pages
/// count as this process's. Those that a run is the first to read count in its cgroup: near the memory limit they are
/// dropped and read again without end, which spends the CPU limit and hides that memory is what it lacks. Once for each
/// program that follows another in a box; nothing happens where it can't be read.
void readAhead(const std::string& program);

} // namespace grindstone::sandbox::helper
