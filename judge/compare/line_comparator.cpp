// SPDX-License-Identifier: GPL-3.0-or-later
//
// Both files are walked in step over what is the same byte for byte. Where two lines part, they can only be equal if
// nothing but blanks is left of either: were there anything else, it would begin with the very byte that differs. So no
// line is ever held, and one as long as the file costs no more than many short ones.
#include "judge/compare/line_comparator.h"

#include "judge/compare/block_reader.h"
#include "judge/compare/equal_prefix.h"
#include "judge/compare/line_excerpt.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

bool atEnd(BlockReader& reader) {
    return reader.window().empty();
}

/// Moves on to the next byte of which `stops` holds, or to the end.
template<typename Predicate> void skipUntil(BlockReader& reader, Predicate stops) {
    while (!atEnd(reader)) {
        const std::string_view window = reader.window();
        const auto found = std::find_if(window.begin(), window.end(), stops);
        reader.consume(static_cast<std::size_t>(found - window.begin()));
        if (found != window.end()) {
            return;
        }
    }
}

class LineComparator {
public:
    LineComparator(BlockReader& answer, BlockReader& output) : m_answer(answer), m_output(output) {}

    Explanation run() {
        while (m_explanation.kind == Kind::None && !(atEnd(m_answer) && atEnd(m_output))) {
            skipEqual();
            passLineEnds();
        }
        return std::move(m_explanation);
    }

private:
    /// Stops at the first byte that differs, or at the end of either file.
    void skipEqual() {
        std::size_t equal = 1;
        while (equal > 0) {
            equal = equalPrefix(m_answer.window(), m_output.window());
            if (equal > 0) {
                m_inLine = m_answer.window()[equal - 1] != '\n';
            }
            m_answer.consume(equal);
            m_output.consume(equal);
        }
    }

    void passLineEnds() {
        const std::uint64_t answerPlace = m_answer.offset();
        const std::uint64_t outputPlace = m_output.offset();
        if (!m_inLine && (atEnd(m_answer) || atEnd(m_output))) {
            passEmptyLines();
        } else if (!passLineEnd(m_answer) || !passLineEnd(m_output)) {
            reject(Kind::DifferentLine, answerPlace, outputPlace);
        }
        m_inLine = false;
    }

    /// Passes the blanks that end a line, and its line feed. False when something else stands there.
    static bool passLineEnd(BlockReader& reader) {
        skipUntil(reader, [](char byte) { return byte == '\n' || !isBlank(byte); });
        if (atEnd(reader)) {
            return true;
        }
        const bool ends = reader.window().front() == '\n';
        reader.consume(ends ? 1 : 0);
        return ends;
    }

    /// One file is over, at the begin of a line: the other must have only blanks left.
    void passEmptyLines() {
        const bool missing = atEnd(m_output);
        BlockReader& longer = missing ? m_answer : m_output;
        skipUntil(longer, [](char byte) { return !isBlank(byte); });
        if (!atEnd(longer)) {
            reject(missing ? Kind::MissingLine : Kind::ExtraLine, m_answer.offset(), m_output.offset());
        }
    }

    void reject(Kind kind, std::uint64_t answerPlace, std::uint64_t outputPlace) {
        const LineExcerpt expected = excerptAround(m_answer.descriptor(), answerPlace);
        const LineExcerpt got = excerptAround(m_output.descriptor(), outputPlace);
        m_explanation.kind = kind;
        m_explanation.line = got.position.line;
        m_explanation.column = got.position.column;
        m_explanation.token = got.position.token;
        m_explanation.answerLine = expected.position.line;
        m_explanation.shownFrom = kind == Kind::MissingLine ? expected.from : got.from;
        m_explanation.expected = expected.text;
        m_explanation.got = got.text;
    }

    BlockReader& m_answer;
    BlockReader& m_output;
    bool m_inLine = false; ///< the last byte passed is part of a line
    Explanation m_explanation;
};

} // namespace

Result<Comparison> compareLines(const ComparatorSpec&, int answerDescriptor, const std::string& answerName,
                                int outputDescriptor) {
    BlockReader answer(answerDescriptor, answerName);
    BlockReader output(outputDescriptor, OutputName);
    Explanation explanation = LineComparator(answer, output).run();
    TRY(checkRead(answer, output));
    return Comparison{explanation.kind == Kind::None, std::move(explanation)};
}

} // namespace grindstone::judge
