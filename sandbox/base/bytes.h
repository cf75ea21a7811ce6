// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace grindstone {

/// A number of bytes whose unit cannot be mistaken.
class Bytes {
public:
    constexpr Bytes() = default;
    constexpr explicit Bytes(std::uint64_t count) : m_count(count) {}
    static constexpr Bytes kib(std::uint64_t count) { return Bytes(count << 10); }
    static constexpr Bytes mib(std::uint64_t count) { return Bytes(count << 20); }

    constexpr std::uint64_t count() const { return m_count; }
    /// Whole KiB, rounded up.
    constexpr std::uint64_t inKib() const { return (m_count + 1023) >> 10; }

    // Not operator<=>: Qt 6.4's moc cannot read <compare>.
    friend constexpr bool operator==(Bytes, Bytes) = default;
    friend constexpr bool operator<(Bytes a, Bytes b) { return a.m_count < b.m_count; }
    friend constexpr bool operator>(Bytes a, Bytes b) { return b < a; }
    friend constexpr bool operator<=(Bytes a, Bytes b) { return !(b < a); }
    friend constexpr bool operator>=(Bytes a, Bytes b) { return !(a < b); }
    friend constexpr Bytes operator+(Bytes a, Bytes b) { return Bytes(a.m_count + b.m_count); }

private:
    std::uint64_t m_count = 0;
};

} // namespace grindstone
