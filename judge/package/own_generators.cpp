// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/own_generators.h"

#include "judge/package/case_numbers.h"
#include "judge/package/generator_command.h"
#include "judge/package/package_files.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr const char* File = "grindstone.yaml";

const YamlReader Reader(File);

/// "sample/1", "secret/group1/03": what the format permits below data/.
bool isCaseName(const std::string& name) {
    std::size_t begin = name.find('/') + 1;
    if ((!name.starts_with("sample/") && !name.starts_with("secret/")) || name.ends_with('/')) {
        return false;
    }
    while (begin != 0) {
        const std::size_t end = name.find('/', begin);
        const std::string part = name.substr(begin, end - begin);
        if (part.empty() || part.front() == '.' || !isPermittedName(part)) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

class OwnGeneratorsReader {
public:
    OwnGeneratorsReader(const GeneratorContext& context, PlannedData& plan, std::vector<std::string>& warnings)
        : m_context(context), m_plan(plan), m_warnings(warnings) {}

    Result<void> read(const YamlValue& generators);

private:
    Result<void> readEntry(const YamlEntry& entry);
    Result<void> addCase(const YamlEntry& entry, const std::string& name, std::optional<std::int64_t> number);
    Result<void> useCommand(const YamlValue& command, const std::string& name, std::optional<std::int64_t> number,
                            CaseRecipe& recipe);
    Result<void> readTexts(const YamlValue& value, const std::string& name, CaseRecipe& recipe) const;

    const GeneratorContext& m_context;
    PlannedData& m_plan;
    std::vector<std::string>& m_warnings;
    std::string m_salt;
};

Result<void> OwnGeneratorsReader::read(const YamlValue& generators) {
    TRY(Reader.expectMap(generators, "generators"));
    Reader.warnOfUnknownKeys(generators, "generators.", {"salt", "solution", "cases"}, m_warnings);
    m_plan.answersAll = !m_context.answersAreEmpty;
    if (const YamlValue* salt = generators.find("salt")) {
        m_salt = TRY(Reader.text(*salt, "generators.salt"));
    }
    if (const YamlValue* solution = generators.find("solution")) {
        m_plan.solution = PlannedData::indexOf(
            m_plan.solutions, {TRY(Reader.text(*solution, "generators.solution")), {}, Reader.place(solution->line)});
    }
    const YamlValue* cases = generators.find("cases");
    if (cases == nullptr) {
        return {};
    }
    TRY(Reader.expectMap(*cases, "generators.cases"));
    for (const YamlEntry& entry : cases->entries) {
        TRY(readEntry(entry));
    }
    return {};
}

Result<void> OwnGeneratorsReader::readEntry(const YamlEntry& entry) {
    if (!isCaseName(entry.key)) {
        return fail("package.invalid", Reader.place(entry.line) + "\"" + entry.key +
                                           "\" cannot be the name of a case; write one such as secret/01-small, of "
                                           "letters, digits, \".\", \"-\" and \"_\"");
    }
    const YamlValue* count = entry.value.find("count");
    if (count == nullptr) {
        return addCase(entry, entry.key, std::nullopt);
    }
    const std::vector<std::int64_t> numbers = TRY(readCaseNumbers(Reader, *count));
    const std::vector<std::string> suffixes = numberNames(numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        TRY(addCase(entry, entry.key + "-" + suffixes[i], numbers[i]));
    }
    return {};
}

Result<void> OwnGeneratorsReader::addCase(const YamlEntry& entry, const std::string& name,
                                          std::optional<std::int64_t> number) {
    if (m_plan.cases.size() == PlannedData::MostCases) {
        return Reader.invalid(entry.value, "generators.cases has more than 100,000 cases; leave some out");
    }
    MadeCase made;
    made.recipe.name = name;
    made.recipe.place = Reader.shortPlace(entry.line);
    if (m_context.answersAreEmpty) {
        made.recipe.answer = CaseRecipe::Answer::Empty;
    }
    if (entry.value.kind == YamlValue::Kind::Scalar) {
        TRY(useCommand(entry.value, name, number, made.recipe));
    } else {
        TRY(Reader.expectMap(entry.value, name));
        const YamlValue* run = entry.value.find("run");
        if (run != nullptr) {
            TRY(useCommand(*run, name, number, made.recipe));
        }
        TRY(readTexts(entry.value, name, made.recipe));
    }
    m_plan.addCase("data/" + name, std::move(made));
    return {};
}

Result<void> OwnGeneratorsReader::useCommand(const YamlValue& value, const std::string& name,
                                             std::optional<std::int64_t> number, CaseRecipe& recipe) {
    const CommandValues values{name, number, m_salt + "/" + name + ":"};
    GeneratorCommand command = TRY(readGeneratorCommand(Reader, value, name, m_context.constants, values));
    recipe.input = CaseRecipe::Input::Program;
    recipe.program = PlannedData::indexOf(m_plan.programs, {command.program, {}, Reader.place(value.line)});
    recipe.arguments = std::move(command.arguments);
    return {};
}

Result<void> OwnGeneratorsReader::readTexts(const YamlValue& value, const std::string& name, CaseRecipe& recipe) const {
    Reader.warnOfUnknownKeys(value, name + ".", {"run", "count", "input", "answer"}, m_warnings);
    const YamlValue* input = value.find("input");
    if ((input == nullptr) != recipe.program.has_value()) {
        return Reader.invalid(value, name + " has " + (input == nullptr ? "no input" : "both \"run\" and \"input\"") +
                                         "; write either \"run:\" with a command or \"input:\" with a text");
    }
    if (input != nullptr) {
        recipe.input = CaseRecipe::Input::Text;
        recipe.text = TRY(Reader.text(*input, name + ".input"));
    }
    if (const YamlValue* answer = value.find("answer")) {
        recipe.answer = CaseRecipe::Answer::Text;
        recipe.answerText = TRY(Reader.text(*answer, name + ".answer"));
    }
    return {};
}

} // namespace

Result<void> readOwnGenerators(const GeneratorContext& context, const YamlValue& generators, PlannedData& plan,
                               std::vector<std::string>& warnings) {
    plan.source = File;
    return OwnGeneratorsReader(context, plan, warnings).read(generators);
}

} // namespace grindstone::judge
