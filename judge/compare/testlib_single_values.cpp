// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/testlib_comparators.h"
#include "judge/compare/testlib_number.h"
#include "judge/compare/testlib_token_rules.h"

#include <cmath>
#include <string>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

void judgeSingle(TestlibComparison& comparison, const TestlibTokenRules& rules) {
    if (const std::optional<std::string_view> expected = answerToken(comparison, rules)) {
        if (const std::optional<std::string_view> got = comparison.outputToken(*expected)) {
            judgeToken(comparison, rules, *expected, *got);
        }
    }
}

/// Like judgeSingle(), but what is missing in the output counts before the answer's form.
std::optional<std::pair<std::string, std::string>> bothTokens(TestlibComparison& comparison,
                                                              const TestlibTokenRules& rules) {
    const std::optional<std::string_view> expected = comparison.answerToken(rules.wanted);
    const std::optional<std::string_view> got = expected ? comparison.outputToken(*expected) : std::nullopt;
    if (!got) {
        return std::nullopt;
    }
    if (!rules.isWellFormed(*expected)) {
        comparison.failAnswer(rules.wanted, *expected);
        return std::nullopt;
    }
    return std::pair(std::string(*expected), std::string(*got));
}

std::optional<double> outputReal(TestlibComparison& comparison, std::string_view expected) {
    const std::optional<std::string_view> token = comparison.outputToken(expected);
    const std::optional<double> value = token ? parseTestlibReal(*token) : std::nullopt;
    if (token && !value) {
        comparison.reject(Kind::NumberExpected, expected, *token);
    }
    return value;
}

/// Points are no verdict; an output with more in it is rejected all the same.
void givePoints(TestlibComparison& comparison, double points) {
    if (comparison.output().atEnd()) {
        comparison.failWith({"comparator.points", "the comparator gives points (" + std::to_string(points) +
                                                      "), which neither accept nor reject an output"});
    }
}

} // namespace

void judgeAcmp(TestlibComparison& comparison) {
    judgeSingle(comparison, testlib_tokens::RealAbsolute6);
}

void judgeDcmp(TestlibComparison& comparison) {
    judgeSingle(comparison, testlib_tokens::RealRelative6);
}

void judgeIcmp(TestlibComparison& comparison) {
    judgeSingle(comparison, testlib_tokens::ShortInteger);
}

void judgeYesNo(TestlibComparison& comparison) {
    if (const auto tokens = bothTokens(comparison, testlib_tokens::YesOrNo)) {
        judgeToken(comparison, testlib_tokens::YesOrNo, tokens->first, tokens->second);
    }
}

void judgeHcmp(TestlibComparison& comparison) {
    const auto tokens = bothTokens(comparison, testlib_tokens::HugeInteger);
    if (!tokens) {
        return;
    }
    if (!comparison.answer().atEnd()) {
        comparison.failAnswer("the end of the file", comparison.answer().nextToken());
        return;
    }
    judgeToken(comparison, testlib_tokens::HugeInteger, tokens->first, tokens->second);
}

void judgePointsCmp(TestlibComparison& comparison) {
    constexpr double MostPoints = 1e6 + 1e-8;
    const std::optional<std::string_view> expected = answerToken(comparison, testlib_tokens::RealAbsolute6);
    const std::optional<double> got = expected ? outputReal(comparison, *expected) : std::nullopt;
    if (!got) {
        return;
    }
    const double points = std::fabs(parseTestlibReal(*expected).value_or(0) - *got);
    if (points <= MostPoints) {
        givePoints(comparison, points);
    } else {
        comparison.failAnswer("a number within 1000000 of the output's", *expected);
    }
}

void judgePointsInfo(TestlibComparison& comparison) {
    const std::optional<double> got = outputReal(comparison, {});
    const std::optional<std::string_view> expected =
        got ? answerToken(comparison, testlib_tokens::RealAbsolute6) : std::nullopt;
    if (expected) {
        givePoints(comparison, std::fabs(parseTestlibReal(*expected).value_or(0) - *got));
    }
}

} // namespace grindstone::judge
