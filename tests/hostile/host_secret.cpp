// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/host_secret.h"

#include <QFile>
#include <QUuid>

#include <sys/stat.h>

namespace grindstone::hostile {

// Not below /tmp, which a run's own covers.
HostSecret::HostSecret() : m_folder(QStringLiteral("/var/tmp/secret-XXXXXX")) {
    const QString token = QStringLiteral("secret-") + QUuid::createUuid().toString(QUuid::Id128);
    m_text = token.toStdString();
    m_valid = m_folder.isValid() && ::chmod(qPrintable(m_folder.path()), 0755) == 0;
    for (const char* name : {"1.ans", "2.in", "2.ans", "solution.py"}) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        // Every language takes an assignment to a name; what can't be understood is shown in a message.
        m_valid = m_valid && file.open(QIODevice::WriteOnly) && file.write("secret = \"" + token.toUtf8() + "\"\n") > 0;
        m_valid = m_valid && file.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    }
}

} // namespace grindstone::hostile
