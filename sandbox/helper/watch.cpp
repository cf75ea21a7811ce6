// SPDX-License-Identifier: GPL-3.0-or-later
//
// With cgroups, CPU time and memory are the kernel's own figures for the whole tree, and out of memory is the kernel's
// own event. Without, this sums /proc every few milliseconds: a child that nobody waited for and that lived between
// two readings is missed, so these figures are approximate, and memory that is taken and freed between two readings
// shows only in the largest single process (ru_maxrss).
#include "sandbox/helper/watch.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

namespace grindstone::sandbox::helper {

namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

constexpr nanoseconds ReadingInterval = 5ms;  ///< without cgroups: what memory can be taken unseen
constexpr nanoseconds LongestInterval = 50ms; ///< with cgroups: how late an out-of-memory kill of a child is noticed
constexpr nanoseconds ShortestInterval = 1ms;

nanoseconds toNanoseconds(const timeval& time) {
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

rusage reapedChildren() {
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return usage;
}

std::uint64_t readNumber(const UniqueFd& file) {
    std::array<char, 32> text{};
    const ssize_t got = ::pread(file.get(), text.data(), text.size() - 1, 0);
    return got > 0 ? std::strtoull(text.data(), nullptr, 10) : 0;
}

} // namespace

Watch::Watch(const Limits& limits, const CgroupFigures* figures) : m_limits(limits), m_figures(figures) {}

nanoseconds Watch::cpuByCgroup() const {
    return nanoseconds(readNumber(m_figures->cpuUsage));
}

bool Watch::outOfMemoryByCgroup() const {
    std::array<char, 256> text{};
    const ssize_t got = ::pread(m_figures->memoryOom.get(), text.data(), text.size() - 1, 0);
    const char* count = got > 0 ? std::strstr(text.data(), "\noom_kill ") : nullptr;
    return count != nullptr && std::atoi(count + std::strlen("\noom_kill ")) > 0;
}

void Watch::takeReading() {
    if (m_figures != nullptr) {
        m_cpu = cpuByCgroup();
        m_outOfMemory = m_outOfMemory || outOfMemoryByCgroup();
        return;
    }
    TreeReading reading = readProcessTree();
    if (reading.resident > m_limits.memory && reading.processes > 1) {
        reading.resident = readSharedOnce(); // Too dear for every reading.
    }
    const rusage reaped = reapedChildren();
    m_cpu = std::max(m_cpu, reading.cpu + toNanoseconds(reaped.ru_utime) + toNanoseconds(reaped.ru_stime));
    m_largestResident = std::max(m_largestResident, reading.resident);
    m_outOfMemory = m_outOfMemory || reading.resident > m_limits.memory;
}

LimitHit Watch::check() {
    takeReading();
    if (m_outOfMemory) {
        return LimitHit::Memory;
    }
    if (m_cpu >= m_limits.cpuTime) {
        return LimitHit::Cpu;
    }
    if (wall() >= m_limits.wallTime) {
        m_idle = !anyThreadRunnable() && m_cpu < wall() / 2;
        return LimitHit::Wall;
    }
    return LimitHit::None;
}

nanoseconds Watch::untilNextCheck() const {
    // With N CPUs the limit comes N times as fast.
    static const long cpus = std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN));
    const nanoseconds byCpu = (m_limits.cpuTime - m_cpu) / cpus;
    const nanoseconds byInterval = m_figures != nullptr ? LongestInterval : ReadingInterval;
    return std::max(ShortestInterval, std::min({byCpu, m_limits.wallTime - wall(), byInterval}));
}

void Watch::stop() {
    if (!m_end) {
        m_end = Clock::now();
        takeReading();
    }
}

void Watch::fill(Outcome& outcome) const {
    const rusage reaped = reapedChildren();
    const nanoseconds user = toNanoseconds(reaped.ru_utime);
    const nanoseconds system = toNanoseconds(reaped.ru_stime);
    const Bytes largestProcess = Bytes::kib(static_cast<std::uint64_t>(reaped.ru_maxrss));
    outcome.wall = wall();
    outcome.idle = m_idle;
    if (m_figures != nullptr) {
        const nanoseconds total = cpuByCgroup();
        outcome.cpuUser = std::min(total, nanoseconds(readNumber(m_figures->cpuUsageUser)));
        outcome.cpuSystem = total - outcome.cpuUser;
        outcome.peakMemory = Bytes(readNumber(m_figures->memoryPeak));
        outcome.outOfMemory = m_outOfMemory || outOfMemoryByCgroup();
        return;
    }
    // What was seen alive and never waited for is put down as user time.
    outcome.cpuSystem = system;
    outcome.cpuUser = std::max(user, m_cpu - system);
    outcome.peakMemory = std::max(m_largestResident, largestProcess);
    outcome.outOfMemory = m_outOfMemory || largestProcess > m_limits.memory;
}

} // namespace grindstone::sandbox::helper
