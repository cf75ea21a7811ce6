// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/cache/digest.h"

#include <sodium/core.h>

namespace grindstone::judge {

Digest::Digest() {
    // Chooses what is fastest on this processor; returns at once when that is done.
    [[maybe_unused]] const int ready = ::sodium_init();
    ::crypto_generichash_init(&m_state, nullptr, 0, Size);
}

Digest& Digest::add(std::string_view part) {
    add(part.size());
    ::crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    return *this;
}

Digest& Digest::add(std::uint64_t number) {
    std::array<unsigned char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<unsigned char>(number >> (8 * i));
    }
    ::crypto_generichash_update(&m_state, bytes.data(), bytes.size());
    return *this;
}

std::array<unsigned char, Digest::Size> Digest::bytes() {
    std::array<unsigned char, Size> digest{};
    ::crypto_generichash_final(&m_state, digest.data(), digest.size());
    return digest;
}

std::string Digest::hex() {
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes()) {
        text += Digits[byte >> 4];
        text += Digits[byte & 15];
    }
    return text;
}

} // namespace grindstone::judge
