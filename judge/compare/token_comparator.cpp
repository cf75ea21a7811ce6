// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the files are walked. Two readers stand at the same place of the answer and of the output, always between tokens.
// skipEqual() jumps over what is the same in both, byte for byte, back to the last blank before the first difference:
// equal bytes are equal under every setting, so most outputs are judged at the speed of memory. skipEqualTokens() does
// the same token by token, for files in which only the blanks differ, unless these count. step() then looks at one
// token with all the rules, and the jumps are tried again. A token longer than BlockReader::Reach is compared part by
// part, as a string, and never held whole. Nothing counts lines on the way: when the output is rejected, locate() reads
// the file once more up to the place that differs.
#include "judge/compare/token_comparator.h"

#include "judge/compare/block_reader.h"
#include "judge/compare/decimal.h"
#include "judge/compare/equal_prefix.h"
#include "judge/compare/text_position.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace grindstone::judge {

namespace {

constexpr std::size_t ShownBytes = 200;
constexpr std::size_t ShownBeforeDifference = 100;

char folded(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// The next piece of a token: all of it, or BlockReader::Reach bytes of a longer one. Empty at the end of the file.
struct TokenPart {
    std::string_view text;
    bool last = false; ///< the token ends here
};

TokenPart nextPart(BlockReader& reader) {
    const std::string_view reach = reader.window().substr(0, BlockReader::Reach);
    const auto end = std::find_if(reach.begin(), reach.end(), isBlank);
    const auto size = static_cast<std::size_t>(end - reach.begin());
    return {reach.substr(0, size), size < BlockReader::Reach};
}

void skipBlanks(BlockReader& reader) {
    while (true) {
        const std::string_view window = reader.window();
        const auto token = std::find_if_not(window.begin(), window.end(), isBlank);
        reader.consume(static_cast<std::size_t>(token - window.begin()));
        if (token != window.end() || window.empty()) {
            return;
        }
    }
}

/// The blank at the front of a window, or nothing if a token or the end comes next.
std::string_view frontBlank(std::string_view window) {
    return !window.empty() && isBlank(window.front()) ? window.substr(0, 1) : std::string_view();
}

/// As long as windows of tokens pass, another is tried; less is not worth it.
constexpr std::size_t LeastPassed = 4096;

/// How far each text can be passed over tokens that are equal byte for byte and end within both.
std::pair<std::size_t, std::size_t> equalTokens(std::string_view answer, std::string_view output) {
    const char* a = answer.data();
    const char* o = output.data();
    const char* const answerEnd = a + answer.size();
    const char* const outputEnd = o + output.size();
    std::pair<std::size_t, std::size_t> passed{0, 0};
    while (true) {
        a = std::find_if_not(a, answerEnd, isBlank);
        o = std::find_if_not(o, outputEnd, isBlank);
        while (a != answerEnd && o != outputEnd && *a == *o && !isBlank(*a)) {
            ++a;
            ++o;
        }
        if (a == answerEnd || o == outputEnd || !isBlank(*a) || !isBlank(*o)) {
            return passed;
        }
        passed = {static_cast<std::size_t>(a - answer.data()), static_cast<std::size_t>(o - output.data())};
    }
}

class TokenComparator {
public:
    TokenComparator(const ComparatorSpec& spec, BlockReader& answer, BlockReader& output)
        : m_spec(spec), m_answer(answer), m_output(output) {}

    Explanation run();

private:
    using Kind = Explanation::Kind;

    void skipEqual();
    void skipEqualTokens();
    bool step();
    bool passBlanks();
    bool passEqualBlanks();
    bool passToken(const TokenPart& answer, const TokenPart& output);
    bool passNumber(double expected, const TokenPart& answer, const TokenPart& output);
    bool passText(TokenPart answer, TokenPart output);
    std::size_t firstDifference(std::string_view answer, std::string_view output) const;
    bool rejectText(std::string_view answer, std::string_view output, std::size_t different);
    bool reject(Kind kind, std::string_view expected, std::string_view got);
    bool usesNumbers() const { return m_spec.absoluteTolerance || m_spec.relativeTolerance; }
    double tolerance(double expected) const;

    const ComparatorSpec& m_spec;
    BlockReader& m_answer;
    BlockReader& m_output;
    std::size_t m_passed = 0; ///< bytes of the present token that are consumed in both files
    Explanation m_explanation;
};

Explanation TokenComparator::run() {
    do {
        skipEqual();
        skipEqualTokens();
    } while (step());
    return std::move(m_explanation);
}

void TokenComparator::skipEqual() {
    while (true) {
        const std::string_view answer = m_answer.window();
        const std::size_t equal = equalPrefix(answer, m_output.window());
        const auto blank = std::find_if(answer.rend() - static_cast<std::ptrdiff_t>(equal), answer.rend(), isBlank);
        const auto count = static_cast<std::size_t>(answer.rend() - blank);
        m_answer.consume(count);
        m_output.consume(count);
        if (count == 0 || equal < BlockReader::Reach) {
            return;
        }
    }
}

/// Passes tokens that are the same in both, byte for byte, with any blanks before them. A token that reaches the end of
/// a window is left to step().
void TokenComparator::skipEqualTokens() {
    std::size_t passed = m_spec.spaceChangeSensitive ? 0 : BlockReader::Reach;
    while (passed >= LeastPassed) {
        const std::string_view answer = m_answer.window();
        const std::string_view output = m_output.window();
        const auto [answerSize, outputSize] = equalTokens(answer, output);
        m_answer.consume(answerSize);
        m_output.consume(outputSize);
        passed = answerSize;
    }
}

/// Looks at the blanks and the token that come next. False when the comparison is over.
bool TokenComparator::step() {
    m_passed = 0;
    if (!passBlanks()) {
        return false;
    }
    const TokenPart expected = nextPart(m_answer);
    const TokenPart got = nextPart(m_output);
    if (expected.text.empty() && got.text.empty()) {
        return false;
    }
    if (expected.text.empty()) {
        return reject(Kind::ExtraToken, {}, got.text);
    }
    if (got.text.empty()) {
        return reject(Kind::MissingToken, expected.text, {});
    }
    return passToken(expected, got);
}

bool TokenComparator::passBlanks() {
    if (m_spec.spaceChangeSensitive) {
        return passEqualBlanks();
    }
    skipBlanks(m_answer);
    skipBlanks(m_output);
    return true;
}

bool TokenComparator::passEqualBlanks() {
    while (true) {
        const std::string_view expected = frontBlank(m_answer.window());
        const std::string_view got = frontBlank(m_output.window());
        if (expected != got) {
            return reject(Kind::DifferentSpace, expected, got);
        }
        if (expected.empty()) {
            return true;
        }
        m_answer.consume(1);
        m_output.consume(1);
    }
}

bool TokenComparator::passToken(const TokenPart& answer, const TokenPart& output) {
    if (usesNumbers() && answer.last) {
        if (const std::optional<double> expected = parseDecimal(answer.text)) {
            return passNumber(*expected, answer, output);
        }
    }
    return passText(answer, output);
}

double TokenComparator::tolerance(double expected) const {
    const double relative = m_spec.relativeTolerance ? *m_spec.relativeTolerance * std::fabs(expected) : 0;
    return std::max(m_spec.absoluteTolerance.value_or(0), relative);
}

bool TokenComparator::passNumber(double expected, const TokenPart& answer, const TokenPart& output) {
    const std::optional<double> got = output.last ? parseDecimal(output.text) : std::nullopt;
    if (!got) {
        return reject(Kind::NumberExpected, answer.text, output.text);
    }
    const double difference = std::fabs(*got - expected);
    if (!(difference <= tolerance(expected))) {
        m_explanation.difference = difference;
        m_explanation.tolerance = tolerance(expected);
        return reject(Kind::NumberTooFar, answer.text, output.text);
    }
    m_answer.consume(answer.text.size());
    m_output.consume(output.text.size());
    return true;
}

bool TokenComparator::passText(TokenPart answer, TokenPart output) {
    while (true) {
        const std::size_t different = firstDifference(answer.text, output.text);
        if (different < std::max(answer.text.size(), output.text.size())) {
            return rejectText(answer.text, output.text, different);
        }
        m_answer.consume(answer.text.size());
        m_output.consume(output.text.size());
        if (answer.last && output.last) {
            return true;
        }
        m_passed += answer.text.size();
        answer = nextPart(m_answer);
        output = nextPart(m_output);
    }
}

std::size_t TokenComparator::firstDifference(std::string_view answer, std::string_view output) const {
    std::size_t at = equalPrefix(answer, output);
    const std::size_t length = m_spec.caseSensitive ? at : std::min(answer.size(), output.size());
    while (at < length && folded(answer[at]) == folded(output[at])) {
        ++at;
    }
    return at;
}

/// Shows long tokens from a little before the difference.
bool TokenComparator::rejectText(std::string_view answer, std::string_view output, std::size_t different) {
    const bool fits = m_passed == 0 && std::max(answer.size(), output.size()) <= ShownBytes;
    const std::size_t from = fits || different < ShownBeforeDifference ? 0 : different - ShownBeforeDifference;
    m_explanation.shownFrom = m_passed + from;
    return reject(Kind::DifferentToken, answer.substr(from), output.substr(from));
}

bool TokenComparator::reject(Kind kind, std::string_view expected, std::string_view got) {
    m_explanation.kind = kind;
    m_explanation.expected = expected.substr(0, ShownBytes);
    m_explanation.got = got.substr(0, ShownBytes);
    const TextPosition position = locate(m_output.descriptor(), m_output.offset() - m_passed);
    m_explanation.line = position.line;
    m_explanation.column = position.column;
    m_explanation.token = position.token;
    m_explanation.answerLine = locate(m_answer.descriptor(), m_answer.offset() - m_passed).line;
    return false;
}

} // namespace

Result<Comparison> compareTokens(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                                 int outputDescriptor) {
    BlockReader answer(answerDescriptor, answerName);
    BlockReader output(outputDescriptor, OutputName);
    Explanation explanation = TokenComparator(spec, answer, output).run();
    TRY(checkRead(answer, output));
    return Comparison{explanation.kind == Explanation::Kind::None, std::move(explanation)};
}

} // namespace grindstone::judge
