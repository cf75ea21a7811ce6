// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/pair_name.h"

#include "judge/text/ascii.h"
#include <algorithm>

namespace grindstone::judge {

namespace {

using Side = PairName::Side;

template<std::size_t Count> bool isOneOf(std::string_view word, const std::string_view (&words)[Count]) {
    return std::ranges::find(words, word) != std::end(words);
}

/// "a" tells an answer only as the whole of a last extension: many problems are called A.
Side sideOf(std::string_view word, bool isExtension) {
    constexpr std::string_view Inputs[] = {"in", "inp", "input", "inputs"};
    constexpr std::string_view Answers[] = {"out",     "output", "outputs", "ans",     "answer",
                                            "answers", "ok",     "sol",     "expected"};
    if (isOneOf(word, Inputs)) {
        return Side::Input;
    }
    return isOneOf(word, Answers) || (isExtension && word == "a") ? Side::Answer : Side::Unknown;
}

bool isSampleWord(std::string_view word) {
    constexpr std::string_view Samples[] = {"sample", "samples", "example", "examples"};
    return isOneOf(word, Samples);
}

/// The number at the front without its leading zeros; takes it away.
std::string_view takeNumber(std::string_view& text) {
    const std::string_view digits =
        text.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(text, isAsciiDigit) - text.begin()));
    text.remove_prefix(digits.size());
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

} // namespace

PairName pairNameOf(std::string_view path) {
    PairName name;
    std::size_t at = 0;
    while (at < path.size()) {
        std::size_t end = at;
        while (end < path.size() && isAsciiLetter(path[end])) {
            ++end;
        }
        const std::string word = asciiLower(path.substr(at, end - at));
        const Side side = sideOf(word, end == path.size() && at > 0 && path[at - 1] == '.');
        name.sample |= isSampleWord(word);
        if (side != Side::Unknown) {
            name.side = side;
            name.word = word;
            name.key += '*';
        } else {
            name.key += path.substr(at, std::max<std::size_t>(end - at, 1));
        }
        at = std::max(end, at + (side == Side::Unknown ? 1 : 0));
    }
    return name;
}

bool comesBefore(std::string_view left, std::string_view right) {
    const std::string_view wholeLeft = left;
    const std::string_view wholeRight = right;
    while (!left.empty() && !right.empty()) {
        if (isAsciiDigit(left.front()) && isAsciiDigit(right.front())) {
            const std::string_view a = takeNumber(left);
            const std::string_view b = takeNumber(right);
            if (a != b) {
                return std::pair(a.size(), a) < std::pair(b.size(), b);
            }
        } else if (left.front() != right.front()) {
            return left.front() < right.front();
        } else {
            left.remove_prefix(1);
            right.remove_prefix(1);
        }
    }
    return left.size() != right.size() ? left.size() < right.size() : wholeLeft < wholeRight;
}

} // namespace grindstone::judge
