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

struct Hello {
    int landlockAbi = 0;
    bool cgroup1 = false;
    std::string cgroupReason; ///< why there is no cgroup
};

struct OpenBox {
    std::vector<std::string> visiblePaths;
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
};

/// Ends the run that is under way; ignored when there is none.
struct Stop {
    LimitHit limit = LimitHit::None; ///< Output, or None for a cancel
};

/// An Outcome without captures; beside it a descriptor for each collected file.
struct Finished {
    Outcome outcome;
};

struct LeaseCgroup {
    Bytes memory;
    unsigned processes = 0;
};

/// Descriptors beside it: cgroup.procs of each controller (three), cpuacct.usage, cpuacct.usage_user,
/// memory.max_usage_in_bytes, memory.oom_control.
struct CgroupLeased {};

struct ReturnCgroup {};

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

template<typename Message> std::optional<Message> decode(std::string_view bytes);
template<> std::optional<Begin> decode(std::string_view bytes);
template<> std::optional<Hello> decode(std::string_view bytes);
template<> std::optional<OpenBox> decode(std::string_view bytes);
template<> std::optional<SetupFailed> decode(std::string_view bytes);
template<> std::optional<Run> decode(std::string_view bytes);
template<> std::optional<Stop> decode(std::string_view bytes);
template<> std::optional<Finished> decode(std::string_view bytes);
template<> std::optional<LeaseCgroup> decode(std::string_view bytes);

} // namespace grindstone::sandbox::protocol
