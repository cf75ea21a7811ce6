// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/read_ahead.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace grindstone::sandbox::helper {

namespace {

/// No disk's read-ahead window is smaller, to which the kernel cuts what it is asked for at once.
constexpr off_t Piece = 128 * 1024;

} // namespace

void readAhead(const std::string& program) {
    static std::string last; // The inits of a box share its keeper's memory.
    if (program == last || !program.starts_with("/usr/")) {
        return;
    }
    last = program;
    const UniqueFd file(::open(program.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (file && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode)) {
        for (off_t offset = 0; offset < status.st_size; offset += Piece) {
            ::readahead(file.get(), offset, Piece);
        }
    }
}

} // namespace grindstone::sandbox::helper
