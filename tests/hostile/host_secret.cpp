// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/host_secret.h"

#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cstring>

namespace grindstone::hostile {

namespace {

/// A socket that takes datagrams from everybody, as a host's log does.
UniqueFd listenAt(const QByteArray& path) {
    UniqueFd made(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
    const bool bound = ::bind(made.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                       ::chmod(path.constData(), 0666) == 0;
    return bound ? std::move(made) : UniqueFd();
}

} // namespace

// Not below /tmp, which a run's own covers.
HostSecret::HostSecret() : m_folder(QStringLiteral("/var/tmp/secret-XXXXXX")) {
    const QString token = QStringLiteral("secret-") + QUuid::createUuid().toString(QUuid::Id128);
    m_text = token.toStdString();
    m_valid = m_folder.isValid() && ::chmod(qPrintable(m_folder.path()), 0755) == 0;
    m_service = listenAt(m_folder.filePath(QStringLiteral("service")).toLocal8Bit());
    m_valid = m_valid && m_service;
    for (const char* name : {"1.ans", "2.in", "2.ans", "solution.py"}) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        // Every language takes an assignment to a name; what can't be understood is shown in a message.
        m_valid = m_valid && file.open(QIODevice::WriteOnly) && file.write("secret = \"" + token.toUtf8() + "\"\n") > 0;
        m_valid = m_valid && file.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    }
}

} // namespace grindstone::hostile
