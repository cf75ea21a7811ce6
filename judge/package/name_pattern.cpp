// SPDX-License-Identifier: GPL-3.0-or-later
//
// Braces are written out first, one pair after the other, under a bound: what is left are globs with "*" alone, which
// match in time that goes with the product of the lengths at worst. A text that stands for more is refused.
#include "judge/package/name_pattern.h"

#include <algorithm>
#include <deque>

namespace grindstone::judge {

namespace {

constexpr const char* Invalid = "package.invalid";
constexpr std::size_t MostGlobs = 256;
constexpr std::size_t LongestText = 4096;

/// Where the pair of braces that opens at `open` closes.
std::size_t closing(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What stands between commas that are in no braces of their own.
std::vector<std::string_view> alternatives(std::string_view text) {
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (text[i] == ',' && depth == 0) {
            parts.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

Result<std::vector<std::string>> withoutBraces(std::string_view text) {
    std::deque<std::string> open{std::string(text)};
    std::vector<std::string> globs;
    while (!open.empty()) {
        const std::string glob = std::move(open.front());
        open.pop_front();
        const std::size_t brace = glob.find_first_of("{}");
        if (brace == std::string::npos) {
            globs.push_back(glob);
            continue;
        }
        const std::size_t end = glob[brace] == '{' ? closing(glob, brace) : std::string::npos;
        if (end == std::string::npos) {
            return fail(Invalid, "a brace without its partner; write {a,b}");
        }
        for (const std::string_view part : alternatives(std::string_view(glob).substr(brace + 1, end - brace - 1))) {
            open.push_back(glob.substr(0, brace) + std::string(part) + glob.substr(end + 1));
        }
        if (open.size() + globs.size() > MostGlobs) {
            return fail(Invalid, "its braces stand for more than 256 names; write several patterns");
        }
    }
    return globs;
}

/// Whether a glob that holds no "/" matches a name. Goes back to the last "*" only, which is enough.
bool matchesName(std::string_view glob, std::string_view name) {
    std::size_t g = 0;
    std::size_t n = 0;
    std::size_t star = std::string_view::npos;
    std::size_t afterStar = 0;
    while (n < name.size()) {
        if (g < glob.size() && glob[g] == '*') {
            star = g++;
            afterStar = n;
        } else if (g < glob.size() && glob[g] == name[n]) {
            ++g;
            ++n;
        } else if (star != std::string_view::npos) {
            g = star + 1;
            n = ++afterStar;
        } else {
            return false;
        }
    }
    return glob.find_first_not_of('*', g) == std::string_view::npos;
}

std::string_view takeName(std::string_view& path) {
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    return name;
}

/// Whether the glob matches the path or, where `parents` is set, a folder that holds it.
bool matchesPath(std::string_view glob, std::string_view path, bool parents) {
    while (!glob.empty() && !path.empty()) {
        const std::string_view pattern = takeName(glob);
        if (!matchesName(pattern, takeName(path))) {
            return false;
        }
    }
    return glob.empty() && (path.empty() || parents);
}

} // namespace

Result<NamePattern> NamePattern::parse(std::string_view text) {
    while (text.ends_with('/')) {
        text.remove_suffix(1);
    }
    if (text.empty() || text.size() > LongestText) {
        return fail(Invalid, text.empty() ? "it names nothing; write a file or a folder" : "longer than 4,096 bytes");
    }
    if (text.find("**") != std::string_view::npos) {
        return fail(Invalid, "\"**\" is not understood; \"*\" stands for a part of one name");
    }
    NamePattern pattern;
    pattern.m_globs = TRY(withoutBraces(text));
    return pattern;
}

bool NamePattern::matches(std::string_view path) const {
    return std::ranges::any_of(m_globs, [&](const std::string& glob) { return matchesPath(glob, path, false); });
}

bool NamePattern::covers(std::string_view path) const {
    return std::ranges::any_of(m_globs, [&](const std::string& glob) { return matchesPath(glob, path, true); });
}

} // namespace grindstone::judge
