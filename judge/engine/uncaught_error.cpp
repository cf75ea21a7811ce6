// SPDX-License-Identifier: GPL-3.0-or-later
//
// One function a runtime, each of which knows the shape of that runtime's last words: around which line the name and
// the message of the error stand. The shapes don't resemble each other, so the language needn't be known. Only the
// first line of a message is taken.
#include "judge/engine/uncaught_error.h"

#include "judge/text/lines.h"
#include "judge/text/utf8.h"

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

using Lines = std::vector<std::string_view>;
using Found = std::optional<UncaughtError>;

constexpr std::size_t LongestPart = 200;

Found error(std::string_view name, std::string_view message) {
    const std::size_t end = message.find_last_not_of(" \t\r");
    message = message.substr(0, end == message.npos ? 0 : end + 1);
    return UncaughtError{std::string(cutUtf8(name, LongestPart)), std::string(cutUtf8(message, LongestPart))};
}

bool isName(std::string_view text) {
    constexpr std::string_view Others = "_.:$";
    const bool begun = !text.empty() && !(text.front() >= '0' && text.front() <= '9');
    return begun && std::ranges::all_of(text, [&](unsigned char byte) {
               const bool letter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
               return letter || (byte >= '0' && byte <= '9') || byte >= 0x80 ||
                      Others.find(static_cast<char>(byte)) != Others.npos;
           });
}

/// "Name: message", "Name", or a message alone.
Found named(std::string_view line) {
    line = line.substr(0, line.find('\r'));
    const std::string_view name = line.substr(0, std::min(line.find(": "), line.find_last_not_of(": ") + 1));
    if (!isName(name)) {
        return error({}, line);
    }
    return error(name, name.size() + 2 < line.size() ? line.substr(name.size() + 2) : std::string_view());
}

std::string_view behind(std::string_view line, std::string_view words) {
    const std::size_t at = line.find(words);
    return at == line.npos ? std::string_view() : line.substr(at + words.size());
}

/// The first line from `from` on that begins so; the end when none does.
Lines::const_iterator findStart(const Lines& lines, std::string_view words, Lines::const_iterator from) {
    return std::find_if(from, lines.end(), [&](std::string_view line) { return line.starts_with(words); });
}

Lines::const_iterator findStart(const Lines& lines, std::string_view words) {
    return findStart(lines, words, lines.begin());
}

Lines::const_iterator findLastStart(const Lines& lines, std::string_view words) {
    const auto found = std::find_if(lines.rbegin(), lines.rend(), [&](auto line) { return line.starts_with(words); });
    return found == lines.rend() ? lines.end() : std::prev(found.base());
}

/// The first line behind the last traceback's, which are indented.
Found pythons(const Lines& lines) {
    auto line = findLastStart(lines, "Traceback (most recent call last):");
    while (line != lines.end() && (line->starts_with("Traceback") || line->starts_with(' '))) {
        ++line;
    }
    if (line == lines.end()) {
        return std::nullopt;
    }
    constexpr std::string_view Own = "__main__.";
    return named(line->starts_with(Own) ? line->substr(Own.size()) : *line);
}

/// The innermost cause, where there are several.
Found javas(const Lines& lines) {
    const auto thrown = findLastStart(lines, "Exception in thread \"");
    if (thrown == lines.end()) {
        return std::nullopt;
    }
    const auto cause = findLastStart(lines, "Caused by: ");
    return named(cause != lines.end() && cause > thrown ? behind(*cause, ": ")
                                                        : behind(thrown->substr(thrown->find('"') + 1), "\" "));
}

bool isCaret(std::string_view line) {
    return line.find('^') != line.npos && line.find_first_not_of(" ^") == line.npos;
}

/// The line below the one that points into the source: "RangeError: Invalid array length", or a thrown value.
Found nodes(const Lines& lines) {
    const auto end = findLastStart(lines, "Node.js v");
    const auto caret = std::find_if(lines.begin(), end, isCaret);
    const auto line = std::find_if(caret == end ? end : caret + 1, end, [](auto text) { return !text.empty(); });
    return line == end ? std::nullopt : named(*line);
}

Found gos(const Lines& lines) {
    for (const std::string_view name : {"panic", "fatal error"}) {
        const auto line = findStart(lines, std::string(name) + ": ");
        if (line != lines.end() && findStart(lines, "goroutine ", line) != lines.end()) {
            return error(name, line->substr(name.size() + 2));
        }
    }
    return std::nullopt;
}

/// Up to Rust 1.72 the message stands in quotes before the place, later in the line behind it.
Found rusts(const Lines& lines) {
    for (auto line = findStart(lines, "thread '"); line != lines.end(); line = findStart(lines, "thread '", line + 1)) {
        if (line->ends_with(" has overflowed its stack")) {
            return error("stack overflow", {});
        }
        const std::string_view text = behind(*line, " panicked at ");
        if (text.starts_with('\'')) {
            return error("panic", text.substr(1, text.rfind("', ") - 1));
        }
        if (text.ends_with(':') && line + 1 != lines.end()) {
            return error("panic", *(line + 1));
        }
    }
    const auto line = findStart(lines, "memory allocation of ");
    return line != lines.end() ? error({}, *line) : std::nullopt;
}

Found cpluspluses(const Lines& lines) {
    const auto line = findStart(lines, "terminate called ");
    if (line == lines.end()) {
        const auto other = findStart(lines, "libc++abi: terminating with uncaught exception of type ");
        return other != lines.end() ? named(behind(*other, "of type ")) : std::nullopt;
    }
    const std::string_view name = behind(*line, "instance of '");
    if (name.empty()) {
        return error({}, *line);
    }
    const auto what = findStart(lines, "  what():  ", line);
    return error(name.substr(0, name.rfind('\'')), what != lines.end() ? behind(*what, ":  ") : std::string_view());
}

bool isOfLibrary(std::string_view line) {
    constexpr std::array Words{std::string_view("free(): "),
                               std::string_view("malloc(): "),
                               std::string_view("realloc(): "),
                               std::string_view("double free or corruption"),
                               std::string_view("corrupted "),
                               std::string_view("munmap_chunk(): "),
                               std::string_view("malloc_consolidate(): "),
                               std::string_view("*** ")};
    const bool assertion = line.find("Assertion ") != line.npos && line.ends_with("failed.");
    return assertion || std::ranges::any_of(Words, [&](std::string_view words) { return line.starts_with(words); });
}

/// The last line of a failed assertion, or of the C library that found its heap or a stack spoiled.
Found cs(const Lines& lines) {
    return !lines.empty() && isOfLibrary(lines.back()) ? error({}, lines.back()) : std::nullopt;
}

Found monos(const Lines& lines) {
    constexpr std::string_view Words = "[ERROR] FATAL UNHANDLED EXCEPTION: ";
    const auto line = findStart(lines, Words);
    return line != lines.end() ? named(line->substr(Words.size())) : std::nullopt;
}

/// "main.rb:3:in `/': divided by 0 (ZeroDivisionError)"
Found rubys(const Lines& lines) {
    for (const std::string_view line : lines) {
        const std::size_t open = line.rfind(" (");
        if (open == line.npos || !line.ends_with(')') || line.find(".rb:") == line.npos) {
            continue;
        }
        const std::string_view name = line.substr(open + 2, line.size() - open - 3);
        const std::string_view place = line.substr(0, open);
        const std::string_view message = behind(place, "': ");
        if (isName(name)) {
            return error(name, message.empty() ? behind(place, ": ") : message);
        }
    }
    return std::nullopt;
}

/// With "PHP " before it where it goes to a log.
Found phps(const Lines& lines) {
    const auto line = std::ranges::find_if(lines, [](std::string_view text) {
        return text.starts_with("PHP Fatal error:  ") ||
               (text.starts_with("Fatal error: ") && text.find(" in /") != text.npos);
    });
    if (line == lines.end()) {
        return std::nullopt;
    }
    const std::string_view whole = behind(*line, "Fatal error: ");
    const std::string_view text = whole.substr(whole.starts_with(' ') ? 1 : 0);
    const std::string_view said = text.substr(0, text.rfind(" in /"));
    return said.starts_with("Uncaught ") ? named(behind(said, " ")) : error({}, said);
}

/// "/usr/bin/lua5.4: main.lua:1: attempt to divide by zero", and a stack below it.
Found luas(const Lines& lines) {
    const auto line = std::ranges::find_if(lines, [](std::string_view text) {
        const std::string_view program = text.substr(0, text.find(": "));
        return program.substr(program.rfind('/') + 1).starts_with("lua");
    });
    const bool traced = findStart(lines, "stack traceback:", line) != lines.end();
    return traced ? error({}, behind(*line, ": ")) : std::nullopt;
}

/// `Fatal error: exception Failure("hd")`
Found ocamls(const Lines& lines) {
    constexpr std::string_view Words = "Fatal error: exception ";
    const auto line = findLastStart(lines, Words);
    if (line == lines.end()) {
        return std::nullopt;
    }
    const std::string_view text = line->substr(Words.size());
    std::string_view message = behind(text, "(");
    message = message.substr(message.starts_with('"') ? 1 : 0);
    return error(text.substr(0, text.find('(')), message.substr(0, message.find_last_not_of("\")") + 1));
}

/// "Runtime error 201 at $0000000000401049", or the line behind "An unhandled exception occurred at …:".
Found pascals(const Lines& lines) {
    const auto line = findStart(lines, "Runtime error ");
    if (line != lines.end() && line->find(" at $") != line->npos) {
        return error(line->substr(0, line->find(" at $")), {});
    }
    const auto thrown = findStart(lines, "An unhandled exception occurred at $");
    return thrown != lines.end() && thrown + 1 != lines.end() ? named(*(thrown + 1)) : std::nullopt;
}

/// What a program in Haskell says begins with its name only.
Found haskells(const Lines& lines) {
    constexpr std::string_view Words = "main: ";
    const auto line = findStart(lines, Words);
    return line != lines.end() ? error({}, line->substr(Words.size())) : std::nullopt;
}

} // namespace

std::optional<UncaughtError> findUncaughtError(std::string_view standardError) {
    const Lines lines = linesOf(standardError);
    for (const auto find :
         {pythons, javas, nodes, gos, rusts, cpluspluses, cs, monos, rubys, ocamls, phps, luas, pascals, haskells}) {
        if (Found found = find(lines); found && !(found->name.empty() && found->message.empty())) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace grindstone::judge
