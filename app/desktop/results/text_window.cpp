// SPDX-License-Identifier: GPL-3.0-or-later
// The line is found by counting line ends in big blocks; then one window is read around the column that differs. The
// window starts at a line's start where there is one, at a character's start otherwise.
#include "app/desktop/results/text_window.h"

#include <algorithm>
#include <string_view>

namespace grindstone::desktop {

namespace {

constexpr std::uint64_t Block = 1U << 20;

bool isBlank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\v' || byte == '\f';
}

/// Offset at which the line starts; the text's end when it has fewer lines.
std::uint64_t findLine(const TextSource& source, std::uint64_t line, const std::stop_token& stop) {
    std::uint64_t offset = 0;
    for (std::uint64_t left = line > 0 ? line - 1 : 0; left > 0 && !stop.stop_requested();) {
        const std::string block = source.read(offset, Block);
        if (block.empty()) {
            return offset;
        }
        std::size_t at = 0;
        while (left > 0 && (at = block.find('\n', at)) != std::string::npos) {
            ++at;
            --left;
        }
        offset += left > 0 ? block.size() : at;
    }
    return offset;
}

struct Span {
    std::size_t start = 0;
    std::size_t length = 0;
};

Span spanAt(std::string_view bytes, std::size_t start) {
    std::size_t end = start;
    const bool blank = start < bytes.size() && isBlank(bytes[start]);
    while (end < bytes.size() && isBlank(bytes[end]) == blank && bytes[end] != '\n') {
        ++end;
    }
    return {start, end - start};
}

/// The token of that number in the line that starts at `lineStart`, if it holds `text`; else the first that does.
Span findToken(std::string_view bytes, std::size_t lineStart, const Focus& focus) {
    const std::size_t lineEnd = std::min(bytes.find('\n', lineStart), bytes.size());
    Span first;
    std::uint64_t number = 0;
    for (std::size_t at = lineStart; at < lineEnd;) {
        const Span span = spanAt(bytes, at);
        at += std::max<std::size_t>(1, span.length);
        if (span.length == 0 || isBlank(bytes[span.start])) {
            continue;
        }
        ++number;
        const std::string_view token = bytes.substr(span.start, span.length);
        const bool same = !focus.text.empty() && focus.textFrom < token.size() &&
                          token.substr(focus.textFrom).starts_with(focus.text);
        if (same && number == focus.token) {
            return span;
        }
        if (same && first.length == 0) {
            first = span;
        }
    }
    return first;
}

/// Skips what is left of a character that was cut in two.
std::size_t characterStart(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size() && at < 4 && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80) {
        ++at;
    }
    return at;
}

/// Every byte becomes something that takes part in no line break but '\n', so that lines and positions stay.
QString decode(std::string_view bytes) {
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    for (QChar& character : text) {
        const char16_t code = character.unicode();
        if (code < 0x20 && code != u'\n' && code != u'\t') {
            character = QChar(static_cast<char16_t>(0x2400 + code)); // the control pictures
        } else if (code == 0x2028 || code == 0x2029) {
            character = QChar(u'\u2424');
        }
    }
    return text;
}

void markFocus(TextWindow& window, std::string_view bytes, std::size_t lineStart, const Focus& focus) {
    Span span;
    if (focus.column > 0) {
        span = spanAt(bytes, std::min(bytes.size(), lineStart + focus.column - 1));
    } else {
        span = findToken(bytes, lineStart, focus);
    }
    if (span.length == 0) {
        span.start = std::min(bytes.size(), lineStart);
    }
    window.markStart = decode(bytes.substr(0, span.start)).size();
    window.markLength = decode(bytes.substr(span.start, span.length)).size();
}

} // namespace

Focus focusInOutput(const judge::Explanation& explanation) {
    if (explanation.kind == judge::Explanation::Kind::None || explanation.line == 0) {
        return {};
    }
    return {explanation.line, explanation.column, explanation.token, explanation.got, explanation.shownFrom};
}

Focus focusInAnswer(const judge::Explanation& explanation) {
    if (explanation.kind == judge::Explanation::Kind::None || explanation.answerLine == 0) {
        return {};
    }
    const bool space = explanation.kind == judge::Explanation::Kind::DifferentSpace;
    return {explanation.answerLine, space ? explanation.column : 0, explanation.token, explanation.expected,
            explanation.shownFrom};
}

TextWindow readWindow(const TextSource& source, const Focus& focus, std::stop_token stop, std::uint64_t most) {
    TextWindow window;
    window.size = source.size();
    window.readable = source.isReadable();
    const std::uint64_t lineOffset = findLine(source, focus.line, stop);
    const std::uint64_t target = lineOffset + (focus.column > 0 ? focus.column - 1 : 0);
    std::uint64_t begin = 0;
    if (window.size > most && target > most / 2) {
        begin = std::min(target - most / 2, window.size - std::min(window.size, most));
    }
    std::string bytes = source.read(begin, most);
    if (begin > 0) {
        const std::size_t lineEnd = bytes.find('\n');
        const bool wholeLine = lineEnd != std::string::npos && begin + lineEnd < lineOffset;
        const std::size_t skipped = wholeLine ? lineEnd + 1 : characterStart(bytes);
        bytes.erase(0, skipped);
        begin += skipped;
    }
    window.startsLater = begin > 0;
    window.endsEarlier = begin + bytes.size() < window.size;
    const std::size_t before = lineOffset > begin ? static_cast<std::size_t>(lineOffset - begin) : 0;
    const auto linesBefore =
        std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(before, bytes.size())), '\n');
    window.firstLine = std::max<std::uint64_t>(1, focus.line) - static_cast<std::uint64_t>(linesBefore);
    window.text = decode(bytes);
    if (focus.line > 0) {
        Focus inWindow = focus;
        if (begin > lineOffset && focus.column > 0) {
            inWindow.column = focus.column - (begin - lineOffset);
        }
        markFocus(window, bytes, std::min(before, bytes.size()), inWindow);
    }
    return window;
}

} // namespace grindstone::desktop
