// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/entry_name.h"

#include "judge/archive/utf8_locale.h"
#include "judge/package/package_folder.h"
#include "judge/text/utf8.h"

#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace grindstone::judge {

namespace {

tl::unexpected<Error> unsafe(std::string reason) {
    return fail("archive.unsafe", std::move(reason));
}

bool isAbsolute(std::string_view name) {
    const bool drive = name.size() > 2 && name[1] == ':' && (name[2] == '/' || name[2] == '\\') &&
                       ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));
    return name.starts_with('/') || name.starts_with('\\') || drive;
}

/// ASCII's, and U+0080 to U+009F, which are two bytes in UTF-8.
bool hasControlCharacters(std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte < 0x20 || byte == 0x7f) {
            return true;
        }
        if (byte == 0xc2 && i + 1 < name.size() && static_cast<unsigned char>(name[i + 1]) < 0xa0) {
            return true;
        }
    }
    return false;
}

Result<void> checkText(std::string_view name) {
    if (findInvalidUtf8(name)) {
        return unsafe("the name is not UTF-8; rename it and pack again");
    }
    if (hasControlCharacters(name)) {
        return unsafe("the name has control characters; rename it and pack again");
    }
    if (isAbsolute(name)) {
        return unsafe("the path is absolute; pack again with paths that begin in the pack's folder");
    }
    return {};
}

Result<void> checkSizes(const std::vector<std::string>& parts, const NameLimits& limits) {
    if (parts.size() > limits.depth) {
        return unsafe("it lies more than " + std::to_string(limits.depth - 1) +
                      " folders deep; put it higher and pack again");
    }
    if (std::ranges::any_of(parts, [&](const std::string& part) { return part.size() > limits.part; })) {
        return unsafe("a name is longer than " + std::to_string(limits.part) + " bytes; shorten it and pack again");
    }
    if (joined(parts).size() > limits.path) {
        return unsafe("the path is longer than " + std::to_string(limits.path) + " bytes; shorten it and pack again");
    }
    return {};
}

} // namespace

Result<std::vector<std::string>> entryParts(std::string_view name, const NameLimits& limits) {
    TRY(checkText(name));
    std::vector<std::string> parts;
    while (!name.empty()) {
        const std::string_view part = name.substr(0, name.find('/'));
        name.remove_prefix(std::min(name.size(), part.size() + 1));
        if (part == "..") {
            return unsafe("the path goes up with \"..\"; pack again with paths that begin in the pack's folder");
        }
        if (!part.empty() && part != ".") {
            parts.emplace_back(part);
        }
    }
    TRY(checkSizes(parts, limits));
    return parts;
}

std::string shownName(const std::string& name) {
    constexpr std::size_t Longest = 200;
    constexpr std::size_t Beginning = 120;
    constexpr std::size_t End = 60;
    const std::string shown = shownPath(name);
    if (shown.size() <= Longest) {
        return shown;
    }
    std::size_t end = shown.size() - End;
    while (end < shown.size() && (static_cast<unsigned char>(shown[end]) & 0xc0) == 0x80) {
        ++end; // Not from amid a character.
    }
    return std::string(cutUtf8(shown, Beginning)) + "…" + shown.substr(end);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string path;
    for (const std::string& part : parts) {
        path += (path.empty() ? "" : "/") + part;
    }
    return path;
}

std::string composed(const std::string& text) {
    const Utf8Locale locale;
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
    // What comes from a character set that is named gets form C there.
    if (!entry || archive_entry_update_pathname_utf8(entry.get(), text.c_str()) == 0) {
        return text;
    }
    const char* const path = archive_entry_pathname(entry.get());
    return path != nullptr ? path : text;
}

bool isForeign(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

} // namespace grindstone::judge
