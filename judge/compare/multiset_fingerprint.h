// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace grindstone::judge {

/// Stands for a multiset of 64-bit values. Equal multisets have equal fingerprints under the same keys.
struct MultisetFingerprint {
    std::uint64_t count = 0;
    std::array<std::uint64_t, 2> products{1, 1};

    friend bool operator==(const MultisetFingerprint&, const MultisetFingerprint&) = default;
};

/// Random keys, drawn anew by each object. Each value x with halves h and l gives a factor r - (h * s + l) of a product
/// modulo the prime p = 2^61 - 1. Products of unlike multisets of n values are unlike polynomials of r and s, so they
/// are equal with a chance of at most 2n / p whatever the values (Schwartz and Zippel); two products with keys of their
/// own make that 10^-20 for 10^8 values.
class MultisetKeys {
public:
    MultisetKeys();
    void add(MultisetFingerprint& fingerprint, std::uint64_t value) const;

private:
    struct Key {
        std::uint64_t r;
        std::uint64_t s;
    };
    std::array<Key, 2> m_keys;
};

} // namespace grindstone::judge
