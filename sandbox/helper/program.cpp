// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/program.h"

#include "sandbox/helper/rlimits.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <linux/securebits.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

namespace grindstone::sandbox::helper {

namespace {

Prepared<> enterCgroups(const ProgramPlan& plan) {
    for (const UniqueFd& procs : plan.cgroupProcs) {
        STEP("enter the run's cgroup", ::write(procs.get(), "0", 1));
    }
    return {};
}

Prepared<> wireStreams(const ProgramPlan& plan) {
    UniqueFd none;
    if (!plan.standardInput) {
        none.reset(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    STEP("wire stdin", ::dup2(plan.standardInput ? plan.standardInput.get() : none.get(), STDIN_FILENO));
    STEP("wire stdout", ::dup2(plan.standardOutput.get(), STDOUT_FILENO));
    STEP("wire stderr", ::dup2(plan.standardError.get(), STDERR_FILENO));
    // Everything else goes when the program starts; until then a failure can still be told.
    STEP("close inherited descriptors", ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC));
    return {};
}

/// The CPU of this box among those that we may use; boxes side by side get different ones.
Prepared<> bindToOneCpu(unsigned boxNumber) {
    cpu_set_t allowed;
    STEP("read the allowed CPUs", ::sched_getaffinity(0, sizeof allowed, &allowed));
    int skip = static_cast<int>(boxNumber) % CPU_COUNT(&allowed);
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &allowed) && skip-- == 0) {
            cpu_set_t one;
            CPU_ZERO(&one);
            CPU_SET(cpu, &one);
            STEP("bind to one CPU", ::sched_setaffinity(0, sizeof one, &one));
            break;
        }
    }
    return {};
}

Prepared<> dropPrivileges() {
    constexpr unsigned long Locked = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                                     SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_KEEP_CAPS_LOCKED |
                                     SECBIT_NO_CAP_AMBIENT_RAISE | SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED;
    STEP("lock secure bits", ::prctl(PR_SET_SECUREBITS, Locked));
    STEP("clear ambient capabilities", ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0));
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability) >= 0; ++capability) {
        STEP("drop a bounding capability", ::prctl(PR_CAPBSET_DROP, capability));
    }
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2]{};
    STEP("drop capabilities", ::syscall(SYS_capset, &header, none));
    STEP("set no_new_privs", ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    return {};
}

/// Signals as a program expects them: nothing blocked, nothing ignored.
void resetSignals() {
    for (int signal = 1; signal < NSIG; ++signal) {
        ::signal(signal, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

std::vector<char*> pointersTo(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts) {
        pointers.push_back(const_cast<char*>(text.c_str()));
    }
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Prepared<> becomeProgram(const ProgramPlan& plan, const SeccompPolicy& policy) {
    const std::vector<char*> arguments = pointersTo(plan.spec.arguments);
    const std::vector<char*> environment = pointersTo(plan.spec.environment);
    PREPARE(enterCgroups(plan));
    STEP("start a session", ::setsid());
    STEP("enter /work", ::chdir("/work"));
    PREPARE(wireStreams(plan));
    if (plan.spec.singleCpu) {
        PREPARE(bindToOneCpu(plan.boxNumber));
    }
    PREPARE(setResourceLimits(plan.spec, !plan.cgroupProcs.empty()));
    resetSignals();
    PREPARE(dropPrivileges());
    PREPARE(policy.load());
    ::execve(arguments[0], arguments.data(), environment.data());
    return failedStep("start the program");
}

} // namespace grindstone::sandbox::helper
