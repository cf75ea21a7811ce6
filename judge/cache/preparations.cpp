// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/cache/preparations.h"

#include "judge/cache/compile_key.h"
#include "judge/cache/prepared_folder.h"
#include "judge/engine/box_slot.h"
#include "judge/language/command.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/profiles.h"

#include <fcntl.h>

#include <algorithm>
#include <new>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr Bytes LargestPrepared = Bytes::mib(1024);
constexpr std::size_t KeyLength = 32;

bool isHeld(const std::vector<SourceFile>& sources, std::string_view text) {
    return std::ranges::any_of(
        sources, [&](const SourceFile& source) { return source.content.find(text) != std::string::npos; });
}

/// One of the texts is there, and none of those that are marked as such.
bool isServed(const Language& language, const std::vector<SourceFile>& sources) {
    bool wanted = true;
    bool found = false;
    for (const std::string_view text : language.prepareFor) {
        const bool excludes = text.starts_with('!');
        if (excludes && isHeld(sources, text.substr(1))) {
            return false;
        }
        wanted = wanted && excludes;
        found = found || (!excludes && isHeld(sources, text));
    }
    return !language.prepare.empty() && (found || wanted);
}

sandbox::LaunchSpec prepareSpec(const Language& language, const std::string& tool) {
    sandbox::LaunchSpec spec =
        sandbox::compilingSpec({std::chrono::minutes(5), std::chrono::minutes(10), Bytes::mib(2048)});
    spec.arguments = {"/usr/bin/nice", "-n", "19"};
    const std::vector<std::string> command =
        expandCommand(language.prepare, {tool, "/work/" + language.prepareProgram, {}, Bytes::mib(2048), {}, {}});
    spec.arguments.insert(spec.arguments.end(), command.begin(), command.end());
    spec.environment = boxEnvironment(language);
    spec.collect.push_back({language.prepareProgram, LargestPrepared});
    return spec;
}

} // namespace

Preparations::Preparations(fs::path folder, sandbox::BoxSource& boxes, RunGate& gate)
    : m_folder(std::move(folder)), m_boxes(boxes), m_gate(gate) {}

Preparations::~Preparations() = default;

fs::path Preparations::targetOf(const Language& language, const std::string& tool) const {
    return m_folder / (language.id + "-" + prepareKey(language, tool).substr(0, KeyLength));
}

std::string Preparations::find(const Language& language, const std::string& tool,
                               const std::vector<SourceFile>& sources) const {
    if (m_folder.empty() || !isServed(language, sources)) {
        return {};
    }
    const fs::path target = targetOf(language, tool);
    const UniqueFd file(::open((target / language.prepareProgram).c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return {};
    }
    // What a run in a memory cgroup is the first to read is dropped with that cgroup; what we read stays.
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_WILLNEED);
    return target.string();
}

void Preparations::request(const Language& language, const std::string& tool, const std::vector<SourceFile>& sources) {
    if (m_folder.empty() || !isServed(language, sources) || !find(language, tool, sources).empty()) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    fs::path target = targetOf(language, tool);
    if (!m_known.insert(target).second) {
        return;
    }
    m_orders.push_back({language, tool, std::move(target)});
    if (!m_thread.joinable()) {
        m_thread = std::jthread([this](std::stop_token stop) { work(std::move(stop)); });
    }
    m_changed.notify_all();
}

bool Preparations::removeDamaged(const Language& language, const std::string& tool) {
    const fs::path target = targetOf(language, tool);
    if (PreparedFolder::isWhole(target, language.prepareProgram)) {
        return false;
    }
    PreparedFolder::remove(target);
    const std::lock_guard lock(m_mutex);
    m_known.erase(target);
    return true;
}

bool Preparations::isBusy() const {
    const std::lock_guard lock(m_mutex);
    return m_making || !m_orders.empty();
}

void Preparations::finish(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, std::move(stop), [this] { return !m_making && m_orders.empty(); });
}

void Preparations::work(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_orders.empty(); })) {
        const Order order = std::move(m_orders.front());
        m_orders.pop_front();
        m_making = true;
        lock.unlock();
        make(order, stop);
        lock.lock();
        m_making = false;
        m_changed.notify_all();
    }
}

void Preparations::make(const Order& order, std::stop_token stop) {
    try {
        // First of all, since what cannot be kept needn't be made.
        std::optional<PreparedFolder> folder = PreparedFolder::begin(order.target);
        const sandbox::LaunchSpec spec = prepareSpec(order.language, order.tool);
        const RunGate::Pass pass = m_gate.enter(spec.limits.memory, stop);
        if (!folder || !pass) {
            return;
        }
        BoxSlot slot(m_boxes);
        const Result<sandbox::Outcome> outcome =
            slot.run(spec, sandbox::BoxOptions{order.language.visiblePaths, {}}, stop);
        if (outcome && outcome->ending == sandbox::Ending::Exited && outcome->exitCode == 0 &&
            outcome->collected.size() == 1 && folder->finish(outcome->collected.front())) {
            PreparedFolder::removeOthers(order.target, KeyLength);
        }
    } catch (const std::bad_alloc&) { // then it is as if nothing could be prepared
    }
}

} // namespace grindstone::judge
