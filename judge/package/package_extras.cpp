// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/package_extras.h"

#include "judge/compare/comparator.h"
#include "judge/package/yaml_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

const YamlReader Reader("grindstone.yaml");

Result<Visibility> readVisibility(const YamlValue& value) {
    const std::string text = TRY(Reader.text(value, "visibility"));
    if (text == "shown") {
        return Visibility::Shown;
    }
    if (text == "input") {
        return Visibility::InputOnly;
    }
    if (text == "verdict") {
        return Visibility::VerdictOnly;
    }
    return Reader.invalid(value, "visibility is \"" + text + "\"; write shown, input or verdict");
}

Result<void> readVisibilities(const YamlValue& yaml, PackageExtras& extras) {
    const YamlValue* value = yaml.find("visibility");
    if (value == nullptr) {
        return {};
    }
    if (value->kind != YamlValue::Kind::Map) {
        extras.visibility.emplace_back("secret", TRY(readVisibility(*value)));
        return {};
    }
    for (const YamlEntry& entry : value->entries) {
        extras.visibility.emplace_back(entry.key, TRY(readVisibility(entry.value)));
    }
    return {};
}

Result<CheckerKind> readKind(const YamlValue& value) {
    const std::string text = TRY(Reader.text(value, "compare.kind"));
    if (text != "icpc" && text != "testlib") {
        return Reader.invalid(value, "compare.kind is \"" + text + "\"; write icpc or testlib");
    }
    return text == "icpc" ? CheckerKind::Icpc : CheckerKind::Testlib;
}

/// `compare: {mode: custom, checker: FILE_OR_FOLDER, kind: testlib}`, the kind only where the sources don't tell it.
Result<void> readChecker(const YamlValue& compare, PackageExtras& extras) {
    const YamlValue* path = compare.find("checker");
    if (path == nullptr) {
        return Reader.invalid(compare, "compare.checker is missing; name the checker's file or folder");
    }
    PackageChecker checker{TRY(Reader.text(*path, "compare.checker")), path->line, {}};
    if (const YamlValue* kind = compare.find("kind")) {
        checker.kind = TRY(readKind(*kind));
    }
    extras.checker = std::move(checker);
    return {};
}

/// Its settings are with the test data.
Result<void> readMode(const YamlValue& mode, PackageExtras& extras) {
    const std::string name = TRY(Reader.text(mode, "compare mode"));
    if (const Result<ComparatorSpec> spec = makeComparatorSpec(name, {}); !spec) {
        return Reader.unsupported(mode, spec.error().detail);
    }
    extras.comparator = name;
    return {};
}

Result<void> readComparison(const YamlValue& yaml, PackageExtras& extras) {
    for (const char* key : {"function", "class"}) {
        if (const YamlValue* value = yaml.find(key)) {
            return Reader.unsupported(*value, "function-style problems (\"" + std::string(key) +
                                                  "\") are not supported yet; only whole programs can be judged");
        }
    }
    const YamlValue* compare = yaml.find("compare");
    if (compare == nullptr || compare->isNull()) {
        return {};
    }
    const YamlValue* mode = compare->kind == YamlValue::Kind::Map ? compare->find("mode") : compare;
    if (mode != nullptr && mode->text == CustomComparator) {
        return readChecker(*compare, extras);
    }
    if (mode == nullptr || compare->entries.size() > 1) {
        return Reader.unsupported(*compare, "compare knows only \"mode\" yet, and \"checker\" and \"kind\" with "
                                            "\"mode: custom\"; a comparator's settings go into output_validator_args "
                                            "of data/test_group.yaml");
    }
    return readMode(*mode, extras);
}

bool covers(const std::string& path, const std::string& name) {
    return name == path || name.starts_with(path + "/");
}

} // namespace

Result<PackageExtras> readCatalogueExtras(const YamlValue& yaml) {
    PackageExtras extras;
    if (const YamlValue* difficulty = yaml.find("difficulty")) {
        extras.difficulty = TRY(Reader.text(*difficulty, "difficulty"));
    }
    if (const YamlValue* tags = yaml.find("tags")) {
        extras.tags = TRY(Reader.words(*tags, "tags"));
    }
    return extras;
}

Result<PackageExtras> readExtras(const YamlValue& yaml, std::vector<std::string>& warnings) {
    PackageExtras extras = TRY(readCatalogueExtras(yaml));
    TRY(readVisibilities(yaml, extras));
    TRY(readComparison(yaml, extras));
    Reader.warnOfUnknownKeys(
        yaml, "", {"difficulty", "tags", "visibility", "compare", "hints", "editorial", "starter", "generators"},
        warnings);
    return extras;
}

void applyVisibility(const PackageExtras& extras, std::vector<TestCase>& cases, std::vector<std::string>& warnings) {
    auto byLength = extras.visibility;
    std::ranges::stable_sort(byLength, {}, [](const auto& entry) { return entry.first.size(); });
    for (const auto& [path, visibility] : byLength) {
        bool used = false;
        for (TestCase& testCase : cases) {
            if (covers(path, testCase.name)) {
                testCase.visibility = visibility;
                used = true;
            }
        }
        if (!used) {
            warnings.push_back("grindstone.yaml: visibility names \"" + path + "\", where there are no cases");
        }
    }
}

} // namespace grindstone::judge
