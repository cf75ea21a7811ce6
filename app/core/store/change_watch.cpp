// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/change_watch.h"

#include <QSqlDatabase>
#include <QVariant>

#include <utility>

namespace grindstone::core {

ChangeWatch::ChangeWatch(const Store& store) : m_query(store.database()) {
    m_query.setForwardOnly(true);
    m_query.prepare(QStringLiteral("PRAGMA data_version"));
}

bool ChangeWatch::hasChanged() {
    const bool known = m_query.exec() && m_query.next();
    const qint64 now = known ? m_query.value(0).toLongLong() : -1;
    m_query.finish();
    return std::exchange(m_last, now) != now || !known; // Who cannot tell had better look.
}

} // namespace grindstone::core
