// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"

#include <QByteArray>

namespace grindstone::core {

/// What of an order is not in columns of its own, sources and cases, as CBOR: any bytes come back as they were.
QByteArray toWorkBlob(const JobOrder& order);

/// Fills them in again. Fails with "store.damaged".
Result<void> readWorkBlob(const QByteArray& blob, JobOrder& order);

} // namespace grindstone::core
