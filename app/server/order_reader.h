// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"

namespace grindstone::server {

/// Reads the body of `POST /run` or `/submit`:
///
///     {"problem": "starter/two-sum", "language": "cpp",
///      "sources": [{"name": "a.cpp", "content": "…"}]   or   "source": "…",
///      "all": true,                                     submit only
///      "cases": [{"input": "…", "answer": "…"}]}        run only
///
/// Fails with "request.invalid" where it isn't JSON, and with "request.field", naming the field, where a field is
/// missing, unknown or not what it should be. A language that isn't given stays empty, and so does the name of a
/// `source`; whether problem and language exist is not looked at.
Result<core::JobOrder> readOrder(judge::Mode mode, const std::string& body);

} // namespace grindstone::server
