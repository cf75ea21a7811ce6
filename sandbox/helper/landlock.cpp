// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rights of each version, from the kernel's Documentation/userspace-api/landlock.rst. They are named here, since
// the headers of the systems that we build on are older than the kernels that we run on.
#include "sandbox/helper/landlock.h"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace grindstone::sandbox::helper {

namespace {

constexpr std::uint64_t Execute = 1 << 0;
constexpr std::uint64_t WriteFile = 1 << 1;
constexpr std::uint64_t ReadFile = 1 << 2;
constexpr std::uint64_t ReadFolder = 1 << 3;
constexpr std::uint64_t RemoveFolder = 1 << 4;
constexpr std::uint64_t RemoveFile = 1 << 5;
constexpr std::uint64_t MakeFolder = 1 << 7;
constexpr std::uint64_t MakeRegular = 1 << 8;
constexpr std::uint64_t MakeSocket = 1 << 9;
constexpr std::uint64_t MakeFifo = 1 << 10;
constexpr std::uint64_t MakeLink = 1 << 12;
constexpr std::uint64_t AllOfVersion1 = (1 << 13) - 1;
constexpr std::uint64_t MoveBetweenFolders = 1 << 13; ///< version 2
constexpr std::uint64_t Truncate = 1 << 14;           ///< version 3

constexpr std::uint64_t Reading = Execute | ReadFile | ReadFolder;
constexpr std::uint64_t Writing = WriteFile | Truncate;
constexpr std::uint64_t Making = RemoveFolder | RemoveFile | MakeFolder | MakeRegular | MakeSocket | MakeFifo |
                                 MakeLink | MoveBetweenFolders; // and no devices
constexpr std::uint64_t OnFiles = Execute | ReadFile | Writing;

constexpr std::uint64_t BindTcp = 1 << 0; ///< version 4
constexpr std::uint64_t ConnectTcp = 1 << 1;
constexpr std::uint64_t AbstractSockets = 1 << 0; ///< version 6
constexpr std::uint64_t Signals = 1 << 1;

constexpr int OldestUsed = 2;
constexpr int PathBeneath = 1;

struct RulesetAttributes {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scoped = 0;
};

struct __attribute__((packed)) PathAttributes {
    std::uint64_t allowed = 0;
    std::int32_t parent = -1;
};

int knownAbi() {
    static const int abi = landlockAbi();
    return abi;
}

std::uint64_t filesOf(int abi) {
    return AllOfVersion1 | MoveBetweenFolders | (abi >= 3 ? Truncate : 0);
}

/// An older kernel refuses an attribute that is longer than it knows.
std::size_t sizeFor(int abi) {
    return abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
}

std::uint64_t rightsOf(FileAccess access) {
    switch (access) {
    case FileAccess::Read:
        return Reading;
    case FileAccess::ReadOrWrite:
        return Reading | Writing;
    case FileAccess::Everything:
        break;
    }
    return Reading | Writing | Making;
}

Prepared<> addRule(const UniqueFd& ruleset, const LandlockRule& rule, std::uint64_t handled) {
    struct stat status {};
    STEP("look at a Landlock rule's path", ::fstat(rule.descriptor, &status));
    const std::uint64_t possible = S_ISDIR(status.st_mode) ? handled : handled & OnFiles;
    const PathAttributes attributes{rightsOf(rule.access) & possible, rule.descriptor};
    STEP("add a Landlock rule", ::syscall(SYS_landlock_add_rule, ruleset.get(), PathBeneath, &attributes, 0));
    return {};
}

} // namespace

int landlockAbi() {
    constexpr unsigned AskVersion = 1;
    return std::max(0, static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, AskVersion)));
}

bool landlockRestricts() {
    return knownAbi() >= OldestUsed;
}

Prepared<> restrictWithLandlock(const std::vector<LandlockRule>& rules) {
    if (!landlockRestricts()) {
        return {};
    }
    const int abi = knownAbi();
    const RulesetAttributes attributes{filesOf(abi), abi >= 4 ? BindTcp | ConnectTcp : 0,
                                       abi >= 6 ? AbstractSockets | Signals : 0};
    const UniqueFd ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeFor(abi), 0)));
    STEP("make Landlock rules", ruleset.get());
    for (const LandlockRule& rule : rules) {
        PREPARE(addRule(ruleset, rule, attributes.files));
    }
    STEP("load Landlock rules", ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0));
    return {};
}

} // namespace grindstone::sandbox::helper
