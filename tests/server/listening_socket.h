// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/un.h>

#include <string>

namespace grindstone::server::test {

/// A socket in a folder of its own that listens.
class ListeningSocket {
public:
    ListeningSocket() : m_path(m_folder.filePath(QStringLiteral("s")).toStdString()) {}

    UniqueFd open() {
        UniqueFd made(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        m_path.copy(address.sun_path, sizeof address.sun_path - 1);
        const bool listens = ::bind(made.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                             ::listen(made.get(), 512) == 0;
        return listens ? std::move(made) : UniqueFd();
    }
    const std::string& path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    std::string m_path;
};

} // namespace grindstone::server::test
