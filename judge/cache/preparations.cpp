// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/cache/preparations.h"

#include "judge/cache/compile_key.h"
#include "judge/engine/box_slot.h"
#include "judge/language/command.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/profiles.h"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr Bytes LargestPrepared = Bytes::mib(1024);
constexpr std::size_t KeyLength = 32;

bool isServed(const Language& language, const std::vector<SourceFile>& sources) {
    return !language.prepare.empty() && std::ranges::any_of(sources, [&](const SourceFile& source) {
        return language.prepareFor.empty() || std::ranges::any_of(language.prepareFor, [&](const std::string& text) {
                   return source.content.find(text) != std::string::npos;
               });
    });
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

/// Boxes belong to another user where the judge is root: what they are to read must be readable for everybody.
bool writeForEverybody(int memory, Bytes size, const fs::path& path) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    fs::permissions(path.parent_path(), fs::perms(0755), error);
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    off_t offset = 0;
    while (file && static_cast<std::uint64_t>(offset) < size.count()) {
        if (::sendfile(file.get(), memory, &offset, size.count() - static_cast<std::uint64_t>(offset)) <= 0) {
            return false;
        }
    }
    return file && ::fchmod(file.get(), 0644) == 0;
}

/// Older versions of the same, which nothing asks for any more: what they hold is large.
void removeOthers(const fs::path& target) {
    const std::string name = target.filename().string();
    const std::string prefix = name.substr(0, name.size() - KeyLength);
    std::error_code error;
    for (fs::directory_iterator entry(target.parent_path(), error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string other = entry->path().filename().string();
        if (other != name && other.size() == name.size() && other.starts_with(prefix)) {
            std::error_code ignored;
            fs::remove_all(entry->path(), ignored);
        }
    }
}

/// Puts the file into place as a whole folder, so that nobody meets half of it.
void install(const sandbox::CollectedFile& file, const fs::path& target) {
    std::error_code error;
    if (fs::create_directories(target.parent_path(), error)) {
        fs::permissions(target.parent_path(), fs::perms::owner_all, error);
    }
    std::string unfinished = (target.parent_path() / ".unfinished-XXXXXX").string();
    if (::mkdtemp(unfinished.data()) == nullptr) {
        return;
    }
    fs::permissions(unfinished, fs::perms(0755), error);
    const bool written = writeForEverybody(file.file.get(), file.size, fs::path(unfinished) / file.path);
    if (written) {
        fs::rename(unfinished, target, error);
    }
    if (!written || error) {
        fs::remove_all(unfinished, error);
    }
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
        const sandbox::LaunchSpec spec = prepareSpec(order.language, order.tool);
        const RunGate::Pass pass = m_gate.enter(spec.limits.memory, stop);
        BoxSlot slot(m_boxes);
        const Result<sandbox::Outcome> outcome =
            pass ? slot.run(spec, sandbox::BoxOptions{order.language.visiblePaths, {}}, stop)
                 : fail("judge.cancelled", "stopped");
        if (outcome && outcome->exitCode == 0 && outcome->collected.size() == 1) {
            install(outcome->collected.front(), order.target);
            removeOthers(order.target);
        }
    } catch (const std::bad_alloc&) { // then it is as if nothing could be prepared
    }
}

} // namespace grindstone::judge
