// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/excerpt.h"
#include "sandbox/base/result.h"
#include "sandbox/base/unique_fd.h"

#include <memory>
#include <stop_token>
#include <string>

namespace grindstone::cli {

/// A file that can be read by position, as comparators do.
struct ComparedFile {
    std::string name;
    std::shared_ptr<const UniqueFd> descriptor;

    int fd() const { return descriptor->get(); }
    /// For drawing; keeps the file open.
    ReadAt reader() const;
};

/// Opens `path`, "-" for standard input. What comes out of a pipe is copied to a file without a name first, on disk:
/// it may be larger than memory. Fails with "file.unreadable", or "interrupted" after a stop.
Result<ComparedFile> openCompared(const std::string& path, const std::stop_token& stop);

} // namespace grindstone::cli
