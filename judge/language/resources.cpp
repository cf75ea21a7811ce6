// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/language_catalogue.h"

namespace grindstone::judge {

std::filesystem::path findResources() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return (program.parent_path() / "../share/grindstone").lexically_normal();
}

} // namespace grindstone::judge
