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

Prepared<> makeFolder(const char* path, mode_t mode) {
    STEP("make a run's folder", ::mkdir(path, mode));
    return {};
}

Prepared<UniqueFd> makeOpenFolder(const char* path, mode_t mode) {
    PREPARE(makeFolder(path, mode));
    UniqueFd folder(::open(path, O_PATH | O_DIRECTORY | O_CLOEXEC));
    STEP("open a run's folder", folder.get());
    return folder;
}

} // namespace

Prepared<RunFilesystem> RunFilesystem::mount(const CallKey& key) {
    const std::string options =
        "mode=755,size=" + std::to_string(UsualSpace.count()) + ",nr_inodes=" + std::string(MostInodes);
    STEP("mount the run's tmpfs", key.mount("grindstone", "/run", "tmpfs", Flags, options.c_str()));
    ::umask(0);
    RunFilesystem run;
    struct Folder {
        UniqueFd& descriptor;
        const char* path;
        mode_t mode;
    };
    for (const Folder& folder :
         {Folder{run.m_work, "/run/work", 0755}, Folder{run.m_temporary, "/run/tmp", 01777},
          Folder{run.m_sharedMemory, "/run/shm", 01777}, Folder{run.m_feedback, "/run/feedback", 0755}}) {
        auto made = makeOpenFolder(folder.path, folder.mode);
        PREPARE(made);
        folder.descriptor = std::move(*made);
    }
    PREPARE(makeFolder("/run/case", 0755));
    PREPARE(makeFolder("/run/proc", 0755));
    STEP("mount /proc", key.mount("proc", "/run/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC));
    ::umask(022); // what the program gets
    return run;
}

bool RunFilesystem::unmount(const CallKey& key) {
    return key.umount("/run", MNT_DETACH) == 0;
}

Prepared<> RunFilesystem::limit(Bytes space, const CallKey& key) const {
    if (space == UsualSpace) {
        return {};
    }
    const std::string option = "size=" + std::to_string(space.count());
    STEP("limit the run's tmpfs", key.mount(nullptr, "/run", nullptr, MS_REMOUNT | Flags, option.c_str()));
    return {};
}

Prepared<> RunFilesystem::makeCaseReadOnly(const CallKey& key) const {
    STEP("bind /case", key.mount("/run/case", "/run/case", nullptr, MS_BIND));
    return makeReadOnly("/run/case", key);
}

Prepared<> mountProgram(Bytes space, Pages pages, const CallKey& key) {
    const std::string options = "mode=755,size=" + std::to_string(space.count());
    // A program in large pages is mapped, and let go of, in a fifth of the steps. Not every kernel has them.
    const std::string largePages = options + ",huge=within_size";
    if (pages == Pages::Usual || key.mount("grindstone", "/program", "tmpfs", Flags, largePages.c_str()) != 0) {
        STEP("mount /program", key.mount("grindstone", "/program", "tmpfs", Flags, options.c_str()));
    }
    return {};
}

bool unmountProgram(const CallKey& key) {
    return key.umount("/program", MNT_DETACH) == 0;
}

Prepared<> makeReadOnly(const char* folder, const CallKey& key) {
    mount_attr attribute{};
    attribute.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV;
    STEP("make a folder read-only", key.setMountAttributes(folder, attribute));
    return {};
}

} // namespace grindstone::sandbox::helper
