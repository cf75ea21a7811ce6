// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/cache/digest.h"
#include "judge/generate/answer_program.h"
#include "judge/generate/case_store.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace grindstone::judge {

/// The judge's own, which making cases borrows.
struct MakingTools {
    const LanguageCatalogue& languages;
    CachingCompiler& compiler;
    RunGate& gate;
    ProgramRunner& programs;
    const CaseStore& store;
};

/// Makes the cases of one problem, one call a case. What fails is "cases.not-made", naming the place in the package,
/// the case, the program and what it said; or it is a failure of the box, the disk, or a missing language, with its own
/// code.
class CaseMaker {
public:
    /// `problem` outlives it.
    CaseMaker(const Problem& problem, MakingTools tools);

    /// What a case that is made depends on: programs with their tools, arguments, texts, files, input validators and
    /// solution, as 64 hexadecimal digits. For one thread at a time, and before the others call make().
    Result<std::string> keyOf(const CaseRecipe& recipe, const TestCase& testCase);

    /// Makes a case and keeps it. Thread-safe.
    Result<CaseStore::Kept> make(const CaseRecipe& recipe, const TestCase& testCase, const std::string& key,
                                 BoxSlot& slot, std::stop_token stop);

    /// What of a case this recipe makes.
    static CaseStore::Parts partsOf(const CaseRecipe& recipe);

private:
    /// A program of the package, with its key once somebody asked, and built once somebody runs it.
    struct Tool {
        std::string key;
        bool missing = false; ///< its language isn't here
        std::shared_ptr<const BuiltProgram> built;
        std::optional<Error> broken; ///< it doesn't compile
        std::mutex mutex;
    };
    using SharedFile = std::shared_ptr<const UniqueFd>;
    /// What was made of a case so far; null where nothing was.
    struct Made {
        SharedFile input;
        SharedFile answer;
    };

    Result<std::string> keyOfTool(const PackageProgram& program, Tool& tool) const;
    Result<void> addInput(const CaseRecipe& recipe, const TestCase& testCase, Digest& digest);
    Result<void> addAnswer(const CaseRecipe& recipe, const TestCase& testCase, Digest& digest);
    Result<void> chooseSolution(const CaseRecipe& recipe);
    AnswerProgram& solutionOf(const CaseRecipe& recipe) const;

    Result<std::shared_ptr<const BuiltProgram>> built(const PackageProgram& program, Tool& tool, BoxSlot& slot,
                                                      std::stop_token stop) const;
    Result<Made> makeInput(const CaseRecipe& recipe, const TestCase& testCase, BoxSlot& slot, std::stop_token stop);
    Result<Made> generate(const CaseRecipe& recipe, BoxSlot& slot, std::stop_token stop);
    Result<void> validate(const CaseRecipe& recipe, int input, BoxSlot& slot, std::stop_token stop);
    Result<void> validateBy(std::size_t index, const CaseRecipe& recipe, int input, BoxSlot& slot,
                            std::stop_token stop);
    std::string inputOf(const CaseRecipe& recipe) const;
    Result<SharedFile> makeAnswer(const CaseRecipe& recipe, const TestCase& testCase, const Made& made, BoxSlot& slot,
                                  std::stop_token stop) const;
    Result<SharedFile> solve(const CaseRecipe& recipe, const TestCase& testCase, const Made& made, BoxSlot& slot,
                             std::stop_token stop) const;

    const Problem& m_problem;
    MakingTools m_tools;
    std::vector<Tool> m_programs;   ///< one for each of the generation's
    std::vector<Tool> m_validators; ///< the same
    std::shared_ptr<AnswerProgram> m_solution;
    std::map<std::size_t, std::shared_ptr<AnswerProgram>> m_otherSolutions;
};

} // namespace grindstone::judge
