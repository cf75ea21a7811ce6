// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/package.h"

#include "judge/package/icpc_reader.h"
#include "judge/package/package_folder.h"
#include "judge/package/polygon_description.h"
#include "judge/package/polygon_reader.h"

#include <array>

namespace grindstone::judge {

namespace {

constexpr std::array Readers{
    PackageReader{"problem.yaml", loadIcpcHeader, loadIcpcPackage},
    PackageReader{PolygonFile, loadPolygonHeader, loadPolygonPackage},
};

Result<const PackageReader*> readerOf(const std::filesystem::path& path) {
    const PackageFolder folder = TRY(PackageFolder::open(path));
    if (const PackageReader* reader = findReader(folder.root())) {
        return reader;
    }
    return fail("package.invalid", shownPath(folder.root()) +
                                       ": there is no problem.yaml or problem.xml here; name the folder that holds it");
}

} // namespace

const PackageReader* findReader(const std::filesystem::path& folder) {
    for (const PackageReader& reader : Readers) {
        std::error_code error;
        if (std::filesystem::exists(folder / reader.mark, error)) {
            return &reader;
        }
    }
    return nullptr;
}

bool isPackage(const std::filesystem::path& folder) {
    return findReader(folder) != nullptr;
}

Result<PackageHeader> loadPackageHeader(const std::filesystem::path& folder) {
    return TRY(readerOf(folder))->header(folder);
}

Result<Problem> loadPackage(const std::filesystem::path& folder) {
    return TRY(readerOf(folder))->problem(folder);
}

} // namespace grindstone::judge
