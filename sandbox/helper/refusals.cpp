// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that floods its init with refused calls sleeps while these are answered: its own clock hardly moves. What
// the answers take, and what its init looks at each time, is therefore put on its account, and its CPU limit ends it.
#include "sandbox/helper/refusals.h"

#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace grindstone::sandbox::helper {

namespace {

std::chrono::nanoseconds threadCpu() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// A younger kernel may write more than the headers know of, and wants all of that to be zero before.
union RoomyRequest {
    char room[512];
    seccomp_notif request;
};

std::string nameOf(int call) {
    const std::unique_ptr<char, decltype(&std::free)> name(seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, call),
                                                           std::free);
    return name ? name.get() : "call " + std::to_string(call);
}

} // namespace

void Refusals::answer() {
    m_since = threadCpu();
    RoomyRequest room{};
    seccomp_notif& request = room.request;
    if (::ioctl(m_listener, SECCOMP_IOCTL_NOTIF_RECV, &request) != 0) {
        return; // The caller was killed meanwhile.
    }
    seccomp_notif_resp response{};
    response.id = request.id;
    response.error = -EPERM;
    ::ioctl(m_listener, SECCOMP_IOCTL_NOTIF_SEND, &response);
    note(request.data.nr);
}

void Refusals::settle() {
    if (m_since && !complete()) {
        m_blamed += threadCpu() - *m_since;
    }
    m_since.reset();
}

void Refusals::note(int call) {
    ++m_refused;
    if (m_refused > MostNoted) {
        return;
    }
    std::string name = nameOf(call);
    if (std::ranges::find(m_calls, name) == m_calls.end()) {
        m_calls.push_back(std::move(name));
    }
}

} // namespace grindstone::sandbox::helper
