// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/report/capture.h"

#include "sandbox/box.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace grindstone::judge {

std::string readAt(int descriptor, std::uint64_t offset, std::uint64_t most) {
    constexpr std::uint64_t Block = 1 << 20;
    std::string text;
    while (text.size() < most) {
        const std::size_t have = text.size();
        text.resize(have + std::min(Block, most - have));
        const ssize_t got =
            ::pread(descriptor, text.data() + have, text.size() - have, static_cast<off_t>(offset + have));
        text.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0 || (got < 0 && errno != EINTR)) {
            break;
        }
    }
    return text;
}

std::string readAll(const sandbox::Capture& capture) {
    return readAt(capture.file.get(), 0, capture.size.count());
}

std::string readEnd(const sandbox::Capture& capture, std::uint64_t most) {
    const std::uint64_t size = capture.size.count();
    return readAt(capture.file.get(), size - std::min(size, most), most);
}

Result<sandbox::Capture> shorten(sandbox::Capture capture, Bytes most) {
    if (capture.size <= most) {
        return capture;
    }
    sandbox::Capture beginning;
    beginning.file = TRY(sandbox::sealedMemory("grindstone-output", readAt(capture.file.get(), 0, most.count())));
    beginning.size = most;
    beginning.cut = true;
    return beginning;
}

} // namespace grindstone::judge
