// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"
#include "tests/hostile/case_file.h"

#include <map>

namespace grindstone::hostile {

/// Makes launch specs of cases: which program runs a file, with which limits when the case names none. Keeps open what
/// the specs borrow.
class Launcher {
public:
    /// `data` is the folder that the build fills; `marker` a name that every command line is to hold; `secret` the host
    /// folder that programs look for.
    Launcher(std::filesystem::path data, std::string marker, std::string secret);

    const std::filesystem::path& data() const { return m_data; }

    /// Fails with "hostile.absent" when what runs such files isn't installed, with "file.unreadable" when the build
    /// lacks something.
    Result<sandbox::LaunchSpec> specFor(const CaseFile& hostileCase, const Situation& situation);

    /// Begins a case: its runs share one input, and those of the last case give theirs back.
    Result<void> prepareInput(const CaseFile& hostileCase);

    /// What boxes have to show besides their minimal root.
    static sandbox::BoxOptions boxOptions();

private:
    Result<void> addFile(sandbox::LaunchSpec& spec, const std::filesystem::path& file, bool executable);
    Result<void> addProgram(sandbox::LaunchSpec& spec, const CaseFile& hostileCase, const Situation& situation);
    Result<void> addInterpreted(sandbox::LaunchSpec& spec, const CaseFile& hostileCase,
                                std::vector<std::string> command, const std::filesystem::path& file);
    Result<void> addCompiler(sandbox::LaunchSpec& spec, const CaseFile& hostileCase, const char* compiler);
    std::string placeOf(const std::filesystem::path& file) const;

    std::filesystem::path m_data;
    std::string m_marker;
    std::string m_secret;
    std::map<std::string, UniqueFd> m_files;
    UniqueFd m_input;
    UniqueFd m_inputWriter; ///< of a pipe that nobody writes to
};

} // namespace grindstone::hostile
