// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/generate/answer_program.h"

#include "judge/cache/compile_key.h"
#include "judge/cache/digest_parts.h"
#include "judge/checker/checker_sources.h"
#include "judge/checker/readable_text.h"
#include "judge/engine/effective_limits.h"
#include "judge/engine/program_run.h"
#include "judge/language/toolchain.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// An answer may take long to find: what counts is that it comes.
constexpr std::chrono::milliseconds Patience(60000);
constexpr int MoreTime = 10;
constexpr std::size_t CompilerWords = 2000;

const Language* findNamed(const std::string& name, const LanguageCatalogue& languages) {
    const Language* language = languages.find(name);
    return language != nullptr ? language : languages.findByIcpcCode(name);
}

const Language* findByFiles(const std::vector<SourceFile>& sources, const LanguageCatalogue& languages) {
    for (const SourceFile& source : sources) {
        const std::filesystem::path name(source.name);
        const Language* language = isHeader(name) ? nullptr : languages.findByExtension(name.extension().string());
        if (language != nullptr) {
            return language;
        }
    }
    return nullptr;
}

ProblemLimits patientLimits(ProblemLimits limits) {
    limits.cpuTime = std::max(MoreTime * limits.cpuTime, Patience);
    return limits;
}

/// The case's files, to lay beside the program.
Result<std::vector<ProgramFile>> sealed(const std::vector<PackageFile>& files) {
    std::vector<ProgramFile> copies;
    for (const PackageFile& file : files) {
        UniqueFd content = TRY(sandbox::sealedCopyOf(file.path.string()));
        copies.push_back({file.name, std::move(content), false});
    }
    return copies;
}

} // namespace

Result<std::shared_ptr<AnswerProgram>> AnswerProgram::prepare(const SolutionSpec& spec, const Problem& problem,
                                                              const LanguageCatalogue& languages) {
    const std::vector<SourceFile> sources = TRY(loadCheckerSources(spec.program));
    const Language* language =
        spec.language.empty() ? findByFiles(sources, languages) : findNamed(spec.language, languages);
    if (language == nullptr) {
        return fail("checker.no-language", spec.program.name + ": it is in no language that is known here");
    }
    const Result<Toolchain> toolchain = findToolchain(*language);
    if (!toolchain) {
        return fail(toolchain.error().code, spec.program.name + " needs " + toolchain.error().detail);
    }
    std::shared_ptr<AnswerProgram> program(new AnswerProgram);
    program->m_name = spec.program.name;
    program->m_language = equip(*language, *toolchain);
    program->m_tool = toolchain->tool;
    program->m_sources = TRY(joinIncludes(problem, *language, sources));
    program->m_limits = problem.limits;
    program->m_streamFiles = problem.streamFiles;
    Digest digest;
    digest.add("answers").add(
        compileKey(program->m_language, program->m_tool, program->m_sources.sources, problem.limits.compilationMemory));
    addTexts(digest, program->m_language.run);
    for (const SourceFile& file : program->m_sources.includes) {
        digest.add(file.name).add(file.content);
    }
    digest.add(problem.streamFiles.input).add(problem.streamFiles.output);
    program->m_key = digest.hex();
    return program;
}

Result<std::shared_ptr<const Program>> AnswerProgram::compiled(CachingCompiler& compiler, RunGate& gate, BoxSlot& slot,
                                                               std::stop_token stop) {
    const std::lock_guard lock(m_mutex);
    if (m_program) {
        return m_program;
    }
    const RunGate::Pass pass = gate.enter(m_limits.compilationMemory, stop);
    if (!pass) {
        return fail("judge.cancelled", "stopped before " + m_name + " was compiled");
    }
    Compilation compilation =
        TRY(compiler.compile(m_language, m_tool, m_sources.sources, m_limits, slot, std::move(stop)));
    if (compilation.cancelled) {
        return fail("judge.cancelled", "stopped while " + m_name + " was compiled");
    }
    if (!compilation.program) {
        return fail("checker.not-compiled", m_name + " (" + m_language.name + ") does not compile:\n" +
                                                readableBeginning(compilation.result.output, CompilerWords));
    }
    m_workFiles = std::make_shared<const std::vector<ProgramFile>>(TRY(sealSources(m_sources.includes)));
    m_program = std::move(compilation.program);
    return m_program;
}

Result<RunSetup> AnswerProgram::setup(CachingCompiler& compiler, RunGate& gate, BoxSlot& slot, std::stop_token stop) {
    RunSetup setup;
    setup.program = TRY(compiled(compiler, gate, slot, std::move(stop)));
    setup.language = &m_language;
    setup.tool = m_tool;
    setup.limits = effectiveLimits(patientLimits(m_limits), m_language);
    setup.workFiles = m_workFiles;
    setup.streamFiles = m_streamFiles;
    return setup;
}

Result<ProgramRunner::End> AnswerProgram::run(const TestCase& testCase, int input, CachingCompiler& compiler,
                                              RunGate& gate, BoxSlot& slot, std::stop_token stop) {
    const RunSetup setup = TRY(this->setup(compiler, gate, slot, stop));
    const std::vector<ProgramFile> files = TRY(sealed(testCase.files));
    PlannedCase planned;
    planned.result.arguments = testCase.arguments;
    const WaitSink nobody;
    const sandbox::LaunchSpec spec = programSpec(setup, {planned, input, files, nobody}, input);
    const RunGate::Pass pass = gate.enter(spec.limits.memory, stop);
    if (!pass) {
        return fail("judge.cancelled", "stopped before " + m_name + " ran");
    }
    sandbox::Outcome outcome = TRY(slot.run(spec, sandbox::BoxOptions{m_language.visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(outcome)) {
        return fail("judge.cancelled", "stopped while " + m_name + " ran");
    }
    TRY(takeOutputFile(setup, outcome));
    return endOf(std::move(outcome));
}

} // namespace grindstone::judge
