// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_spec.h"
#include "judge/package/package_folder.h"

#include <vector>

namespace grindstone::judge {

/// Something in a package that says whether an input is one.
struct InputValidator {
    enum class Form {
        Program,
        Checktestdata, ///< a text in that language
        Viva,          ///< the same
    };
    Form form = Form::Program;
    std::string name;    ///< "check" for input_validators/check.py: what settings call it
    CheckerSpec program; ///< for the others, name and path alone
};

/// What lies in `input_validators/`, in `input_format_validators/` as it was called before, or is `input_validator/`,
/// sorted by name; notes and headers that lie beside are none. Fails with "package.invalid" for bad links or more than
/// 20 of them.
Result<std::vector<InputValidator>> findInputValidators(const PackageFolder& folder, const Constants& constants);

} // namespace grindstone::judge
