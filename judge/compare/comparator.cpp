// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator.h"

#include "judge/compare/token_comparator.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>

#include <cerrno>
#include <cstring>

namespace grindstone::judge {

Result<Comparison> compare(const ComparatorSpec& spec, const std::filesystem::path& answer, int outputDescriptor) {
    if (spec.name != "tokens") {
        return fail("comparator.unknown", "there is no comparator \"" + spec.name + "\"; there is: tokens");
    }
    const UniqueFd file(::open(answer.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) {
        return fail("file.unreadable", answer.string() + ": cannot be read: " + std::strerror(errno));
    }
    return compareTokens(spec, file.get(), answer.string(), outputDescriptor);
}

} // namespace grindstone::judge
