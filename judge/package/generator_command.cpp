// SPDX-License-Identifier: GPL-3.0-or-later
//
// The seed is that of BAPCtools, so that a package's cases come out the same with both: it depends on every character
// of the command, blanks between its words included, but not on those around it.
#include "judge/package/generator_command.h"

#include "judge/package/posix_words.h"

#include <sodium/crypto_hash_sha512.h>

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

constexpr std::size_t LongestCommand = 16 << 10;
constexpr std::size_t MostWords = 256;

std::string replaced(std::string text, std::string_view what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

std::string_view withoutBlanksAround(std::string_view text) {
    constexpr std::string_view Blanks = " \t\r\n\f\v";
    const std::size_t begin = text.find_first_not_of(Blanks);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

/// The place of the first {seed} or {seed:DIGITS} from `from` on, and its length; 0: there is none.
std::pair<std::size_t, std::size_t> findSeed(std::string_view text, std::size_t from) {
    constexpr std::string_view Open = "{seed";
    for (std::size_t at = text.find(Open, from); at != std::string_view::npos; at = text.find(Open, at + 1)) {
        std::size_t end = at + Open.size();
        if (end + 1 < text.size() && text[end] == ':' && text[end + 1] >= '0' && text[end + 1] <= '9') {
            end = std::min(text.find_first_not_of("0123456789", end + 1), text.size());
        }
        if (end < text.size() && text[end] == '}') {
            return {at, end + 1 - at};
        }
    }
    return {text.size(), 0};
}

std::size_t countSeeds(const std::vector<std::string>& words) {
    std::size_t count = 0;
    for (const std::string& word : words) {
        for (auto [at, length] = findSeed(word, 0); length > 0; std::tie(at, length) = findSeed(word, at + length)) {
            ++count;
        }
    }
    return count;
}

std::string withSeed(const std::string& word, std::uint32_t seed) {
    const auto [at, length] = findSeed(word, 0);
    return length == 0 ? word : word.substr(0, at) + std::to_string(seed) + word.substr(at + length);
}

} // namespace

std::uint32_t seedFrom(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha512_BYTES> hash{};
    crypto_hash_sha512(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::uint32_t last = 0;
    for (std::size_t i = hash.size() - 4; i < hash.size(); ++i) {
        last = last << 8 | hash[i];
    }
    return last & 0x7fffffffU;
}

Result<GeneratorCommand> readGeneratorCommand(const YamlReader& reader, const YamlValue& value, const std::string& key,
                                              const Constants& constants, const CommandValues& values) {
    std::optional<std::string> line = withConstants(TRY(reader.text(value, key)), constants, LongestCommand);
    if (!line) {
        return reader.invalid(value, key + " is longer than 16 KiB, constants filled in; shorten it");
    }
    if (values.number) {
        line = replaced(*std::move(line), "{count}", std::to_string(*values.number));
    }
    std::optional<std::vector<std::string>> words = posixWords(*line);
    if (!words) {
        return reader.invalid(value, key + " has a quotation or a backslash without end; complete it");
    }
    if (words->empty() || words->size() > MostWords || line->find('\0') != std::string::npos) {
        return reader.invalid(value, key + " is no command; write a program and at most 255 arguments");
    }
    GeneratorCommand command{words->front(), {words->begin() + 1, words->end()}};
    if (countSeeds(command.arguments) > 1) {
        return reader.invalid(value, key + " has several {seed}; a command may have one");
    }
    const std::uint32_t seed = seedFrom(values.seedPrefix + std::string(withoutBlanksAround(*line)));
    for (std::string& argument : command.arguments) {
        argument = withSeed(replaced(std::move(argument), "{name}", values.name), seed);
    }
    return command;
}

} // namespace grindstone::judge
