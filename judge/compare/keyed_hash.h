// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace grindstone::judge {

struct HashValue {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend auto operator<=>(const HashValue&, const HashValue&) = default;
};

/// The key of a KeyedHash. Who doesn't know it cannot make two texts of one hash.
using HashKey = std::array<std::uint64_t, 2>;

/// A key from the system's random numbers.
HashKey randomHashKey();

/// SipHash-2-4 with 128 bits of result (Aumasson, Bernstein), fed piece by piece. Copies go their own ways from there.
class KeyedHash {
public:
    explicit KeyedHash(const HashKey& key);

    void add(std::string_view bytes);
    HashValue value() const;

private:
    void addWord(std::uint64_t word);
    void mix();

    std::array<std::uint64_t, 4> m_state;
    std::uint64_t m_pending = 0; ///< the last size % 8 bytes
    std::uint64_t m_size = 0;
};

} // namespace grindstone::judge
