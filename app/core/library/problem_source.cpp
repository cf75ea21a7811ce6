// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/problem_source.h"

#include "app/core/library/library.h"

#include <memory>

namespace grindstone::core {

ProblemSource problemsIn(std::vector<std::filesystem::path> packRoots) {
    const auto library = std::make_shared<Library>(std::move(packRoots));
    return [library](const std::string& id) -> Result<std::shared_ptr<const judge::Problem>> {
        const QString wanted = QString::fromStdString(id);
        Result<ProblemEntry> entry = library->find(wanted);
        if (!entry) {
            library->scan();
            entry = library->find(wanted);
        }
        return entry ? Library::load(*entry) : fail(entry.error());
    };
}

} // namespace grindstone::core
