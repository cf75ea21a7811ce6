// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/phrase.h"
#include "app/core/text/printable.h"
#include "app/core/text/text.h"

#include <algorithm>

namespace grindstone::core::text {

namespace {

constexpr std::size_t MostShown = 40;

/// A word as it would be typed, or between quotes where it would not be one word.
QString shownWord(const std::string& word) {
    const bool plain = !word.empty() && word.find_first_of(" \t\n\"'\\") == std::string::npos;
    return plain ? printable(word) : u'"' + (word.empty() ? QString() : printable(word)) + u'"';
}

/// The first of many.
QString joined(const QStringList& words, const QString& separator) {
    const bool more = words.size() > static_cast<qsizetype>(MostShown);
    return words.mid(0, MostShown).join(separator) + (more ? separator + QStringLiteral("…") : QString());
}

} // namespace

QStringList caseInputs(const judge::CaseResult& result, Wording wording) {
    QStringList lines;
    QStringList words;
    QStringList names;
    if (result.visibility == judge::Visibility::VerdictOnly) {
        return lines;
    }
    std::ranges::transform(result.arguments, std::back_inserter(words), shownWord);
    std::ranges::transform(result.files, std::back_inserter(names),
                           [](const judge::PackageFile& file) { return printable(file.name); });
    if (!words.isEmpty()) {
        lines << say(wording, QT_TRANSLATE_NOOP("grindstone", "arguments: %1")).arg(joined(words, QStringLiteral(" ")));
    }
    if (!names.isEmpty()) {
        lines << say(wording, QT_TRANSLATE_NOOP("grindstone", "files in the working folder: %1"))
                     .arg(joined(names, QStringLiteral(", ")));
    }
    return lines;
}

QString staticMessage(const judge::StaticResult& result, Wording wording) {
    if (result.verdict != judge::Verdict::WrongAnswer) {
        return {};
    }
    const bool shown = result.visibility == judge::Visibility::Shown && !result.feedback.judgeMessage.empty();
    std::string message = shown ? result.feedback.judgeMessage : result.feedback.teamMessage;
    std::ranges::replace(message, '\n', ' ');
    return message.empty()
               ? say(wording, QT_TRANSLATE_NOOP("grindstone", "the package's validator rejected the source code"))
               : say(wording, QT_TRANSLATE_NOOP("grindstone", "the package's validator rejected the source code: %1"))
                     .arg(printable(message, 2000));
}

} // namespace grindstone::core::text
