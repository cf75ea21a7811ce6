// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http_message.h"
#include "sandbox/base/result.h"

namespace grindstone::server {

/// {"schema":"grindstone-error/1","error":{code, detail, hint}} with the status that fits the code.
Response errorResponse(const Error& error);

/// The HTTP status of an error code: 4xx for what the client did, 5xx for what happened to us.
int statusOf(const Error& error);

} // namespace grindstone::server
