// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How judge and helper talk: SOCK_SEQPACKET messages with descriptors (SCM_RIGHTS) beside them. One packet is one
/// message; its bytes are little fields written one after the other, strings with their length before them.
namespace grindstone::sandbox::protocol {

constexpr std::size_t LargestPacket = 128 * 1024;
constexpr std::size_t MostDescriptors = 200; ///< the kernel allows 253 (SCM_MAX_FD)

struct Packet {
    std::string bytes;
    std::vector<UniqueFd> descriptors;
};

/// False with errno set when the peer is gone or the message is too large.
bool sendPacket(int socket, std::string_view bytes, std::span<const int> descriptors = {});

enum class Received { Packet, Closed, Failed };

/// Waits for the next packet. `Failed` (errno set) also for one that was cut.
Received receivePacket(int socket, Packet& packet);

/// Appends fields.
class Writer {
public:
    Writer& number(std::uint64_t value);
    Writer& text(std::string_view value);
    const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Reads fields back; after the first one that isn't there, ok() is false and every field is empty or 0.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}
    /// One that is not ok() from the start.
    static Reader failed() {
        Reader reader{std::string_view()};
        reader.m_ok = false;
        return reader;
    }
    std::uint64_t number();
    /// A larger one fails.
    std::uint64_t numberUpTo(std::uint64_t largest);
    /// As static_cast<std::uint64_t>() makes of an int; what it makes of none fails.
    int signedNumber();
    std::string text();
    /// A count of items that follow, each at least 8 bytes long; a larger one than can follow fails.
    std::size_t count();
    bool ok() const { return m_ok; }
    /// True when all was read and nothing is left.
    bool finished() const { return m_ok && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

} // namespace grindstone::sandbox::protocol
