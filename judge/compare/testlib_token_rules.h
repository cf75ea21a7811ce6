// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/testlib_comparison.h"

namespace grindstone::judge {

/// How a testlib checker looks at single tokens. A well-formed token always agrees with itself.
struct TestlibTokenRules {
    std::string_view wanted; ///< what an answer's token should be, for errors
    bool (*isWellFormed)(std::string_view token);
    Explanation::Kind malformed; ///< why an output's token that isn't well-formed is rejected
    /// Rejects unless two well-formed tokens agree.
    bool (*agree)(TestlibComparison& comparison, std::string_view expected, std::string_view got);
};

namespace testlib_tokens {

extern const TestlibTokenRules Integer;
extern const TestlibTokenRules ShortInteger;
extern const TestlibTokenRules HugeInteger;
extern const TestlibTokenRules YesOrNo;
extern const TestlibTokenRules Any;
extern const TestlibTokenRules RealRelative4; ///< absolute or relative 1e-4
extern const TestlibTokenRules RealRelative6;
extern const TestlibTokenRules RealRelative9;
extern const TestlibTokenRules RealAbsolute6; ///< absolute 1.5e-6
extern const TestlibTokenRules RealAbsolute5; ///< absolute 1.5e-5

} // namespace testlib_tokens

/// The answer's next token, well-formed. Otherwise the answer is bad and nothing is returned.
std::optional<std::string_view> answerToken(TestlibComparison& comparison, const TestlibTokenRules& rules);
/// Compares two tokens of which the answer's is well-formed; rejects and returns false if they don't agree.
bool judgeToken(TestlibComparison& comparison, const TestlibTokenRules& rules, std::string_view expected,
                std::string_view got);

} // namespace grindstone::judge
