// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace grindstone {

/// An Error from errno as the last system call left it: "call: No such file or directory".
inline Error systemError(std::string code, std::string_view call) {
    const int number = errno;
    return Error{std::move(code), std::string(call) + ": " + std::strerror(number)};
}

/// Repeats a system call that a signal interrupts.
template<typename Call> auto retryInterrupted(Call call) {
    while (true) {
        const auto result = call();
        if (result >= 0 || errno != EINTR) {
            return result;
        }
    }
}

/// Writes all bytes to a file or memory. False with errno set.
inline bool writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = retryInterrupted([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
        if (written < 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace grindstone
