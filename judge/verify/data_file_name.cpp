// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/data_file_name.h"

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

/// The longer ones first: ".in.statement" ends in ".statement" alone as far as others are concerned.
constexpr std::array<std::string_view, 16> Suffixes{
    ".in.statement", ".ans.statement", ".in.download", ".ans.download", ".in",  ".ans", ".out",  ".interaction",
    ".files",        ".yaml",          ".hint",        ".desc",         ".png", ".jpg", ".jpeg", ".svg"};

} // namespace

DataFileName splitDataFileName(std::string_view name) {
    const auto suffix = std::ranges::find_if(
        Suffixes, [&](std::string_view known) { return name.size() > known.size() && name.ends_with(known); });
    if (suffix == Suffixes.end()) {
        return {name, {}};
    }
    return {name.substr(0, name.size() - suffix->size()), name.substr(name.size() - suffix->size())};
}

bool isIllustration(std::string_view suffix) {
    return suffix == ".png" || suffix == ".jpg" || suffix == ".jpeg" || suffix == ".svg";
}

} // namespace grindstone::judge
