// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/protections.h"

namespace grindstone::sandbox::bench {

namespace {

struct Protection {
    const char* word;
    bool (*isIncluded)(const Capabilities&);
};

bool hasNamespaces(const Capabilities& here) {
    return here.tier == Tier::Full || here.tier == Tier::FullCgroup1 || here.tier == Tier::NoCgroup;
}

bool hasCgroup(const Capabilities& here) {
    return here.memory != MemorySource::Readings;
}

/// The first version forbids every rename between folders, so the helper makes no use of it.
bool hasLandlock(const Capabilities& here) {
    return here.landlockAbi >= 2;
}

bool hasAny(const Capabilities& here) {
    return here.tier != Tier::None;
}

/// One line for each thing that the helper does for a run or once for its box.
constexpr Protection Protections[] = {
    {"userns", hasNamespaces},   {"pidns", hasNamespaces}, {"mountns", hasNamespaces}, {"netns", hasNamespaces},
    {"ipcns", hasNamespaces},    {"utsns", hasNamespaces}, {"proc", hasNamespaces},    {"tmpfs", hasNamespaces},
    {"cgroupns", hasNamespaces}, {"cgroup", hasCgroup},    {"seccomp", hasAny},        {"landlock", hasLandlock},
    {"rlimits", hasAny},         {"no_new_privs", hasAny},
};

} // namespace

std::vector<std::string> includedProtections(const Capabilities& capabilities) {
    std::vector<std::string> words;
    for (const Protection& protection : Protections) {
        if (hasAny(capabilities) && protection.isIncluded(capabilities)) {
            words.emplace_back(protection.word);
        }
    }
    return words;
}

} // namespace grindstone::sandbox::bench
