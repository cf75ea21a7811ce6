// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order matters. Host folders are taken as detached copies of their mounts (open_tree) first, while this process
// still has the host ids of its starter: root's helper can then reach a toolchain below /root. The tmpfs of the new
// root comes second, as the inner user, who must own what is made in it. Attaching the copies needs no path on the
// host any more. The host's root is left at the very end (pivot_root) and detached.
#include "sandbox/helper/root_filesystem.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace grindstone::sandbox::helper {

namespace {

constexpr const char* NewRoot = "/tmp";

/// A host path as it will stand in the box.
struct HostTree {
    std::string place; ///< in the box
    bool folder = false;
    UniqueFd mount;
};

struct HostLink {
    std::string path;
    std::string target;
};

struct HostView {
    std::vector<HostTree> trees;
    std::vector<HostLink> links;
};

constexpr std::array Devices{"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};
constexpr std::array Programs{"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"};
constexpr std::array Configuration{"/etc/ld.so.cache", "/etc/alternatives"};

Prepared<> takeTree(HostView& view, const std::string& path, std::uint64_t attributes, const std::string& place) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return {}; // Absent on this host: nothing to show.
    }
    UniqueFd mount(::open_tree(AT_FDCWD, path.c_str(), OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE));
    if (!mount) {
        return failedStep("copy a host mount");
    }
    if (attributes != 0) {
        mount_attr attribute{};
        attribute.attr_set = attributes;
        STEP("make a host mount read-only",
             ::mount_setattr(mount.get(), "", AT_EMPTY_PATH | AT_RECURSIVE, &attribute, sizeof attribute));
    }
    view.trees.push_back({place, S_ISDIR(status.st_mode), std::move(mount)});
    return {};
}

/// /bin and its like are links into /usr on merged systems, and folders on others.
Prepared<> takeTreeOrLink(HostView& view, const std::string& path, std::uint64_t attributes) {
    std::array<char, 256> target{};
    const ssize_t length = ::readlink(path.c_str(), target.data(), target.size() - 1);
    if (length > 0) {
        view.links.push_back({path, std::string(target.data(), static_cast<std::size_t>(length))});
        return {};
    }
    return takeTree(view, path, attributes, path);
}

Prepared<> takeHostView(HostView& view, const std::vector<std::string>& visiblePaths, const std::string& caseFolder) {
    constexpr std::uint64_t Files = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV;
    for (const char* path : Programs) {
        PREPARE(takeTreeOrLink(view, path, Files));
    }
    for (const char* path : Configuration) {
        PREPARE(takeTree(view, path, Files, path));
    }
    for (const std::string& path : visiblePaths) {
        PREPARE(takeTree(view, path, Files, path));
    }
    if (!caseFolder.empty()) {
        STEP("find the case folder", ::access(caseFolder.c_str(), F_OK));
        PREPARE(takeTree(view, caseFolder, Files | MOUNT_ATTR_NOEXEC, "/case"));
    }
    for (const char* path : Devices) {
        PREPARE(takeTree(view, path, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC, path));
    }
    // The kernel allows a run's own /proc only where a whole one is visible; each run's tmpfs covers this one.
    return takeTree(view, "/proc", 0, "/run");
}

/// Makes the folders above `path`, which lies below the new root.
void makeParents(const std::string& path) {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        ::mkdir(path.substr(0, slash).c_str(), 0755);
    }
}

Prepared<> attachTree(const HostTree& tree) {
    const std::string place = NewRoot + tree.place;
    makeParents(place);
    if (tree.folder) {
        ::mkdir(place.c_str(), 0755);
    } else {
        const UniqueFd file(::open(place.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    }
    STEP("attach a host mount", ::move_mount(tree.mount.get(), "", AT_FDCWD, place.c_str(), MOVE_MOUNT_F_EMPTY_PATH));
    return {};
}

Prepared<> writeFile(const std::string& path, std::string_view text) {
    makeParents(path);
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    if (!file || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        return failedStep("write account files");
    }
    return {};
}

Prepared<> writeAccounts() {
    const std::string root = NewRoot;
    PREPARE(writeFile(root + "/etc/passwd", "user:x:1000:1000:user:/work:/bin/sh\n"
                                            "nobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n"));
    PREPARE(writeFile(root + "/etc/group", "user:x:1000:\nnogroup:x:65534:\n"));
    PREPARE(writeFile(root + "/etc/hosts", "127.0.0.1 localhost\n"));
    return writeFile(root + "/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n");
}

/// Those of the host, and into what each run mounts on /run.
Prepared<> makeLinks(const HostView& view, bool caseFolder) {
    for (const HostLink& link : view.links) {
        STEP("make a link", ::symlink(link.target.c_str(), (NewRoot + link.path).c_str()));
    }
    const std::string dev = std::string(NewRoot) + "/dev";
    for (const char* folder : {"/proc", "/work", "/tmp", "/feedback"}) {
        STEP("make a link", ::symlink((std::string("run") + folder).c_str(), (NewRoot + std::string(folder)).c_str()));
    }
    if (!caseFolder) {
        STEP("make a link", ::symlink("run/case", (NewRoot + std::string("/case")).c_str()));
    }
    STEP("make a link", ::symlink("../run/shm", (dev + "/shm").c_str()));
    STEP("make a link", ::symlink("/proc/self/fd", (dev + "/fd").c_str()));
    STEP("make a link", ::symlink("/proc/self/fd/0", (dev + "/stdin").c_str()));
    STEP("make a link", ::symlink("/proc/self/fd/1", (dev + "/stdout").c_str()));
    STEP("make a link", ::symlink("/proc/self/fd/2", (dev + "/stderr").c_str()));
    return {};
}

/// The data folder of the installation that this helper belongs to: `libexec/grindstone/grindstone-sandbox` and
/// `share/grindstone` lie below one prefix.
std::string ownDataFolder() {
    std::array<char, 4096> text{};
    const ssize_t length = ::readlink("/proc/self/exe", text.data(), text.size());
    std::string path(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    for (int levels = 0; levels < 3; ++levels) {
        const std::size_t slash = path.rfind('/');
        path.erase(slash != std::string::npos ? slash : 0);
    }
    return path + "/share/grindstone";
}

/// Problems with their secret cases and answers are installed below /usr, which a box shows.
Prepared<> hideProblems() {
    for (const std::string& folder :
         {std::string("/usr/share/grindstone"), std::string("/usr/local/share/grindstone"), ownDataFolder()}) {
        const std::string place = NewRoot + folder;
        struct stat status {};
        if (::stat(place.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
            STEP("hide installed problems", ::mount("grindstone", place.c_str(), "tmpfs",
                                                    MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, "mode=755,size=4k"));
        }
    }
    return {};
}

Prepared<> fillNewRoot(const HostView& view, bool caseFolder) {
    for (const char* folder : {"/run", "/program", "/dev", "/etc"}) {
        STEP("make a folder", ::mkdir((std::string(NewRoot) + folder).c_str(), 0755));
    }
    for (const HostTree& tree : view.trees) {
        PREPARE(attachTree(tree));
    }
    PREPARE(hideProblems());
    PREPARE(writeAccounts());
    return makeLinks(view, caseFolder);
}

/// Nested user namespaces are how most kernel holes are reached. The filter denies them too, so a /proc/sys that
/// cannot be written (some containers) is no failure.
void forbidNestedNamespaces() {
    const std::string path = std::string(NewRoot) + "/run/sys/user/max_user_namespaces";
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    [[maybe_unused]] const ssize_t written = file ? ::write(file.get(), "0", 1) : 0;
}

Prepared<> moveIntoNewRoot() {
    STEP("enter the new root", ::chdir(NewRoot));
    STEP("pivot root", ::syscall(SYS_pivot_root, ".", "."));
    STEP("detach the host's root", ::umount2(".", MNT_DETACH));
    STEP("enter the new root", ::chdir("/"));
    mount_attr attribute{};
    attribute.attr_set = MOUNT_ATTR_RDONLY;
    STEP("make the root read-only", ::mount_setattr(AT_FDCWD, "/", 0, &attribute, sizeof attribute));
    return {};
}

} // namespace

Prepared<> enterRootFilesystem(const std::vector<std::string>& visiblePaths, const std::string& caseFolder,
                               const IdentityMap& map) {
    ::umask(022);
    STEP("hide the host's name", ::sethostname("grindstone", std::strlen("grindstone")));
    STEP("make mounts private", ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr));
    HostView view;
    PREPARE(takeHostView(view, visiblePaths, caseFolder));
    PREPARE(becomeInnerUser(map));
    STEP("mount the root",
         ::mount("grindstone", NewRoot, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=1m,nr_inodes=512"));
    PREPARE(fillNewRoot(view, !caseFolder.empty()));
    forbidNestedNamespaces();
    return moveIntoNewRoot();
}

} // namespace grindstone::sandbox::helper
