// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_spec.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// How a package makes what one of its cases lacks. Plain value.
struct CaseRecipe {
    /// Where the input comes from.
    enum class Input {
        File,    ///< it is there (TestCase::inputPath; empty: an empty one), and only the answer is made
        Text,    ///< `text`
        Program, ///< what `program` writes to standard output, or leaves as its `file`
    };
    /// Where the answer comes from.
    enum class Answer {
        File,     ///< it is there
        Text,     ///< `answerText`
        Solution, ///< what the solution writes to standard output
        Empty,    ///< an empty file: what judges by the input alone, an interactor above all, needs no other
        Left,     ///< what `program` leaves as its `answerFile`, which then has to be there
    };

    std::string name;  ///< TestCase::name
    std::string place; ///< for errors, where the package says this: "generators/generators.yaml:7"
    Input input = Input::File;
    std::string text;
    std::optional<std::size_t> program; ///< of Generation::programs
    std::vector<std::string> arguments;
    std::string file; ///< in the working folder, in place of standard output; where it isn't there, that counts
    std::string
        answerFile; ///< in the working folder, in place of what `answer` says; where it isn't there, that counts
    Answer answer = Answer::Solution;
    std::string answerText;
    std::optional<std::size_t> otherSolution; ///< of Generation::otherSolutions, in the usual one's place
    std::vector<std::vector<std::string>> validatorArguments; ///< one list for each of inputValidators; may be empty
};

/// A program whose output is the right answer, as sources on disk.
struct SolutionSpec {
    PackageProgram program; ///< a file or a folder of submissions/accepted
    std::string language;   ///< a language's id or an ICPC code; empty: the files' names tell
};

/// What a problem's cases are made with where the package does not bring them. Plain value; empty for most problems.
struct Generation {
    std::vector<PackageProgram> programs;
    std::vector<CaseRecipe> recipes;          ///< at most one a case, in the order of Problem::cases
    std::vector<CheckerSpec> inputValidators; ///< each has to accept an input that is made, from standard input: Icpc
                                              ///< by exit code 42, Testlib by 0
    std::optional<SolutionSpec> solution;     ///< the one that the package names
    std::vector<SolutionSpec> solutions;      ///< where it names none: the first whose language is installed
    std::vector<SolutionSpec> otherSolutions; ///< for single cases

    bool empty() const { return recipes.empty(); }
};

} // namespace grindstone::judge
