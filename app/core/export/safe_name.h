// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace grindstone::core {

/// One name of a file or a folder that any file system takes and no program misunderstands: no separators, control or
/// wildcard characters, no dot first, none last, no name of a device, at most 100 bytes of UTF-8, never empty.
QString safeName(const QString& name);

/// Names within one folder, none of which differs from another only in case.
class NamesInUse {
public:
    /// safeName(), with "-2" and so on before its extension where that is taken.
    QString claim(const QString& name);

private:
    QSet<QString> m_taken;
};

} // namespace grindstone::core
