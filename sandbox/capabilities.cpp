// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/capabilities.h"

namespace grindstone::sandbox {

std::string_view code(Tier tier) {
    switch (tier) {
    case Tier::Full:
        return "full";
    case Tier::FullCgroup1:
        return "full-v1";
    case Tier::NoCgroup:
        return "no-cgroup";
    case Tier::NoNamespaces:
        return "no-namespaces";
    case Tier::None:
        break;
    }
    return "none";
}

} // namespace grindstone::sandbox
