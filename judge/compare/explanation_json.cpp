// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/explanation_json.h"

#include "judge/text/base64.h"
#include "judge/text/utf8.h"

#include <nlohmann/json.hpp>

namespace grindstone::judge {

using Json = nlohmann::ordered_json;

namespace {

void putText(Json& object, const std::string& key, const std::string& text) {
    object[key] = toValidUtf8(text);
    if (findInvalidUtf8(text)) {
        object[key + "_base64"] = toBase64(text);
    }
}

Json orNull(std::uint64_t place) {
    return place == 0 ? Json(nullptr) : Json(place);
}

Json orNull(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

} // namespace

std::string_view code(Explanation::Kind kind) {
    switch (kind) {
    case Explanation::Kind::None:
        break;
    case Explanation::Kind::DifferentToken:
        return "different-token";
    case Explanation::Kind::MissingToken:
        return "missing-token";
    case Explanation::Kind::ExtraToken:
        return "extra-token";
    case Explanation::Kind::NumberExpected:
        return "number-expected";
    case Explanation::Kind::NumberTooFar:
        return "number-too-far";
    case Explanation::Kind::DifferentSpace:
        return "different-space";
    case Explanation::Kind::CheckerRejected:
        return "checker-rejected";
    case Explanation::Kind::EndedEarly:
        return "ended-early";
    case Explanation::Kind::IntegerExpected:
        return "integer-expected";
    case Explanation::Kind::YesOrNoExpected:
        return "yes-or-no-expected";
    case Explanation::Kind::MissingElement:
        return "missing-element";
    case Explanation::Kind::ExtraElement:
        return "extra-element";
    case Explanation::Kind::DifferentValue:
        return "different-value";
    case Explanation::Kind::MissingValue:
        return "missing-value";
    case Explanation::Kind::ExtraValue:
        return "extra-value";
    case Explanation::Kind::InvalidJson:
        return "invalid-json";
    case Explanation::Kind::DifferentByte:
        return "different-byte";
    case Explanation::Kind::DifferentLine:
        return "different-line";
    case Explanation::Kind::MissingLine:
        return "missing-line";
    case Explanation::Kind::ExtraLine:
        return "extra-line";
    case Explanation::Kind::AbsentLine:
        return "absent-line";
    case Explanation::Kind::UnwantedLine:
        return "unwanted-line";
    }
    return "none";
}

Json toJson(const Explanation& explanation) {
    Json object;
    object["kind"] = code(explanation.kind);
    object["line"] = orNull(explanation.line);
    object["column"] = orNull(explanation.column);
    object["token"] = orNull(explanation.token);
    object["answer_line"] = orNull(explanation.answerLine);
    object["shown_from"] = explanation.shownFrom;
    putText(object, "expected", explanation.expected);
    putText(object, "got", explanation.got);
    if (!explanation.path.empty()) {
        putText(object, "path", explanation.path);
    }
    object["difference"] = orNull(explanation.difference);
    object["tolerance"] = orNull(explanation.tolerance);
    return object;
}

} // namespace grindstone::judge
