// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/run_filesystem.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace grindstone::sandbox::helper {

namespace {

/// Files a run may make; enough for a compiler, few enough that the kernel's own memory for them stays small.
constexpr const char* MostInodes = "16384";
constexpr Bytes UsualSpace = Bytes::mib(64);
constexpr unsigned long Flags = MS_NOSUID | MS_NODEV | MS_NOATIME;

Prepared<UniqueFd> makeFolder(const std::string& path, mode_t mode) {
    STEP("make a run's folder", ::mkdir(path.c_str(), mode));
    UniqueFd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    STEP("open a run's folder", folder.get());
    return folder;
}

Prepared<> bind(const UniqueFd& folder, const char* place) {
    const std::string path = "/proc/self/fd/" + std::to_string(folder.get());
    STEP("bind a run's folder", ::mount(path.c_str(), place, nullptr, MS_BIND, nullptr));
    return {};
}

} // namespace

Prepared<RunFilesystem> RunFilesystem::mount() {
    STEP("mount /proc", ::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr));
    const std::string options =
        "mode=755,size=" + std::to_string(UsualSpace.count()) + ",nr_inodes=" + std::string(MostInodes);
    STEP("mount the run's tmpfs", ::mount("grindstone", "/tmp", "tmpfs", Flags, options.c_str()));
    RunFilesystem run;
    const mode_t mask = ::umask(0);
    struct Folder {
        UniqueFd& descriptor;
        const char* path;
        mode_t mode;
    };
    for (const Folder& folder : {Folder{run.m_work, "/tmp/work", 0755}, Folder{run.m_temporary, "/tmp/tmp", 01777},
                                 Folder{run.m_sharedMemory, "/tmp/shm", 01777}, Folder{run.m_case, "/tmp/case", 0755},
                                 Folder{run.m_feedback, "/tmp/feedback", 0755}}) {
        auto made = makeFolder(folder.path, folder.mode);
        PREPARE(made);
        folder.descriptor = std::move(*made);
    }
    ::umask(mask);
    PREPARE(bind(run.m_work, "/work"));
    PREPARE(bind(run.m_sharedMemory, "/dev/shm"));
    PREPARE(bind(run.m_temporary, "/tmp")); // covers the tmpfs's own root
    return run;
}

bool RunFilesystem::unmount(bool ownCase) {
    bool gone = true;
    for (const char* place : {"/tmp", "/tmp", "/dev/shm", "/work", "/proc"}) {
        gone = ::umount2(place, MNT_DETACH) == 0 && gone;
    }
    // Only some runs have these.
    ::umount2("/feedback", MNT_DETACH);
    if (ownCase) {
        ::umount2("/case", MNT_DETACH);
    }
    return gone;
}

Prepared<> RunFilesystem::limit(Bytes space) const {
    if (space == UsualSpace) {
        return {};
    }
    const std::string option = "size=" + std::to_string(space.count());
    STEP("limit the run's tmpfs", ::mount(nullptr, "/work", nullptr, MS_REMOUNT | Flags, option.c_str()));
    return {};
}

Prepared<> RunFilesystem::showCase() const {
    return bind(m_case, "/case");
}

Prepared<> RunFilesystem::showFeedback() const {
    return bind(m_feedback, "/feedback");
}

Prepared<> mountProgram(Bytes space) {
    const std::string options = "mode=755,size=" + std::to_string(space.count());
    STEP("mount /program", ::mount("grindstone", "/program", "tmpfs", Flags, options.c_str()));
    return {};
}

bool unmountProgram() {
    return ::umount2("/program", MNT_DETACH) == 0;
}

Prepared<> makeReadOnly(const char* folder) {
    mount_attr attribute{};
    attribute.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV;
    STEP("make a folder read-only", ::mount_setattr(AT_FDCWD, folder, 0, &attribute, sizeof attribute));
    return {};
}

} // namespace grindstone::sandbox::helper
