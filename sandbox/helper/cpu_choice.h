// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace grindstone::sandbox::helper {

/// What another open box means for the choice of a CPU.
struct Neighbour {
    unsigned cpu = 0;   ///< as CpuBinding::bindOwnProcess() has it
    bool alike = false; ///< shows the same as the new box
};

/// The CPU for a new box, of those that stand in `cores`, each with the number of its core: one on a core with few
/// boxes that show the same, since those are used at the same time, for the cases of one submission, and hyperthreads
/// of a core slow each other down by half; among such, one with few of these boxes itself; then one with few boxes at
/// all. Begins to look at `here`. `cores` isn't empty.
unsigned chooseCpu(const std::vector<Neighbour>& neighbours, const std::vector<unsigned>& cores, unsigned here);

/// The same for this machine. Two helpers that have no box yet begin where the kernel just lets them run, which is
/// seldom the same place when both have work.
unsigned chooseCpu(const std::vector<Neighbour>& neighbours);

} // namespace grindstone::sandbox::helper
