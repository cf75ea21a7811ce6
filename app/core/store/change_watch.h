// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/store.h"

#include <QSqlQuery>

namespace grindstone::core {

/// Tells of what others, in this process or another, have changed in the database: a look takes microseconds and no
/// lock. For the thread that opened the store.
class ChangeWatch {
public:
    explicit ChangeWatch(const Store& store);

    /// True the first time, and when another connection has written since the last call. What `store` wrote itself
    /// doesn't count.
    bool hasChanged();

private:
    QSqlQuery m_query;
    qint64 m_last = -1;
};

} // namespace grindstone::core
