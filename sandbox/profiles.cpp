// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/profiles.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace grindstone::sandbox {

namespace {

/// What a kind of run may use beside its allowance.
struct Profile {
    Bytes output;
    Bytes fileSpace;
    unsigned processes;
};

constexpr Profile Compiling{Bytes::mib(4), Bytes::mib(512), 256};
constexpr Profile Checking{Bytes::mib(1), Bytes::mib(64), 64};
constexpr Profile Interacting{Bytes::mib(64), Bytes::mib(64), 64};
constexpr Bytes FileSpaceOfRun = Bytes::mib(64);

LaunchSpec specFor(const Allowance& allowance, const Profile& profile) {
    LaunchSpec spec;
    spec.limits = {allowance.cpuTime, allowance.wallTime, allowance.memory,
                   profile.output,    profile.fileSpace,  profile.processes};
    return spec;
}

/// They lie in the same bounded memory as what the program writes.
void showCaseFile(LaunchSpec& spec, const char* name, int descriptor) {
    struct stat status {};
    if (descriptor < 0) {
        return;
    }
    if (::fstat(descriptor, &status) == 0) {
        spec.limits.fileSpace = spec.limits.fileSpace + Bytes(static_cast<std::uint64_t>(status.st_size));
    }
    spec.files.push_back({Area::Case, name, descriptor, false});
}

LaunchSpec lookingAtCase(const Allowance& allowance, const Profile& profile, const CaseFiles& files,
                         std::vector<FileOut> feedback) {
    LaunchSpec spec = specFor(allowance, profile);
    showCaseFile(spec, "input", files.input);
    showCaseFile(spec, "answer", files.answer);
    for (FileOut& file : feedback) {
        file.area = Area::Feedback;
    }
    spec.collect = std::move(feedback);
    return spec;
}

} // namespace

LaunchSpec compilingSpec(const Allowance& allowance) {
    return specFor(allowance, Compiling);
}

LaunchSpec runningSpec(const Allowance& allowance, Bytes output, unsigned processes) {
    LaunchSpec spec = specFor(allowance, {output, FileSpaceOfRun, processes});
    spec.singleCpu = true;
    return spec;
}

LaunchSpec checkingSpec(const Allowance& allowance, const CaseFiles& files, std::vector<FileOut> feedback) {
    return lookingAtCase(allowance, Checking, files, std::move(feedback));
}

LaunchSpec interactingSpec(const Allowance& allowance, const CaseFiles& files, std::vector<FileOut> feedback) {
    return lookingAtCase(allowance, Interacting, files, std::move(feedback));
}

} // namespace grindstone::sandbox
