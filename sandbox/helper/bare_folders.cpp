// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/bare_folders.h"

#include "sandbox/helper/owned_folders.h"

#include <fts.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <memory>

namespace grindstone::sandbox::helper {

namespace {

const std::string Parent = "/tmp/";

/// Of helpers that were killed together with their sweepers. Only our own user's: /tmp is everybody's.
void removeOldFolders() {
    for (const std::string& name : subfolders(Parent)) {
        struct stat status {};
        if (isLeftover(name) && ::lstat((Parent + name).c_str(), &status) == 0 && status.st_uid == ::geteuid()) {
            removeTree(Parent + name, CallKey::none());
        }
    }
}

constexpr mode_t ProgramMode = 0755;
constexpr Area OfRun[] = {Area::Work, Area::Case, Area::Feedback};

Prepared<> makeFolderFor(const std::string& path, const IdentityMap& identity, const CallKey& key) {
    STEP("make a run's folder", ::mkdir(path.c_str(), 0700));
    if (!identity.own) {
        STEP("give a run's folder to its user", key.changeOwner(path.c_str(), identity.hostUid, identity.hostGid));
    }
    return {};
}

Prepared<> makeProgramFolder(const Places& places) {
    STEP("make the program's folder", ::mkdir(places.of(Area::Program).c_str(), ProgramMode));
    return {};
}

} // namespace

Prepared<std::string> makeHelperFolder() {
    removeOldFolders();
    const std::string path = Parent + ownName();
    STEP("make the helper's folder", ::mkdir(path.c_str(), 0711));
    return path;
}

Prepared<> makeBoxFolder(const Places& places, const IdentityMap& identity) {
    const char* path = places.base.c_str();
    STEP("make the box's folder", ::mkdir(path, 0700));
    // The box's user has to get through to its folders, and nobody else to see them.
    if (!identity.own) {
        STEP("give the box's folder to its user", ::chown(path, 0, identity.hostGid));
        STEP("open the box's folder to its user", ::chmod(path, 0710));
    }
    return makeProgramFolder(places);
}

Prepared<> makeRunFolders(const Places& places, const IdentityMap& identity, const CallKey& key) {
    for (const Area area : OfRun) {
        PREPARE(makeFolderFor(places.of(area), identity, key));
    }
    return makeFolderFor(places.temporary(), identity, key);
}

/// The folder itself stays: a ready program's Landlock rules name it. The box's user, who doesn't own it everywhere,
/// has to get into it again.
Prepared<> emptyProgramFolder(const Places& places, const CallKey& key) {
    const std::string folder = places.of(Area::Program);
    STEP("drop the last program", emptyTree(folder, key) ? 0 : -1);
    STEP("open the program's folder", key.changeMode(folder.c_str(), ProgramMode));
    return {};
}

bool removeRunFolders(const Places& places, const CallKey& key) {
    bool gone = true;
    for (const Area area : OfRun) {
        gone = removeTree(places.of(area), key) && gone;
    }
    return removeTree(places.temporary(), key) && gone;
}

bool emptyTree(const std::string& folder, const CallKey& key) {
    char* const roots[] = {const_cast<char*>(folder.c_str()), nullptr};
    const std::unique_ptr<FTS, int (*)(FTS*)> walk(::fts_open(roots, FTS_PHYSICAL | FTS_XDEV, nullptr), ::fts_close);
    bool emptied = walk != nullptr;
    while (const FTSENT* entry = walk ? ::fts_read(walk.get()) : nullptr) {
        int removed = 0;
        if (entry->fts_info == FTS_D) {
            key.changeMode(entry->fts_accpath, 0700); // A program may have taken its own rights away.
        } else if (entry->fts_level != FTS_ROOTLEVEL) {
            const bool isFolder = entry->fts_info == FTS_DP || entry->fts_info == FTS_DNR;
            removed = isFolder ? ::rmdir(entry->fts_accpath) : ::unlink(entry->fts_accpath);
        }
        emptied = emptied && (removed == 0 || errno == ENOENT);
    }
    return emptied;
}

bool removeTree(const std::string& folder, const CallKey& key) {
    struct stat status {};
    if (::lstat(folder.c_str(), &status) != 0) {
        return errno == ENOENT;
    }
    return emptyTree(folder, key) && ::rmdir(folder.c_str()) == 0;
}

} // namespace grindstone::sandbox::helper
