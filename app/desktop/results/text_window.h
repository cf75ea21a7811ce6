// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/results/text_source.h"
#include "judge/compare/explanation.h"

#include <QString>

#include <cstdint>
#include <stop_token>

namespace grindstone::desktop {

/// The place in a text that is to be in view, and the token there. Nothing when `line` is 0.
struct Focus {
    std::uint64_t line = 0;     ///< from 1
    std::uint64_t column = 0;   ///< byte in the line, from 1; 0 when only the token is known
    std::uint64_t token = 0;    ///< in the line, from 1
    std::string text;           ///< bytes of what stands there; empty: white space, or the text's end
    std::uint64_t textFrom = 0; ///< where in the token they begin
};

/// Where the first difference lies in the program's output, and in the answer.
Focus focusInOutput(const judge::Explanation& explanation);
Focus focusInAnswer(const judge::Explanation& explanation);

/// A piece of a text that is small enough to show.
struct TextWindow {
    QString text;
    std::uint64_t firstLine = 1;
    std::uint64_t size = 0;   ///< of the whole text, in bytes
    bool startsLater = false; ///< there is text before it
    bool endsEarlier = false; ///< there is text after it
    bool readable = true;
    qsizetype markStart = -1; ///< in `text`; -1: nothing to mark
    qsizetype markLength = 0;
};

constexpr std::uint64_t LargestWindow = 64U << 10;

/// Reads the piece around the focus, at most `most` bytes. A text of any size takes only that much memory; finding the
/// line reads the text up to it, so call it off the GUI thread.
TextWindow readWindow(const TextSource& source, const Focus& focus, std::stop_token stop = {},
                      std::uint64_t most = LargestWindow);

} // namespace grindstone::desktop
