// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/report/report.h"

#include "judge/report/capture.h"

#include <algorithm>

namespace grindstone::judge {

std::string readCapture(const SharedCapture& capture, std::uint64_t offset, std::uint64_t most) {
    if (!capture || offset >= capture->size.count()) {
        return {};
    }
    return readAt(capture->file.get(), offset, std::min(most, capture->size.count() - offset));
}

std::size_t Report::passed() const {
    return static_cast<std::size_t>(std::ranges::count(cases, std::optional(Verdict::Accepted), &CaseResult::verdict));
}

bool Report::success() const {
    return !cancelled && !error && (!verdict || *verdict == Verdict::Accepted);
}

} // namespace grindstone::judge
