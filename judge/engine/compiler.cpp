// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/compiler.h"

#include "judge/engine/diagnostics.h"
#include "judge/engine/source_names.h"
#include "judge/language/command.h"
#include "judge/report/capture.h"
#include "judge/text/utf8.h"
#include "sandbox/profiles.h"

#include <algorithm>

namespace grindstone::judge {

using sandbox::Area;
using sandbox::Ending;
using sandbox::Outcome;

namespace {

constexpr Bytes LargestProgram = Bytes::mib(256);
/// Where a box shows its BoxOptions::caseFolder: wherever the host has it, even below a folder that each box has of its
/// own. A compiler looks at no case.
constexpr const char* ShownPrepared = "/case";

std::vector<std::string> commandFor(const Language& language, const std::string& tool,
                                    const std::vector<SourceFile>& named, const ProblemLimits& limits,
                                    const std::string& prepared) {
    return expandCommand(language.compile,
                         {tool, "/work/" + language.program, sourceNames(language, named), limits.compilationMemory,
                          mainClass(language, named), prepared.empty() ? "" : ShownPrepared});
}

sandbox::LaunchSpec compileSpec(const Language& language, const std::string& tool, const std::vector<SourceFile>& named,
                                const std::vector<ProgramFile>& files, const ProblemLimits& limits,
                                const std::string& prepared) {
    const std::chrono::nanoseconds cpuTime = limits.compilationTime;
    sandbox::LaunchSpec spec =
        sandbox::compilingSpec({cpuTime, 2 * cpuTime + std::chrono::seconds(1), limits.compilationMemory});
    spec.arguments = commandFor(language, tool, named, limits, prepared);
    spec.environment = boxEnvironment(language);
    for (const ProgramFile& file : files) {
        spec.files.push_back({Area::Work, file.path, file.content.get(), false});
    }
    if (!language.compileOnlyChecks) {
        spec.collect.push_back({language.program, LargestProgram});
    }
    return spec;
}

CompileResult describe(const Outcome& outcome, const std::vector<SourceFile>& sources) {
    CompileResult result;
    result.ok = outcome.ending == Ending::Exited && outcome.exitCode == 0 && !outcome.outOfMemory;
    result.wall = std::chrono::duration_cast<std::chrono::milliseconds>(outcome.wall);
    result.output = toValidUtf8(readAll(outcome.standardError) + readAll(outcome.standardOutput));
    result.diagnostics = parseDiagnostics(result.output, sources);
    if (outcome.limit != sandbox::LimitHit::None) {
        result.limit = outcome.limit;
    } else if (outcome.outOfMemory) {
        result.limit = sandbox::LimitHit::Memory;
    }
    if (outcome.ending == Ending::Signalled) {
        result.signal = outcome.signal;
    }
    return result;
}

/// Puts the person's own file name back where the box had another.
void restoreName(CompileResult& result, const std::vector<SourceFile>& named, const std::vector<SourceFile>& sources) {
    for (Diagnostic& diagnostic : result.diagnostics) {
        if (sources.size() == 1 && diagnostic.file == named.front().name) {
            diagnostic.file = sources.front().name;
        }
    }
}

Result<std::shared_ptr<const Program>> takeProgram(const Language& language, Outcome outcome) {
    if (outcome.collected.empty()) {
        return fail("compile.no-program", language.name + ": the compiler reports success but left no file \"" +
                                              language.program + "\" of at most 256 MiB");
    }
    auto program = std::make_shared<Program>();
    program->entry = "/program/" + language.program;
    program->files.push_back({language.program, std::move(outcome.collected.front().file), true});
    return std::shared_ptr<const Program>(std::move(program));
}

std::shared_ptr<const Program> sourcesAsProgram(std::vector<ProgramFile> files, const std::string& entry) {
    auto program = std::make_shared<Program>();
    program->entry = "/program/" + entry;
    program->files = std::move(files);
    return program;
}

} // namespace

std::vector<std::string> compileCommand(const Language& language, const std::string& tool,
                                        const std::vector<SourceFile>& sources, const ProblemLimits& limits,
                                        const std::string& prepared) {
    return commandFor(language, tool, nameForBox(language, sources), limits, prepared);
}

Result<std::vector<ProgramFile>> sealSources(const std::vector<SourceFile>& sources) {
    std::vector<ProgramFile> files;
    for (const SourceFile& source : sources) {
        UniqueFd content = TRY(sandbox::sealedMemory("grindstone-source", source.content));
        files.push_back({source.name, std::move(content), false});
    }
    return files;
}

Result<Compilation> compile(const Language& language, const std::string& tool, const std::vector<SourceFile>& sources,
                            const ProblemLimits& limits, BoxSlot& slot, std::stop_token stop,
                            const std::string& prepared) {
    const std::vector<SourceFile> named = nameForBox(language, sources);
    const std::vector<std::string> names = sourceNames(language, named);
    if (names.empty()) {
        return fail("source.no-source", "no file of the submission is a " + language.name + " source (" +
                                            language.extensions.front() + ")");
    }
    std::vector<ProgramFile> files = TRY(sealSources(named));
    Compilation compilation;
    if (language.compile.empty()) {
        compilation.result.ok = true;
        compilation.program = sourcesAsProgram(std::move(files), names.front());
        return compilation;
    }
    const sandbox::LaunchSpec spec = compileSpec(language, tool, named, files, limits, prepared);
    Outcome outcome = TRY(slot.run(spec, sandbox::BoxOptions{language.visiblePaths, prepared}, std::move(stop)));
    compilation.cancelled = wasCancelled(outcome);
    compilation.result = describe(outcome, named);
    restoreName(compilation.result, named, sources);
    if (compilation.result.ok) {
        compilation.program = language.compileOnlyChecks ? sourcesAsProgram(std::move(files), names.front())
                                                         : TRY(takeProgram(language, std::move(outcome)));
    }
    return compilation;
}

} // namespace grindstone::judge
