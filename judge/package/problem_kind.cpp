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
        kind.interactive = kind.interactive || has(words, "interactive");
        kind.multiPass = kind.multiPass || has(words, "multi-pass");
        kind.line = has(words, "interactive") || has(words, "multi-pass") ? value->line : kind.line;
    }
    return kind;
}

Result<void> checkCheckers(const ProblemKind& kind, const std::vector<CheckerSpec>& checkers) {
    if (!kind.interactive && !kind.multiPass) {
        return {};
    }
    const std::string place = Reader.place(kind.line);
    if (checkers.size() != 1) {
        return fail("package.invalid",
                    place +
                        (kind.interactive
                             ? "an interactive problem has one output validator, which talks with the program"
                             : "a multi-pass problem has one output validator, which makes the next input") +
                        (checkers.empty() ? "; there is none, so add it"
                                          : "; here are " + std::to_string(checkers.size()) + ", so leave one"));
    }
    if (checkers.front().kind != CheckerKind::Icpc) {
        return fail("package.unsupported", place +
                                               "checkers of testlib's kind are not supported yet in interactive and "
                                               "multi-pass problems; only output validators of the ICPC's kind are");
    }
    return {};
}

} // namespace grindstone::judge
