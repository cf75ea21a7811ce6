// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/data_checks.h"

#include "judge/package/generation_reader.h"
#include "judge/package/problem_metadata.h"
#include "judge/verify/input_checks.h"
#include "judge/verify/output_checks.h"

namespace grindstone::judge {

namespace {

/// Settings of groups may stand in what the package says of its generators. What is wrong there has been told when the
/// package was read.
void addPlanned(PackageFolder& folder, const Problem& problem) {
    const Result<YamlValue> extras = loadPackageYaml(folder, "grindstone.yaml");
    std::vector<std::string> told;
    if (extras) {
        auto plan = planData({folder, problem.constants, problem.interactive || problem.passes > 1}, *extras, told);
        if (plan) {
            folder.plan(*std::move(plan));
        }
    }
}

} // namespace

std::vector<Finding> checkData(const Problem& problem, const std::filesystem::path& package, ProgramRunner& programs,
                               std::stop_token stop, const DataProgressSink& progress, const DataAllowance& allowance) {
    FindingCollector findings;
    Result<PackageFolder> folder = PackageFolder::open(package);
    if (!folder) {
        findings.error("the checks", {}, folder.error().detail);
        return findings.take();
    }
    addPlanned(*folder, problem);
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
