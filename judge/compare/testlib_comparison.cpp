// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/testlib_comparison.h"

#include "judge/compare/equal_prefix.h"
#include "judge/compare/testlib_comparators.h"
#include "judge/compare/text_position.h"
#include "judge/text/utf8.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr std::size_t ShownBytes = 200;
constexpr std::size_t ShownBeforeDifference = 100;

/// Where to begin showing two tokens of which one is long: a little before they differ.
std::size_t shownFrom(std::string_view expected, std::string_view got) {
    if (std::max(expected.size(), got.size()) <= ShownBytes || expected.empty() || got.empty()) {
        return 0;
    }
    const std::size_t different = equalPrefix(expected, got);
    return different < ShownBeforeDifference ? 0 : different - ShownBeforeDifference;
}

} // namespace

TestlibComparison::TestlibComparison(int answer, std::string answerName, int output)
    : m_answerName(std::move(answerName)), m_answer(answer, m_answerName), m_output(output, "the program's output") {
    m_output.skipByteOrderMark();
}

std::optional<std::string_view> TestlibComparison::answerToken(std::string_view wanted) {
    const std::string_view token = m_answer.nextToken();
    if (token.empty() || token.size() > TestlibStream::LongestToken) {
        failAnswer(wanted, token);
        return std::nullopt;
    }
    return token;
}

std::optional<std::string_view> TestlibComparison::outputToken(std::string_view expected) {
    const std::string_view token = m_output.nextToken();
    if (token.empty()) {
        reject(Kind::MissingToken, expected, {});
        return std::nullopt;
    }
    if (token.size() > TestlibStream::LongestToken) {
        reject(Kind::DifferentToken, expected, token);
        return std::nullopt;
    }
    return token;
}

bool TestlibComparison::failAnswer(std::string_view wanted, std::string_view got) {
    const TextPosition at = locate(m_answer.reader().descriptor(), m_answer.tokenOffset());
    std::string detail = m_answerName + ": line " + std::to_string(at.line) + ", column " + std::to_string(at.column);
    detail += ": expected " + std::string(wanted) + ", got ";
    detail += got.empty() ? "the end of the file" : '"' + toValidUtf8(got.substr(0, ShownBytes)) + '"';
    return failWith({"comparator.bad-answer", std::move(detail)});
}

bool TestlibComparison::failWith(Error error) {
    m_failure = std::move(error);
    return false;
}

bool TestlibComparison::reject(Kind kind, std::string_view expected, std::string_view got) {
    return rejectAt(kind, expected, got, m_answer.tokenOffset(), m_output.tokenOffset());
}

bool TestlibComparison::rejectAt(Kind kind, std::string_view expected, std::string_view got, std::uint64_t answerOffset,
                                 std::uint64_t outputOffset) {
    if (isRejected()) {
        return false;
    }
    const std::size_t from = shownFrom(expected, got);
    m_explanation.kind = kind;
    m_explanation.shownFrom = from;
    m_explanation.expected = expected.substr(std::min(from, expected.size()), ShownBytes);
    m_explanation.got = got.substr(std::min(from, got.size()), ShownBytes);
    const TextPosition position = locate(m_output.reader().descriptor(), outputOffset);
    m_explanation.line = position.line;
    m_explanation.column = position.column;
    m_explanation.token = position.token;
    m_explanation.answerLine = locate(m_answer.reader().descriptor(), answerOffset).line;
    return false;
}

bool TestlibComparison::rejectNumber(std::string_view expected, std::string_view got, double difference,
                                     double tolerance) {
    if (!isRejected()) {
        m_explanation.difference = difference;
        m_explanation.tolerance = tolerance;
    }
    return reject(Kind::NumberTooFar, expected, got);
}

Result<Comparison> TestlibComparison::finish() {
    if (!hasFailed() && !isRejected() && !m_output.atEnd()) {
        reject(Kind::ExtraToken, {}, m_output.nextToken());
    }
    for (TestlibStream* stream : {&m_answer, &m_output}) {
        if (stream->reader().error()) {
            return fail(*stream->reader().error());
        }
    }
    if (m_failure) {
        return fail(*m_failure);
    }
    return Comparison{!isRejected(), std::move(m_explanation)};
}

Result<Comparison> compareByTestlib(TestlibRule rule, int answer, const std::string& answerName, int output) {
    TestlibComparison comparison(answer, answerName, output);
    rule(comparison);
    return comparison.finish();
}

} // namespace grindstone::judge
