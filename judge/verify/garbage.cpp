// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/garbage.h"

#include <random>

namespace grindstone::judge {

namespace {

constexpr std::string_view Blanks = " \t\r\n\f\v";
constexpr const char* Rubbish = "rubbish";

std::string randomBytes(std::size_t count, unsigned lowest, unsigned highest) {
    std::mt19937 random(42);
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) {
        bytes += static_cast<char>(lowest + random() % (highest - lowest + 1));
    }
    return bytes;
}

/// The first word behind the middle, else the last one before it.
std::string withWordChanged(std::string_view answer) {
    std::size_t begin = answer.find_first_not_of(Blanks, answer.size() / 2);
    if (begin == std::string_view::npos) {
        begin = answer.find_last_not_of(Blanks);
    }
    const std::size_t before = answer.find_last_of(Blanks, begin);
    begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(answer.size(), answer.find_first_of(Blanks, begin));
    return std::string(answer.substr(0, begin)) + Rubbish + std::string(answer.substr(end));
}

void add(std::vector<Garbage>& all, std::string_view name, std::string bytes) {
    Garbage& added = all.emplace_back();
    added.name = name;
    added.bytes = std::move(bytes);
}

/// All words but the second half of them. The half of one word may be right: "3.14" for "3.1416".
std::string withoutLastWords(std::string_view answer) {
    std::vector<std::size_t> ends;
    std::size_t begin = answer.find_first_not_of(Blanks);
    while (begin != std::string_view::npos) {
        ends.push_back(std::min(answer.size(), answer.find_first_of(Blanks, begin)));
        begin = answer.find_first_not_of(Blanks, ends.back());
    }
    return ends.size() < 2 ? std::string() : std::string(answer.substr(0, ends[ends.size() / 2 - 1])) + "\n";
}

} // namespace

std::vector<Garbage> garbageForAll() {
    std::vector<Garbage> all;
    add(all, "1 KiB of random bytes", randomBytes(1024, 0, 255));
    add(all, "200 random characters", randomBytes(200, 0x20, 0x7E) + "\n");
    std::string number(401, '9');
    number.back() = '\n';
    add(all, "a number of 400 digits", number);
    add(all, "an empty file", "");
    return all;
}

std::vector<Garbage> garbageFrom(std::string_view answer) {
    if (answer.find_first_not_of(Blanks) == std::string_view::npos) {
        return {};
    }
    const std::string whole(answer);
    std::vector<Garbage> all;
    add(all, "the answer with a word behind it", whole + Rubbish + "\n");
    add(all, "the answer with a word changed", withWordChanged(answer));
    if (std::string half = withoutLastWords(answer); !half.empty()) {
        add(all, "half of the answer's words", std::move(half));
    }
    return all;
}

} // namespace grindstone::judge
