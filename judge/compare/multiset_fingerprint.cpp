// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/multiset_fingerprint.h"

#include <random>

namespace grindstone::judge {

namespace {

constexpr std::uint64_t Prime = (std::uint64_t(1) << 61) - 1;

__extension__ typedef unsigned __int128 Wide;

std::uint64_t reduced(Wide value) {
    const Wide folded = (value & Prime) + (value >> 61);
    const auto once = static_cast<std::uint64_t>((folded & Prime) + (folded >> 61));
    return once >= Prime ? once - Prime : once;
}

std::uint64_t randomResidue() {
    std::random_device device;
    const std::uint64_t high = device();
    return reduced(Wide(high) << 32 | device());
}

} // namespace

MultisetKeys::MultisetKeys() {
    for (Key& key : m_keys) {
        key = {randomResidue(), randomResidue()};
    }
}

void MultisetKeys::add(MultisetFingerprint& fingerprint, std::uint64_t value) const {
    ++fingerprint.count;
    for (std::size_t lane = 0; lane < m_keys.size(); ++lane) {
        const Key& key = m_keys[lane];
        const std::uint64_t element = reduced(Wide(value >> 32) * key.s + (value & 0xffffffff));
        fingerprint.products[lane] = reduced(Wide(fingerprint.products[lane]) * (key.r + Prime - element));
    }
}

} // namespace grindstone::judge
