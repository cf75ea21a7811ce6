// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sodium/crypto_generichash.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// BLAKE2b with 256 bits over a sequence of parts. Two sequences have the same digest only when they have the same
/// parts: each is preceded by its length.
class Digest {
public:
    static constexpr std::size_t Size = 32;

    Digest();
    Digest& add(std::string_view part);
    Digest& add(std::uint64_t number);
    /// Call one of these, once.
    std::array<unsigned char, Size> bytes();
    std::string hex();

private:
    crypto_generichash_state m_state;
};

} // namespace grindstone::judge
