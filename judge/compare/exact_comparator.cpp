// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/exact_comparator.h"

#include "judge/compare/block_reader.h"
#include "judge/compare/equal_prefix.h"
#include "judge/compare/text_position.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// Moves both on to the first byte that differs, or to the end of either.
void skipEqual(BlockReader& answer, BlockReader& output) {
    while (true) {
        const std::string_view expected = answer.window();
        const std::string_view got = output.window();
        const std::size_t equal = equalPrefix(expected, got);
        answer.consume(equal);
        output.consume(equal);
        if (equal == 0 || equal < std::min(expected.size(), got.size())) {
            return;
        }
    }
}

} // namespace

Result<Comparison> compareExact(const ComparatorSpec&, int answerDescriptor, const std::string& answerName,
                                int outputDescriptor) {
    BlockReader answer(answerDescriptor, answerName);
    BlockReader output(outputDescriptor, OutputName);
    skipEqual(answer, output);
    Explanation why;
    why.expected = answer.window().substr(0, 1);
    why.got = output.window().substr(0, 1);
    TRY(checkRead(answer, output));
    if (why.expected.empty() && why.got.empty()) {
        return Comparison{true, {}};
    }
    why.kind = Explanation::Kind::DifferentByte;
    const TextPosition place = locate(output.descriptor(), output.offset());
    why.line = why.answerLine = place.line;
    why.column = place.column;
    why.token = place.token;
    return Comparison{false, std::move(why)};
}

} // namespace grindstone::judge
