// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names follow from the place in the file. Cases of lists are numbered through the whole file, in the order in which
// BAPCtools walks it: first sample, then secret, then the rest of data; entries of maps by name. So the rest (invalid
// inputs and the like, which nobody judges) is walked, too, but leaves nothing.
#include "judge/package/generators_yaml.h"

#include "judge/package/case_numbers.h"
#include "judge/package/generator_case.h"
#include "judge/package/generator_entries.h"
#include "judge/package/package_files.h"

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

const YamlReader Reader(GeneratorsYaml);

constexpr std::array<const char*, 8> Roots{"sample",        "secret",       "invalid_output",    "invalid_answer",
                                           "invalid_input", "valid_output", "testing_tool_test", "fuzz"};

/// An entry with its name in the file and in the data.
struct Entry {
    std::string key;
    const YamlValue* value = nullptr;
};

std::string joined(const std::string& number, const std::string& name) {
    return name.empty() ? number : number + "-" + name;
}

class GeneratorsReader {
public:
    GeneratorsReader(const GeneratorContext& context, PlannedData& plan, std::vector<std::string>& warnings)
        : m_plan(plan), m_caseReader(context, plan, warnings) {}

    Result<void> read(const YamlValue& yaml);

private:
    struct Case {
        std::string base;
        MadeCase made;
    };
    /// A group by the cases that are in it, those of its groups and those included in them among them.
    struct Group {
        std::vector<std::size_t> cases;
        std::vector<std::size_t> included;
    };
    struct Known {
        bool isGroup = false;
        std::size_t index = 0;
    };

    Result<void> readRoots(const YamlValue& data, const InheritedGeneration& inherited);
    Result<std::size_t> readGroup(const YamlValue& yaml, const std::string& key, const std::string& path,
                                  const InheritedGeneration& above);
    Result<void> readSettings(const YamlValue& yaml, const std::string& path);
    Result<std::vector<std::size_t>> findIncluded(const YamlValue& yaml) const;
    Result<void> readList(const YamlValue& data, const std::string& path, const InheritedGeneration& inherited,
                          Group& group);
    Result<void> readMap(const YamlValue& data, const std::string& path, const InheritedGeneration& inherited,
                         Group& group);
    Result<void> readChild(const Entry& entry, const std::string& name, const std::string& path,
                           const InheritedGeneration& inherited, Group& group);
    Result<void> readCases(const Entry& entry, const std::vector<std::string>& names, const std::string& path,
                           const InheritedGeneration& above, Group& group);
    Result<void> addCase(const Entry& entry, const std::string& base, std::optional<std::int64_t> number,
                         const InheritedGeneration& inherited, Group& group);
    Result<void> include(const std::vector<std::size_t>& cases, const YamlValue& yaml, const std::string& path,
                         Group& group);
    Result<void> emit(const YamlValue& value, const std::string& base, const MadeCase& made);
    Result<void> checkName(const YamlValue& value, const std::string& name) const;
    bool isWanted(const std::string& base) const {
        return base.starts_with("data/sample") || base.starts_with("data/secret");
    }

    PlannedData& m_plan;
    GeneratorCaseReader m_caseReader;
    std::vector<Case> m_cases;
    std::vector<Group> m_groups;
    std::map<std::string, std::vector<Known>> m_known; ///< by the name in the file
    std::map<std::string, std::size_t> m_targets;      ///< the case of each path, included ones too
    std::size_t m_total = 0;                           ///< of the cases that are numbered
    std::size_t m_next = 1;
};

Result<void> GeneratorsReader::read(const YamlValue& yaml) {
    TRY(Reader.expectMap(yaml, "the file"));
    TRY(readNamedGenerators(yaml, m_plan));
    const InheritedGeneration inherited = TRY(m_caseReader.inherit(yaml, {}));
    m_total = TRY(countNumberedCases(yaml));
    TRY(readSettings(yaml, "data"));
    const YamlValue* data = yaml.find("data");
    return data == nullptr || data->isNull() ? Result<void>() : readRoots(*data, inherited);
}

Result<void> GeneratorsReader::readRoots(const YamlValue& data, const InheritedGeneration& inherited) {
    if (data.kind != YamlValue::Kind::Map) {
        return Reader.invalid(data, "data is no map; write \"sample:\" and \"secret:\" below it");
    }
    for (const char* root : Roots) {
        const YamlValue* value = data.find(root);
        if (value == nullptr || value->isNull()) {
            continue;
        }
        if (!isGeneratorGroup(*value)) {
            return Reader.invalid(*value, std::string("data.") + root + " is no group; write \"data:\" below it");
        }
        TRY(readGroup(*value, root, std::string("data/") + root, inherited));
    }
    return {};
}

Result<std::size_t> GeneratorsReader::readGroup(const YamlValue& yaml, const std::string& key, const std::string& path,
                                                const InheritedGeneration& above) {
    const InheritedGeneration inherited = TRY(m_caseReader.inherit(yaml, above));
    const std::size_t index = m_groups.size();
    m_groups.emplace_back();
    m_known[key].push_back({true, index});
    TRY(readSettings(yaml, path));
    // Before the children are known: a group cannot include itself.
    const std::vector<std::size_t> included = TRY(findIncluded(yaml));
    Group group;
    const YamlValue* data = yaml.find("data");
    if (data != nullptr && data->kind == YamlValue::Kind::List) {
        TRY(readList(*data, path, inherited, group));
    } else if (data != nullptr) {
        TRY(Reader.expectMap(*data, path));
        TRY(readMap(*data, path, inherited, group));
    }
    TRY(include(included, yaml, path, group));
    m_groups[index] = std::move(group);
    return index;
}

Result<void> GeneratorsReader::readSettings(const YamlValue& yaml, const std::string& path) {
    for (const char* name : {"test_group.yaml", "testdata.yaml"}) {
        const YamlValue* settings = yaml.find(name);
        if (settings == nullptr || settings->isNull()) {
            continue;
        }
        TRY(Reader.expectMap(*settings, name));
        if (path == "data" || isWanted(path)) {
            m_plan.addSettings(path + "/" + name, *settings);
        }
    }
    return {};
}

Result<std::vector<std::size_t>> GeneratorsReader::findIncluded(const YamlValue& yaml) const {
    std::vector<std::size_t> cases;
    const YamlValue* includes = yaml.find("include");
    if (includes == nullptr) {
        return cases;
    }
    for (const std::string& name : TRY(Reader.words(*includes, "include"))) {
        const auto known = m_known.find(name);
        if (known == m_known.end() || known->second.size() != 1) {
            return Reader.invalid(*includes, "include names \"" + name + "\", " +
                                                 (known == m_known.end() ? "which doesn't stand before this"
                                                                         : "and there are several of that name") +
                                                 "; write the name of one case or group that stands before");
        }
        const Known& one = known->second.front();
        if (!one.isGroup) {
            cases.push_back(one.index);
            continue;
        }
        const Group& group = m_groups[one.index];
        cases.insert(cases.end(), group.included.begin(), group.included.end());
        cases.insert(cases.end(), group.cases.begin(), group.cases.end());
        if (cases.size() > PlannedData::MostCases) {
            return Reader.invalid(*includes, "more than 100,000 cases; include fewer");
        }
    }
    return cases;
}

Result<void> GeneratorsReader::readList(const YamlValue& data, const std::string& path,
                                        const InheritedGeneration& inherited, Group& group) {
    std::size_t groups = 0;
    for (const YamlValue& item : data.items) {
        groups += static_cast<std::size_t>(
            std::ranges::count_if(item.entries, [](const YamlEntry& entry) { return isGeneratorGroup(entry.value); }));
    }
    std::size_t nextGroup = 1;
    for (const YamlValue& item : data.items) {
        if (item.entries.size() != 1) {
            return Reader.invalid(item, path +
                                            ": an item of a list is one case or group; write \"- NAME: …\" (a case's "
                                            "own keys stand one level deeper)");
        }
        const Entry entry{item.entries.front().key, &item.entries.front().value};
        if (isGeneratorGroup(*entry.value)) {
            TRY(readChild(entry, joined(paddedNumber(nextGroup++, groups), entry.key), path, inherited, group));
            continue;
        }
        std::vector<std::string> names;
        for (std::size_t i = TRY(caseNumbersOf(*entry.value)).size(); i > 0; --i) {
            names.push_back(joined(paddedNumber(m_next++, m_total), entry.key));
        }
        TRY(readCases(entry, names, path, inherited, group));
    }
    return {};
}

Result<void> GeneratorsReader::readMap(const YamlValue& data, const std::string& path,
                                       const InheritedGeneration& inherited, Group& group) {
    std::vector<const YamlEntry*> entries;
    for (const YamlEntry& entry : data.entries) {
        entries.push_back(&entry);
    }
    std::ranges::sort(entries, {}, &YamlEntry::key);
    for (const YamlEntry* entry : entries) {
        if (entry->key.empty()) {
            return fail("package.invalid",
                        Reader.place(entry->line) + path + ": a case or group of a map needs a name");
        }
        TRY(readChild({entry->key, &entry->value}, entry->key, path, inherited, group));
    }
    return {};
}

Result<void> GeneratorsReader::readChild(const Entry& entry, const std::string& name, const std::string& path,
                                         const InheritedGeneration& inherited, Group& group) {
    if (isGeneratorGroup(*entry.value)) {
        TRY(checkName(*entry.value, name));
        const std::size_t index = TRY(readGroup(*entry.value, entry.key, path + "/" + name, inherited));
        const Group& child = m_groups[index];
        group.cases.insert(group.cases.end(), child.cases.begin(), child.cases.end());
        group.included.insert(group.included.end(), child.included.begin(), child.included.end());
        return {};
    }
    if (!isGeneratorCase(*entry.value)) {
        return Reader.invalid(*entry.value, path + "/" + name + " is a list; write a command, or the keys of a case");
    }
    const std::vector<std::string> names(TRY(caseNumbersOf(*entry.value)).size(), name);
    return readCases(entry, names, path, inherited, group);
}

Result<void> GeneratorsReader::readCases(const Entry& entry, const std::vector<std::string>& names,
                                         const std::string& path, const InheritedGeneration& above, Group& group) {
    const InheritedGeneration inherited = TRY(m_caseReader.inherit(*entry.value, above));
    const std::vector<std::int64_t> numbers = TRY(caseNumbersOf(*entry.value));
    const std::vector<std::string> suffixes = numberNames(numbers);
    const YamlValue* count = entry.value->find("count");
    const bool counted = count != nullptr && !count->isNull();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string name = counted ? names[i] + "-" + suffixes[i] : names[i];
        TRY(checkName(*entry.value, name));
        TRY(addCase(entry, path + "/" + name, counted ? std::optional(numbers[i]) : std::nullopt, inherited, group));
    }
    return {};
}

Result<void> GeneratorsReader::addCase(const Entry& entry, const std::string& base, std::optional<std::int64_t> number,
                                       const InheritedGeneration& inherited, Group& group) {
    const std::size_t index = m_cases.size();
    m_known[entry.key].push_back({false, index});
    if (!isWanted(base)) {
        m_cases.push_back({base, {}});
        return {};
    }
    std::optional<MadeCase> made = TRY(m_caseReader.read(*entry.value, base, number, inherited));
    if (!made) {
        m_known[entry.key].pop_back();
        return {};
    }
    if (!m_targets.emplace(base, index).second) {
        return Reader.invalid(*entry.value, base + " stands here a second time; rename one");
    }
    group.cases.push_back(index);
    TRY(emit(*entry.value, base, *made));
    m_cases.push_back({base, *std::move(made)});
    return {};
}

Result<void> GeneratorsReader::include(const std::vector<std::size_t>& cases, const YamlValue& yaml,
                                       const std::string& path, Group& group) {
    for (const std::size_t index : cases) {
        if (!isWanted(m_cases[index].base) || !isWanted(path)) {
            continue;
        }
        const std::string& base = m_cases[index].base;
        const std::string target = path + base.substr(base.rfind('/'));
        const auto [known, isNew] = m_targets.emplace(target, index);
        if (known->second != index) {
            return Reader.invalid(yaml, path + ": there is another case of the name " +
                                            base.substr(base.rfind('/') + 1) + " than the one that is included");
        }
        if (!isNew) {
            continue;
        }
        group.included.push_back(index);
        if (const YamlValue* settings = m_plan.findSettings(base + ".yaml")) {
            m_plan.addSettings(target + ".yaml", YamlValue(*settings));
        }
        TRY(emit(yaml, target, m_cases[index].made));
    }
    return {};
}

Result<void> GeneratorsReader::emit(const YamlValue& value, const std::string& base, const MadeCase& made) {
    if (m_plan.cases.size() == PlannedData::MostCases) {
        return Reader.invalid(value, "more than 100,000 cases; leave some out");
    }
    MadeCase named = made;
    named.recipe.name = base.substr(std::string_view("data/").size());
    m_plan.addCase(base, std::move(named));
    return {};
}

Result<void> GeneratorsReader::checkName(const YamlValue& value, const std::string& name) const {
    if (!isPermittedName(name) || name.front() == '.' || name == "test_group") {
        return Reader.invalid(value, "\"" + name +
                                         "\" cannot be the name of a case or group; names hold only letters, "
                                         "digits, \".\", \"-\" and \"_\"");
    }
    return {};
}

} // namespace

Result<void> readGeneratorsYaml(const GeneratorContext& context, const YamlValue& yaml, PlannedData& plan,
                                std::vector<std::string>& warnings) {
    plan.source = GeneratorsYaml;
    return GeneratorsReader(context, plan, warnings).read(yaml);
}

} // namespace grindstone::judge
