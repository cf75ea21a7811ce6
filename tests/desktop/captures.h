// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <sys/mman.h>
#include <unistd.h>

#include <string>

namespace grindstone::desktop {

/// What a program would have written.
inline judge::SharedCapture captureOf(const std::string& text) {
    sandbox::Capture capture;
    capture.file = UniqueFd(::memfd_create("test", MFD_CLOEXEC));
    capture.size = Bytes(text.size());
    const ssize_t written = ::write(capture.file.get(), text.data(), text.size());
    return written == static_cast<ssize_t>(text.size()) ? std::make_shared<const sandbox::Capture>(std::move(capture))
                                                        : nullptr;
}

} // namespace grindstone::desktop
