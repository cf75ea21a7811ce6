// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"

namespace grindstone::judge {

// The standard checkers of testlib (https://github.com/MikeMirzayanov/testlib), written anew: the verdicts are the same
// except that files may be of any size. "wrong answer" and "wrong output format" both reject; "fail", which a checker
// says of an answer file that isn't what it compares, is the error "comparator.bad-answer". Descriptors are read by
// position and need to be files. The spec's settings play no part. Memory doesn't grow with the files; tokens are at
// most 32 MiB long. All fail with "file.unreadable" too.

class TestlibComparison;

/// Judges both files from their fronts; what the output then holds beyond is judged for all alike.
using TestlibRule = void (*)(TestlibComparison& comparison);
Result<Comparison> compareByTestlib(TestlibRule rule, int answer, const std::string& answerName, int output);

// One value; what follows it in the answer is ignored.
void judgeAcmp(TestlibComparison& comparison);  ///< reals, absolute 1.5e-6; rcmp is the same
void judgeDcmp(TestlibComparison& comparison);  ///< reals, absolute or relative 1e-6
void judgeHcmp(TestlibComparison& comparison);  ///< integers of any size; the answer holds nothing else
void judgeIcmp(TestlibComparison& comparison);  ///< 32-bit integers
void judgeYesNo(TestlibComparison& comparison); ///< YES or NO in any case of letters
/// The distance of two reals is a number of points: no verdict, so "comparator.points" whatever it is. Outputs of wrong
/// form are rejected; points that testlib cannot give (beyond 1e6) make the answer bad.
void judgePointsCmp(TestlibComparison& comparison);
void judgePointsInfo(TestlibComparison& comparison); ///< likewise, without bounds

// Sequences of tokens.
void judgeNcmp(TestlibComparison& comparison);   ///< 64-bit integers
void judgeNYesNo(TestlibComparison& comparison); ///< YES and NO in any case of letters
void judgeRcmp4(TestlibComparison& comparison);  ///< reals, absolute or relative 1e-4
void judgeRcmp6(TestlibComparison& comparison);  ///< likewise 1e-6
void judgeRcmp9(TestlibComparison& comparison);  ///< likewise 1e-9
void judgeRncmp(TestlibComparison& comparison);  ///< reals, absolute 1.5e-5
void judgeWcmp(TestlibComparison& comparison);   ///< any tokens
void judgeUncmp(TestlibComparison& comparison);  ///< 64-bit integers in any order

// "Case 1: …", "Case 2: …" and so on.
void judgeCaseIcmp(TestlibComparison& comparison); ///< one 64-bit integer a case
void judgeCaseNcmp(TestlibComparison& comparison); ///< any number of 64-bit integers a case
void judgeCaseWcmp(TestlibComparison& comparison); ///< any number of tokens a case

// Lines.
void judgeFcmp(TestlibComparison& comparison); ///< the same bytes
void judgeLcmp(TestlibComparison& comparison); ///< the same tokens

} // namespace grindstone::judge
