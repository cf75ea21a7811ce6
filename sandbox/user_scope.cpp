// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cgroups of version 2 as an ordinary user. A login lies in a cgroup of root's, where the person may move no process.
// The person's service manager has a part of the tree and gives away parts of that to who asks: here a scope, which is
// a unit made of processes that exist already. The request only queues a job, so its end is waited for as well, and
// then it is the kernel that is asked where the process is.
//
// Each request has a connection of its own and a loop of its own around it: nothing is shared between threads, and
// none of libsystemd's calls that wait as long as it takes is used.
#include "sandbox/user_scope.h"

#include <systemd/sd-bus.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>

namespace grindstone::sandbox {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds Patience{5};

constexpr const char* Service = "org.freedesktop.systemd1";
constexpr const char* ManagerPath = "/org/freedesktop/systemd1";
constexpr const char* ManagerInterface = "org.freedesktop.systemd1.Manager";

struct CloseBus {
    void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
};
struct FreeMessage {
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};
using Bus = std::unique_ptr<sd_bus, CloseBus>;
using Message = std::unique_ptr<sd_bus_message, FreeMessage>;

tl::unexpected<Error> noScope(std::string why) {
    return fail("sandbox.no-scope", std::move(why));
}

tl::unexpected<Error> noScope(const std::string& what, int result) {
    return noScope(what + ": " + std::strerror(-result));
}

tl::unexpected<Error> noBus(const std::string& what, int result) {
    return fail("sandbox.no-bus", what + ": " + std::strerror(-result));
}

/// The person's bus where the environment doesn't name it, as under cron: systemd always puts it there.
int openUsualUserBus(sd_bus** opened) {
    const std::string address = "unix:path=/run/user/" + std::to_string(::geteuid()) + "/bus";
    sd_bus* made = nullptr;
    int result = sd_bus_new(&made);
    Bus bus(made);
    result = result < 0 ? result : sd_bus_set_address(made, address.c_str());
    result = result < 0 ? result : sd_bus_set_bus_client(made, 1);
    result = result < 0 ? result : sd_bus_start(made);
    if (result >= 0) {
        *opened = bus.release();
    }
    return result;
}

/// Only begins to connect; the rest comes with the first messages.
Result<Bus> openBus() {
    const bool isRoot = ::geteuid() == 0;
    sd_bus* bus = nullptr;
    int result = isRoot ? sd_bus_open_system(&bus) : sd_bus_open_user(&bus);
    if (result == -ENOMEDIUM) {
        result = openUsualUserBus(&bus);
    }
    if (result < 0) {
        return noBus(isRoot ? "no system bus" : "no session bus", result);
    }
    return Bus(bus);
}

/// Unique among all live processes of the machine.
std::string newScopeName() {
    static std::atomic<unsigned> count{0};
    return "grindstone-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".scope";
}

/// The last part of the process's cgroup in the unified hierarchy.
std::string cgroupName(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/cgroup");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("0::")) {
            return line.substr(line.rfind('/') + 1);
        }
    }
    return {};
}

/// One request and what became of it.
class ScopeRequest {
public:
    ScopeRequest(Bus bus, pid_t pid) : m_bus(std::move(bus)), m_pid(pid) {}

    Result<void> send();
    Result<void> await(Clock::time_point deadline);

private:
    Result<Message> message() const;
    static int onReply(sd_bus_message* reply, void* self, sd_bus_error* error);
    static int onJobRemoved(sd_bus_message* signal, void* self, sd_bus_error* error);

    Bus m_bus;
    pid_t m_pid;
    std::string m_name = newScopeName();
    std::optional<std::string> m_refusal; ///< what the manager or the bus answered instead of a job
    std::optional<std::string> m_result;  ///< of the job: "done" and several that aren't
};

Result<Message> ScopeRequest::message() const {
    sd_bus_message* made = nullptr;
    int result = sd_bus_message_new_method_call(m_bus.get(), &made, Service, ManagerPath, ManagerInterface,
                                                "StartTransientUnit");
    Message message(made);
    const auto append = [&](const char* types, auto... values) {
        result = result < 0 ? result : sd_bus_message_append(made, types, values...);
    };
    append("ss", m_name.c_str(), "fail");
    append("a(sv)", 4, "Description", "s", "Grindstone's sandbox", "Delegate", "b", 1, "CollectMode", "s",
           "inactive-or-failed", "PIDs", "au", 1, static_cast<std::uint32_t>(m_pid));
    append("a(sa(sv))", 0);
    return result < 0 ? Result<Message>(noScope("the request", result)) : Result<Message>(std::move(message));
}

/// The wish to hear of jobs goes first, so that no end of ours is missed.
Result<void> ScopeRequest::send() {
    int result = sd_bus_match_signal_async(m_bus.get(), nullptr, Service, ManagerPath, ManagerInterface, "JobRemoved",
                                           onJobRemoved, nullptr, this);
    if (result < 0) {
        return noScope("the request", result);
    }
    const Message request = TRY(message());
    result = sd_bus_call_async(m_bus.get(), nullptr, request.get(), onReply, this, 0);
    return result < 0 ? Result<void>(noScope("the request", result)) : Result<void>();
}

int ScopeRequest::onReply(sd_bus_message* reply, void* self, sd_bus_error*) {
    if (const sd_bus_error* const error = sd_bus_message_get_error(reply)) {
        static_cast<ScopeRequest*>(self)->m_refusal = error->message != nullptr ? error->message : error->name;
    }
    return 0;
}

int ScopeRequest::onJobRemoved(sd_bus_message* signal, void* self, sd_bus_error*) {
    auto* const request = static_cast<ScopeRequest*>(self);
    std::uint32_t id = 0;
    const char* job = nullptr;
    const char* unit = nullptr;
    const char* result = nullptr;
    if (sd_bus_message_read(signal, "uoss", &id, &job, &unit, &result) >= 0 && request->m_name == unit) {
        request->m_result = result;
    }
    return 0;
}

Result<void> ScopeRequest::await(Clock::time_point deadline) {
    while (!m_refusal && !m_result) {
        const int worked = sd_bus_process(m_bus.get(), nullptr);
        if (worked < 0) {
            return noBus("the bus", worked);
        }
        const auto left = std::chrono::duration_cast<std::chrono::microseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            return noScope("the service manager did not answer in time");
        }
        if (worked == 0) {
            sd_bus_wait(m_bus.get(), static_cast<std::uint64_t>(left)); // what is wrong shows in the next round
        }
    }
    if (m_refusal || *m_result != "done") {
        return noScope("the service manager refused: " + (m_refusal ? *m_refusal : "its job is " + *m_result));
    }
    const std::string there = cgroupName(m_pid);
    return there == m_name ? Result<void>() : noScope("the service manager left the process in " + there);
}

} // namespace

Result<void> moveIntoDelegatedScope(pid_t pid) {
    const auto deadline = Clock::now() + Patience;
    ScopeRequest request(TRY(openBus()), pid);
    TRY(request.send());
    return request.await(deadline);
}

} // namespace grindstone::sandbox
