// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <utility>

namespace grindstone::sandbox {

/// Of two joined programs.
enum class Side { First, Second };

inline constexpr std::array Sides{Side::First, Side::Second};

constexpr Side otherThan(Side side) {
    return side == Side::First ? Side::Second : Side::First;
}

/// What becomes of words for a side that has ended, or closed its input.
enum class Unheard {
    BreaksPipe, ///< who says them gets SIGPIPE
    IsDropped,  ///< who says them can't tell; they count all the same
};

/// One value for each.
template<typename Value> class BySide {
public:
    BySide() = default;
    BySide(Value first, Value second) : m_values{std::move(first), std::move(second)} {}

    Value& operator[](Side side) { return m_values[static_cast<std::size_t>(side)]; }
    const Value& operator[](Side side) const { return m_values[static_cast<std::size_t>(side)]; }

private:
    std::array<Value, 2> m_values{};
};

} // namespace grindstone::sandbox
