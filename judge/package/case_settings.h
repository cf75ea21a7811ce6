// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator_spec.h"
#include "judge/package/package_folder.h"
#include "judge/package/problem_metadata.h"
#include "judge/package/yaml_reader.h"

namespace grindstone::judge {

/// What a case has from the YAML files above it and beside it.
struct CaseSettings {
    ComparatorSpec comparator;
    std::vector<std::string> arguments; ///< `args`: the program's command line
    bool fullFeedback = false;          ///< people may see the case when they fail it
};

/// The words of a command line, constants filled in. Fails with "package.invalid" for more than 256 words or 16 KiB,
/// and for a NUL byte; `key` goes into the error.
Result<std::vector<std::string>> readCommandLine(const YamlReader& reader, const YamlValue& value,
                                                 const std::string& key, const Constants& constants);

/// The settings that hold for a whole package: those of the legacy `validator_flags`.
Result<CaseSettings> packageSettings(const ProblemMetadata& metadata);

/// `inherited`, changed by what a `test_group.yaml`, `testdata.yaml` or `CASE.yaml` says; unchanged if there is no such
/// file. `{{name}}` in arguments stands for a constant. Fails with "package.invalid" or "package.unsupported".
Result<CaseSettings> readCaseSettings(const PackageFolder& folder, const std::string& file,
                                      const ProblemMetadata& metadata, const CaseSettings& inherited,
                                      std::vector<std::string>& warnings);

} // namespace grindstone::judge
