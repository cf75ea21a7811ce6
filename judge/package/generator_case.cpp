// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/generator_case.h"

#include "judge/package/generator_command.h"
#include "judge/package/problem_metadata.h"

namespace grindstone::judge {

namespace {

constexpr const char* File = "generators/generators.yaml";
constexpr const char* InputFile = "testcase.in";
constexpr const char* AnswerFile = "testcase.ans";

const YamlReader Reader(File);

std::string endedByNewline(std::string text) {
    return text.empty() || text.ends_with('\n') ? text : text + "\n";
}

void useNoProgram(CaseRecipe& recipe, CaseRecipe::Input input) {
    recipe.input = input;
    recipe.program.reset();
    recipe.arguments.clear();
    recipe.file.clear();
    recipe.answerFile.clear();
}

} // namespace

Result<InheritedGeneration> GeneratorCaseReader::inherit(const YamlValue& yaml, InheritedGeneration inherited) {
    if (const YamlValue* salt = yaml.find("random_salt")) {
        inherited.salt = salt->isNull() ? std::string() : TRY(Reader.text(*salt, "random_salt"));
    }
    const YamlValue* solution = yaml.find("solution");
    if (solution == nullptr) {
        return inherited;
    }
    inherited.noSolution = solution->isNull();
    inherited.solution.reset();
    if (!solution->isNull()) {
        const std::string path = TRY(Reader.text(*solution, "solution"));
        if (!path.starts_with('/')) {
            return Reader.invalid(*solution, "solution is \"" + path +
                                                 "\"; write its path from the package's folder, "
                                                 "such as /submissions/accepted/sol.py");
        }
        inherited.solution = PlannedData::indexOf(m_plan.solutions, {path.substr(1), {}, Reader.place(solution->line)});
    }
    return inherited;
}

Result<std::optional<MadeCase>> GeneratorCaseReader::read(const YamlValue& value, const std::string& base,
                                                          std::optional<std::int64_t> number,
                                                          const InheritedGeneration& inherited) {
    MadeCase made;
    made.recipe.place = Reader.shortPlace(value.line);
    if (!TRY(takeInput(value, base, number, inherited, made))) {
        if (base.starts_with("data/sample/") && value.kind == YamlValue::Kind::Map) {
            return std::optional<MadeCase>();
        }
        return Reader.invalid(value, base + " has no input; write a command, or \"generate:\", \"copy:\" or \"in:\"");
    }
    TRY(useSolution(value, base, inherited, made));
    TRY(readSettings(value, base));
    Reader.warnOfUnknownKeys(value, "",
                             {"copy", "generate", "count", "match", "in", "ans", "out", "in.statement", "ans.statement",
                              "in.download", "ans.download", "interaction", "yaml", "solution", "random_salt"},
                             m_warnings);
    return std::optional(std::move(made));
}

/// What is written here counts more than what is copied, and that more than what is generated.
Result<bool> GeneratorCaseReader::takeInput(const YamlValue& value, const std::string& base,
                                            std::optional<std::int64_t> number, const InheritedGeneration& inherited,
                                            MadeCase& made) {
    if (value.kind == YamlValue::Kind::Scalar) {
        return takeShorthand(value, base, number, inherited, made);
    }
    const auto find = [&](const char* key) {
        const YamlValue* found = value.find(key);
        return found != nullptr && !found->isNull() ? found : nullptr;
    };
    bool hasInput = false;
    if (const YamlValue* generate = find("generate")) {
        TRY(useCommand(*generate, number, inherited, made.recipe));
        hasInput = true;
    }
    if (const YamlValue* copy = find("copy")) {
        hasInput = TRY(copyFiles(*copy, TRY(Reader.text(*copy, "copy")), base, made)) || hasInput;
    }
    if (const YamlValue* input = find("in")) {
        useNoProgram(made.recipe, CaseRecipe::Input::Text);
        made.recipe.text = endedByNewline(TRY(Reader.text(*input, "in")));
        made.input.clear();
        hasInput = true;
    }
    return hasInput;
}

/// A command, or in older files the path of an input.
Result<bool> GeneratorCaseReader::takeShorthand(const YamlValue& value, const std::string& base,
                                                std::optional<std::int64_t> number,
                                                const InheritedGeneration& inherited, MadeCase& made) {
    constexpr std::string_view Suffix = ".in";
    if (value.text.ends_with(Suffix)) {
        return copyFiles(value, value.text.substr(0, value.text.size() - Suffix.size()), base, made);
    }
    TRY(useCommand(value, number, inherited, made.recipe));
    return true;
}

Result<void> GeneratorCaseReader::useCommand(const YamlValue& value, std::optional<std::int64_t> number,
                                             const InheritedGeneration& inherited, CaseRecipe& recipe) {
    CommandValues values{"testcase", number, inherited.salt};
    if (number && *number != 1) {
        values.seedPrefix += ":" + std::to_string(*number - 1);
    }
    GeneratorCommand command = TRY(readGeneratorCommand(Reader, value, "generate", m_context.constants, values));
    if (command.program.starts_with('/')) {
        return Reader.invalid(value, "\"" + command.program +
                                         "\" is an absolute path; name a generator by its path "
                                         "below generators/");
    }
    recipe.input = CaseRecipe::Input::Program;
    recipe.program =
        PlannedData::indexOf(m_plan.programs, {"generators/" + command.program, {}, Reader.place(value.line)});
    recipe.arguments = std::move(command.arguments);
    recipe.file = InputFile;
    recipe.answerFile = AnswerFile;
    return {};
}

/// True when there is an input among the files.
Result<bool> GeneratorCaseReader::copyFiles(const YamlValue& value, const std::string& name, const std::string& base,
                                            MadeCase& made) {
    const std::string path = "generators/" + name;
    const auto isThere = [&](const char* extension) { return m_context.folder.exists(path + extension); };
    if (!isThere(".in") && !isThere(".ans") && !isThere(".yaml")) {
        return Reader.invalid(value, "there is no " + shownPath(path) +
                                         ".in to copy; correct the name, which is a path "
                                         "below generators/, or add the file");
    }
    const bool hasInput = m_context.folder.exists(path + ".in");
    if (hasInput) {
        made.input = TRY(m_context.folder.resolveFile(path + ".in"));
        useNoProgram(made.recipe, CaseRecipe::Input::File);
    }
    if (m_context.folder.exists(path + ".ans")) {
        made.answer = TRY(m_context.folder.resolveFile(path + ".ans"));
    }
    if (m_context.folder.exists(path + ".yaml")) {
        m_plan.addSettings(base + ".yaml", TRY(loadPackageYaml(m_context.folder, path + ".yaml")));
    }
    return hasInput;
}

Result<void> GeneratorCaseReader::useSolution(const YamlValue& value, const std::string& base,
                                              const InheritedGeneration& inherited, MadeCase& made) const {
    CaseRecipe& recipe = made.recipe;
    const YamlValue* answer = value.find("ans");
    if (answer != nullptr && !answer->isNull()) {
        recipe.answer = CaseRecipe::Answer::Text;
        recipe.answerText = endedByNewline(TRY(Reader.text(*answer, "ans")));
        recipe.answerFile.clear();
    } else if (!made.answer.empty()) {
        recipe.answer = CaseRecipe::Answer::File;
    } else if (m_context.answersAreEmpty) {
        recipe.answer = CaseRecipe::Answer::Empty;
    } else if (!inherited.noSolution) {
        recipe.otherSolution = inherited.solution;
    } else if (recipe.program) {
        recipe.answer = CaseRecipe::Answer::Left;
    } else {
        return Reader.invalid(value, base + " has no answer, and no solution may make it; write \"ans:\", or name a "
                                            "solution");
    }
    return {};
}

Result<void> GeneratorCaseReader::readSettings(const YamlValue& value, const std::string& base) {
    const YamlValue* settings = value.find("yaml");
    if (settings == nullptr || settings->isNull()) {
        return {};
    }
    YamlValue parsed = settings->kind == YamlValue::Kind::Scalar ? TRY(parseYaml(settings->text, File)) : *settings;
    TRY(Reader.expectMap(parsed, "yaml"));
    m_plan.addSettings(base + ".yaml", std::move(parsed));
    return {};
}

} // namespace grindstone::judge
