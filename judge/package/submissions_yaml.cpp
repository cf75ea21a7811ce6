// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/submissions_yaml.h"

#include "judge/package/folder_expectations.h"
#include "judge/package/yaml_reader.h"

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

const YamlReader Reader(SubmissionsFile);

constexpr std::size_t MostGlobs = 4096; ///< all patterns together, since each is held against every name
constexpr std::array<std::string_view, 5> RuleKeys{"permitted", "required", "score", "message", "use_for_time_limit"};
constexpr std::array<std::string_view, 4> EntryKeys{"language", "entrypoint", "authors", "model_solution"};

bool isOneOf(std::string_view key, const auto& keys) {
    return std::ranges::find(keys, key) != keys.end();
}

class EntryReader {
public:
    explicit EntryReader(std::vector<Finding>& findings) : m_findings(findings) {}

    void read(const YamlEntry& entry, std::vector<SubmissionEntry>& entries);

private:
    void readKey(const YamlEntry& item, SubmissionEntry& entry);
    void readCases(const YamlEntry& item, SubmissionEntry& entry);
    void readRule(const YamlValue& map, const std::string& path, ExpectationRule& rule);
    Result<void> readSetting(const YamlEntry& item, const std::string& path, ExpectationRule& rule);
    Result<VerdictSet> readVerdicts(const YamlValue& value, const std::string& path);
    Result<ScoreRange> readScore(const YamlValue& value, const std::string& path);
    Result<void> readUse(const YamlValue& value, const std::string& path);
    void applyUse(const YamlValue& map, ExpectationRule& rule);
    void checkRule(const YamlValue& map, const std::string& path, const ExpectationRule& rule);
    Result<void> checkPersons(const YamlValue& value, const std::string& path);
    Result<void> checkPerson(const YamlValue& value, const std::string& path);
    std::optional<NamePattern> parsePattern(const std::string& text, unsigned line);
    void note(const Result<void>& read) {
        if (!read) {
            m_findings.push_back(findingFrom(Severity::Error, read.error().detail));
        }
    }
    void warn(unsigned line, std::string what) {
        m_findings.push_back({Severity::Warning, SubmissionsFile, line, std::move(what)});
    }
    void refuse(unsigned line, std::string what) {
        m_findings.push_back({Severity::Error, SubmissionsFile, line, std::move(what)});
    }

    std::vector<Finding>& m_findings;
    std::size_t m_globs = 0;
    bool m_full = false;
};

std::string originAt(unsigned line) {
    return std::string(SubmissionsFile) + ":" + std::to_string(line);
}

bool isTrivial(const ExpectationRule& rule) {
    return rule.permitted == VerdictSet::all() && rule.required == VerdictSet::all() && !rule.score &&
           rule.message.empty();
}

/// The rule that an entry starts from: a folder's default where the key is its name.
ExpectationRule startOf(const YamlEntry& entry, bool& replacesDefault) {
    std::string name = entry.key;
    name.erase(name.find_last_not_of('/') + 1);
    const FolderExpectation folder = expectationOfFolder(name, PackageFormat::Current);
    replacesDefault = folder.kind == FolderKind::Defined;
    ExpectationRule rule = replacesDefault ? folder.expected.rules.front() : ExpectationRule();
    rule.origin = originAt(entry.line);
    return rule;
}

std::optional<NamePattern> EntryReader::parsePattern(const std::string& text, unsigned line) {
    Result<NamePattern> pattern = NamePattern::parse(text);
    if (!pattern) {
        refuse(line, "\"" + text.substr(0, 80) + "\": " + pattern.error().detail);
        return std::nullopt;
    }
    m_globs += pattern->size();
    if (m_globs > MostGlobs) {
        if (!std::exchange(m_full, true)) {
            refuse(line, "more than 4,096 patterns, those in braces counted each; what follows is not read");
        }
        return std::nullopt;
    }
    return *std::move(pattern);
}

void EntryReader::read(const YamlEntry& item, std::vector<SubmissionEntry>& entries) {
    std::optional<NamePattern> pattern = parsePattern(item.key, item.line);
    if (!pattern) {
        return;
    }
    if (const Result<void> map = Reader.expectMap(item.value, item.key); !map) {
        return note(map);
    }
    SubmissionEntry entry{item.key, item.line, *std::move(pattern), {}, {}, false, {}};
    ExpectationRule rule = startOf(item, entry.replacesDefault);
    readRule(item.value, item.key, rule);
    if (entry.replacesDefault || !isTrivial(rule)) {
        entry.rules.push_back(std::move(rule));
    }
    for (const YamlEntry& key : item.value.entries) {
        readKey(key, entry);
    }
    entries.push_back(std::move(entry));
}

void EntryReader::readKey(const YamlEntry& item, SubmissionEntry& entry) {
    const std::string path = entry.key + "." + item.key;
    if (isOneOf(item.key, RuleKeys)) {
        return;
    }
    if (!isOneOf(item.key, EntryKeys)) {
        return readCases(item, entry);
    }
    if (item.key == "authors") {
        return note(checkPersons(item.value, path));
    }
    if (item.key == "model_solution") {
        const Result<bool> read = Reader.boolean(item.value, path);
        return note(read ? Result<void>() : Result<void>(fail(read.error())));
    }
    const Result<std::string> text = Reader.text(item.value, path);
    if (!text) {
        return note(fail(text.error()));
    }
    (item.key == "language" ? entry.language : entry.entrypoint) = *text;
}

/// All other keys are names of cases and groups.
void EntryReader::readCases(const YamlEntry& item, SubmissionEntry& entry) {
    const bool named = item.key == "*" || item.key.starts_with("*/") || item.key.starts_with("{") ||
                       item.key == "sample" || item.key == "secret" || item.key.starts_with("sample/") ||
                       item.key.starts_with("secret/");
    if (!named) {
        return warn(item.line, "unknown key \"" + entry.key + "." + item.key +
                                   "\" is ignored; keys that name test cases begin with sample or secret");
    }
    std::optional<NamePattern> pattern = parsePattern(item.key, item.line);
    if (!pattern) {
        return;
    }
    if (const Result<void> map = Reader.expectMap(item.value, entry.key + "." + item.key); !map) {
        return note(map);
    }
    ExpectationRule rule;
    rule.origin = originAt(item.line);
    rule.pattern = item.key;
    rule.cases = std::make_shared<const NamePattern>(*std::move(pattern));
    const std::string path = entry.key + "." + item.key;
    readRule(item.value, path, rule);
    for (const YamlEntry& key : item.value.entries) {
        if (!isOneOf(key.key, RuleKeys)) {
            warn(key.line, "unknown key \"" + path + "." + key.key + "\" is ignored");
        }
    }
    entry.rules.push_back(std::move(rule));
}

void EntryReader::readRule(const YamlValue& map, const std::string& path, ExpectationRule& rule) {
    for (const YamlEntry& item : map.entries) {
        if (isOneOf(item.key, RuleKeys)) {
            note(readSetting(item, path + "." + item.key, rule));
        }
    }
    rule.setsTimeLimit = !rule.permitted.contains(Verdict::TimeLimit);
    rule.mustExceedTimeLimit = rule.required == VerdictSet{Verdict::TimeLimit};
    applyUse(map, rule);
    checkRule(map, path, rule);
}

Result<void> EntryReader::readSetting(const YamlEntry& item, const std::string& path, ExpectationRule& rule) {
    if (item.key == "permitted") {
        rule.permitted = TRY(readVerdicts(item.value, path));
    } else if (item.key == "required") {
        rule.required = TRY(readVerdicts(item.value, path));
    } else if (item.key == "score") {
        rule.score = TRY(readScore(item.value, path));
    } else if (item.key == "message") {
        rule.message = TRY(Reader.text(item.value, path));
    } else {
        TRY(readUse(item.value, path));
    }
    return {};
}

Result<VerdictSet> EntryReader::readVerdicts(const YamlValue& value, const std::string& path) {
    VerdictSet verdicts;
    for (const std::string& word : TRY(Reader.words(value, path))) {
        const std::optional<Verdict> verdict = findPackageVerdict(word);
        if (!verdict) {
            return Reader.invalid(value, path + " holds \"" + word.substr(0, 80) + "\"; write AC, WA, TLE or RTE");
        }
        verdicts.add(*verdict);
    }
    if (verdicts.empty()) {
        return Reader.invalid(value, path + " is empty; write a list of AC, WA, TLE and RTE");
    }
    return verdicts;
}

Result<ScoreRange> EntryReader::readScore(const YamlValue& value, const std::string& path) {
    if (value.kind != YamlValue::Kind::List) {
        const double score = TRY(Reader.number(value, path));
        return ScoreRange{score, score};
    }
    if (value.items.size() != 2) {
        return Reader.invalid(value, path + " is a list of " + std::to_string(value.items.size()) +
                                         "; write one number, or the lowest and the highest one");
    }
    const ScoreRange range{TRY(Reader.number(value.items[0], path)), TRY(Reader.number(value.items[1], path))};
    if (range.lowest > range.highest) {
        return Reader.invalid(value, path + " is no range; write the lowest score first");
    }
    return range;
}

bool isSide(const YamlValue& value) {
    return value.text == "lower" || value.text == "upper";
}

Result<void> EntryReader::readUse(const YamlValue& value, const std::string& path) {
    if (!isSide(value) && !Reader.boolean(value, path)) {
        return Reader.invalid(value, path + " is neither of true, false, lower and upper; write one of them");
    }
    return {};
}

void EntryReader::applyUse(const YamlValue& map, ExpectationRule& rule) {
    const YamlValue* use = map.find("use_for_time_limit");
    if (use == nullptr) {
        return;
    }
    if (isSide(*use)) {
        rule.setsTimeLimit = use->text == "lower";
        rule.mustExceedTimeLimit = use->text == "upper";
        constexpr VerdictSet NeverSlow{Verdict::Accepted, Verdict::WrongAnswer, Verdict::RuntimeError};
        rule.permitted = rule.setsTimeLimit ? rule.permitted & NeverSlow : rule.permitted;
        rule.required = rule.mustExceedTimeLimit ? VerdictSet{Verdict::TimeLimit} : rule.required;
    } else if (const Result<bool> used = Reader.boolean(*use, ""); used && !*used) {
        rule.setsTimeLimit = false;
        rule.mustExceedTimeLimit = false;
    }
}

void EntryReader::checkRule(const YamlValue& map, const std::string& path, const ExpectationRule& rule) {
    if ((rule.permitted & rule.required).empty()) {
        refuse(map.line, path + " requires what it does not permit, so no submission can be right; permit one of the "
                                "required verdicts");
    }
}

Result<void> EntryReader::checkPersons(const YamlValue& value, const std::string& path) {
    if (value.kind != YamlValue::Kind::List) {
        return checkPerson(value, path);
    }
    for (const YamlValue& person : value.items) {
        TRY(checkPerson(person, path));
    }
    return {};
}

Result<void> EntryReader::checkPerson(const YamlValue& value, const std::string& path) {
    if (value.kind == YamlValue::Kind::Scalar) {
        return {};
    }
    const YamlValue* name = value.find("name");
    if (name == nullptr || name->kind != YamlValue::Kind::Scalar) {
        return Reader.invalid(value, path + " holds a person without a name; write \"Name <address>\", or a map with "
                                            "\"name\"");
    }
    for (const YamlEntry& entry : value.entries) {
        if (!isOneOf(entry.key, std::array<std::string_view, 4>{"name", "email", "orcid", "kattis"})) {
            warn(entry.line, "unknown key \"" + path + "." + entry.key + "\" is ignored");
        }
    }
    return {};
}

} // namespace

std::vector<SubmissionEntry> readSubmissionEntries(const YamlValue& yaml, std::vector<Finding>& findings) {
    std::vector<SubmissionEntry> entries;
    EntryReader reader(findings);
    for (const YamlEntry& entry : yaml.entries) {
        reader.read(entry, entries);
    }
    return entries;
}

} // namespace grindstone::judge
