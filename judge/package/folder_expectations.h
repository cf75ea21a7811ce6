// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/expectation.h"
#include "judge/package/problem_metadata.h"

#include <string>
#include <string_view>

namespace grindstone::judge {

/// What is known of a folder in `submissions/` by its name.
enum class FolderKind {
    Defined, ///< the format's version says what its submissions have to get
    Common,  ///< packages have it, and its name says enough
    Mixed,   ///< its submissions say for themselves
    Unknown,
};

struct FolderExpectation {
    FolderKind kind = FolderKind::Unknown;
    Expectation expected; ///< empty for Mixed and Unknown
};

/// What submissions in `submissions/NAME/` have to get by the format's defaults, or by what packages mean with the
/// name.
FolderExpectation expectationOfFolder(const std::string& name, PackageFormat format);

} // namespace grindstone::judge
