// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/data_checks.h"

#include "judge/verify/input_checks.h"
#include "judge/verify/output_checks.h"

namespace grindstone::judge {

std::vector<Finding> checkData(const Problem& problem, const std::filesystem::path& package, ProgramRunner& programs,
                               std::stop_token stop, const DataProgressSink& progress, const DataAllowance& allowance) {
    FindingCollector findings;
    const Result<PackageFolder> folder = PackageFolder::open(package);
    if (!folder) {
        findings.error("the checks", {}, folder.error().detail);
        return findings.take();
    }
    const std::vector<ValidationCase> cases = listValidationCases(problem, *folder, findings);
    DataCheckRun run(programs, findings, allowance, std::move(stop), progress);
    InputChecks inputs(problem, *folder, cases, run);
    OutputChecks outputs(problem, cases, run);
    run.expect(inputs.size() + outputs.size());
    inputs.check();
    outputs.check();
    return findings.take();
}

} // namespace grindstone::judge
