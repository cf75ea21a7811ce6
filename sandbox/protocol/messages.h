// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/launch_spec.h"
#include "sandbox/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The messages, each with its own encode() and decode(). A decode() of bytes that aren't that message, whole and with
/// sane values, returns nothing.
///
///     judge  → helper  Begin (once), OpenBox          helper → judge  Hello (once), BoxOpened, SetupFailed
///     judge  → box     Run, Stop                      box    → judge  Finished, SetupFailed
///     keeper → helper  LeaseCgroup, ReturnCgroup      helper → keeper CgroupLeased, SetupFailed
///     helper → sweeper Sweep
namespace grindstone::sandbox::protocol {

enum class Kind : std::uint64_t {
    Begin = 1,
    Hello,
    OpenBox,
    BoxOpened,
    SetupFailed,
    Run,
    Stop,
    Finished,
    LeaseCgroup,
    CgroupLeased,
    ReturnCgroup,
    Sweep,
};

/// The kind that a packet claims to be.
std::optional<Kind> kindOf(std::string_view bytes);

/// What the helper may use; its answer is Hello.
struct Begin {
    bool cgroup2 = true;
    bool cgroup1 = true;
    bool namespaces = true;
    std::string scopeReason; ///< why the service manager gave no cgroup of our own; empty: it did
};

enum class CgroupVersion : std::uint64_t { None, One, Two };

struct Hello {
    int landlockAbi = 0;
    CgroupVersion cgroup = CgroupVersion::None;
    std::vector<std::string> cgroupReasons; ///< why it isn't a later version, the later one's reason first
};

/// A BoxOptions.
struct OpenBox {
    std::vector<std::string> visiblePaths;
    std::string caseFolder;
};

/// With the judge's end of the box's socket beside it.
struct BoxOpened {};

/// A step of setting up that failed, and errno. Ours, never the program's fault.
struct SetupFailed {
    std::string step;
    int error = 0;
};

/// A LaunchSpec without its descriptors; these come beside it in the order: stdin (if any), stdout, stderr, files.
struct Run {
    LaunchSpec spec;
    bool hasInput = false;
    bool keepProgram = false; ///< /program stays as the last run's files left it; no file of the spec goes there
};

/// Ends the run that is under way; ignored when there is none.
struct Stop {
    LimitHit limit = LimitHit::None; ///< Output, or None for a cancel
};

/// An Outcome without captures; beside it a descriptor for each collected file.
struct Finished {
    Outcome outcome;
};

/// Asks for a fresh cgroup for a run of the box.
struct LeaseCgroup {};

/// Which files of a run's cgroup have a descriptor beside the message, in this order. A controller's limit is written,
/// its figures are read.
enum class CgroupFile : std::uint64_t {
    MemoryProcs,  ///< "0" written to it moves the writer in: cgroup.procs, the only one in version 2, or tasks
    CpuProcs,     ///< tasks of cpuacct
    TaskProcs,    ///< tasks of pids
    MemoryLimit,  ///< memory.max, memory.limit_in_bytes
    SwapLimit,    ///< memory.memsw.limit_in_bytes; where swap is accounted
    TaskLimit,    ///< pids.max
    Cpu,          ///< cpu.stat, cpuacct.usage
    CpuUser,      ///< cpuacct.usage_user
    MemoryPeak,   ///< memory.peak, memory.max_usage_in_bytes
    MemoryEvents, ///< memory.events, memory.oom_control
};
constexpr std::size_t CgroupFiles = static_cast<std::size_t>(CgroupFile::MemoryEvents) + 1;

struct CgroupLeased {
    std::uint64_t id = 0; ///< for ReturnCgroup
    CgroupVersion version = CgroupVersion::None;
    std::uint64_t files = 0; ///< bit N set: CgroupFile N is there
};

/// Nothing runs in it any more. Is answered with another one.
struct ReturnCgroup {
    std::uint64_t id = 0;
};

/// Empty cgroup folders to remove, now or as soon as they are really empty.
struct Sweep {
    std::vector<std::string> folders;
};

std::string encode(const Begin& message);
std::string encode(const Hello& message);
std::string encode(const OpenBox& message);
std::string encode(const BoxOpened& message);
std::string encode(const SetupFailed& message);
std::string encode(const Run& message);
std::string encode(const Stop& message);
std::string encode(const Finished& message);
std::string encode(const LeaseCgroup& message);
std::string encode(const CgroupLeased& message);
std::string encode(const ReturnCgroup& message);
std::string encode(const Sweep& message);

template<typename Message> std::optional<Message> decode(std::string_view bytes);
template<> std::optional<Begin> decode(std::string_view bytes);
template<> std::optional<Hello> decode(std::string_view bytes);
template<> std::optional<OpenBox> decode(std::string_view bytes);
template<> std::optional<SetupFailed> decode(std::string_view bytes);
template<> std::optional<Run> decode(std::string_view bytes);
template<> std::optional<Stop> decode(std::string_view bytes);
template<> std::optional<Finished> decode(std::string_view bytes);
template<> std::optional<CgroupLeased> decode(std::string_view bytes);
template<> std::optional<ReturnCgroup> decode(std::string_view bytes);
template<> std::optional<Sweep> decode(std::string_view bytes);

} // namespace grindstone::sandbox::protocol
