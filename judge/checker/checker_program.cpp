// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_program.h"

#include "judge/cache/compile_key.h"
#include "judge/cache/digest_parts.h"
#include "judge/checker/checker_sources.h"
#include "judge/checker/readable_text.h"
#include "judge/checker/script_build.h"
#include "judge/language/command.h"
#include "judge/language/toolchain.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr std::size_t CompilerWords = 2000;

tl::unexpected<Error> noLanguage(const PackageProgram& program, const std::string& reason) {
    return fail("checker.no-language", program.name + ": " + reason);
}

/// The one language that its files are written in, headers and what isn't source left out of account.
Result<const Language*> languageOf(const PackageProgram& program, const std::vector<SourceFile>& sources,
                                   const LanguageCatalogue& languages) {
    const Language* language = nullptr;
    for (const SourceFile& source : sources) {
        const std::filesystem::path name(source.name);
        const Language* found = isHeader(name) ? nullptr : languages.findByExtension(name.extension().string());
        if (language != nullptr && found != nullptr && found != language) {
            return noLanguage(program, "it has sources in " + language->name + " and in " + found->name +
                                           ", and no \"build\" script that would say what to do with both");
        }
        language = found != nullptr ? found : language;
    }
    if (language == nullptr) {
        return noLanguage(program, "no file of it has the extension of a language that is known here");
    }
    return language;
}

/// A language that is ready to be used, see equip().
struct Equipment {
    Language language;
    std::string tool;
};

Result<Equipment> equipmentFor(const PackageProgram& program, const std::vector<SourceFile>& sources,
                               const LanguageCatalogue& languages) {
    const Language& known = *TRY(languageOf(program, sources, languages));
    const Result<Toolchain> toolchain = findToolchain(known);
    if (!toolchain) {
        return fail(toolchain.error().code, program.name + " needs " + toolchain.error().detail);
    }
    return Equipment{equip(known, *toolchain), toolchain->tool};
}

std::string reasonOf(const CompileResult& result) {
    switch (result.limit.value_or(sandbox::LimitHit::None)) {
    case sandbox::LimitHit::Cpu:
    case sandbox::LimitHit::Wall:
        return "the compiler ran out of time";
    case sandbox::LimitHit::Memory:
        return "the compiler ran out of memory";
    case sandbox::LimitHit::Output:
        return "the compiler wrote too much";
    case sandbox::LimitHit::None:
        break;
    }
    return "the compiler refuses it";
}

tl::unexpected<Error> notCompiled(const PackageProgram& program, const Language& language,
                                  const CompileResult& result) {
    const std::string words = readableBeginning(result.output, CompilerWords);
    return fail("checker.not-compiled", program.name + " (" + language.name + "): " + reasonOf(result) +
                                            (words.empty() ? std::string() : ":\n" + words));
}

BuiltProgram readyToRun(const PackageProgram& program, const Language& language, const std::string& tool,
                        std::shared_ptr<const Program> compiled) {
    BuiltProgram ready;
    ready.name = program.name;
    // What a runtime is told to be content with; the run itself is bounded by the package's validation_memory.
    const Bytes memory = ProblemLimits().memory;
    ready.command = expandCommand(language.run, {tool, compiled->entry, {compiled->entry}, memory, {}, {}});
    ready.environment = boxEnvironment(language);
    ready.visiblePaths = language.visiblePaths;
    ready.processes = language.processes;
    ready.extraMemory = language.extraMemory;
    ready.program = std::move(compiled);
    return ready;
}

} // namespace

Result<BuiltProgram> buildProgram(const PackageProgram& program, const LanguageCatalogue& languages,
                                  CachingCompiler& compiler, BoxSlot& slot, std::stop_token stop) {
    const std::vector<SourceFile> sources = TRY(loadCheckerSources(program));
    if (hasScript(sources)) {
        return buildByScript(program, sources, slot, std::move(stop));
    }
    const Equipment equipment = TRY(equipmentFor(program, sources, languages));
    // The limits that a package sets for compiling are those of submissions.
    const ProblemLimits usual;
    Compilation compilation =
        TRY(compiler.compile(equipment.language, equipment.tool, sources, usual, slot, std::move(stop)));
    if (compilation.cancelled) {
        return fail("judge.cancelled", "stopped while " + program.name + " was compiled");
    }
    if (!compilation.program) {
        return notCompiled(program, equipment.language, compilation.result);
    }
    return readyToRun(program, equipment.language, equipment.tool, std::move(compilation.program));
}

Result<CheckerProgram> buildChecker(const CheckerSpec& checker, const LanguageCatalogue& languages,
                                    CachingCompiler& compiler, BoxSlot& slot, std::stop_token stop) {
    return CheckerProgram{TRY(buildProgram(checker, languages, compiler, slot, std::move(stop))), checker.kind};
}

Result<std::string> programKey(const PackageProgram& program, const LanguageCatalogue& languages) {
    const std::vector<SourceFile> sources = TRY(loadCheckerSources(program));
    const Bytes memory = ProblemLimits().compilationMemory;
    Digest digest;
    if (hasScript(sources)) {
        // What a script calls is not known: a shell stands for the whole of the system.
        digest.add("script").add(compileKey(Language(), "/bin/sh", sources, memory));
        return digest.hex();
    }
    const Equipment equipment = TRY(equipmentFor(program, sources, languages));
    digest.add("program").add(compileKey(equipment.language, equipment.tool, sources, memory));
    addTexts(digest, equipment.language.run);
    return digest.hex();
}

} // namespace grindstone::judge
