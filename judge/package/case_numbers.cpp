// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/case_numbers.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

namespace grindstone::judge {

namespace {

constexpr std::int64_t MostNumbers = 100;
constexpr std::int64_t Largest = 1'000'000'000'000;

std::optional<std::int64_t> parseInteger(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && -Largest <= number && number <= Largest ? std::optional(number) : std::nullopt;
}

/// "LOW..=HIGH", or a number alone, which stands for the range from 1.
std::optional<std::pair<std::int64_t, std::int64_t>> parseRange(std::string_view text) {
    constexpr std::string_view Mark = "..=";
    const std::size_t mark = text.find(Mark);
    const bool alone = mark == std::string_view::npos;
    const auto low = alone ? std::optional<std::int64_t>(1) : parseInteger(text.substr(0, mark));
    const auto high = parseInteger(alone ? text : text.substr(mark + Mark.size()));
    return low && high ? std::optional(std::pair(*low, *high)) : std::nullopt;
}

std::optional<std::vector<std::int64_t>> numbersOfRange(const std::string& text) {
    const auto range = parseRange(text);
    if (!range || range->first > range->second || range->second - range->first >= MostNumbers) {
        return std::nullopt;
    }
    std::vector<std::int64_t> numbers;
    for (std::int64_t number = range->first; number <= range->second; ++number) {
        numbers.push_back(number);
    }
    return numbers;
}

std::optional<std::vector<std::int64_t>> numbersOfList(const std::vector<YamlValue>& items) {
    std::vector<std::int64_t> numbers;
    for (const YamlValue& item : items) {
        const auto number = parseInteger(item.text);
        if (!number || std::ranges::find(numbers, *number) != numbers.end() || numbers.size() == MostNumbers) {
            return std::nullopt;
        }
        numbers.push_back(*number);
    }
    return numbers.empty() ? std::nullopt : std::optional(std::move(numbers));
}

std::string padded(std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(std::abs(number));
    const std::string sign = number < 0 ? "-" : "";
    const std::size_t length = digits.size() + sign.size();
    return sign + std::string(width > length ? width - length : 0, '0') + digits;
}

} // namespace

Result<std::vector<std::int64_t>> readCaseNumbers(const YamlReader& reader, const YamlValue& count) {
    std::optional<std::vector<std::int64_t>> numbers =
        count.kind == YamlValue::Kind::List ? numbersOfList(count.items) : numbersOfRange(count.text);
    if (!numbers) {
        return reader.invalid(count, "count is not from 1 to 100 cases; write a number such as 5, a list of different "
                                     "numbers, or a range such as 1..=5");
    }
    return *std::move(numbers);
}

std::vector<std::string> numberNames(const std::vector<std::int64_t>& numbers) {
    const auto [low, high] = std::ranges::minmax(numbers);
    const bool consecutive = high - low == static_cast<std::int64_t>(numbers.size()) - 1;
    std::size_t width = 0;
    for (const std::int64_t number : numbers) {
        width = std::max(width, std::to_string(number).size());
    }
    std::vector<std::string> names;
    for (const std::int64_t number : numbers) {
        names.push_back(padded(number, consecutive ? width : 0));
    }
    return names;
}

std::string paddedNumber(std::size_t number, std::size_t total) {
    return padded(static_cast<std::int64_t>(number), std::to_string(total).size());
}

} // namespace grindstone::judge
