// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// How the entry of a submission is known.
enum class EntryRule {
    File,      ///< the file called as `sourceName`, else the first one
    JavaClass, ///< the class with the method main; a single file is called after its public class
};

/// A language as its TOML file describes it. Plain value.
///
/// Commands are lists of words in which `{source}` (first source file), `{sources}` (all of them, a word each),
/// `{program}` (the compiled program or the entry file), `{tool}` and `{runtime}` (the toolchain's resolved paths),
/// `{memory_mib}` (what compiling or the problem allows the program itself) and `{main_class}` are replaced. A word
/// with
/// `{prepared}` is left out of the compile command where nothing is prepared for the sources.
struct Language {
    std::string id;                      ///< "cpp"
    std::string name;                    ///< "C++"
    std::vector<std::string> extensions; ///< ".cpp", with the dot
    std::vector<std::string> icpcCodes;  ///< names in the ICPC format: "cpp", "python3"
    bool byNameOnly = false;             ///< never guessed from an extension or an ICPC code that others have too
    std::string sourceName;              ///< file name that the source gets in the box, e.g. "main.cpp"
    EntryRule entryRule = EntryRule::File;
    std::vector<std::string> tools;    ///< candidates for `{tool}`, tried in order: "g++"
    std::vector<std::string> runtimes; ///< candidates for `{runtime}`; empty: there is none
    std::vector<std::string> compile;  ///< empty: nothing to compile
    std::vector<std::string> prepare; ///< makes something that speeds compiling up, see docs/languages.md; may be empty
    std::string prepareProgram;       ///< the file that it makes, below /work
    std::vector<std::string> prepareFor; ///< texts of which a source must hold one to be served; empty: each source is
    bool compileOnlyChecks = false;      ///< the compile step checks syntax; the sources themselves are run
    std::string program;                 ///< file that compiling makes, below /work
    std::vector<std::string> run;
    std::vector<std::string> version; ///< command whose first line of output is the version
    std::vector<std::string> environment;
    double timeMultiplier = 1.0;
    Bytes extraMemory;                     ///< added to the problem's limit for the runtime itself
    unsigned processes = 64;               ///< allowance for a run
    bool addressSpaceLimit = false;        ///< the runtime bears RLIMIT_AS
    std::vector<std::string> visiblePaths; ///< host paths a box must show besides /usr
    std::string package;                   ///< Debian packages that bring the tool, with blanks between them
    std::string runtimePackage;            ///< the same for the runtime
    std::string selfTestSource;
    std::string selfTestOutput;
    std::string lexer;       ///< editor's lexer: "cpp", "python"
    std::string lineComment; ///< "//"
    std::string starter;     ///< what the editor holds before anything is typed; may be empty
};

} // namespace grindstone::judge
