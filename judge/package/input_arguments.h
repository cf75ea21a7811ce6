// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/yaml_value.h"
#include "judge/problem/constants.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// The command lines of an ICPC package's input validators: `input_validator_args` of test_group.yaml and NAME.yaml, or
/// `input_validator_flags` of testdata.yaml as it was called before; what is nearest to a case counts alone. Reads each
/// folder's file once.
class InputArguments {
public:
    /// Both outlive it.
    InputArguments(const PackageFolder& folder, const Constants& constants)
        : m_folder(folder), m_constants(constants) {}

    /// Of a case, "data/secret/group1/03", and a validator, "check". Fails with "package.invalid", naming file and
    /// line, and as PackageFolder does.
    Result<std::vector<std::string>> of(const std::string& base, const std::string& validator);

private:
    /// What one place says; nothing where it says nothing.
    struct Setting {
        std::optional<std::vector<std::string>> all;           ///< for each validator
        std::map<std::string, std::vector<std::string>> named; ///< for these alone, where `all` is empty
    };
    using Settings = std::optional<Setting>;

    Result<Settings> ofFolder(const std::string& path);
    Result<Settings> readFile(const std::string& file);
    Result<Setting> readSetting(const std::string& file, const std::string& key, const YamlValue& value);

    const PackageFolder& m_folder;
    const Constants& m_constants;
    std::map<std::string, Settings> m_folders; ///< what holds in a folder, that of those above it included
};

} // namespace grindstone::judge
