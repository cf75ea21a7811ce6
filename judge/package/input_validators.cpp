// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/input_validators.h"

#include "judge/package/package_checkers.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t MostValidators = 20;

InputValidator::Form formOf(const std::string& name) {
    const std::string extension = fs::path(name).extension().string();
    if (extension == ".ctd") {
        return InputValidator::Form::Checktestdata;
    }
    return extension == ".viva" ? InputValidator::Form::Viva : InputValidator::Form::Program;
}

Result<InputValidator> validatorAt(const PackageFolder& folder, const std::string& path, const Constants& constants) {
    InputValidator validator;
    validator.program = TRY(findProgram(folder, path));
    validator.program.constants = constants;
    validator.form = formOf(validator.program.path.filename().string());
    validator.name = fs::path(path).stem().string();
    return validator;
}

} // namespace

Result<std::vector<InputValidator>> findInputValidators(const PackageFolder& folder, const Constants& constants) {
    std::vector<InputValidator> validators;
    for (const char* name : {"input_validators", "input_format_validators"}) {
        for (const std::string& path : listPrograms(folder, name)) {
            validators.push_back(TRY(validatorAt(folder, path, constants)));
            if (validators.size() > MostValidators) {
                return fail("package.invalid", std::string(name) + ": more than 20 programs; remove what isn't needed");
            }
        }
    }
    if (folder.hasEntries("input_validator")) {
        validators.push_back(TRY(validatorAt(folder, "input_validator", constants)));
    }
    return validators;
}

} // namespace grindstone::judge
