// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/launch_spec.h"

#include <string>

namespace grindstone::sandbox::helper {

/// Where the folders of a box really are: at the names that a LaunchSpec uses where the box has a root of its own,
/// below a folder on the host where it hasn't.
struct Places {
    std::string base; ///< empty, or the host folder that stands before each name

    std::string of(Area area) const { return base + name(area); }
    std::string temporary() const { return base + "/tmp"; }

    static const char* name(Area area) {
        switch (area) {
        case Area::Program:
            return "/program";
        case Area::Work:
            return "/work";
        case Area::Case:
            return "/case";
        case Area::Feedback:
            break;
        }
        return "/feedback";
    }
};

} // namespace grindstone::sandbox::helper
