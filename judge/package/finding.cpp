// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/finding.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace grindstone::judge {

namespace {

/// Sentences have blanks and quotes, files of packages only where their names are bad: those are known by the folder
/// before them.
bool isPlace(std::string_view text) {
    const std::size_t odd = text.find_first_of(" \"");
    return !text.empty() && (odd == std::string_view::npos || text.substr(0, odd).find('/') != std::string_view::npos);
}

/// Takes ":LINE" from the end of a place.
unsigned takeLine(std::string_view& place) {
    const std::size_t colon = place.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return 0;
    }
    unsigned line = 0;
    const char* const end = place.data() + place.size();
    const auto parsed = std::from_chars(place.data() + colon + 1, end, line);
    if (parsed.ec != std::errc() || parsed.ptr != end || line == 0) {
        return 0;
    }
    place = place.substr(0, colon);
    return line;
}

} // namespace

bool operator<(const Finding& left, const Finding& right) {
    return std::tie(left.file, left.line, left.severity, left.message) <
           std::tie(right.file, right.line, right.severity, right.message);
}

Finding findingFrom(Severity severity, std::string_view detail) {
    const std::size_t end = detail.find(": ");
    std::string_view place = detail.substr(0, std::min(end, detail.size()));
    if (end == std::string_view::npos || !isPlace(place)) {
        return {severity, {}, 0, std::string(detail)};
    }
    const unsigned line = takeLine(place);
    return {severity, std::string(place), line, std::string(detail.substr(end + 2))};
}

std::string textOf(const Finding& finding) {
    std::string text = finding.file;
    if (finding.line > 0) {
        text += ':' + std::to_string(finding.line);
    }
    return text.empty() ? finding.message : text + ": " + finding.message;
}

} // namespace grindstone::judge
