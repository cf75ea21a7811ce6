// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"
#include "judge/compare/testlib_stream.h"

namespace grindstone::judge {

/// One run of a comparator that follows a testlib checker: the two files, and how it ends. The first rejection stands;
/// an answer that is bad outweighs it.
class TestlibComparison {
public:
    using Kind = Explanation::Kind;

    TestlibComparison(int answer, std::string answerName, int output);

    TestlibStream& answer() { return m_answer; }
    TestlibStream& output() { return m_output; }

    /// The answer's next token. At its end and for one longer than testlib allows, the answer is bad: `wanted` is what
    /// it should be, "an integer", and nothing is returned.
    std::optional<std::string_view> answerToken(std::string_view wanted);
    /// The output's next token. Rejects at the output's end, where `expected` is missing, and for one too long.
    std::optional<std::string_view> outputToken(std::string_view expected);

    /// The answer's last token isn't `wanted`. Always false.
    bool failAnswer(std::string_view wanted, std::string_view got);
    /// The comparison itself comes to no verdict. Always false.
    bool failWith(Error error);
    /// About the last tokens of both files. Always false.
    bool reject(Kind kind, std::string_view expected, std::string_view got);
    /// Likewise, but with the places given, as bytes of the files.
    bool rejectAt(Kind kind, std::string_view expected, std::string_view got, std::uint64_t answerOffset,
                  std::uint64_t outputOffset);
    /// `expected` and `got` of the rejection begin at this byte of what they are part of.
    void showFrom(std::uint64_t offset) { m_explanation.shownFrom = offset; }
    bool rejectNumber(std::string_view expected, std::string_view got, double difference, double tolerance);

    bool isRejected() const { return m_explanation.kind != Kind::None; }
    bool hasFailed() const { return m_failure.has_value(); }
    /// Accepts unless it was rejected before or the output holds more tokens, as testlib does whatever the checker.
    Result<Comparison> finish();

private:
    std::string m_answerName;
    TestlibStream m_answer;
    TestlibStream m_output;
    Explanation m_explanation;
    std::optional<Error> m_failure;
};

} // namespace grindstone::judge
