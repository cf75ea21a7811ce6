// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/store_notice.h"
#include "app/core/text/text.h"

#include <QStringList>

namespace grindstone::core::text {

/// "The database was damaged and has been repaired."
QString noticeMessage(const StoreNotice& notice, Wording wording = Wording::Translated);

/// What was kept and lost, table by table, and where the damaged file and the last copy are: a line each.
QStringList noticeDetails(const StoreNotice& notice, Wording wording = Wording::Translated);

} // namespace grindstone::core::text
