// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/language_tag.h"

#include "judge/text/ascii.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace grindstone::judge {

namespace {

/// Contest systems that name languages in English.
constexpr std::array<std::pair<std::string_view, std::string_view>, 50> Names{{
    {"albanian", "sq"},   {"arabic", "ar"},  {"armenian", "hy"},   {"azerbaijani", "az"}, {"belarusian", "be"},
    {"bengali", "bn"},    {"bosnian", "bs"}, {"bulgarian", "bg"},  {"catalan", "ca"},     {"chinese", "zh"},
    {"croatian", "hr"},   {"czech", "cs"},   {"danish", "da"},     {"dutch", "nl"},       {"english", "en"},
    {"estonian", "et"},   {"finnish", "fi"}, {"french", "fr"},     {"georgian", "ka"},    {"german", "de"},
    {"greek", "el"},      {"hebrew", "he"},  {"hindi", "hi"},      {"hungarian", "hu"},   {"icelandic", "is"},
    {"indonesian", "id"}, {"italian", "it"}, {"japanese", "ja"},   {"kazakh", "kk"},      {"korean", "ko"},
    {"kyrgyz", "ky"},     {"latvian", "lv"}, {"lithuanian", "lt"}, {"macedonian", "mk"},  {"mongolian", "mn"},
    {"norwegian", "no"},  {"persian", "fa"}, {"polish", "pl"},     {"portuguese", "pt"},  {"romanian", "ro"},
    {"russian", "ru"},    {"serbian", "sr"}, {"slovak", "sk"},     {"slovenian", "sl"},   {"spanish", "es"},
    {"swedish", "sv"},    {"turkish", "tr"}, {"ukrainian", "uk"},  {"uzbek", "uz"},       {"vietnamese", "vi"},
}};

/// A part after the first, as it is usually written: "BR", "Hant", "419", "valencia"; empty if it is none.
std::string subtag(std::string_view part) {
    const bool letters = std::ranges::all_of(part, isAsciiLetter);
    std::string result = asciiLower(part);
    if (part.size() == 2 && letters) {
        std::ranges::transform(result, result.begin(),
                               [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        return result;
    }
    if (part.size() == 4 && letters) {
        result.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(result.front())));
        return result;
    }
    const bool region = part.size() == 3 && std::ranges::all_of(part, isAsciiDigit);
    const bool variant = part.size() >= 4 && part.size() <= 8 &&
                         std::ranges::all_of(part, [](char c) { return isAsciiLetter(c) || isAsciiDigit(c); });
    return region || variant ? result : std::string();
}

std::optional<std::string> primaryTag(std::string_view part) {
    const std::string name = asciiLower(part);
    const auto known = std::ranges::find(Names, name, &std::pair<std::string_view, std::string_view>::first);
    if (known != Names.end()) {
        return std::string(known->second);
    }
    const bool code = (name.size() == 2 || name.size() == 3) && std::ranges::all_of(name, isAsciiLetter);
    return code ? std::optional(name) : std::nullopt;
}

} // namespace

std::optional<std::string> languageTag(std::string_view text) {
    const auto partEnd = [](std::string_view rest) { return std::min(rest.find_first_of("-_"), rest.size()); };
    std::size_t end = partEnd(text);
    std::optional<std::string> tag = primaryTag(text.substr(0, end));
    while (tag && end < text.size()) {
        text.remove_prefix(end + 1);
        end = partEnd(text);
        const std::string part = subtag(text.substr(0, end));
        tag = part.empty() ? std::nullopt : std::optional(*tag + "-" + part);
    }
    return tag;
}

} // namespace grindstone::judge
