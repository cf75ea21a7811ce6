// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/testlib_token_rules.h"

#include "judge/compare/testlib_number.h"

#include <algorithm>
#include <cmath>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

bool isAnything(std::string_view) {
    return true;
}

/// hcmp's pattern: 0|-?[1-9][0-9]*
bool isHugeInteger(std::string_view token) {
    if (token == "0") {
        return true;
    }
    token.remove_prefix(token.starts_with('-') ? 1 : 0);
    return !token.empty() && token.front() != '0' &&
           std::ranges::all_of(token, [](char byte) { return byte >= '0' && byte <= '9'; });
}

char upper(char byte) {
    return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

bool isWord(std::string_view token, std::string_view upperCase) {
    return std::ranges::equal(token, upperCase, {}, upper);
}

bool isYesOrNo(std::string_view token) {
    return isWord(token, "YES") || isWord(token, "NO");
}

bool agreeExactly(TestlibComparison& comparison, std::string_view expected, std::string_view got) {
    return expected == got || comparison.reject(Kind::DifferentToken, expected, got);
}

bool agreeAsWords(TestlibComparison& comparison, std::string_view expected, std::string_view got) {
    // Both are YES or NO, which differ in length.
    return expected.size() == got.size() || comparison.reject(Kind::DifferentToken, expected, got);
}

template<int Digits>
bool agreeRelatively(TestlibComparison& comparison, std::string_view expected, std::string_view got) {
    constexpr double Epsilon = Digits == 4 ? 1e-4 : Digits == 6 ? 1e-6 : 1e-9;
    const double a = parseTestlibReal(expected).value_or(0);
    const double b = parseTestlibReal(got).value_or(0);
    return agreesRelatively(a, b, Epsilon) ||
           comparison.rejectNumber(expected, got, std::fabs(a - b), Epsilon * std::max(1.0, std::fabs(a)));
}

template<int Digits>
bool agreeAbsolutely(TestlibComparison& comparison, std::string_view expected, std::string_view got) {
    constexpr double Epsilon = Digits == 6 ? 1.5e-6 : 1.5e-5;
    const double a = parseTestlibReal(expected).value_or(0);
    const double b = parseTestlibReal(got).value_or(0);
    return agreesAbsolutely(a, b, Epsilon) || comparison.rejectNumber(expected, got, std::fabs(a - b), Epsilon);
}

} // namespace

namespace testlib_tokens {

constexpr std::string_view AnInteger = "an integer of 64 bits";
constexpr std::string_view ANumber = "a number";

const TestlibTokenRules Integer{AnInteger, isTestlibInteger, Kind::IntegerExpected, agreeExactly};
const TestlibTokenRules ShortInteger{"an integer of 32 bits", isTestlibShortInteger, Kind::IntegerExpected,
                                     agreeExactly};
const TestlibTokenRules HugeInteger{"an integer", isHugeInteger, Kind::IntegerExpected, agreeExactly};
const TestlibTokenRules YesOrNo{"YES or NO", isYesOrNo, Kind::YesOrNoExpected, agreeAsWords};
const TestlibTokenRules Any{"a token", isAnything, Kind::DifferentToken, agreeExactly};
const TestlibTokenRules RealRelative4{ANumber, isTestlibReal, Kind::NumberExpected, agreeRelatively<4>};
const TestlibTokenRules RealRelative6{ANumber, isTestlibReal, Kind::NumberExpected, agreeRelatively<6>};
const TestlibTokenRules RealRelative9{ANumber, isTestlibReal, Kind::NumberExpected, agreeRelatively<9>};
const TestlibTokenRules RealAbsolute6{ANumber, isTestlibReal, Kind::NumberExpected, agreeAbsolutely<6>};
const TestlibTokenRules RealAbsolute5{ANumber, isTestlibReal, Kind::NumberExpected, agreeAbsolutely<5>};

} // namespace testlib_tokens

std::optional<std::string_view> answerToken(TestlibComparison& comparison, const TestlibTokenRules& rules) {
    const std::optional<std::string_view> token = comparison.answerToken(rules.wanted);
    if (token && !rules.isWellFormed(*token)) {
        comparison.failAnswer(rules.wanted, *token);
        return std::nullopt;
    }
    return token;
}

bool judgeToken(TestlibComparison& comparison, const TestlibTokenRules& rules, std::string_view expected,
                std::string_view got) {
    if (expected == got) {
        return true;
    }
    if (!rules.isWellFormed(got)) {
        return comparison.reject(rules.malformed, expected, got);
    }
    return rules.agree(comparison, expected, got);
}

} // namespace grindstone::judge
