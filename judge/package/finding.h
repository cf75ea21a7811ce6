// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace grindstone::judge {

enum class Severity { Error, Warning };

/// Something that the author of a package should know of. Plain value.
struct Finding {
    Severity severity = Severity::Warning;
    std::string file;    ///< below the package's folder; a folder of it too; empty: the package as a whole
    unsigned line = 0;   ///< from 1; 0: none
    std::string message; ///< English: what is wrong, and what to do

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// By file, line, severity and message.
bool operator<(const Finding& left, const Finding& right);

/// Splits what the readers of packages say in warnings and in the details of their errors: "FILE:LINE: MESSAGE",
/// "FILE: MESSAGE". A text without a file becomes the message.
Finding findingFrom(Severity severity, std::string_view detail);

/// The way back: "FILE:LINE: MESSAGE", without what there isn't.
std::string textOf(const Finding& finding);

} // namespace grindstone::judge
