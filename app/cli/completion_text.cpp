// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/canvas.h"
#include "app/cli/completion.h"

#include <algorithm>
#include <string_view>

namespace grindstone::cli {

namespace {

const char* code(PathKind kind) {
    switch (kind) {
    case PathKind::None:
        break;
    case PathKind::Files:
        return "files";
    case PathKind::Folders:
        return "folders";
    }
    return "none";
}

/// Names come from packages of others; what a shell inserts must not mean anything to it.
bool isPlain(char character) {
    const auto byte = static_cast<unsigned char>(character);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    return letter || byte >= 0x80 || std::string_view("-_./:=+@,").find(character) != std::string_view::npos;
}

std::string oneLine(const std::string& text) {
    std::string line = neutralised(text).toStdString();
    std::ranges::replace(line, '\n', ' ');
    std::ranges::replace(line, '\t', ' ');
    return line;
}

} // namespace

std::string completionText(const Completion& completion) {
    std::string text = std::string(code(completion.paths)) + '\n';
    for (const Candidate& candidate : completion.candidates) {
        const bool plain = std::ranges::all_of(candidate.word, isPlain);
        if (plain && neutralised(candidate.word).toStdString() == candidate.word) {
            text += candidate.word + '\t' + oneLine(candidate.description) + '\n';
        }
    }
    return text;
}

} // namespace grindstone::cli
