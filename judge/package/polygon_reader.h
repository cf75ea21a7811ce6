// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package.h"
#include "judge/package/package_folder.h"
#include "judge/package/polygon_description.h"

namespace grindstone::judge {

/// The problem.xml of a package. Fails with "package.invalid": there is none, one of more than 4 MiB, or one that is no
/// XML.
Result<XmlFile> readPolygonXml(const PackageFolder& folder);

/// The header of a package of Codeforces' Polygon: problem.xml only. Fails as loadPackageHeader() does.
Result<PackageHeader> loadPolygonHeader(const std::filesystem::path& folder);

/// Reads a package of Polygon (https://polygon.codeforces.com), a standard or a full one: tests that aren't among the
/// files become recipes of Problem::generation. Fails as loadPackage() does.
Result<Problem> loadPolygonPackage(const std::filesystem::path& folder);

} // namespace grindstone::judge
