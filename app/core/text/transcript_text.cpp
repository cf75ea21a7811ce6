// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/transcript_text.h"

#include "app/core/text/phrase.h"

namespace grindstone::core::text {

namespace {

void addLines(std::string& text, const sandbox::Utterance& utterance) {
    std::string_view rest = utterance.text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        text += utterance.side == judge::Interaction::Program ? "> " : "< ";
        text += line;
        text += '\n';
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
}

} // namespace

std::string transcriptText(const sandbox::Transcript& transcript, Wording wording) {
    std::string text;
    for (const sandbox::Utterance& utterance : transcript.beginning()) {
        addLines(text, utterance);
    }
    if (transcript.omitted() > Bytes(0)) {
        const QString note =
            say(wording, QT_TRANSLATE_NOOP("grindstone", "… %1 of the conversation is left out here"));
        text += note.arg(size(transcript.omitted())).toStdString() + '\n';
    }
    for (const sandbox::Utterance& utterance : transcript.end()) {
        addLines(text, utterance);
    }
    return text;
}

} // namespace grindstone::core::text
