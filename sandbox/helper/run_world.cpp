// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/run_world.h"

#include "sandbox/helper/bare_folders.h"
#include "sandbox/helper/files.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <utility>

namespace grindstone::sandbox::helper {

namespace {

/// What a program may read where no root of its own hides the rest of the host.
constexpr std::array Readable{"/usr",
                              "/bin",
                              "/sbin",
                              "/lib",
                              "/lib32",
                              "/lib64",
                              "/libx32",
                              "/etc/ld.so.cache",
                              "/etc/alternatives",
                              "/dev/zero",
                              "/dev/random",
                              "/dev/urandom",
                              "/proc/cpuinfo",
                              "/proc/meminfo",
                              "/proc/stat",
                              "/proc/version",
                              "/sys/devices/system/cpu"};

/// Where no cgroup counts memory, all of a large page is taken for the program's that has touched a byte of it: so much
/// is no matter.
constexpr Bytes SmallProgram = Bytes::mib(2);

bool has(const std::vector<FileIn>& files, Area area) {
    return std::ranges::any_of(files, [area](const FileIn& file) { return file.area == area; });
}

} // namespace

Prepared<RunWorld> RunWorld::make(const BoxPlan& box, const CallKey& key) {
    RunWorld world(box, key);
    const auto made = box.isolation == Isolation::Namespaces ? world.makeMounts() : world.makeFolders();
    PREPARE(made);
    return world;
}

Prepared<> RunWorld::makeMounts() {
    auto mounts = RunFilesystem::mount(m_key);
    PREPARE(mounts);
    m_mounts = std::move(*mounts);
    PREPARE(allow("/", FileAccess::Read));
    PREPARE(allow("/dev", FileAccess::ReadOrWrite));
    for (const UniqueFd* folder :
         {&m_mounts->work(), &m_mounts->temporary(), &m_mounts->sharedMemory(), &m_mounts->feedback()}) {
        m_rules.push_back({folder->get(), FileAccess::Everything});
    }
    m_work = m_mounts->work().get();
    m_feedback = m_mounts->feedback().get();
    return {};
}

Prepared<> RunWorld::makeFolders() {
    PREPARE(makeRunFolders(m_box.places, m_box.identity, m_key));
    for (const char* path : Readable) {
        allowIfThere(path, FileAccess::Read);
    }
    for (const std::string& path : m_box.visiblePaths) {
        allowIfThere(path, FileAccess::Read);
    }
    for (const Area area : {Area::Program, Area::Case}) {
        PREPARE(allow(m_box.places.of(area), FileAccess::Read));
    }
    PREPARE(allow(m_box.places.of(Area::Work), FileAccess::Everything));
    m_work = m_paths.back().get();
    PREPARE(allow(m_box.places.of(Area::Feedback), FileAccess::Everything));
    m_feedback = m_paths.back().get();
    PREPARE(allow(m_box.places.temporary(), FileAccess::Everything));
    PREPARE(allow("/dev/null", FileAccess::ReadOrWrite));
    return allow("/dev/full", FileAccess::ReadOrWrite);
}

Prepared<> RunWorld::allow(const std::string& path, FileAccess access) {
    UniqueFd descriptor(::open(path.c_str(), O_PATH | O_CLOEXEC));
    STEP("open a path for Landlock", descriptor.get());
    m_rules.push_back({descriptor.get(), access});
    m_paths.push_back(std::move(descriptor));
    return {};
}

void RunWorld::allowIfThere(const std::string& path, FileAccess access) {
    [[maybe_unused]] const auto allowed = allow(path, access);
}

Prepared<> RunWorld::fill(const RunOrder& order, bool& programLaid) const {
    const LaunchSpec& spec = order.spec();
    if (m_mounts) {
        PREPARE(m_mounts->limit(spec.limits.fileSpace, m_key));
    }
    if (!order.keepProgram()) {
        PREPARE(replaceProgram(spec, programLaid));
    }
    PREPARE(layInFiles(spec.files, Area::Work, m_box.places));
    PREPARE(fillCase(spec));
    return layInFiles(spec.files, Area::Feedback, m_box.places);
}

Prepared<> RunWorld::replaceProgram(const LaunchSpec& spec, bool& programLaid) const {
    if (!m_mounts) {
        PREPARE(emptyProgramFolder(m_box.places, m_key));
        return layInFiles(spec.files, Area::Program, m_box.places);
    }
    if (std::exchange(programLaid, false)) {
        STEP("drop the last program", unmountProgram(m_key) ? 0 : -1);
    }
    if (!has(spec.files, Area::Program)) {
        return {};
    }
    const Bytes space = spaceFor(spec.files, Area::Program);
    PREPARE(mountProgram(space, m_box.cgroups || space <= SmallProgram ? Pages::Large : Pages::Usual, m_key));
    programLaid = true;
    PREPARE(layInFiles(spec.files, Area::Program, m_box.places));
    return makeReadOnly("/program", m_key);
}

Prepared<> RunWorld::fillCase(const LaunchSpec& spec) const {
    if (!has(spec.files, Area::Case)) {
        return {};
    }
    PREPARE(layInFiles(spec.files, Area::Case, m_box.places));
    return m_mounts ? m_mounts->makeCaseReadOnly(m_key) : Prepared<>();
}

int RunWorld::folderOf(Area area) const {
    return area == Area::Feedback ? m_feedback : m_work;
}

} // namespace grindstone::sandbox::helper
