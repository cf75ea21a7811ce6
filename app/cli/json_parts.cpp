// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_parts.h"

namespace grindstone::cli {

const char* cgroupCode(sandbox::MemorySource memory) {
    switch (memory) {
    case sandbox::MemorySource::Cgroup2:
        return "v2";
    case sandbox::MemorySource::Cgroup1:
        return "v1";
    case sandbox::MemorySource::Readings:
        break;
    }
    return "none";
}

} // namespace grindstone::cli
