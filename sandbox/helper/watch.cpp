// SPDX-License-Identifier: GPL-3.0-or-later
//
// With cgroups, CPU time and memory are the kernel's own figures for the whole tree, and out of memory is the kernel's
// own event. Without, this sums /proc every few milliseconds: a child that nobody waited for and that lived between
// two readings is missed, so these figures are approximate, and memory that is taken and freed between two readings
// shows only in the largest single process (ru_maxrss).
#include "sandbox/helper/watch.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

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

} // namespace

void Watch::start(const Limits& limits, bool singleCpu, pid_t program) {
    m_limits = limits;
    m_program = program;
    m_cpus = singleCpu ? 1 : std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN));
    if (m_cgroup != nullptr) {
        m_cpuAtStart = m_cgroup->cpu();
    } else {
        m_cpuAtStart.user = cpuOf(program);
    }
    m_waitAtStart = waitForCpuOf("/proc/" + std::to_string(program));
    m_start = Clock::now();
}

CpuTime Watch::cpuByCgroup() const {
    const CpuTime now = m_cgroup->cpu();
    const nanoseconds total = std::max(nanoseconds(0), now.total() - m_cpuAtStart.total());
    const nanoseconds user = std::clamp(now.user - m_cpuAtStart.user, nanoseconds(0), total);
    return {user, total - user};
}

void Watch::takeReading() {
    if (m_cgroup != nullptr) {
        m_cpu = cpuByCgroup().total();
        m_outOfMemory = m_outOfMemory || m_cgroup->outOfMemory();
        return;
    }
    TreeReading reading = m_tree.read();
    if (reading.resident > m_limits.memory && reading.processes > 1) {
        reading.resident = m_tree.readSharedOnce(); // Too dear for every reading.
    }
    const rusage reaped = reapedChildren();
    const nanoseconds seen = reading.cpu + toNanoseconds(reaped.ru_utime) + toNanoseconds(reaped.ru_stime);
    m_cpu = std::max(m_cpu, seen - m_cpuAtStart.total());
    m_largestResident = std::max(m_largestResident, reading.resident);
    m_largestFiles = std::max(m_largestFiles, reading.largestFiles);
    m_outOfMemory = m_outOfMemory || reading.resident > m_limits.memory;
}

LimitHit Watch::check() {
    // Not for each of the news that a program may flood its init with.
    if (const auto now = Clock::now(); now - m_lastReading >= ShortestInterval) {
        m_lastReading = now;
        takeReading();
    }
    if (m_outOfMemory) {
        return LimitHit::Memory;
    }
    if (cpu() >= m_limits.cpuTime) {
        return LimitHit::Cpu;
    }
    return isWallTimeUp() ? LimitHit::Wall : LimitHit::None;
}

/// Neither a run that waits nor one that had its CPU all the time gets more. Looking takes its time on a busy machine,
/// which the run must not pay for.
bool Watch::isWallTimeUp() {
    const nanoseconds now = wall();
    if (now < m_limits.wallTime + m_starved) {
        return false;
    }
    m_idle = isIdle();
    if (programHasEnded()) {
        m_idle = false; // It was not stopped by us then.
        return false;
    }
    if (!m_idle) {
        m_starved = std::max(m_starved, starvation());
    }
    return now >= m_limits.wallTime + m_starved;
}

/// Also where init has yet to hear of it.
bool Watch::programHasEnded() const {
    siginfo_t ended{};
    return ::waitid(P_PID, static_cast<id_t>(m_program), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           ended.si_pid == m_program;
}

/// Of the thread that waited longest, since one may wait for another of the same run. Each time the limit comes there
/// may be more of it.
nanoseconds Watch::starvation() const {
    const nanoseconds waited = m_tree.longestWaitForCpu() - m_waitAtStart;
    return waited / MostStarvation < m_limits.wallTime ? waited : m_limits.wallTime * MostStarvation;
}

void Watch::noteIdleness() {
    takeReading();
    m_idle = isIdle();
}

/// A runtime that waits stirs now and then: one look may meet a thread of its own, on a busy machine several.
bool Watch::isIdle() const {
    constexpr int Looks = 12;
    for (int look = 0; look < Looks && cpu() < wall() / 2; ++look) {
        if (!m_tree.anyThreadRunnable()) {
            return true;
        }
        std::this_thread::sleep_for(2ms);
    }
    return false;
}

nanoseconds Watch::untilNextCheck() const {
    // With N CPUs the limit comes N times as fast.
    const nanoseconds byCpu = (m_limits.cpuTime - cpu()) / m_cpus;
    const nanoseconds byInterval = m_cgroup != nullptr ? LongestInterval : ReadingInterval;
    return std::max(ShortestInterval, std::min({byCpu, m_limits.wallTime + m_starved - wall(), byInterval}));
}

void Watch::stop() {
    if (!m_end) {
        m_end = Clock::now();
    }
}

void Watch::readBeforeKill() {
    if (m_cgroup == nullptr) {
        takeReading();
    }
}

/// What was seen alive and never waited for is put down as user time.
CpuTime Watch::cpuByReadings(const rusage& reaped) const {
    const nanoseconds system = toNanoseconds(reaped.ru_stime);
    const nanoseconds user = toNanoseconds(reaped.ru_utime) - m_cpuAtStart.total();
    return {std::max({user, m_cpu - system, nanoseconds(0)}), system};
}

void Watch::fill(Outcome& outcome) const {
    outcome.wall = wall();
    outcome.idle = m_idle;
    outcome.starved = m_starved;
    CpuTime used;
    if (m_cgroup != nullptr) {
        used = cpuByCgroup();
        outcome.peakMemory = m_cgroup->peakMemory();
        outcome.outOfMemory = m_outOfMemory || m_cgroup->outOfMemory();
    } else {
        const rusage reaped = reapedChildren();
        const Bytes largestProcess = Bytes::kib(static_cast<std::uint64_t>(reaped.ru_maxrss));
        used = cpuByReadings(reaped);
        outcome.peakMemory = std::max(m_largestResident, largestProcess);
        // Taken and gone between two readings; what was seen of files is not the program's.
        outcome.outOfMemory = m_outOfMemory || largestProcess > m_limits.memory + m_largestFiles;
    }
    outcome.cpuUser = used.user;
    outcome.cpuSystem = used.system + m_charged;
}

} // namespace grindstone::sandbox::helper
