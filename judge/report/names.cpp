// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/report/names.h"

namespace grindstone::judge {

std::string_view name(Mode mode) {
    return mode == Mode::Run ? "run" : "submit";
}

std::string_view name(LimitSource source) {
    switch (source) {
    case LimitSource::Package:
        return "package";
    case LimitSource::Inferred:
        return "inferred";
    case LimitSource::Default:
        break;
    }
    return "default";
}

std::string_view name(Visibility visibility) {
    switch (visibility) {
    case Visibility::Shown:
        return "shown";
    case Visibility::InputOnly:
        return "input";
    case Visibility::VerdictOnly:
        break;
    }
    return "verdict";
}

std::string_view name(sandbox::MemorySource source) {
    switch (source) {
    case sandbox::MemorySource::Cgroup2:
        return "cgroup2";
    case sandbox::MemorySource::Cgroup1:
        return "cgroup1";
    case sandbox::MemorySource::Readings:
        break;
    }
    return "rusage";
}

std::string_view name(sandbox::LimitHit limit) {
    switch (limit) {
    case sandbox::LimitHit::Cpu:
        return "cpu";
    case sandbox::LimitHit::Wall:
        return "wall";
    case sandbox::LimitHit::Memory:
        return "memory";
    case sandbox::LimitHit::Output:
        return "output";
    case sandbox::LimitHit::None:
        break;
    }
    return {};
}

} // namespace grindstone::judge
