// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/report/interaction_json.h"

#include "judge/report/interaction.h"
#include "judge/text/base64.h"
#include "judge/text/utf8.h"

#include <nlohmann/json.hpp>

namespace grindstone::judge {

using Json = nlohmann::ordered_json;

namespace {

Json utteranceJson(const sandbox::Utterance& utterance, std::size_t longest, bool& cut) {
    const std::string_view shown = cutUtf8(utterance.text, longest);
    Json object{{"from", utterance.side == Interaction::Program ? "submission" : "interactor"},
                {"text", toValidUtf8(shown)}};
    if (findInvalidUtf8(shown)) {
        object["text_base64"] = toBase64(shown);
    }
    object["at_ms"] = std::chrono::duration_cast<std::chrono::milliseconds>(utterance.at).count();
    cut = cut || shown.size() < utterance.text.size();
    return object;
}

} // namespace

Json toJson(const sandbox::Transcript& transcript, std::size_t longest, bool& cut) {
    Json list = Json::array();
    for (const sandbox::Utterance& utterance : transcript.beginning()) {
        list.push_back(utteranceJson(utterance, longest, cut));
    }
    if (transcript.omitted() > Bytes(0)) {
        list.push_back({{"omitted_bytes", transcript.omitted().count()}});
        cut = true;
    }
    for (const sandbox::Utterance& utterance : transcript.end()) {
        list.push_back(utteranceJson(utterance, longest, cut));
    }
    return list;
}

} // namespace grindstone::judge
