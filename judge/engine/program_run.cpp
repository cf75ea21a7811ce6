// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/program_run.h"

#include "judge/engine/effective_limits.h"
#include "judge/language/command.h"
#include "judge/report/capture.h"
#include "sandbox/profiles.h"

#include <sys/stat.h>

#include <algorithm>

namespace grindstone::judge {

using sandbox::LaunchSpec;
using sandbox::Outcome;

namespace {

/// Room for thread stacks, which reserve as much as the memory limit each: RLIMIT_AS only stops what nobody could
/// have meant, before the machine suffers from it.
Bytes addressSpace(const EffectiveLimits& limits, const Language& language) {
    return Bytes(limits.memory.count() * (language.processes + 2)) + Bytes::mib(256);
}

/// They lie in the same bounded memory as what the program writes, in whole pages.
void layInWork(LaunchSpec& spec, const std::vector<ProgramFile>& files, const std::vector<ProgramFile>& overwriting) {
    constexpr std::uint64_t Page = 4096;
    for (const ProgramFile& file : files) {
        if (std::ranges::find(overwriting, file.path, &ProgramFile::path) != overwriting.end()) {
            continue;
        }
        struct stat status {};
        const bool known = ::fstat(file.content.get(), &status) == 0;
        const std::uint64_t pages = known ? static_cast<std::uint64_t>(status.st_size) / Page + 1 : 1;
        spec.limits.fileSpace = spec.limits.fileSpace + Bytes(pages * Page);
        spec.files.push_back({sandbox::Area::Work, file.path, file.content.get(), file.executable});
    }
}

Bytes sizeOf(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 ? Bytes(static_cast<std::uint64_t>(status.st_size)) : Bytes();
}

/// A little more than may be written is let through, so that it can be told from what fits.
constexpr Bytes BeyondOutput = Bytes::mib(1);

void replaceStreams(LaunchSpec& spec, const RunSetup& setup) {
    if (!setup.streamFiles.input.empty() && spec.standardInput >= 0) {
        spec.files.push_back({sandbox::Area::Work, setup.streamFiles.input, spec.standardInput, false});
        spec.limits.fileSpace = spec.limits.fileSpace + sizeOf(spec.standardInput);
        spec.standardInput = -1;
    }
    if (!setup.streamFiles.output.empty()) {
        const Bytes most = setup.limits.output + BeyondOutput;
        spec.collect.push_back({setup.streamFiles.output, most, sandbox::Area::Work});
        spec.limits.fileSpace = spec.limits.fileSpace + most;
    }
}

} // namespace

LaunchSpec programSpec(const RunSetup& setup, const PassInput& input, int standardInput) {
    const Language& language = *setup.language;
    const EffectiveLimits& limits = setup.limits;
    LaunchSpec spec =
        sandbox::runningSpec({killTime(limits), limits.wallTime, limits.memory}, limits.output, language.processes);
    // What a package lets programs write counts in its limit of output, and has to fit.
    spec.limits.fileSpace = std::max(spec.limits.fileSpace, limits.output);
    spec.arguments = expandCommand(language.run, {setup.tool,
                                                  setup.program->entry,
                                                  {setup.program->entry},
                                                  Bytes(limits.memory.count() - language.extraMemory.count())});
    spec.environment = boxEnvironment(language);
    for (const ProgramFile& file : setup.program->files) {
        spec.files.push_back({sandbox::Area::Program, file.path, file.content.get(), file.executable});
    }
    const std::vector<std::string>& arguments = input.planned.result.arguments;
    spec.arguments.insert(spec.arguments.end(), arguments.begin(), arguments.end());
    if (setup.workFiles) {
        layInWork(spec, *setup.workFiles, input.files);
    }
    layInWork(spec, input.files, {});
    spec.standardInput = standardInput;
    replaceStreams(spec, setup);
    if (language.addressSpaceLimit) {
        spec.addressSpace = addressSpace(limits, language);
    }
    return spec;
}

Result<void> takeOutputFile(const RunSetup& setup, Outcome& outcome) {
    if (setup.streamFiles.output.empty()) {
        return {};
    }
    const auto file = std::ranges::find(outcome.collected, setup.streamFiles.output, &sandbox::CollectedFile::path);
    if (file == outcome.collected.end()) {
        outcome.standardOutput = {TRY(sandbox::sealedMemory("grindstone-output", {})), Bytes(), false};
        return {};
    }
    outcome.standardOutput = {std::move(file->file), file->size, file->size > setup.limits.output};
    if (outcome.standardOutput.cut && outcome.limit == sandbox::LimitHit::None) {
        outcome.ending = sandbox::Ending::Stopped;
        outcome.limit = sandbox::LimitHit::Output;
    }
    return {};
}

RunFacts factsOf(const Outcome& outcome) {
    RunFacts facts;
    facts.ending = outcome.ending;
    facts.exitCode = outcome.exitCode;
    facts.limit = outcome.limit;
    facts.cpu = outcome.cpu();
    facts.peakMemory = outcome.peakMemory;
    facts.outOfMemory = outcome.outOfMemory;
    facts.idle = outcome.idle;
    facts.wall = outcome.wall;
    facts.starved = outcome.starved;
    facts.addressSpaceLimited = outcome.addressSpaceLimited;
    if (endedBadly(facts)) {
        facts.memoryReport = findMemoryReport(readEnd(outcome.standardError, LastWords));
    }
    return facts;
}

Error starvation(const std::string& caseName, const Outcome& outcome) {
    using std::chrono::duration_cast;
    const auto wall = duration_cast<std::chrono::seconds>(outcome.wall).count();
    const auto cpu = duration_cast<std::chrono::milliseconds>(outcome.cpu()).count();
    return {"judge.starved", caseName + ": in " + std::to_string(wall) + " s other programs left it " +
                                 std::to_string(cpu) + " ms of CPU time"};
}

} // namespace grindstone::judge
