// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/problem/constants.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr std::size_t LongestName = 512;

/// The constant that a text begins with, braces and all.
Constants::const_iterator constantAt(std::string_view text, const Constants& constants, const ConstantForm& form) {
    const std::string_view near = text.substr(form.open.size(), LongestName);
    const std::size_t close = near.find(form.close);
    return close == std::string_view::npos ? constants.end() : constants.find(near.substr(0, close));
}

} // namespace

std::optional<std::string> withConstants(std::string_view text, const Constants& constants, std::size_t most,
                                         const ConstantForm& form) {
    std::string filled;
    while (!text.empty() && filled.size() <= most) {
        const std::size_t open = std::min(text.find(form.open), text.size());
        filled += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty()) {
            break;
        }
        const auto constant = constantAt(text, constants, form);
        const bool known = constant != constants.end();
        filled += known ? std::string_view(constant->second) : text.substr(0, 1);
        text.remove_prefix(known ? form.open.size() + constant->first.size() + form.close.size() : 1);
    }
    return filled.size() <= most ? std::optional(std::move(filled)) : std::nullopt;
}

} // namespace grindstone::judge
