// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/peak_memory.h"

#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace grindstone::judge::bench {

namespace {

std::uint64_t peakKibibytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word == "VmHWM:") {
            std::uint64_t kibibytes = 0;
            status >> kibibytes;
            return kibibytes;
        }
    }
    return 0;
}

} // namespace

PeakMemory::PeakMemory() {
    ::malloc_trim(0);                              // or what was freed before would be used again unseen
    std::ofstream("/proc/self/clear_refs") << "5"; // the peak becomes what is held now
    m_before = peakKibibytes();
}

std::uint64_t PeakMemory::addedKibibytes() const {
    return std::max(peakKibibytes(), m_before) - m_before;
}

} // namespace grindstone::judge::bench
