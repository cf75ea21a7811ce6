// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/surroundings.h"

#include <pwd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace grindstone::sandbox {

namespace {

std::optional<long> readNumber(const char* path) {
    std::ifstream file(path);
    long value = 0;
    return file >> value ? std::optional(value) : std::nullopt;
}

/// Two modules may use the older file, so AppArmor's own comes first.
std::string readAppArmorProfile() {
    for (const char* path : {"/proc/self/attr/apparmor/current", "/proc/self/attr/current"}) {
        std::ifstream file(path);
        if (std::string profile; std::getline(file, profile) && !profile.empty()) {
            return profile.starts_with("unconfined") ? std::string() : profile;
        }
    }
    return {};
}

bool isFiltered() {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("Seccomp:")) {
            return line.find('2') != std::string::npos;
        }
    }
    return false;
}

std::string userName() {
    const uid_t id = ::geteuid();
    char buffer[4096];
    passwd entry{};
    passwd* found = nullptr;
    const bool named = ::getpwuid_r(id, &entry, buffer, sizeof buffer, &found) == 0 && found != nullptr;
    return named ? found->pw_name : std::to_string(id);
}

/// errno of asking the kernel for its version of Landlock; 0 when it has one.
int landlockError() {
    constexpr unsigned AskVersion = 1;
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, AskVersion) < 0 ? errno : 0;
}

struct Mount {
    std::string place;
    std::string type;
    std::string superOptions;
};

/// One line of mountinfo; see proc(5). Before the "-" come a varying number of fields.
Mount parseMount(const std::string& line) {
    std::istringstream words(line);
    Mount mount;
    std::string word;
    for (int field = 1; words >> word && word != "-"; ++field) {
        if (field == 5) {
            mount.place = word;
        }
    }
    std::string source;
    words >> mount.type >> source >> mount.superOptions;
    return mount;
}

/// The kernel lets a folder that is always empty be mounted over.
bool coversProc(const std::string& place) {
    return place.starts_with("/proc/") && place != "/proc/sys/fs/binfmt_misc";
}

void readMounts(Surroundings& found) {
    std::ifstream file("/proc/self/mountinfo");
    for (std::string line; std::getline(file, line);) {
        const Mount mount = parseMount(line);
        if (coversProc(mount.place)) {
            found.coveredProc.push_back(mount.place);
        }
        const std::string options = "," + mount.superOptions + ",";
        found.cgroup1 |= mount.type == "cgroup" && options.find(",memory,") != std::string::npos;
    }
}

} // namespace

Surroundings readSurroundings() {
    Surroundings found;
    found.root = ::geteuid() == 0;
    found.user = userName();
    found.maxUserNamespaces = readNumber("/proc/sys/user/max_user_namespaces");
    found.unprivilegedUserNamespaces = readNumber("/proc/sys/kernel/unprivileged_userns_clone");
    found.appArmorRestricts = readNumber("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == 1;
    found.appArmorProfile = readAppArmorProfile();
    found.filtered = isFiltered();
    std::error_code ignored;
    found.serviceManager = std::filesystem::is_directory("/run/systemd/system", ignored);
    found.landlockError = landlockError();
    readMounts(found);
    return found;
}

} // namespace grindstone::sandbox
