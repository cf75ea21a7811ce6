// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/problem_kind.h"

#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

const YamlReader Reader("problem.yaml");

bool has(const std::vector<std::string>& words, const char* word) {
    return std::ranges::find(words, word) != words.end();
}

} // namespace

Result<ProblemKind> readKind(const YamlValue& yaml) {
    ProblemKind kind;
    for (const char* key : {"type", "validation"}) {
        const YamlValue* value = yaml.find(key);
        if (value == nullptr) {
            continue;
        }
        const std::vector<std::string> words = TRY(Reader.words(*value, key));
        if (has(words, "interactive")) {
            kind.interactive = true;
            kind.line = value->line;
        }
    }
    return kind;
}

Result<void> checkInteractor(const ProblemKind& kind, const std::vector<CheckerSpec>& checkers) {
    if (!kind.interactive) {
        return {};
    }
    const std::string place = Reader.place(kind.line);
    if (checkers.size() != 1) {
        return fail("package.invalid",
                    place + "an interactive problem has one output validator, which talks with the program; here are " +
                        std::to_string(checkers.size()));
    }
    if (checkers.front().kind != CheckerKind::Icpc) {
        return fail("package.unsupported", place + "interactors of testlib's kind are not supported yet; only output "
                                                   "validators that talk by themselves can judge");
    }
    return {};
}

} // namespace grindstone::judge
