// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/supported_kinds.h"

#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

const YamlReader Reader("problem.yaml");

constexpr const char* OnlyComparing = "only problems whose output is compared with the answer file can be judged";

Result<void> checkType(const YamlValue& yaml) {
    const YamlValue* type = yaml.find("type");
    if (type == nullptr || type->isNull()) {
        return {};
    }
    for (const std::string& word : TRY(Reader.words(*type, "type"))) {
        if (word != "pass-fail") {
            return Reader.unsupported(*type, "problems of type \"" + word +
                                                 "\" are not supported yet; only pass-fail problems can be judged");
        }
    }
    return {};
}

Result<void> checkValidation(const YamlValue& yaml) {
    const YamlValue* validation = yaml.find("validation");
    if (validation == nullptr || validation->isNull()) {
        return {};
    }
    const std::string text = TRY(Reader.text(*validation, "validation"));
    if (text != "default") {
        return Reader.unsupported(*validation, "validation \"" + text + "\" is not supported yet; " + OnlyComparing);
    }
    return {};
}

tl::unexpected<Error> unsupportedFolder(const char* name, const std::string& what) {
    return fail("package.unsupported", std::string(name) + "/: " + what + " not supported yet; " + OnlyComparing);
}

/// In the present format the validator's folder says that there is one; in the legacy one `validation` does.
Result<void> checkValidatorFolders(const PackageFolder& folder, PackageFormat format,
                                   std::vector<std::string>& warnings) {
    for (const char* name : {"output_validator", "output_validators"}) {
        if (!folder.hasEntries(name)) {
            continue;
        }
        if (format == PackageFormat::Current) {
            return unsupportedFolder(name, "a program that checks the output is");
        }
        warnings.push_back(std::string(name) + "/: not used, since problem.yaml doesn't say \"validation: custom\"");
    }
    return {};
}

} // namespace

Result<void> checkSupported(const PackageFolder& folder, const YamlValue& yaml, PackageFormat format,
                            std::vector<std::string>& warnings) {
    TRY(checkType(yaml));
    TRY(checkValidation(yaml));
    TRY(checkValidatorFolders(folder, format, warnings));
    if (folder.hasEntries("static_validator")) {
        return unsupportedFolder("static_validator", "a program that checks the source is");
    }
    if (folder.hasEntries("include")) {
        return unsupportedFolder("include", "files that join every submission are");
    }
    if (const YamlValue* writing = yaml.find("allow_file_writing")) {
        if (TRY(Reader.boolean(*writing, "allow_file_writing"))) {
            warnings.push_back(Reader.place(writing->line) + "allow_file_writing is not taken into account");
        }
    }
    return {};
}

} // namespace grindstone::judge
