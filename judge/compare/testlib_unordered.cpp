// SPDX-License-Identifier: GPL-3.0-or-later
//
// uncmp without holding or sorting the numbers: fingerprints of both files tell whether they hold the same ones. Only
// when they don't, four more passes narrow down the least number that one file holds more often, 16 bits each, and a
// last one finds the place where it stands once too often.
#include "judge/compare/multiset_fingerprint.h"
#include "judge/compare/testlib_comparators.h"
#include "judge/compare/testlib_number.h"
#include "judge/compare/testlib_token_rules.h"

#include <algorithm>
#include <string>
#include <vector>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

constexpr int BitsPerPass = 16;
constexpr std::size_t Buckets = std::size_t(1) << BitsPerPass;

/// Keeps the order: the least integer gives 0.
std::uint64_t ordinal(std::string_view token) {
    constexpr std::uint64_t SignBit = std::uint64_t(1) << 63;
    return static_cast<std::uint64_t>(parseTestlibInteger(token).value_or(0)) ^ SignBit;
}

/// Calls visit(ordinal, offset) for each number of a file of well-formed ones, until it returns false.
template<typename Visit> void forEachNumber(TestlibStream& stream, Visit visit) {
    TestlibStream again(stream.reader().descriptor(), {});
    again.skipByteOrderMark();
    for (std::string_view token = again.nextToken(); !token.empty(); token = again.nextToken()) {
        if (!visit(ordinal(token), again.tokenOffset())) {
            return;
        }
    }
}

class Difference {
public:
    Difference(TestlibComparison& comparison, const MultisetKeys& keys) : m_comparison(comparison), m_keys(keys) {}

    void reject();

private:
    using Table = std::vector<MultisetFingerprint>;

    Table tableOf(TestlibStream& stream, std::uint64_t prefix, int shift) const;
    void narrow();
    std::uint64_t offsetOf(TestlibStream& stream, std::uint64_t occurrence) const;

    TestlibComparison& m_comparison;
    const MultisetKeys& m_keys;
    std::uint64_t m_value = 0; ///< the ordinal
    std::uint64_t m_inAnswer = 0;
    std::uint64_t m_inOutput = 0;
};

/// The numbers whose bits above `shift` + 16 are `prefix`, by their next 16 bits.
Difference::Table Difference::tableOf(TestlibStream& stream, std::uint64_t prefix, int shift) const {
    Table table(Buckets);
    forEachNumber(stream, [&](std::uint64_t value, std::uint64_t) {
        const std::uint64_t upper = value >> shift;
        if (upper >> BitsPerPass == prefix) {
            m_keys.add(table[upper % Buckets], value);
        }
        return true;
    });
    return table;
}

void Difference::narrow() {
    for (int shift = 64 - BitsPerPass; shift >= 0; shift -= BitsPerPass) {
        const Table answer = tableOf(m_comparison.answer(), m_value, shift);
        const Table output = tableOf(m_comparison.output(), m_value, shift);
        const auto different = std::ranges::mismatch(answer, output);
        if (different.in1 == answer.end()) {
            return;
        }
        m_value = m_value << BitsPerPass | static_cast<std::uint64_t>(different.in1 - answer.begin());
        m_inAnswer = different.in1->count;
        m_inOutput = different.in2->count;
    }
}

/// Where the number stands for the given time, counted from 0.
std::uint64_t Difference::offsetOf(TestlibStream& stream, std::uint64_t occurrence) const {
    std::uint64_t found = 0;
    forEachNumber(stream, [&](std::uint64_t value, std::uint64_t offset) {
        found = offset;
        return value != m_value || occurrence-- > 0;
    });
    return found;
}

void Difference::reject() {
    narrow();
    const std::string number = std::to_string(static_cast<std::int64_t>(m_value ^ (std::uint64_t(1) << 63)));
    if (m_inAnswer > m_inOutput) {
        const std::uint64_t at = offsetOf(m_comparison.answer(), m_inOutput);
        m_comparison.rejectAt(Kind::MissingElement, number, {}, at, m_comparison.output().tokenOffset());
    } else {
        const std::uint64_t at = offsetOf(m_comparison.output(), m_inAnswer);
        m_comparison.rejectAt(Kind::ExtraElement, {}, number, m_comparison.answer().tokenOffset(), at);
    }
}

std::optional<MultisetFingerprint> answerNumbers(TestlibComparison& comparison, const MultisetKeys& keys) {
    MultisetFingerprint numbers;
    while (!comparison.answer().atEnd()) {
        const std::optional<std::string_view> token = answerToken(comparison, testlib_tokens::Integer);
        if (!token) {
            return std::nullopt;
        }
        keys.add(numbers, ordinal(*token));
    }
    return numbers;
}

std::optional<MultisetFingerprint> outputNumbers(TestlibComparison& comparison, const MultisetKeys& keys) {
    MultisetFingerprint numbers;
    while (!comparison.output().atEnd()) {
        const std::string_view token = comparison.output().nextToken();
        if (!isTestlibInteger(token)) {
            comparison.reject(Kind::IntegerExpected, {}, token);
            return std::nullopt;
        }
        keys.add(numbers, ordinal(token));
    }
    return numbers;
}

} // namespace

void judgeUncmp(TestlibComparison& comparison) {
    const MultisetKeys keys;
    const std::optional<MultisetFingerprint> answer = answerNumbers(comparison, keys);
    const std::optional<MultisetFingerprint> output = answer ? outputNumbers(comparison, keys) : std::nullopt;
    if (output && *answer != *output) {
        Difference(comparison, keys).reject();
    }
}

} // namespace grindstone::judge
