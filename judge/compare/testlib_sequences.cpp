// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is the same in both files, byte for byte, up to a blank before the first difference is the same tokens: of these
// only the answer's form is looked at, and for wcmp not even that.
#include "judge/compare/equal_prefix.h"
#include "judge/compare/testlib_comparators.h"
#include "judge/compare/testlib_token_rules.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

/// What a checker still looks at in the answer when the output ended before it.
enum class AnswerRest { Nothing, NextToken, Everything };

/// How much of some whole tokens stands before the first malformed one.
std::size_t wellFormedSize(std::string_view text, const TestlibTokenRules& rules) {
    auto begin = std::find_if_not(text.begin(), text.end(), isTestlibBlank);
    while (begin != text.end()) {
        const auto end = std::find_if(begin, text.end(), isTestlibBlank);
        if (!rules.isWellFormed({begin, end})) {
            break;
        }
        begin = std::find_if_not(end, text.end(), isTestlibBlank);
    }
    return static_cast<std::size_t>(begin - text.begin());
}

/// Passes tokens that are the same in both files, up to the first malformed one; looks at a window at a time. Whether
/// it passed more than looking for them costs.
bool passEqualTokens(TestlibComparison& comparison, const TestlibTokenRules& rules) {
    constexpr std::size_t Worthwhile = 128;
    std::size_t equal = BlockReader::Reach;
    std::size_t passed = 0;
    while (equal >= BlockReader::Reach) {
        const std::string_view answer = comparison.answer().reader().window();
        equal = equalPrefix(answer, comparison.output().reader().window());
        std::size_t whole = equal;
        while (whole > 0 && !isTestlibBlank(answer[whole - 1])) {
            --whole;
        }
        const bool free = rules.isWellFormed == testlib_tokens::Any.isWellFormed;
        const std::size_t count = free ? whole : wellFormedSize(answer.substr(0, whole), rules);
        comparison.answer().reader().consume(count);
        comparison.output().reader().consume(count);
        passed += count;
        if (count == 0 || count < whole) {
            break;
        }
    }
    return passed >= Worthwhile;
}

void judgeShortOutput(TestlibComparison& comparison, const TestlibTokenRules& rules, AnswerRest rest) {
    const bool checked = rest != AnswerRest::Nothing;
    const std::optional<std::string_view> missing =
        checked ? answerToken(comparison, rules) : comparison.answerToken(rules.wanted);
    if (missing) {
        comparison.outputToken(*missing);
    }
    while (missing && rest == AnswerRest::Everything && !comparison.answer().atEnd()) {
        if (!answerToken(comparison, rules)) {
            return;
        }
    }
}

void judgeSequence(TestlibComparison& comparison, const TestlibTokenRules& rules, AnswerRest rest) {
    constexpr int MostUnlike = 64;
    int unlike = 0; // tokens to look at before equal bytes are looked for again
    int patience = 1;
    while (true) {
        if (unlike-- == 0) {
            patience = passEqualTokens(comparison, rules) ? 1 : std::min(2 * patience, MostUnlike);
            unlike = patience - 1;
        }
        if (comparison.answer().atEnd()) {
            return;
        }
        if (comparison.output().atEnd()) {
            return judgeShortOutput(comparison, rules, rest);
        }
        const std::optional<std::string_view> expected = answerToken(comparison, rules);
        const std::optional<std::string_view> got = expected ? comparison.outputToken(*expected) : std::nullopt;
        if (!got || !judgeToken(comparison, rules, *expected, *got)) {
            return;
        }
    }
}

} // namespace

void judgeNcmp(TestlibComparison& comparison) {
    judgeSequence(comparison, testlib_tokens::Integer, AnswerRest::Everything);
}

void judgeNYesNo(TestlibComparison& comparison) {
    judgeSequence(comparison, testlib_tokens::YesOrNo, AnswerRest::Nothing);
}

void judgeRcmp4(TestlibComparison& comparison) {
    judgeSequence(comparison, testlib_tokens::RealRelative4, AnswerRest::NextToken);
}

void judgeRcmp6(TestlibComparison& comparison) {
    judgeSequence(comparison, testlib_tokens::RealRelative6, AnswerRest::NextToken);
}

void judgeRcmp9(TestlibComparison& comparison) {
    judgeSequence(comparison, testlib_tokens::RealRelative9, AnswerRest::NextToken);
}

void judgeRncmp(TestlibComparison& comparison) {
    judgeSequence(comparison, testlib_tokens::RealAbsolute5, AnswerRest::NextToken);
}

void judgeWcmp(TestlibComparison& comparison) {
    judgeSequence(comparison, testlib_tokens::Any, AnswerRest::Nothing);
}

} // namespace grindstone::judge
