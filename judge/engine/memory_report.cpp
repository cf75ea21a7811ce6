// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each runtime has its own words, and three ways of meaning them. Java and Node have a heap of a fixed size, which is
// what ran out. Others ask the kernel and are refused, be it that memory is short or that the request was absurd. A
// third kind says it in a line of its own, the last one, which an exception that was caught and printed is not.
#include "judge/engine/memory_report.h"

#include "judge/text/lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace grindstone::judge {

namespace {

constexpr std::array Sure{
    std::string_view("JavaScript heap out of memory"), // Node
    std::string_view("FATAL ERROR: Reached heap limit"),
    std::string_view("There is insufficient memory for the Java Runtime Environment to continue"),
    std::string_view(": Heap exhausted;"), // Haskell
};

constexpr std::array Claimed{
    std::string_view("terminate called after throwing an instance of 'std::bad_alloc'"), // libstdc++
    std::string_view("terminating with uncaught exception of type std::bad_alloc"),      // libc++
    std::string_view("fatal error: runtime: out of memory"),                             // Go
    std::string_view("fatal error: out of memory"),
    std::string_view("fatal error: runtime: cannot allocate memory"),
    std::string_view("FATAL UNHANDLED EXCEPTION: System.OutOfMemoryException"), // Mono
    std::string_view("Error: Garbage collector could not allocate"),
    std::string_view("RangeError: Array buffer allocation failed"), // Node
    std::string_view("Fatal process out of memory"),
    std::string_view("(NoMemoryError)"), // Ruby
    std::string_view("[FATAL] failed to allocate memory"),
    std::string_view("Fatal error: exception Out_of_memory"), // OCaml
    std::string_view("Runtime error 203 at "),                // Pascal
    std::string_view("EOutOfMemory: "),
};

template<std::size_t Size> bool hasAny(std::string_view text, const std::array<std::string_view, Size>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Java says the same of threads that it may not start, which is no want of memory.
bool isJavas(std::string_view line) {
    return line.find("java.lang.OutOfMemoryError") != line.npos && line.find("unable to create") == line.npos;
}

/// Python's last line: "MemoryError", perhaps of a library and with a reason.
bool isPythons(std::string_view line) {
    const std::string_view name = line.substr(0, line.find(": "));
    return name == "MemoryError" || name.ends_with(".MemoryError") || name.ends_with("._ArrayMemoryError");
}

/// "memory allocation of 400 bytes failed"
bool isRusts(std::string_view line) {
    return line.starts_with("memory allocation of ") && line.ends_with(" bytes failed");
}

bool isLuas(std::string_view line) {
    const std::string_view program = line.substr(0, line.find(": "));
    return program.substr(program.rfind('/') + 1).starts_with("lua") && line.ends_with(": not enough memory");
}

/// "main: out of memory (requested 1048576 bytes)"
bool isHaskells(std::string_view line) {
    return line.find(": out of memory (requested ") != line.npos;
}

/// The number behind `words`; 0 when there is none.
std::uint64_t numberBehind(std::string_view line, std::string_view words) {
    std::uint64_t number = 0;
    const std::size_t at = line.find(words);
    if (at != line.npos) {
        const std::string_view digits = line.substr(at + words.size());
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    }
    return number;
}

/// PHP's heap has a limit of its own; a single request beyond all of it may be a bug.
MemoryReport phps(std::string_view line) {
    const std::uint64_t heap = numberBehind(line, "Allowed memory size of ");
    if (heap == 0 || line.find("Fatal error:") == line.npos) {
        return MemoryReport::None;
    }
    return numberBehind(line, "(tried to allocate ") > heap ? MemoryReport::Claimed : MemoryReport::Sure;
}

MemoryReport reportIn(std::string_view line) {
    if (isJavas(line) || hasAny(line, Sure)) {
        return MemoryReport::Sure;
    }
    if (hasAny(line, Claimed) || isRusts(line) || isLuas(line) || isHaskells(line)) {
        return MemoryReport::Claimed;
    }
    return phps(line);
}

} // namespace

MemoryReport findMemoryReport(std::string_view standardError) {
    MemoryReport found = MemoryReport::None;
    std::string_view last;
    for (const std::string_view line : linesOf(standardError)) {
        found = std::max(found, reportIn(line));
        last = line.find_first_not_of(" \t\r") != line.npos ? line : last;
    }
    return std::max(found, isPythons(last) ? MemoryReport::Claimed : MemoryReport::None);
}

} // namespace grindstone::judge
