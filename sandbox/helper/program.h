// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/cgroup_lease.h"
#include "sandbox/helper/landlock.h"
#include "sandbox/helper/rlimits.h"
#include "sandbox/helper/setup.h"
#include "sandbox/helper/sharing_child.h"
#include "sandbox/helper/user_namespace.h"

#include <atomic>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// What is known of a program before its run is.
struct ProgramSetup {
    const CgroupLease* cgroup = nullptr;
    std::vector<LandlockRule> files;
    std::string workFolder;
    std::optional<IdentityMap> identity; ///< to become, where no user namespace has done it
};

/// The rest: borrowed until the program has been reaped.
struct ProgramOrder {
    char* const* arguments = nullptr; ///< ends with a null pointer, as execve() wants it
    char* const* environment = nullptr;
    int standardInput = -1; ///< -1: nothing to read
    int standardOutput = -1;
    int standardError = -1;
    ResourceLimits limits;
};

/// The process that becomes the foreign program. It is started before its run is known and by then has done whatever
/// takes time: it is in its cgroup and without any privilege; the filter it has from the keeper. Used by the run's
/// init, whose memory and table of descriptors it shares until it starts.
class Program {
public:
    explicit Program(ProgramSetup setup) : m_setup(std::move(setup)) {}

    /// Starts the process and waits until it is ready. `childSignals` becomes readable should it die.
    Prepared<> start(ChildStack& stack, int childSignals);
    pid_t pid() const { return m_pid; }

    /// Lets it go. Nothing may use the heap after that as long as tookOver() is false.
    void go(const ProgramOrder& order);
    /// True when it needs the shared table of descriptors no longer: the order's may be closed.
    bool tookOver() const { return m_tookOver; }
    /// To be asked when it has been reaped: the step that failed before the foreign code could start.
    const std::optional<SetupFailure>& failure() const { return m_failure; }

private:
    int becomeForeign();
    Prepared<> prepare();
    Prepared<> launch() const;
    Prepared<> wireStreams() const;

    ProgramSetup m_setup;
    ProgramOrder m_order;
    pid_t m_pid = -1;
    UniqueFd m_ready; ///< eventfd
    UniqueFd m_go;    ///< eventfd
    UniqueFd m_nothing;
    mutable std::atomic<bool> m_tookOver{false};
    std::optional<SetupFailure> m_failure;
    struct Body {
        Program* program;
        int operator()() const { return program->becomeForeign(); }
    } m_body{this};
};

} // namespace grindstone::sandbox::helper
