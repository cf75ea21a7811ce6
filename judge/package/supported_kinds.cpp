// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/supported_kinds.h"

#include "judge/package/yaml_reader.h"
#include "judge/text/utf8.h"

#include <algorithm>
#include <set>

namespace grindstone::judge {

namespace {

const YamlReader Reader("problem.yaml");

constexpr const char* OnlyOutputs = "only problems whose output is compared with the answer file, or checked by a "
                                    "program of the package, can be judged";

constexpr const char* AnswersAlone = "to problems of type \"submit-answer\" people hand in the answers, not a program "
                                     "that finds them; such ones cannot be judged, only those to which a program is "
                                     "handed in";

std::string unknownType(const std::string& word) {
    return "the type \"" + std::string(cutUtf8(word, 80)) +
           "\" is not known; only pass-fail, scoring, interactive and multi-pass problems can be judged";
}

Result<void> checkType(const YamlValue& yaml) {
    const YamlValue* type = yaml.find("type");
    if (type == nullptr || type->isNull()) {
        return {};
    }
    for (const std::string& word : TRY(Reader.words(*type, "type"))) {
        static const std::set<std::string> Supported{"pass-fail", "scoring", "interactive", "multi-pass"};
        if (!Supported.contains(word)) {
            return Reader.unsupported(*type, word == "submit-answer" ? AnswersAlone : unknownType(word));
        }
    }
    return {};
}

Result<void> checkValidation(const YamlValue& yaml) {
    const YamlValue* validation = yaml.find("validation");
    if (validation == nullptr || validation->isNull()) {
        return {};
    }
    const std::string text = TRY(Reader.text(*validation, "validation"));
    const std::vector<std::string> words = splitAtBlanks(text);
    const bool custom = !words.empty() && words.front() == "custom";
    for (std::size_t i = custom ? 1 : 0; i < words.size(); ++i) {
        static const std::set<std::string> Supported{"interactive", "multi-pass", "score"};
        if (custom ? !Supported.contains(words[i]) : text != "default") {
            return Reader.unsupported(*validation, "validation \"" + text + "\" is not supported yet; " + OnlyOutputs);
        }
    }
    return {};
}

} // namespace

Result<void> checkSupported(const YamlValue& yaml) {
    TRY(checkType(yaml));
    TRY(checkValidation(yaml));
    if (const YamlValue* writing = yaml.find("allow_file_writing")) {
        TRY(Reader.boolean(*writing, "allow_file_writing")); // Each run has a working folder of its own to write to.
    }
    return {};
}

} // namespace grindstone::judge
