// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/protocol/packet.h"

#include "sandbox/base/sys.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cstring>

namespace grindstone::sandbox::protocol {

namespace {

constexpr std::size_t ControlSpace = CMSG_SPACE(sizeof(int) * MostDescriptors);

struct alignas(cmsghdr) ControlBuffer {
    char bytes[ControlSpace];
};

void attachDescriptors(msghdr& message, ControlBuffer& control, std::span<const int> descriptors) {
    message.msg_control = control.bytes;
    message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
}

std::vector<UniqueFd> takeDescriptors(msghdr& message) {
    std::vector<UniqueFd> taken;
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
            taken.emplace_back(descriptor);
        }
    }
    return taken;
}

} // namespace

bool sendPacket(int socket, std::string_view bytes, std::span<const int> descriptors) {
    if (bytes.size() > LargestPacket || descriptors.size() > MostDescriptors) {
        errno = EMSGSIZE;
        return false;
    }
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    ControlBuffer control{};
    if (!descriptors.empty()) {
        attachDescriptors(message, control, descriptors);
    }
    return retryInterrupted([&] { return ::sendmsg(socket, &message, MSG_NOSIGNAL); }) >= 0;
}

Received receivePacket(int socket, Packet& packet) {
    // Touched only as far as messages reach: pages cost more than all else here.
    static thread_local std::array<char, LargestPacket> buffer;
    packet.descriptors.clear();
    iovec part{buffer.data(), buffer.size()};
    ControlBuffer control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    const ssize_t got = retryInterrupted([&] { return ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC); });
    packet.bytes.assign(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    if (got < 0) {
        return errno == ECONNRESET ? Received::Closed : Received::Failed;
    }
    packet.descriptors = takeDescriptors(message);
    if ((message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) {
        errno = EMSGSIZE;
        return Received::Failed;
    }
    return got == 0 ? Received::Closed : Received::Packet;
}

Writer& Writer::number(std::uint64_t value) {
    m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
}

Writer& Writer::text(std::string_view value) {
    number(value.size());
    m_bytes.append(value);
    return *this;
}

std::uint64_t Reader::number() {
    std::uint64_t value = 0;
    if (!m_ok || m_rest.size() < sizeof value) {
        m_ok = false;
        return 0;
    }
    std::memcpy(&value, m_rest.data(), sizeof value);
    m_rest.remove_prefix(sizeof value);
    return value;
}

std::uint64_t Reader::numberUpTo(std::uint64_t largest) {
    const std::uint64_t value = number();
    m_ok = m_ok && value <= largest;
    return m_ok ? value : 0;
}

int Reader::signedNumber() {
    const std::uint64_t value = number();
    const int narrow = static_cast<int>(value);
    m_ok = m_ok && static_cast<std::uint64_t>(narrow) == value;
    return m_ok ? narrow : 0;
}

std::string Reader::text() {
    const std::uint64_t size = number();
    if (!m_ok || m_rest.size() < size) {
        m_ok = false;
        return {};
    }
    std::string value(m_rest.substr(0, size));
    m_rest.remove_prefix(size);
    return value;
}

std::size_t Reader::count() {
    const std::uint64_t value = number();
    if (!m_ok || value > m_rest.size() / sizeof(std::uint64_t)) {
        m_ok = false;
        return 0;
    }
    return value;
}

} // namespace grindstone::sandbox::protocol
