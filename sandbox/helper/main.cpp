// SPDX-License-Identifier: GPL-3.0-or-later
//
// grindstone-sandbox: a small static program, started once by the judge, with a socket as descriptor 3. It makes boxes
// (a keeper process each) and the cgroups of their runs, and ends when its socket does. See sandbox/README.md.
#include "sandbox/helper/warden.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>

namespace {

constexpr int JudgeSocket = 3;

bool isSocket(int descriptor) {
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

} // namespace

int main() {
    if (!isSocket(JudgeSocket)) {
        std::fputs("grindstone-sandbox is started by Grindstone itself; it does nothing by hand.\n", stderr);
        return 2;
    }
    ::fcntl(JudgeSocket, F_SETFD, FD_CLOEXEC);
    return grindstone::sandbox::helper::runWarden(grindstone::UniqueFd(JudgeSocket));
}
