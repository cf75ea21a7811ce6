// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/transcript_text.h"

#include "app/core/text/phrase.h"

namespace grindstone::core::text {

namespace {

constexpr const char* FromProgram = "> ";
constexpr const char* FromJudge = "< ";

void addLines(std::string& text, const char* prefix, std::string_view rest) {
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        text += prefix;
        text += line;
        text += '\n';
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
}

void addLines(std::string& text, const sandbox::Utterance& utterance) {
    addLines(text, utterance.side == judge::Interaction::Program ? FromProgram : FromJudge, utterance.text);
}

void addCapture(std::string& text, const char* prefix, const judge::SharedCapture& capture, Wording wording) {
    if (!capture) {
        return;
    }
    addLines(text, prefix, judge::readCapture(capture, 0, capture->size.count()));
    if (capture->cut) {
        const QString note = say(wording, QT_TRANSLATE_NOOP("grindstone", "… the rest is left out here"));
        text += note.toStdString() + '\n';
    }
}

void addPass(std::string& text, const judge::PassReport& pass, std::size_t number, Wording wording) {
    const QString heading = say(wording, QT_TRANSLATE_NOOP("grindstone", "--- pass %1: %2, %3 of CPU time"));
    const QString verdict = pass.verdict ? verdictName(*pass.verdict, wording) : QString();
    text += heading.arg(QString::number(number), verdict, duration(pass.cpu)).toStdString() + '\n';
    addCapture(text, FromJudge, pass.input, wording);
    addCapture(text, FromProgram, pass.output, wording);
    if (pass.interaction && pass.interaction->transcript) {
        text += transcriptText(*pass.interaction->transcript, wording);
    }
}

} // namespace

std::string turnsText(const judge::CaseResult& result, Wording wording) {
    std::string text;
    for (std::size_t i = 0; i < result.passes.size(); ++i) {
        addPass(text, result.passes[i], i + 1, wording);
    }
    const bool talked = result.passes.empty() && result.interaction && result.interaction->transcript;
    return talked ? transcriptText(*result.interaction->transcript, wording) : text;
}

std::string transcriptText(const sandbox::Transcript& transcript, Wording wording) {
    std::string text;
    for (const sandbox::Utterance& utterance : transcript.beginning()) {
        addLines(text, utterance);
    }
    if (transcript.omitted() > Bytes(0)) {
        const QString note = say(wording, QT_TRANSLATE_NOOP("grindstone", "… %1 of the conversation is left out here"));
        text += note.arg(size(transcript.omitted())).toStdString() + '\n';
    }
    for (const sandbox::Utterance& utterance : transcript.end()) {
        addLines(text, utterance);
    }
    return text;
}

} // namespace grindstone::core::text
