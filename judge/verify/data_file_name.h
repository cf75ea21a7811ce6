// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace grindstone::judge {

/// The name of a test case's file, taken apart: "03.in.statement" is what "03" shows for its input.
struct DataFileName {
    std::string_view base;
    std::string_view suffix; ///< with its dot; empty where the format knows none
};

DataFileName splitDataFileName(std::string_view name);

/// What a person takes for a picture of a test case.
bool isIllustration(std::string_view suffix);

} // namespace grindstone::judge
