// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines that are the same byte for byte are equal whatever the rules, as an LF always ends one: they are passed at the
// speed of memory. Other lines are walked in step, byte by byte, so that no line is ever held.
#include "judge/compare/equal_prefix.h"
#include "judge/compare/testlib_comparators.h"
#include "judge/compare/testlib_comparison.h"
#include "judge/compare/testlib_line.h"

#include <unistd.h>

#include <array>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

void passEqualLines(BlockReader& answer, BlockReader& output) {
    std::size_t equal = BlockReader::Reach;
    while (equal >= BlockReader::Reach) {
        const std::string_view window = answer.window();
        equal = equalPrefix(window, output.window());
        const std::size_t count = window.substr(0, equal).rfind('\n') + 1;
        answer.consume(count);
        output.consume(count);
        if (count == 0) {
            return;
        }
    }
}

/// A line as it stands in the file, up to the byte before the LF and at most 200 bytes.
std::string shownLine(BlockReader& reader, std::uint64_t begin) {
    std::array<char, 200> bytes{};
    const ssize_t count = ::pread(reader.descriptor(), bytes.data(), bytes.size(), static_cast<off_t>(begin));
    const std::string_view text(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return std::string(text.substr(0, text.find('\n')));
}

/// The lines that begin at these offsets differ, first at the byte of the output given: long ones are shown from a
/// little before it.
bool rejectLine(TestlibComparison& comparison, std::uint64_t answerBegin, std::uint64_t outputBegin,
                std::uint64_t different) {
    constexpr std::uint64_t Before = 100;
    const std::uint64_t skipped = different > outputBegin + Before ? different - outputBegin - Before : 0;
    const std::string expected = shownLine(comparison.answer().reader(), answerBegin + skipped);
    const std::string got = shownLine(comparison.output().reader(), outputBegin + skipped);
    comparison.rejectAt(Kind::DifferentLine, expected, got, answerBegin, different);
    comparison.showFrom(skipped);
    return false;
}

/// Passes what the next lines have in common at their fronts. Whether that was anything.
template<typename Line> bool passCommonFront(BlockReader& answer, BlockReader& output) {
    const std::string_view window = answer.window();
    const std::string_view common = window.substr(0, equalPrefix(window, output.window()));
    const std::size_t count = Line::passable(common.substr(0, common.find_first_of("\r\n")));
    answer.consume(count);
    output.consume(count);
    return count > 0;
}

/// Whether the next lines are equal.
template<typename Line> bool passLine(TestlibComparison& comparison) {
    const std::uint64_t answerBegin = comparison.answer().reader().offset();
    const std::uint64_t outputBegin = comparison.output().reader().offset();
    const bool begun = passCommonFront<Line>(comparison.answer().reader(), comparison.output().reader());
    Line expected = Line::after(comparison.answer().reader(), begun);
    Line got = Line::after(comparison.output().reader(), begun);
    while (true) {
        const std::uint64_t at = got.offset();
        const int byte = expected.next();
        if (byte != got.next()) {
            return rejectLine(comparison, answerBegin, outputBegin, at);
        }
        if (byte == TestlibLine::End) {
            return true;
        }
    }
}

/// An empty line at the answer's very end isn't compared. One that isn't at the end is passed by passLine().
bool hasLine(BlockReader& answer) {
    const std::string_view window = answer.window();
    return !window.empty() && window != "\n" && window != "\r\n";
}

template<typename Line> void judgeLines(TestlibComparison& comparison) {
    BlockReader& answer = comparison.answer().reader();
    bool equal = true;
    while (equal && hasLine(answer)) {
        passEqualLines(answer, comparison.output().reader());
        equal = !hasLine(answer) || passLine<Line>(comparison);
    }
}

} // namespace

void judgeFcmp(TestlibComparison& comparison) {
    judgeLines<TestlibLine>(comparison);
}

void judgeLcmp(TestlibComparison& comparison) {
    judgeLines<TestlibLineTokens>(comparison);
}

} // namespace grindstone::judge
