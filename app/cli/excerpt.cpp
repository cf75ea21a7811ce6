// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/excerpt.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace grindstone::cli {

namespace {

constexpr std::uint64_t Step = 1 << 18;

/// Offset at which a line begins.
std::optional<std::uint64_t> findLine(const ReadAt& read, std::uint64_t line) {
    std::uint64_t offset = 0;
    for (std::uint64_t current = 1; current < line;) {
        const std::string piece = read(offset, Step);
        if (piece.empty()) {
            return std::nullopt;
        }
        std::size_t at = 0;
        while (current < line && (at = piece.find('\n', at)) != std::string::npos) {
            ++at;
            ++current;
        }
        offset += current < line ? piece.size() : at;
    }
    return offset;
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// Takes off pieces of characters at both ends.
void trimToCharacters(LinePiece& piece) {
    std::size_t begin = 0;
    while (begin < piece.text.size() && begin < 3 && piece.cutBefore && isContinuation(piece.text[begin])) {
        ++begin;
    }
    piece.text.erase(0, begin);
    piece.caret -= std::min<std::uint64_t>(begin, piece.caret);
    if (!piece.cutAfter) {
        return;
    }
    std::size_t end = piece.text.size();
    while (end > 0 && piece.text.size() - end < 3 && isContinuation(piece.text[end - 1])) {
        --end;
    }
    if (end > 0 && static_cast<unsigned char>(piece.text[end - 1]) >= 0xc0) {
        piece.text.resize(end - 1);
    }
}

} // namespace

ReadAt readerOf(const std::string& file) {
    const auto opened = std::make_shared<const UniqueFd>(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return [opened](std::uint64_t offset, std::uint64_t most) {
        std::string buffer(most, '\0');
        const ssize_t got = ::pread(opened->get(), buffer.data(), buffer.size(), static_cast<off_t>(offset));
        buffer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return buffer;
    };
}

ReadAt readerOfText(std::string text) {
    return [text = std::move(text)](std::uint64_t offset, std::uint64_t most) {
        return offset < text.size() ? text.substr(offset, most) : std::string();
    };
}

Excerpt firstLines(const ReadAt& read, int lines, std::uint64_t bytes) {
    Excerpt excerpt{read(0, bytes + 1)};
    if (excerpt.text.size() > bytes) {
        excerpt.text.resize(bytes);
        excerpt.cut = true;
    }
    std::size_t end = 0;
    for (int i = 0; i < lines && end < excerpt.text.size(); ++i) {
        const std::size_t feed = excerpt.text.find('\n', end);
        end = feed == std::string::npos ? excerpt.text.size() : feed + 1;
    }
    excerpt.cut = excerpt.cut || end < excerpt.text.size();
    excerpt.text.resize(end);
    return excerpt;
}

LinePiece lineAround(const ReadAt& read, std::uint64_t line, std::uint64_t column, std::uint64_t width) {
    const std::optional<std::uint64_t> start = findLine(read, std::max<std::uint64_t>(1, line));
    if (!start) {
        return {};
    }
    const std::uint64_t target = std::max<std::uint64_t>(1, column) - 1;
    const std::uint64_t first = target < width * 2 / 3 ? 0 : target - width / 2;
    LinePiece piece{read(*start + first, width + 1), target - first, first > 0, false, true};
    const std::size_t feed = piece.text.find('\n');
    piece.cutAfter = feed == std::string::npos && piece.text.size() > width;
    piece.text.resize(std::min<std::size_t>({feed, piece.text.size(), width}));
    trimToCharacters(piece);
    piece.caret = std::min<std::uint64_t>(piece.caret, piece.text.size());
    piece.exists = !read(*start, 1).empty();
    return piece;
}

} // namespace grindstone::cli
