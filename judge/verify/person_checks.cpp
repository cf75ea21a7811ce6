// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/person_checks.h"

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

void warn(FindingCollector& findings, unsigned line, std::string what) {
    findings.add("problem.yaml", {Severity::Warning, "problem.yaml", line, std::move(what)});
}

void checkPerson(const YamlValue& person, const std::string& path, FindingCollector& findings) {
    if (person.kind == YamlValue::Kind::Scalar) {
        return;
    }
    const YamlValue* name = person.find("name");
    if (name == nullptr || name->kind != YamlValue::Kind::Scalar) {
        return warn(findings, person.line,
                    path + " holds a person without a name; write \"Name <address>\", or a map "
                           "with \"name\"");
    }
    for (const YamlEntry& entry : person.entries) {
        constexpr std::array<std::string_view, 4> Known{"name", "email", "orcid", "kattis"};
        if (std::ranges::find(Known, entry.key) == Known.end()) {
            warn(findings, entry.line, "unknown key \"" + path + "." + entry.key + "\" is ignored");
        }
    }
}

void checkPersons(const YamlValue& persons, const std::string& path, FindingCollector& findings) {
    if (persons.kind != YamlValue::Kind::List) {
        return checkPerson(persons, path, findings);
    }
    if (persons.items.empty()) {
        warn(findings, persons.line, path + " is an empty list; name somebody, or remove it");
    }
    for (const YamlValue& person : persons.items) {
        checkPerson(person, path, findings);
    }
}

void checkTranslators(const YamlValue& translators, FindingCollector& findings) {
    if (translators.kind != YamlValue::Kind::Map) {
        return warn(findings, translators.line,
                    "credits.translators is no map; write a line \"LANGUAGE: name\" for "
                    "each language");
    }
    for (const YamlEntry& entry : translators.entries) {
        checkPersons(entry.value, "credits.translators." + entry.key, findings);
    }
}

} // namespace

void checkCredits(const YamlValue& credits, FindingCollector& findings) {
    constexpr std::array<std::string_view, 5> Roles{"authors", "contributors", "testers", "packagers",
                                                    "acknowledgements"};
    if (credits.kind == YamlValue::Kind::List) {
        return warn(findings, credits.line, "credits is a list; write one name, or a map with authors");
    }
    for (const YamlEntry& entry : credits.entries) {
        if (entry.key == "translators") {
            checkTranslators(entry.value, findings);
        } else if (std::ranges::find(Roles, entry.key) != Roles.end()) {
            checkPersons(entry.value, "credits." + entry.key, findings);
        } else {
            warn(findings, entry.line, "unknown key \"credits." + entry.key + "\" is ignored");
        }
    }
}

} // namespace grindstone::judge
