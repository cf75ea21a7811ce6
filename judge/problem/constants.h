// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// The constants of a problem by what stands between the braces: "n", "n.value", "n.tex".
using Constants = std::map<std::string, std::string, std::less<>>;

/// How a text names a constant.
struct ConstantForm {
    std::string_view open = "{{";
    std::string_view close = "}}";
};
inline constexpr ConstantForm LatexConstant{"\\constant{", "}"};

/// The text with each {{name}} of a constant replaced once: a value that itself holds a {{name}} stays as it is, or few
/// constants could double one another without end. Other names stay, too. Nothing when that would be longer than `most`
/// bytes.
std::optional<std::string> withConstants(std::string_view text, const Constants& constants, std::size_t most,
                                         const ConstantForm& form = {});

} // namespace grindstone::judge
