// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/result.h"

#include <cstdint>
#include <string>

namespace grindstone::judge {

/// What the directory at the end of a zip says of the whole.
struct ZipDirectory {
    std::uint64_t entries = 0;
    Bytes content; ///< of all files, as declared
};

/// Reads it once, in memory that doesn't depend on it, before a library keeps it as a whole. Fails with
/// "archive.damaged", "archive.encrypted", "archive.unsafe" (a device, a socket) and "archive.too-large", as soon as
/// there are more than `mostEntries`; the detail names the entry, but not the archive.
Result<ZipDirectory> readZipDirectory(int file, std::uint64_t mostEntries);

} // namespace grindstone::judge
