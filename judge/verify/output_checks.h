// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verify/data_check_run.h"
#include "judge/verify/garbage.h"
#include "judge/verify/validation_case.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// Has a problem's output validators, or the comparators in their place, judge the package's own answers, its tests of
/// them, and, where they are programs, garbage. Interactive problems have no outputs; of multi-pass ones, only the
/// tests are judged.
class OutputChecks {
public:
    /// All of them outlive it.
    OutputChecks(const Problem& problem, const std::vector<ValidationCase>& cases, DataCheckRun& run);

    /// How many pieces of data there are to check.
    std::size_t size() const { return m_tasks.size(); }
    void check();

private:
    enum class Said { Nothing, Accepted, Rejected, Failed };
    /// What came of garbage on a case.
    struct Trial {
        std::string name;
        Said said = Said::Nothing;
        std::string detail; ///< of a failure
    };
    struct Task {
        const ValidationCase* data = nullptr;
        bool tryGarbage = false;
        std::vector<Trial> trials;
    };

    void plan();
    void chooseForGarbage();
    void checkOne(Task& task, BoxSlot& slot);
    void checkAnswer(const Task& task, int input, BoxSlot& slot);
    void checkTest(const Task& task, int input, BoxSlot& slot);
    void tryGarbage(Task& task, int input, BoxSlot& slot);
    void reportGarbage();
    std::vector<std::string> trialNames() const;
    void reportTrials(const std::string& name, bool everything);
    bool alwaysAccepted(const std::string& name, std::size_t& cases) const;
    /// Nothing where it was stopped, or is not to be run any more.
    Result<std::optional<Comparison>> judge(const ValidationCase& data, const std::string& where, int input, int output,
                                            BoxSlot& slot);
    /// The same of a file; its failures are told. Nothing when it isn't judged.
    std::optional<Comparison> judgeFile(const ValidationCase& data, const std::string& name,
                                        const std::filesystem::path& path, int input, BoxSlot& slot);
    std::string validatorName() const;

    const Problem& m_problem;
    const std::vector<ValidationCase>& m_cases;
    DataCheckRun& m_run;
    std::vector<Task> m_tasks;
    std::shared_ptr<const OutputJudge> m_judge;
};

} // namespace grindstone::judge
