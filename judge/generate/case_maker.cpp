// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/generate/case_maker.h"

#include "judge/cache/digest_parts.h"
#include "judge/report/capture.h"

#include <fcntl.h>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

/// Another number whenever a recipe comes to mean something else.
constexpr std::uint64_t KeyGeneration = 1;

/// What a generator may use. An input larger than its output is none that could be judged.
constexpr CheckerAllowance GeneratorAllowance{std::chrono::milliseconds(60000), Bytes::mib(2048), Bytes::mib(1024)};

constexpr int Accepted = 42; ///< the exit code of a validator in the ICPC format

tl::unexpected<Error> notMade(const CaseRecipe& recipe, const std::string& what) {
    return fail("cases.not-made", (recipe.place.empty() ? "" : recipe.place + ": ") + recipe.name + ": " + what);
}

/// Failures of the package's programs are those of the case; others (no compiler, no memory, a stop) keep their names.
tl::unexpected<Error> notMade(const CaseRecipe& recipe, const Error& error) {
    const bool ofPackage = error.code.starts_with("checker.") || error.code == "include.unreadable";
    return ofPackage ? notMade(recipe, error.detail) : fail(error);
}

std::string commandLine(const CaseRecipe& recipe, const PackageProgram& program) {
    std::string line = program.name;
    for (const std::string& argument : recipe.arguments) {
        line += " " + argument;
    }
    constexpr std::size_t Longest = 200;
    return line.size() > Longest ? line.substr(0, Longest) + "…" : line;
}

Result<void> addContent(Digest& digest, const fs::path& path) {
    constexpr std::uint64_t Piece = 1 << 20;
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file) {
        return fail("file.unreadable", path.string());
    }
    std::uint64_t offset = 0;
    for (std::string piece; !(piece = readAt(file.get(), offset, Piece)).empty(); offset += piece.size()) {
        digest.add(piece);
    }
    digest.add(offset);
    return {};
}

std::shared_ptr<const UniqueFd> shared(UniqueFd file) {
    return std::make_shared<const UniqueFd>(std::move(file));
}

/// The file of that name among those that were brought back; null where it isn't.
std::shared_ptr<const UniqueFd> take(std::vector<sandbox::CollectedFile>& files, const std::string& name) {
    for (sandbox::CollectedFile& file : files) {
        if (file.path == name && file.file) {
            return shared(std::move(file.file));
        }
    }
    return nullptr;
}

std::vector<std::string> namesOf(const CaseRecipe& recipe) {
    std::vector<std::string> names;
    for (const std::string& name : {recipe.file, recipe.answerFile}) {
        if (!name.empty()) {
            names.push_back(name);
        }
    }
    return names;
}

/// A validator in a language that isn't here is passed over: who only wants to practise need not install it. So is one
/// whose files cannot be read, such as a link to a header that all packages of somebody share.
bool isMissing(const Error& error) {
    return error.code == "checker.no-language" || error.code == "language.not-installed" ||
           error.code == "checker.unreadable";
}

bool doesNotCompile(const Error& error) {
    return error.code == "checker.not-compiled";
}

/// What a validator has to say against an input; empty: it accepts it.
std::string objectionOf(const CheckerSpec& validator, const ProgramRunner::End& end) {
    const int good = validator.kind == CheckerKind::Icpc ? Accepted : 0;
    return end.exitCode == good ? std::string() : endingOf(end);
}

} // namespace

CaseMaker::CaseMaker(const Problem& problem, MakingTools tools)
    : m_problem(problem), m_tools(tools), m_programs(problem.generation.programs.size()),
      m_validators(problem.generation.inputValidators.size()) {}

CaseStore::Parts CaseMaker::partsOf(const CaseRecipe& recipe) {
    return {recipe.input != CaseRecipe::Input::File, recipe.answer != CaseRecipe::Answer::File};
}

Result<std::string> CaseMaker::keyOfTool(const PackageProgram& program, Tool& tool) const {
    if (tool.key.empty()) {
        tool.key = TRY(programKey(program, m_tools.languages));
    }
    return tool.key;
}

Result<std::string> CaseMaker::keyOf(const CaseRecipe& recipe, const TestCase& testCase) {
    Digest digest;
    digest.add("case").add(KeyGeneration);
    for (Result<void> added : {addInput(recipe, testCase, digest), addAnswer(recipe, testCase, digest)}) {
        if (!added) {
            return notMade(recipe, added.error());
        }
    }
    return digest.hex();
}

Result<void> CaseMaker::addInput(const CaseRecipe& recipe, const TestCase& testCase, Digest& digest) {
    const Generation& generation = m_problem.generation;
    digest.add(static_cast<std::uint64_t>(recipe.input)).add(recipe.text);
    if (recipe.input == CaseRecipe::Input::File) {
        return testCase.inputPath.empty() ? Result<void>() : addContent(digest, testCase.inputPath);
    }
    if (recipe.program) {
        digest.add(TRY(keyOfTool(generation.programs[*recipe.program], m_programs[*recipe.program])));
        digest.add(recipe.file).add(recipe.answerFile);
        addTexts(digest, recipe.arguments);
    }
    for (std::size_t i = 0; i < m_validators.size(); ++i) {
        const Result<std::string> key = keyOfTool(generation.inputValidators[i], m_validators[i]);
        m_validators[i].missing = !key && isMissing(key.error());
        if (!key && !m_validators[i].missing) {
            return fail(key.error());
        }
        digest.add(key.value_or("missing"));
    }
    digest.add(recipe.validatorArguments.size());
    for (const std::vector<std::string>& arguments : recipe.validatorArguments) {
        addTexts(digest, arguments);
    }
    return {};
}

Result<void> CaseMaker::addAnswer(const CaseRecipe& recipe, const TestCase& testCase, Digest& digest) {
    digest.add(static_cast<std::uint64_t>(recipe.answer)).add(recipe.answerText);
    if (recipe.answer != CaseRecipe::Answer::Solution) {
        return {};
    }
    TRY(chooseSolution(recipe));
    digest.add(solutionOf(recipe).key());
    addTexts(digest, testCase.arguments);
    for (const PackageFile& file : testCase.files) {
        digest.add(file.name);
        TRY(addContent(digest, file.path));
    }
    return {};
}

/// Nobody knows before whether a generator leaves an answer: so a package that has no solution at all fails there, too.
Result<void> CaseMaker::chooseSolution(const CaseRecipe& recipe) {
    const Generation& generation = m_problem.generation;
    if (recipe.otherSolution) {
        std::shared_ptr<AnswerProgram>& other = m_otherSolutions[*recipe.otherSolution];
        if (!other) {
            other = TRY(
                AnswerProgram::prepare(generation.otherSolutions[*recipe.otherSolution], m_problem, m_tools.languages));
        }
        return {};
    }
    if (m_solution) {
        return {};
    }
    if (generation.solution) {
        m_solution = TRY(AnswerProgram::prepare(*generation.solution, m_problem, m_tools.languages));
        return {};
    }
    Result<void> first = fail("checker.unreadable", "there is no answer, and no solution that could make it; add a "
                                                    "program to submissions/accepted");
    for (std::size_t i = 0; i < generation.solutions.size() && !m_solution; ++i) {
        Result<std::shared_ptr<AnswerProgram>> prepared =
            AnswerProgram::prepare(generation.solutions[i], m_problem, m_tools.languages);
        if (prepared) {
            m_solution = *std::move(prepared);
        } else if (i == 0) {
            first = fail(std::move(prepared).error());
        }
    }
    return m_solution ? Result<void>() : first;
}

AnswerProgram& CaseMaker::solutionOf(const CaseRecipe& recipe) const {
    return recipe.otherSolution ? *m_otherSolutions.at(*recipe.otherSolution) : *m_solution;
}

Result<CaseStore::Kept> CaseMaker::make(const CaseRecipe& recipe, const TestCase& testCase, const std::string& key,
                                        BoxSlot& slot, std::stop_token stop) {
    Made made = TRY(makeInput(recipe, testCase, slot, stop));
    const CaseStore::Parts parts = partsOf(recipe);
    if (parts.answer) {
        made.answer = TRY(makeAnswer(recipe, testCase, made, slot, std::move(stop)));
    }
    return m_tools.store.keep(key, parts.input ? made.input->get() : -1, parts.answer ? made.answer->get() : -1);
}

Result<CaseMaker::Made> CaseMaker::makeInput(const CaseRecipe& recipe, const TestCase& testCase, BoxSlot& slot,
                                             std::stop_token stop) {
    if (recipe.input == CaseRecipe::Input::File) {
        if (testCase.inputPath.empty()) {
            return Made{shared(TRY(sandbox::sealedMemory("grindstone-input", {}))), nullptr};
        }
        return Made{shared(TRY(sandbox::sealedCopyOf(testCase.inputPath.string()))), nullptr};
    }
    Made made;
    if (recipe.input == CaseRecipe::Input::Text) {
        made.input = shared(TRY(sandbox::sealedMemory("grindstone-input", recipe.text)));
    } else {
        made = TRY(generate(recipe, slot, stop));
    }
    TRY(validate(recipe, made.input->get(), slot, std::move(stop)));
    return made;
}

Result<CaseMaker::Made> CaseMaker::generate(const CaseRecipe& recipe, BoxSlot& slot, std::stop_token stop) {
    const PackageProgram& program = m_problem.generation.programs[*recipe.program];
    const auto ready = built(program, m_programs[*recipe.program], slot, stop);
    if (!ready) {
        return notMade(recipe, ready.error());
    }
    ProgramRunner::Call call;
    call.arguments = recipe.arguments;
    call.allowance = GeneratorAllowance;
    call.collect = namesOf(recipe);
    ProgramRunner::End end = TRY(m_tools.programs.run(**ready, call, slot, std::move(stop)));
    if (end.exitCode != 0) {
        return notMade(recipe, commandLine(recipe, program) + " " + endingOf(end));
    }
    Made made{take(end.files, recipe.file), take(end.files, recipe.answerFile)};
    if (!made.input && end.standardOutput->size.count() == 0) {
        return notMade(recipe, commandLine(recipe, program) + " wrote no input" +
                                   (recipe.file.empty() ? "" : ", neither to standard output nor to " + recipe.file));
    }
    if (!made.input) {
        made.input = std::shared_ptr<const UniqueFd>(end.standardOutput, &end.standardOutput->file);
    }
    return made;
}

Result<std::shared_ptr<const BuiltProgram>> CaseMaker::built(const PackageProgram& program, Tool& tool, BoxSlot& slot,
                                                             std::stop_token stop) const {
    const std::lock_guard lock(tool.mutex);
    if (!tool.built && !tool.broken) {
        auto built = m_tools.programs.build(program, slot, std::move(stop));
        if (built) {
            tool.built = *std::move(built);
        } else if (doesNotCompile(built.error())) {
            tool.broken = std::move(built).error();
        } else {
            return fail(std::move(built).error());
        }
    }
    return tool.broken ? fail(*tool.broken) : Result<std::shared_ptr<const BuiltProgram>>(tool.built);
}

Result<void> CaseMaker::validate(const CaseRecipe& recipe, int input, BoxSlot& slot, std::stop_token stop) {
    for (std::size_t i = 0; i < m_validators.size(); ++i) {
        if (!m_validators[i].missing) {
            TRY(validateBy(i, recipe, input, slot, stop));
        }
    }
    return {};
}

Result<void> CaseMaker::validateBy(std::size_t index, const CaseRecipe& recipe, int input, BoxSlot& slot,
                                   std::stop_token stop) {
    const CheckerSpec& validator = m_problem.generation.inputValidators[index];
    const auto ready = built(validator, m_validators[index], slot, stop);
    if (!ready && doesNotCompile(ready.error())) {
        return {}; // it says nothing of the input, and is its author's to mend: verifying tells
    }
    if (!ready) {
        return notMade(recipe, ready.error());
    }
    ProgramRunner::Call call;
    call.standardInput = input;
    call.allowance = allowanceOf(m_problem.limits);
    if (index < recipe.validatorArguments.size()) {
        call.arguments = recipe.validatorArguments[index];
    }
    const ProgramRunner::End end = TRY(m_tools.programs.run(**ready, call, slot, std::move(stop)));
    const std::string objection = objectionOf(validator, end);
    return objection.empty() ? Result<void>()
                             : notMade(recipe, inputOf(recipe) + " isn't valid: " + validator.name + " " + objection);
}

/// "the input", and who wrote it.
std::string CaseMaker::inputOf(const CaseRecipe& recipe) const {
    const bool generated = recipe.input == CaseRecipe::Input::Program;
    return generated
               ? "the input that " + commandLine(recipe, m_problem.generation.programs[*recipe.program]) + " wrote"
               : "the input";
}

Result<CaseMaker::SharedFile> CaseMaker::makeAnswer(const CaseRecipe& recipe, const TestCase& testCase,
                                                    const Made& made, BoxSlot& slot, std::stop_token stop) const {
    if (made.answer) {
        return made.answer;
    }
    switch (recipe.answer) {
    case CaseRecipe::Answer::Text:
        return shared(TRY(sandbox::sealedMemory("grindstone-answer", recipe.answerText)));
    case CaseRecipe::Answer::File:
    case CaseRecipe::Answer::Empty:
        return shared(TRY(sandbox::sealedMemory("grindstone-answer", {})));
    case CaseRecipe::Answer::Left:
        return notMade(recipe, "the generator left no answer in " + recipe.answerFile + ", and there is no solution");
    case CaseRecipe::Answer::Solution:
        break;
    }
    return solve(recipe, testCase, made, slot, std::move(stop));
}

Result<CaseMaker::SharedFile> CaseMaker::solve(const CaseRecipe& recipe, const TestCase& testCase, const Made& made,
                                               BoxSlot& slot, std::stop_token stop) const {
    AnswerProgram& solution = solutionOf(recipe);
    const Result<ProgramRunner::End> end =
        solution.run(testCase, made.input->get(), m_tools.compiler, m_tools.gate, slot, std::move(stop));
    if (!end) {
        return notMade(recipe, end.error());
    }
    if (end->exitCode != 0) {
        return notMade(recipe, "there is no answer: " + solution.name() + " " + endingOf(*end));
    }
    return SharedFile(end->standardOutput, &end->standardOutput->file);
}

} // namespace grindstone::judge
