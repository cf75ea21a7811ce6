// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_spec.h"
#include "judge/compare/comparator_spec.h"
#include "judge/problem/constants.h"
#include "judge/problem/generation.h"
#include "judge/problem/test_group.h"
#include "sandbox/base/bytes.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What a person may see of a case.
enum class Visibility { Shown, InputOnly, VerdictOnly };

/// A file of a package that programs get to see.
struct PackageFile {
    std::string name; ///< below the folder in which the program finds it: relative, no ".."
    std::filesystem::path path;
};

/// One test case. The files stay on disk until they are needed.
struct TestCase {
    std::string name;                ///< "sample/1", "secret/group1/03": path below data/ without suffix
    std::filesystem::path inputPath; ///< empty: standard input holds nothing
    std::filesystem::path answerPath;
    std::vector<std::string> arguments; ///< of the command line
    std::vector<PackageFile> files;     ///< in the program's working folder
    Visibility visibility = Visibility::Shown;
    bool sample = false;
    ComparatorSpec comparator;
};

/// Files in a program's working folder that stand for its streams; without a name, it is the stream itself.
struct StreamFiles {
    std::string input;
    std::string output;
};

/// What a package adds to submissions in one language.
struct IncludeFolder {
    std::string language; ///< an ICPC code, a language's id, or "default" for all
    std::vector<PackageFile> files;
};

/// A test case of a package's program that looks at the submission itself.
struct StaticCase {
    std::string group;                  ///< "sample", "secret", "secret/group1"
    std::vector<std::string> arguments; ///< of the program

    bool isSample() const { return group == "sample"; }
};

enum class LimitSource { Package, Inferred, Default };

/// How a time limit follows from the times of submissions where a package names none, and what distance it keeps from
/// them where it does. The defaults are those of the legacy format.
struct TimingRule {
    double acceptedToLimit = 5;                 ///< an inferred limit is the slowest accepted time, so many times
    double acceptedToGiven = 2;                 ///< a given one is at least that, so many times
    double limitToTooSlow = 2;                  ///< what is to exceed the limit exceeds it so many times
    std::chrono::milliseconds resolution{1000}; ///< the limit is a multiple of it
};

/// What the problem grants a submission, before the language's multiplier.
struct ProblemLimits {
    std::chrono::milliseconds cpuTime{1000};
    Bytes memory = Bytes::mib(2048); ///< the ICPC format's default
    Bytes output = Bytes::mib(8);    ///< the ICPC format's default; stdout and stderr together
    Bytes code = Bytes::kib(256);    ///< more than the ICPC format's 128 KiB, and what DOMjudge takes
    std::chrono::milliseconds compilationTime{60000};
    Bytes compilationMemory = Bytes::mib(2048);
    std::chrono::milliseconds validationTime{60000}; ///< CPU time of a checker on one case
    Bytes validationMemory = Bytes::mib(2048);
    Bytes validationOutput = Bytes::mib(8);    ///< a checker's streams and feedback files together
    unsigned validationPasses = 2;             ///< of a multi-pass problem
    LimitSource source = LimitSource::Default; ///< where cpuTime comes from
    TimingRule timing;
};

/// In the order in which they are preferred.
enum class StatementFormat { Markdown, Latex, Html, Text, Pdf };

struct Statement {
    std::string language; ///< a BCP 47 tag: "en", "pt-BR"
    StatementFormat format = StatementFormat::Markdown;
    std::filesystem::path path;
    std::string title{}; ///< of the problem in that language; empty: the problem's name
};

/// A sample of talk between a program (lines that begin with ">") and the judge ("<"), for people to read.
struct SampleInteraction {
    std::string name; ///< as TestCase has it; there need not be a case of that name
    std::filesystem::path path;
};

/// A problem as the judge and the desk know it, whatever format it came in. Plain value.
struct Problem {
    std::string slug; ///< name of the package's folder
    std::string name; ///< title for people, in English where there are several
    std::filesystem::path folder;
    std::string format;     ///< of its package: "legacy", "2025-09", "polygon"
    std::string difficulty; ///< "easy", "medium", "hard", or empty (grindstone.yaml)
    std::vector<std::string> tags;
    ProblemLimits limits;
    std::vector<TestCase> cases; ///< samples first, then secret; each in the order of judging
    TestTree tree;               ///< their groups, where not simply each of them has to be passed
    unsigned passes = 1;         ///< at most, of a case; more than 1: a multi-pass problem
    StreamFiles streamFiles;     ///< where programs read a case and write what is judged
    bool interactive = false; ///< the first checker is an interactor: it talks with the program. What one of testlib's
                              ///< kind writes is the output that the others, or the comparators, judge
    std::vector<CheckerSpec> checkers; ///< each has to accept an output; empty: the cases' comparators are built in
    std::optional<CheckerSpec> grader; ///< the program that groups with a custom grader are graded by
    std::vector<SampleInteraction> interactions; ///< by name
    std::vector<IncludeFolder> includes;
    std::optional<CheckerSpec> staticValidator; ///< looks at submissions before they are run
    std::vector<StaticCase> staticCases;        ///< in the order of judging; empty without a staticValidator
    Generation generation; ///< of cases that lack input or answer (their paths are empty); see Judge::complete()
    Constants constants;   ///< for what {{name}} stands in statements, validators and included files
    std::vector<Statement> statements;
    std::vector<std::string> languages; ///< language ids or ICPC codes that are allowed; empty: all
    std::vector<std::string> warnings;  ///< English, what was odd but harmless, each with its file
};

} // namespace grindstone::judge
