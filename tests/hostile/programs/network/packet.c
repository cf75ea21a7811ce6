// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: listens to the network below the protocols
// expect: exited 0
// output: raw: refused EPERM
// output: cooked: refused EPERM
// blocked: socket
#include "hostile.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <sys/socket.h>

int main(void) {
    report("raw", socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)));
    report("cooked", socket(AF_PACKET, SOCK_DGRAM, htons(ETH_P_IP)));
    return 0;
}
