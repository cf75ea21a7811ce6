// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/keyed_hash.h"

#include <bit>
#include <cstring>
#include <random>

namespace grindstone::judge {

HashKey randomHashKey() {
    std::random_device device;
    HashKey key{};
    for (std::uint64_t& half : key) {
        half = (std::uint64_t{device()} << 32) | device();
    }
    return key;
}

KeyedHash::KeyedHash(const HashKey& key)
    : m_state{key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d ^ 0xee, key[0] ^ 0x6c7967656e657261,
              key[1] ^ 0x7465646279746573} {}

void KeyedHash::mix() {
    auto& [a, b, c, d] = m_state;
    a += b;
    c += d;
    b = std::rotl(b, 13) ^ a;
    d = std::rotl(d, 16) ^ c;
    a = std::rotl(a, 32);
    c += b;
    a += d;
    b = std::rotl(b, 17) ^ c;
    d = std::rotl(d, 21) ^ a;
    c = std::rotl(c, 32);
}

void KeyedHash::addWord(std::uint64_t word) {
    m_state[3] ^= word;
    mix();
    mix();
    m_state[0] ^= word;
}

void KeyedHash::add(std::string_view bytes) {
    for (; !bytes.empty() && m_size % 8 != 0; bytes.remove_prefix(1)) {
        m_pending |= std::uint64_t{static_cast<unsigned char>(bytes.front())} << (m_size % 8 * 8);
        if (++m_size % 8 == 0) {
            addWord(m_pending);
            m_pending = 0;
        }
    }
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        addWord(word);
        m_size += 8;
    }
    for (const char byte : bytes) {
        m_pending |= std::uint64_t{static_cast<unsigned char>(byte)} << (m_size++ % 8 * 8);
    }
}

HashValue KeyedHash::value() const {
    KeyedHash end = *this;
    end.addWord(m_pending | (m_size << 56));
    const auto finish = [&end](std::size_t word, std::uint64_t mark) {
        end.m_state[word] ^= mark;
        for (int round = 0; round < 4; ++round) {
            end.mix();
        }
        return end.m_state[0] ^ end.m_state[1] ^ end.m_state[2] ^ end.m_state[3];
    };
    const std::uint64_t low = finish(2, 0xee);
    return {low, finish(1, 0xdd)};
}

} // namespace grindstone::judge
