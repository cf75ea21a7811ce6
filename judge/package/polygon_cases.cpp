// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/polygon_cases.h"

#include "judge/package/command_words.h"
#include "judge/package/polygon_programs.h"
#include "judge/package/polygon_testset.h"
#include "judge/package/polygon_tree.h"

#include <algorithm>
#include <map>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

class CaseMaker {
public:
    CaseMaker(const PackageFolder& folder, const XmlFile& xml, const PolygonDescription& description, Problem& problem)
        : m_folder(folder), m_xml(xml), m_description(description), m_problem(problem) {}

    Result<void> make();

private:
    Result<void> addCase(std::size_t test, const std::string& place);
    Result<fs::path> findFile(const std::string& path);
    Result<void> describeInput(std::size_t test, CaseRecipe& recipe);
    Result<void> describeProgram(std::size_t number, const PolygonTest& test, CaseRecipe& recipe);
    Result<std::size_t> programOf(const PolygonTest& test, const std::string& name);
    Result<void> describeAnswer(std::size_t test, CaseRecipe& recipe);
    std::string inputOf(std::size_t test) const { return pathOfTest(m_description.testset.inputPattern, test + 1); }
    std::string answerOf(std::size_t test) const { return pathOfTest(m_description.testset.answerPattern, test + 1); }

    const PackageFolder& m_folder;
    const XmlFile& m_xml;
    const PolygonDescription& m_description;
    Problem& m_problem;
    const ComparatorSpec m_comparator = polygonComparator(m_description);
    std::map<std::string, std::size_t> m_programs; ///< those of the generation, by the name that commands give them
};

Result<void> CaseMaker::make() {
    PolygonOrder order = TRY(orderPolygonTests(m_xml, m_description.testset, m_comparator.name == CustomComparator));
    for (std::size_t i = 0; i < order.tests.size(); ++i) {
        TRY(addCase(order.tests[i], order.places[i]));
    }
    m_problem.tree = std::move(order.tree);
    return {};
}

Result<void> CaseMaker::addCase(std::size_t test, const std::string& place) {
    TestCase made;
    made.name = place + "/" + numberOfTest(m_description.testset.inputPattern, test + 1);
    made.sample = m_description.testset.tests[test].sample;
    made.comparator = m_comparator;
    made.inputPath = TRY(findFile(inputOf(test)));
    made.answerPath = TRY(findFile(answerOf(test)));
    if (made.inputPath.empty() || made.answerPath.empty()) {
        CaseRecipe recipe;
        recipe.name = made.name;
        recipe.place = m_xml.place(m_description.testset.tests[test].line);
        recipe.place.resize(recipe.place.size() - 2);
        recipe.answer = CaseRecipe::Answer::File;
        if (made.inputPath.empty()) {
            TRY(describeInput(test, recipe));
        }
        if (made.answerPath.empty()) {
            TRY(describeAnswer(test, recipe));
        }
        m_problem.generation.recipes.push_back(std::move(recipe));
    }
    m_problem.cases.push_back(std::move(made));
    return {};
}

/// Empty where there is none.
Result<fs::path> CaseMaker::findFile(const std::string& path) {
    return m_folder.exists(path) ? m_folder.resolveFile(path) : Result<fs::path>(fs::path());
}

Result<void> CaseMaker::describeInput(std::size_t test, CaseRecipe& recipe) {
    const PolygonTest& wanted = m_description.testset.tests[test];
    if (wanted.command.empty()) {
        return m_xml.invalid(wanted.line, "there is no file " + shownPath(inputOf(test)) +
                                              ", and this test isn't one that a generator makes; add the file");
    }
    return describeProgram(test + 1, wanted, recipe);
}

/// A generator of several tests writes each into a file that bears its number; a script says so by "> {3-7}" after the
/// command, and what was made of the script by from-file.
Result<void> CaseMaker::describeProgram(std::size_t number, const PolygonTest& test, CaseRecipe& recipe) {
    std::optional<std::vector<std::string>> words = commandWords(test.command);
    if (!words || words->empty() || words->front() == ">") {
        return m_xml.invalid(test.line, "cmd is \"" + shownPath(test.command) +
                                            "\"; write a generator's name and its arguments, with every quotation "
                                            "mark closed");
    }
    recipe.input = CaseRecipe::Input::Program;
    recipe.program = TRY(programOf(test, words->front()));
    const auto redirection = std::ranges::find(*words, ">");
    const bool numbered = test.file == "true" || redirection != words->end();
    recipe.file = numbered ? std::to_string(number) : test.file;
    recipe.arguments.assign(words->begin() + 1, redirection);
    return {};
}

Result<std::size_t> CaseMaker::programOf(const PolygonTest& test, const std::string& name) {
    std::vector<PackageProgram>& programs = m_problem.generation.programs;
    const auto [known, isNew] = m_programs.try_emplace(name, programs.size());
    if (!isNew) {
        return known->second;
    }
    const auto source = std::ranges::find_if(m_description.executables, [&](const PolygonSource& executable) {
        return fs::path(executable.path).stem() == fs::path(name).stem();
    });
    if (source == m_description.executables.end()) {
        return m_xml.invalid(test.line, "the generator \"" + shownPath(name) +
                                            "\" is not among the <executables>; name its source there");
    }
    programs.push_back(TRY(polygonProgram(m_folder, m_xml, *source)));
    return known->second;
}

Result<void> CaseMaker::describeAnswer(std::size_t test, CaseRecipe& recipe) {
    if (m_problem.interactive) {
        recipe.answer = CaseRecipe::Answer::Empty;
        return {};
    }
    if (!m_problem.generation.solution) {
        return m_xml.invalid(m_description.testset.tests[test].line,
                             "there is no file " + shownPath(answerOf(test)) +
                                 ", and no <solution> with tag=\"main\" that could make it; add one of them");
    }
    recipe.answer = CaseRecipe::Answer::Solution;
    return {};
}

} // namespace

Result<void> addPolygonCases(const PackageFolder& folder, const XmlFile& xml, const PolygonDescription& description,
                             Problem& problem) {
    return CaseMaker(folder, xml, description, problem).make();
}

} // namespace grindstone::judge
