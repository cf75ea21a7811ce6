// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/sockets.h"

#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <sys/socket.h>

namespace grindstone::sandbox::helper {

Prepared<SocketPair> makeSocketPair() {
    int ends[2];
    STEP("make a socket", ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends));
    return SocketPair{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

bool sendFailure(int socket, const SetupFailure& failure) {
    return protocol::sendPacket(socket, protocol::encode(protocol::SetupFailed{failure.step, failure.error}));
}

} // namespace grindstone::sandbox::helper
