// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/verify/data_check_run.h"
#include "judge/verify/validation_case.h"

namespace grindstone::judge {

/// Runs a package's input validators on the inputs of all cases, and on what is no input of any problem. Those of an
/// ICPC package are looked for in its folders; others come with the problem (Generation::inputValidators).
class InputChecks {
public:
    /// All of them outlive it.
    InputChecks(const Problem& problem, const PackageFolder& folder, const std::vector<ValidationCase>& cases,
                DataCheckRun& run);

    /// How many pieces of data there are to check.
    std::size_t size() const { return m_tasks.size(); }
    void check();

private:
    struct Validator {
        std::string name; ///< what settings call it
        CheckerSpec spec;
        std::shared_ptr<const BuiltProgram> program; ///< null while it isn't built
    };
    /// An input with all that validators see of it.
    struct Task {
        const ValidationCase* data = nullptr;
        std::vector<std::vector<std::string>> arguments; ///< for each validator
    };

    void findValidators(const PackageFolder& folder);
    void plan(const PackageFolder& folder);
    Result<Task> taskFor(const ValidationCase& data, class InputArguments& arguments) const;
    void build();
    void checkOne(const Task& task, BoxSlot& slot);
    void checkGarbage();
    /// Nothing where it could not be run.
    std::optional<ProgramRunner::End> runOne(std::size_t validator, const Task& task, int input, BoxSlot& slot);
    bool accepts(const Validator& validator, const ProgramRunner::End& end) const;

    const Problem& m_problem;
    const std::vector<ValidationCase>& m_cases;
    DataCheckRun& m_run;
    std::vector<Validator> m_validators;
    std::vector<Task> m_tasks;
};

} // namespace grindstone::judge
