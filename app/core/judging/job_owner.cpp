// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/job_owner.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace grindstone::core {

namespace {

struct ProcessState {
    char state = 'X';
    std::int64_t startTime = 0;
};

/// Nothing when there is no such process. The name in parentheses may hold anything, parentheses too.
std::optional<ProcessState> stateOf(std::int64_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat", std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::size_t name = text.rfind(')');
    if (name == std::string::npos) {
        return std::nullopt;
    }
    constexpr int FieldsBetween = 18; // from field 4 to field 21
    std::istringstream fields(text.substr(name + 1));
    ProcessState found;
    std::string skipped;
    fields >> found.state;
    for (int field = 0; field < FieldsBetween; ++field) {
        fields >> skipped;
    }
    fields >> found.startTime;
    return fields ? std::optional(found) : std::nullopt;
}

/// Needs no open file: who has no more of those must not take others' jobs away.
bool exists(std::int64_t pid) {
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno != ESRCH);
}

std::string readBootId() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

const std::string& currentBoot() {
    static const std::string Id = readBootId();
    return Id;
}

} // namespace

JobOwner JobOwner::newInThisProcess() {
    static std::atomic<std::int64_t> seats = 0;
    const std::int64_t pid = ::getpid();
    const std::optional<ProcessState> own = stateOf(pid);
    return {currentBoot(), pid, own ? own->startTime : 0, ++seats};
}

Liveness livenessOf(const JobOwner& owner) {
    if (owner.bootId != currentBoot()) {
        return Liveness::Dead;
    }
    const std::optional<ProcessState> found = stateOf(owner.pid);
    if (!found) {
        return exists(owner.pid) ? Liveness::Alive : Liveness::Dead;
    }
    if (found->startTime != owner.startTime) {
        return Liveness::Dead;
    }
    switch (found->state) {
    case 'Z': // Killed, and not yet waited for by its parent.
    case 'X':
        return Liveness::Dead;
    case 'T':
    case 't':
        return Liveness::Stopped;
    default:
        return Liveness::Alive;
    }
}

} // namespace grindstone::core
