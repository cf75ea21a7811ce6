// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/line_excerpt.h"

#include "judge/compare/block_reader.h"

#include <unistd.h>

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr std::uint64_t ShownBytes = 200;
constexpr std::uint64_t ShownBeforePlace = 100;

} // namespace

LineExcerpt excerptAround(int descriptor, std::uint64_t offset) {
    LineExcerpt excerpt;
    excerpt.position = locate(descriptor, offset);
    const std::uint64_t before = excerpt.position.column - 1;
    excerpt.from = before < ShownBytes ? 0 : before - ShownBeforePlace;
    excerpt.text.resize(ShownBytes);
    const ssize_t count = ::pread(descriptor, excerpt.text.data(), excerpt.text.size(),
                                  static_cast<off_t>(offset - before + excerpt.from));
    excerpt.text.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    excerpt.text.resize(std::min(excerpt.text.find('\n'), excerpt.text.size()));
    const auto last = std::find_if_not(excerpt.text.rbegin(), excerpt.text.rend(), isBlank);
    excerpt.text.erase(last.base(), excerpt.text.end());
    return excerpt;
}

} // namespace grindstone::judge
