// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/copy_bytes.h"

#include <sys/sendfile.h>

#include <cerrno>

namespace grindstone::sandbox::helper {

bool copyBytes(int from, int to, std::uint64_t size) {
    off_t offset = 0;
    while (static_cast<std::uint64_t>(offset) < size) {
        const ssize_t sent = ::sendfile(to, from, &offset, size - static_cast<std::uint64_t>(offset));
        if (sent == 0) {
            errno = EIO;
        }
        if (sent <= 0) {
            return false;
        }
    }
    return true;
}

} // namespace grindstone::sandbox::helper
