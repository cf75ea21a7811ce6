// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/test_tree_reader.h"

#include "judge/package/full_marks.h"
#include "judge/package/group_requirements.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// Groups whose rules are those of a problem without any: each case has to be passed.
bool isPlain(const TestGroup& group) {
    return group.stopsAtFailure && !group.acceptsIfAny && group.verdictRule != VerdictRule::AlwaysAccept &&
           !group.customGrader;
}

} // namespace

TestTreeReader::TestTreeReader(const PackageFolder& folder, const ProblemMetadata& metadata, const ScoringKind& kind,
                               std::vector<std::string>& warnings)
    : m_folder(folder), m_format(metadata.format), m_kind(kind), m_warnings(warnings) {
    m_tree.scored = kind.scored;
    m_tree.validatorsScore = kind.validatorsScore;
    m_tree.lessIsBetter = kind.lessIsBetter;
}

Result<void> TestTreeReader::open(const std::string& path) {
    if (m_open.empty()) {
        m_files = TRY(findGroupFiles(m_folder, m_format));
        m_tree.rules = m_files.rules;
    }
    return m_tree.rules == ScoringRules::Legacy ? openLegacy(path) : openCurrent(path);
}

Result<void> TestTreeReader::openLegacy(const std::string& path) {
    const LegacySettings above =
        m_open.empty()
            ? TRY(readLegacySettings(YamlReader("problem.yaml"), m_kind.defaults, legacyDefaults(), m_warnings))
            : m_legacy[m_open.back().group];
    const YamlReader reader(sourceOf(m_folder, path + m_files.name));
    const YamlValue yaml = TRY(loadPackageYaml(m_folder, path + m_files.name));
    LegacySettings settings = TRY(readLegacySettings(reader, yaml, above, m_warnings));
    settings.ownRange |= m_open.empty() && above.ownRange;
    settings.group.lastCounts &= m_open.empty();
    if (settings.group.customGrader && !m_folder.hasEntries("graders")) {
        const YamlValue* grading = yaml.find("grading");
        return reader.invalid(grading != nullptr ? *grading : yaml,
                              "grading is custom, but there is no program in graders/; add it, or write \"grading: "
                              "default\"");
    }
    openGroup(path, settings.group);
    m_legacy.push_back(std::move(settings));
    return {};
}

Result<void> TestTreeReader::openCurrent(const std::string& path) {
    const YamlReader reader(sourceOf(m_folder, path + m_files.name));
    if (!isCurrentGroup(path)) {
        m_open.push_back({path, m_open.back().group, false});
        return {};
    }
    YamlValue yaml = TRY(loadPackageYaml(m_folder, path + m_files.name));
    if (m_files.isDraft) {
        yaml = TRY(withoutDraft(reader, std::move(yaml)));
    }
    const bool whole = path == "data";
    CurrentSettings settings;
    if (!m_kind.scored) {
        warnOfScoringKeys(reader, yaml, m_warnings);
    } else if (!whole) {
        settings = TRY(readCurrentSettings(reader, yaml,
                                           path == "data/sample"   ? GroupPlace::Sample
                                           : path == "data/secret" ? GroupPlace::Secret
                                                                   : GroupPlace::Group));
    }
    TestGroup group;
    group.scoreRule = whole ? ScoreRule::Sum : settings.aggregation;
    group.stopsAtFailure = group.scoreRule == ScoreRule::AllOrNothing || group.scoreRule == ScoreRule::Minimum;
    group.lastCounts = whole;
    group.hasStaticCase = settings.hasStaticCase;
    group.staticMaxScore = settings.staticScore;
    openGroup(path, std::move(group));
    m_current.push_back(std::move(settings));
    return {};
}

/// A test_group.yaml further down configures cases, but makes no group.
bool TestTreeReader::isCurrentGroup(const std::string& path) {
    if (path == "data" || path == "data/sample" || path == "data/secret") {
        return true;
    }
    const bool named = m_folder.exists(path + m_files.name);
    const bool inSecret = m_open.back().path == "data/secret";
    if (named && !inSecret && m_kind.scored) {
        m_warnings.push_back(path + m_files.name +
                             ": only folders of data/secret can be test groups; its cases belong "
                             "to the group above");
    }
    return named && inSecret;
}

void TestTreeReader::openGroup(const std::string& path, TestGroup group) {
    constexpr std::size_t DataPrefix = 5;
    group.name = path == "data" ? path : path.substr(DataPrefix);
    group.items.clear();
    group.firstCase = m_tree.holder.size();
    const std::size_t index = m_tree.groups.size();
    if (!m_open.empty()) {
        m_tree.groups[m_open.back().group].items.push_back({true, index});
    }
    m_tree.groups.push_back(std::move(group));
    m_open.push_back({path, index, true});
}

void TestTreeReader::addCase() {
    const std::size_t group = m_open.back().group;
    m_tree.groups[group].items.push_back({false, m_tree.holder.size()});
    m_tree.holder.push_back(group);
}

void TestTreeReader::close() {
    const Folder folder = std::move(m_open.back());
    m_open.pop_back();
    if (!folder.isGroup) {
        return;
    }
    TestGroup& group = m_tree.groups[folder.group];
    group.endCase = m_tree.holder.size();
    if (group.items.empty() && !group.hasStaticCase) {
        dropLastGroup();
    }
}

void TestTreeReader::dropLastGroup() {
    m_tree.groups.pop_back();
    m_legacy.resize(std::min(m_legacy.size(), m_tree.groups.size()));
    m_current.resize(std::min(m_current.size(), m_tree.groups.size()));
    if (!m_open.empty()) {
        m_tree.groups[m_open.back().group].items.pop_back();
    }
}

Result<TestTree> TestTreeReader::take() {
    const bool legacy = m_tree.rules == ScoringRules::Legacy;
    if (!m_kind.scored && (!legacy || std::ranges::all_of(m_tree.groups, isPlain))) {
        return TestTree();
    }
    if (legacy) {
        findFullMarks(m_tree, m_legacy);
    } else {
        TRY(setFullMarks(m_tree, m_current, m_warnings));
        TRY(setRequirements(m_tree, m_current));
    }
    return std::move(m_tree);
}

} // namespace grindstone::judge
