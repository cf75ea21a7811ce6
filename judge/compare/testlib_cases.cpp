// SPDX-License-Identifier: GPL-3.0-or-later
//
// testlib's checkers read a whole case of the answer (caseicmp: the whole answer) before they look at the output. Here
// both are walked in step, and what is wrong with the output is only remembered until the answer was read as far.
#include "judge/compare/testlib_comparators.h"
#include "judge/compare/testlib_token_rules.h"

#include <string>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

constexpr std::string_view CaseWord = "Case";

bool passAnswerWord(TestlibComparison& comparison, std::string_view word) {
    const std::optional<std::string_view> token = comparison.answerToken(word);
    return token && (*token == word || comparison.failAnswer(word, *token));
}

bool passOutputWord(TestlibComparison& comparison, std::string_view word) {
    const std::optional<std::string_view> token = comparison.outputToken(word);
    return token && (*token == word || comparison.reject(Kind::DifferentToken, word, *token));
}

std::string numberWord(std::uint64_t number) {
    return std::to_string(number) + ':';
}

/// casencmp hands its tokens on as C strings, which end at a NUL.
std::string_view asCString(std::string_view token) {
    return token.substr(0, token.find('\0'));
}

/// casencmp and casewcmp: any number of elements a case.
class CaseSequences {
public:
    CaseSequences(TestlibComparison& comparison, const TestlibTokenRules& rules)
        : m_comparison(comparison), m_rules(rules), m_asCStrings(&rules == &testlib_tokens::Integer) {}

    void run() {
        for (std::uint64_t number = 1; !m_comparison.answer().atEnd(); ++number) {
            if (!passHeads(number) || !passElements()) {
                return;
            }
        }
    }

private:
    bool passHeads(std::uint64_t number);
    bool passElements();
    bool passAnswerElement(bool& ended);
    void judgeOutputElement(std::string_view expected, bool expectsEnd);
    std::string_view element(std::string_view token) const { return m_asCStrings ? asCString(token) : token; }

    TestlibComparison& m_comparison;
    const TestlibTokenRules& m_rules;
    bool m_asCStrings;
    // Whether the word "Case" was read at the end of a case; once it was, testlib never looks for it again.
    bool m_answerWordRead = false;
    bool m_outputWordRead = false;
};

bool CaseSequences::passHeads(std::uint64_t number) {
    const std::string word = numberWord(number);
    if (!m_answerWordRead && !passAnswerWord(m_comparison, CaseWord)) {
        return false;
    }
    if (!passAnswerWord(m_comparison, word)) {
        return false;
    }
    if (m_outputWordRead || passOutputWord(m_comparison, CaseWord)) {
        passOutputWord(m_comparison, word);
    }
    return true;
}

bool CaseSequences::passElements() {
    bool ended = false;
    while (!ended) {
        if (!passAnswerElement(ended)) {
            return false;
        }
    }
    return !m_comparison.isRejected();
}

bool CaseSequences::passAnswerElement(bool& ended) {
    ended = m_comparison.answer().atEnd();
    std::string_view token;
    if (!ended) {
        const std::optional<std::string_view> read = m_comparison.answerToken(m_rules.wanted);
        if (!read) {
            return false;
        }
        token = *read;
        ended = token == CaseWord;
        m_answerWordRead = m_answerWordRead || ended;
    }
    if (!ended && !m_rules.isWellFormed(element(token))) {
        return m_comparison.failAnswer(m_rules.wanted, token);
    }
    if (!m_comparison.isRejected()) {
        judgeOutputElement(token, ended);
    }
    return true;
}

void CaseSequences::judgeOutputElement(std::string_view expected, bool expectsEnd) {
    if (m_comparison.output().atEnd()) {
        if (!expectsEnd) {
            m_comparison.outputToken(expected);
        }
        return;
    }
    const std::optional<std::string_view> got = m_comparison.outputToken(expected);
    if (!got) {
        return;
    }
    const bool ends = *got == CaseWord;
    m_outputWordRead = m_outputWordRead || ends;
    if (expectsEnd && ends) {
        return;
    }
    if (expectsEnd || ends) {
        m_comparison.reject(Kind::DifferentToken, expectsEnd ? CaseWord : expected, *got);
        return;
    }
    judgeToken(m_comparison, m_rules, element(expected), element(*got));
}

} // namespace

void judgeCaseIcmp(TestlibComparison& comparison) {
    for (std::uint64_t number = 1; !comparison.answer().atEnd(); ++number) {
        const std::string word = numberWord(number);
        if (!passAnswerWord(comparison, CaseWord) || !passAnswerWord(comparison, word)) {
            return;
        }
        const std::optional<std::string_view> expected = answerToken(comparison, testlib_tokens::Integer);
        if (!expected) {
            return;
        }
        if (comparison.isRejected() || !passOutputWord(comparison, CaseWord) || !passOutputWord(comparison, word)) {
            continue;
        }
        if (const std::optional<std::string_view> got = comparison.outputToken(*expected)) {
            judgeToken(comparison, testlib_tokens::Integer, *expected, *got);
        }
    }
}

void judgeCaseNcmp(TestlibComparison& comparison) {
    CaseSequences(comparison, testlib_tokens::Integer).run();
}

void judgeCaseWcmp(TestlibComparison& comparison) {
    CaseSequences(comparison, testlib_tokens::Any).run();
}

} // namespace grindstone::judge
