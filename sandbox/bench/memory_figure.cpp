// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/memory_figure.h"

#include "sandbox/bench/statistics.h"

#include <sys/mman.h>

#include <cstring>
#include <fstream>

namespace grindstone::sandbox::bench {

namespace {

constexpr std::uint64_t TouchedMib = 50;
constexpr std::size_t LargeSize = std::size_t{1} << 30;

/// What the kernel believes can be had without swapping; 0 when it doesn't tell.
std::uint64_t availableKib() {
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::string rest;
    std::uint64_t amount = 0;
    while (file >> name >> amount && name != "MemAvailable:") {
        std::getline(file, rest);
    }
    return name == "MemAvailable:" ? amount : 0;
}

} // namespace

Result<double> measureMemoryError(Workbench& bench, std::size_t rounds) {
    std::vector<double> errors;
    const LaunchSpec spec = specOf({bench.programs().load(), "touch", std::to_string(TouchedMib)});
    for (std::size_t i = 0; i < rounds; ++i) {
        TRY(bench.step(Stage::Memory, i, rounds));
        const TimedOutcome timed = TRY(bench.runToEnd(spec));
        const double peak = static_cast<double>(timed.outcome.peakMemory.count());
        errors.push_back((peak - static_cast<double>(TouchedMib << 20)) / 1024);
    }
    return median(errors);
}

std::optional<LargeBlock> LargeBlock::allocate() {
    if (availableKib() < 2 * (LargeSize >> 10)) {
        return std::nullopt;
    }
    void* address = ::mmap(nullptr, LargeSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (address == MAP_FAILED) {
        return std::nullopt;
    }
    std::memset(address, 1, LargeSize);
    return LargeBlock(address);
}

LargeBlock::~LargeBlock() {
    if (m_address != nullptr) {
        ::munmap(m_address, LargeSize);
    }
}

} // namespace grindstone::sandbox::bench
