// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_program.h"

#include "judge/checker/checker_sources.h"
#include "judge/checker/readable_text.h"
#include "judge/checker/script_build.h"
#include "judge/language/command.h"
#include "judge/language/toolchain.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr std::size_t CompilerWords = 2000;

tl::unexpected<Error> noLanguage(const CheckerSpec& checker, const std::string& reason) {
    return fail("checker.no-language", checker.name + ": " + reason);
}

/// The one language that its files are written in, headers and what isn't source left out of account.
Result<const Language*> languageOf(const CheckerSpec& checker, const std::vector<SourceFile>& sources,
                                   const LanguageCatalogue& languages) {
    const Language* language = nullptr;
    for (const SourceFile& source : sources) {
        const std::filesystem::path name(source.name);
        const Language* found = isHeader(name) ? nullptr : languages.findByExtension(name.extension().string());
        if (language != nullptr && found != nullptr && found != language) {
            return noLanguage(checker, "it has sources in " + language->name + " and in " + found->name +
                                           ", and no \"build\" script that would say what to do with both");
        }
        language = found != nullptr ? found : language;
    }
    if (language == nullptr) {
        return noLanguage(checker, "no file of it has the extension of a language that is known here");
    }
    return language;
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

tl::unexpected<Error> notCompiled(const CheckerSpec& checker, const Language& language, const CompileResult& result) {
    const std::string words = readableBeginning(result.output, CompilerWords);
    return fail("checker.not-compiled", checker.name + " (" + language.name + "): " + reasonOf(result) +
                                            (words.empty() ? std::string() : ":\n" + words));
}

CheckerProgram readyToRun(const CheckerSpec& checker, const Language& language, const std::string& tool,
                          std::shared_ptr<const Program> program) {
    CheckerProgram ready;
    ready.kind = checker.kind;
    ready.name = checker.name;
    // What a runtime is told to be content with; the run itself is bounded by the package's validation_memory.
    const Bytes memory = ProblemLimits().memory;
    ready.command = expandCommand(language.run, {tool, program->entry, {program->entry}, memory, {}, {}});
    ready.environment = boxEnvironment(language);
    ready.visiblePaths = language.visiblePaths;
    ready.processes = language.processes;
    ready.extraMemory = language.extraMemory;
    ready.program = std::move(program);
    return ready;
}

} // namespace

Result<CheckerProgram> buildChecker(const CheckerSpec& checker, const LanguageCatalogue& languages,
                                    CachingCompiler& compiler, BoxSlot& slot, std::stop_token stop) {
    const std::vector<SourceFile> sources = TRY(loadCheckerSources(checker));
    if (hasScript(sources)) {
        return buildByScript(checker, sources, slot, std::move(stop));
    }
    const Language& known = *TRY(languageOf(checker, sources, languages));
    const Result<Toolchain> toolchain = findToolchain(known);
    if (!toolchain) {
        return fail(toolchain.error().code, checker.name + " needs " + toolchain.error().detail);
    }
    const Language language = equip(known, *toolchain);
    // The limits that a package sets for compiling are those of submissions.
    const ProblemLimits usual;
    Compilation compilation = TRY(compiler.compile(language, toolchain->tool, sources, usual, slot, stop));
    if (compilation.cancelled) {
        return fail("judge.cancelled", "stopped while " + checker.name + " was compiled");
    }
    if (!compilation.program) {
        return notCompiled(checker, language, compilation.result);
    }
    return readyToRun(checker, language, toolchain->tool, std::move(compilation.program));
}

} // namespace grindstone::judge
