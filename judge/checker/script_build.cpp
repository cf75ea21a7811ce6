// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a build script leaves is known to nobody before: so all of it comes back as one archive, made by the tar of the
// box, and is unpacked by that of each run's box. The judge itself never reads it.
#include "judge/checker/script_build.h"

#include "judge/checker/readable_text.h"
#include "judge/language/command.h"
#include "judge/report/capture.h"
#include "sandbox/profiles.h"

#include <algorithm>

namespace grindstone::judge {

using sandbox::Area;
using sandbox::Ending;
using sandbox::LimitHit;
using sandbox::Outcome;

namespace {

constexpr const char* Archive = ".grindstone-checker.tar";
constexpr const char* ArchiveInProgram = "checker.tar";
constexpr Bytes LargestArchive = Bytes::mib(256);
constexpr std::uint64_t ScriptWords = 2000;

/// A build that leaves no `run` ends well and without an archive.
constexpr const char* BuildCommand = "./build >&2 || exit; [ -f run ] || exit 0; chmod +x run && "
                                     "tar -cf /tmp/built.tar . && mv /tmp/built.tar .grindstone-checker.tar";
constexpr const char* UnpackCommand =
    "mkdir /tmp/checker && tar -xf /program/checker.tar -C /tmp/checker && exec /tmp/checker/run \"$@\"";
/// The shell runs a script without a first line that names its interpreter, which the kernel wouldn't.
constexpr const char* RunCommand = "exec /program/run \"$@\"";

bool hasFile(const std::vector<SourceFile>& sources, std::string_view name) {
    return std::ranges::find(sources, name, &SourceFile::name) != sources.end();
}

Result<std::vector<ProgramFile>> seal(const std::vector<SourceFile>& sources) {
    std::vector<ProgramFile> files;
    for (const SourceFile& source : sources) {
        UniqueFd content = TRY(sandbox::sealedMemory("grindstone-source", source.content));
        files.push_back({source.name, std::move(content), true});
    }
    return files;
}

BuiltProgram scripted(const PackageProgram& program, const char* command, std::vector<ProgramFile> files) {
    BuiltProgram ready;
    ready.name = program.name;
    ready.command = {"/bin/sh", "-c", command, "run"};
    ready.environment = boxEnvironment(Language());
    auto laidIn = std::make_shared<Program>();
    laidIn->files = std::move(files);
    ready.program = std::move(laidIn);
    return ready;
}

sandbox::LaunchSpec buildSpec(const std::vector<ProgramFile>& files) {
    const ProblemLimits usual;
    const std::chrono::nanoseconds cpuTime = usual.compilationTime;
    sandbox::LaunchSpec spec =
        sandbox::compilingSpec({cpuTime, 2 * cpuTime + std::chrono::seconds(1), usual.compilationMemory});
    spec.arguments = {"/bin/sh", "-c", BuildCommand};
    spec.environment = boxEnvironment(Language());
    for (const ProgramFile& file : files) {
        spec.files.push_back({Area::Work, file.path, file.content.get(), file.executable});
    }
    spec.collect.push_back({Archive, LargestArchive});
    return spec;
}

std::string endingOf(const Outcome& outcome) {
    if (outcome.limit == LimitHit::Cpu || outcome.limit == LimitHit::Wall) {
        return "ran out of time";
    }
    if (outcome.limit == LimitHit::Memory || outcome.outOfMemory) {
        return "ran out of memory";
    }
    if (outcome.limit == LimitHit::Output) {
        return "wrote too much";
    }
    if (outcome.ending != Ending::Exited) {
        return "was ended by signal " + std::to_string(outcome.signal);
    }
    return outcome.exitCode != 0 ? "ended with exit code " + std::to_string(outcome.exitCode)
                                 : std::string("left no file \"run\", or more than 256 MiB");
}

tl::unexpected<Error> notBuilt(const PackageProgram& program, const Outcome& outcome) {
    const std::string words = readableEnd(readEnd(outcome.standardError, ScriptWords + 1), ScriptWords);
    return fail("checker.not-compiled", program.name + ": its build script " + endingOf(outcome) +
                                            (words.empty() ? std::string() : "; it said: " + words));
}

} // namespace

bool hasScript(const std::vector<SourceFile>& sources) {
    return hasFile(sources, "build") || hasFile(sources, "run");
}

Result<BuiltProgram> buildByScript(const PackageProgram& program, const std::vector<SourceFile>& sources, BoxSlot& slot,
                                   std::stop_token stop) {
    std::vector<ProgramFile> files = TRY(seal(sources));
    if (!hasFile(sources, "build")) {
        return scripted(program, RunCommand, std::move(files));
    }
    Outcome outcome = TRY(slot.run(buildSpec(files), {}, std::move(stop)));
    if (wasCancelled(outcome)) {
        return fail("judge.cancelled", "stopped while " + program.name + " was built");
    }
    if (outcome.ending != Ending::Exited || outcome.exitCode != 0 || outcome.collected.empty()) {
        return notBuilt(program, outcome);
    }
    std::vector<ProgramFile> archive;
    archive.push_back({ArchiveInProgram, std::move(outcome.collected.front().file), false});
    BuiltProgram ready = scripted(program, UnpackCommand, std::move(archive));
    ready.fileSpace = outcome.collected.front().size;
    return ready;
}

} // namespace grindstone::judge
