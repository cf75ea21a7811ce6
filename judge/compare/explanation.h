// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace grindstone::judge {

/// Why a comparator rejected an output: where, and what stood there. Plain value, no sentences.
struct Explanation {
    enum class Kind {
        None,
        DifferentToken,  ///< `expected` and `got` differ
        MissingToken,    ///< the output ended before `expected`
        ExtraToken,      ///< `got` stands after the answer's end
        NumberExpected,  ///< the answer's token is a number, the output's `got` isn't
        NumberTooFar,    ///< outside both tolerances, by `difference`
        DifferentSpace,  ///< white space differs (space_change_sensitive)
        CheckerRejected, ///< a program of the package says so, with `message`; the place isn't known
        IntegerExpected, ///< the answer's token is an integer, the output's `got` isn't, or isn't written as one
        YesOrNoExpected, ///< the answer's token is YES or NO, the output's `got` neither
        MissingElement,  ///< in any order: `expected`, which stands in the answer's line, is too rare in the output
        ExtraElement,    ///< in any order: `got` stands in the output more often than in the answer
        DifferentValue,  ///< at `path` in a JSON document: `expected` and `got` as JSON
        MissingValue,    ///< the output has nothing at `path`, where `expected` is wanted
        ExtraValue,      ///< the answer has nothing at `path`, where the output has `got`
        InvalidJson,     ///< the output isn't JSON that can be read, with `message` as the reason
        DifferentByte,   ///< `expected` and `got` are the one byte that differs; empty at the end of a file
        DifferentLine,   ///< `expected` and `got` are the lines; `column` is where they part
        MissingLine,     ///< the output ended before the line `expected`
        ExtraLine,       ///< the line `got` stands after the answer's end
        AbsentLine,      ///< the line `expected` isn't in the output, or too seldom; there is no place in the output
        EndedEarly,      ///< the program ended while the interactor still wanted to talk with it
        UnwantedLine,    ///< the line `got` isn't in the answer, or too seldom
    };
    Kind kind = Kind::None;
    std::uint64_t line = 0;   ///< in the output, from 1; 0 where the output has no such place
    std::uint64_t column = 0; ///< byte in that line, from 1
    std::uint64_t token = 0;  ///< token in that line of the output, from 1
    std::uint64_t answerLine = 0;
    std::uint64_t shownFrom = 0; ///< byte of the tokens at which `expected` and `got` begin; not 0 only in long ones
    std::string expected;        ///< cut at 200 bytes; for DifferentSpace the one blank that differs, or empty
    std::string got;             ///< likewise
    std::optional<double> difference;
    std::string path;    ///< of the JSON kinds, cut at 200 bytes: "$.edges[3].weight"
    std::string message; ///< InvalidJson: English; CheckerRejected: what it has to say to who may see the whole case,
                         ///< perhaps nothing
    std::optional<double> tolerance; ///< what the absolute and the relative tolerance allow here, the larger of both
};

} // namespace grindstone::judge
