// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: talks to services of the host by their named sockets
// expect: exited 0
// output: /run/dbus/system_bus_socket: refused ENOENT
// output: /run/systemd/private: refused ENOENT
// output: /run/docker.sock: refused ENOENT
// output: /var/run/docker.sock: refused ENOENT
// output: /tmp/.X11-unix/X0: refused ENOENT
// output: /dev/log: refused ENOENT
// output: /run/user/1000/bus: refused ENOENT
// output[no-namespaces]: /run/dbus/system_bus_socket: refused EPERM
// output[no-namespaces]: /run/systemd/private: refused EPERM
// output[no-namespaces]: /run/docker.sock: refused EPERM
// output[no-namespaces]: /var/run/docker.sock: refused EPERM
// output[no-namespaces]: /tmp/.X11-unix/X0: refused EPERM
// output[no-namespaces]: /dev/log: refused EPERM
// output[no-namespaces]: /run/user/1000/bus: refused EPERM
#include "hostile.h"

#include <sys/socket.h>
#include <sys/un.h>

int main(void) {
    static const char* Places[] = {"/run/dbus/system_bus_socket", "/run/systemd/private", "/run/docker.sock",
                                   "/var/run/docker.sock", "/tmp/.X11-unix/X0", "/dev/log", "/run/user/1000/bus"};
    for (size_t i = 0; i < sizeof Places / sizeof Places[0]; ++i) {
        struct sockaddr_un address = {AF_UNIX};
        strcpy(address.sun_path, Places[i]);
        const int made = socket(AF_UNIX, SOCK_STREAM, 0);
        report(Places[i], made < 0 ? made : connect(made, (struct sockaddr*)&address, sizeof address));
    }
    return 0;
}
