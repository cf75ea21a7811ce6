// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <cerrno>

namespace grindstone::sandbox::helper {

/// A step of setting up that the kernel refused. `step` is a literal: failure reports show it.
struct SetupFailure {
    const char* step = "";
    int error = 0;
};

/// A value, or the set-up step that failed.
template<typename T = void> using Prepared = tl::expected<T, SetupFailure>;

/// The failure of `step` with errno as it stands.
inline tl::unexpected<SetupFailure> failedStep(const char* step) {
    return tl::unexpected<SetupFailure>(SetupFailure{step, errno});
}

} // namespace grindstone::sandbox::helper

/// Returns from the enclosing function with the failure of `step` when the system call's result is negative.
#define STEP(step, call)                                                                                               \
    do {                                                                                                               \
        if ((call) < 0) {                                                                                              \
            return ::grindstone::sandbox::helper::failedStep(step);                                                    \
        }                                                                                                              \
    } while (false)

/// Returns from the enclosing function when a Prepared<> holds a failure.
#define PREPARE(preparation)                                                                                           \
    do {                                                                                                               \
        if (auto&& prepared = (preparation); !prepared) {                                                              \
            return tl::unexpected<::grindstone::sandbox::helper::SetupFailure>(prepared.error());                      \
        }                                                                                                              \
    } while (false)
