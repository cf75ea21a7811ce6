// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/problem_metadata.h"
#include "judge/package/yaml_reader.h"
#include "judge/problem/test_group.h"

namespace grindstone::judge {

/// What describes the groups of a package's test data.
struct GroupFiles {
    ScoringRules rules = ScoringRules::Current;
    const char* name = "/test_group.yaml"; ///< in each folder
    bool isDraft = false;                  ///< the rules of today, in the files of before
};

/// Drafts of 2025-09 go by both names of its version. The oldest have graders, as the legacy format; later ones have
/// the rules of today, but in the files of before and under the key "scoring". Fails as loadPackageYaml() does.
Result<GroupFiles> findGroupFiles(const PackageFolder& folder, PackageFormat format);

/// The keys of today in place of those of a draft. Fails with "package.invalid".
Result<YamlValue> withoutDraft(const YamlReader& reader, YamlValue yaml);

} // namespace grindstone::judge
