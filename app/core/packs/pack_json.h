// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/packs/installed_packs.h"
#include "app/core/packs/pack_archive.h"
#include "app/core/packs/pack_import.h"
#include "judge/problem/problem.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace grindstone::core {

/// A source that could not be imported.
struct FailedImport {
    std::string source;
    Error error;
};

/// "grindstone-import/1"
nlohmann::ordered_json importJson(const std::vector<ImportedPack>& packs, const std::vector<FailedImport>& failed);

/// "grindstone-packs/1"
nlohmann::ordered_json packsJson(const std::vector<InstalledPack>& packs);

/// A package of a pack, read as far as it can be.
struct ShownPackage {
    QString name;
    std::optional<judge::Problem> problem;
    std::optional<Error> error; ///< why there is no problem
};

std::vector<ShownPackage> loadPackages(const std::vector<std::filesystem::path>& packages);

/// "grindstone-pack/1"
nlohmann::ordered_json packJson(const InstalledPack& pack, const std::vector<ShownPackage>& packages);

/// "grindstone-written-pack/1"
nlohmann::ordered_json writtenJson(const WrittenPack& pack, const std::filesystem::path& file);

} // namespace grindstone::core
