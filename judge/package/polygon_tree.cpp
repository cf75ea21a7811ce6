// SPDX-License-Identifier: GPL-3.0-or-later
//
// A testset is a row of tests, most of which name a group. Here it is cut into blocks, a group's tests or one test
// without a group each, in the order in which they appear. Blocks are then taken one after the other, each as soon as
// all that its group depends on have been: so a group's requirements are always earlier groups, as TestTree wants it.
#include "judge/package/polygon_tree.h"

#include "judge/package/package_folder.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace grindstone::judge {

namespace {

/// Tests that are judged together.
struct Block {
    PolygonGroup group; ///< without a name: the one test of it has no group
    std::vector<std::size_t> tests;
    std::vector<std::size_t> needed; ///< other blocks
};

bool isWorthPoints(const PolygonTestset& testset) {
    const auto counts = [](const auto& entry) { return entry.points.value_or(0) > 0; };
    return std::ranges::any_of(testset.tests, counts) || std::ranges::any_of(testset.groups, counts);
}

PolygonOrder orderWithoutPoints(const PolygonTestset& testset) {
    PolygonOrder order;
    for (const bool sample : {true, false}) {
        for (std::size_t i = 0; i < testset.tests.size(); ++i) {
            if (testset.tests[i].sample == sample) {
                order.tests.push_back(i);
                order.places.emplace_back(sample ? "sample" : "secret");
            }
        }
    }
    return order;
}

class TreeMaker {
public:
    TreeMaker(const XmlFile& xml, const PolygonTestset& testset) : m_xml(xml), m_testset(testset) {}

    Result<PolygonOrder> make();

private:
    void cutIntoBlocks();
    Result<void> findNeeded();
    Result<void> addBlocks();
    bool canBeAdded(const Block& block) const;
    void addBlock(std::size_t index);
    std::size_t openBlock(const Block& block);
    std::vector<double> pointsOf(const Block& block) const;
    void addTest(std::size_t test, std::size_t group, double points);
    std::size_t openGroup(const std::string& name, ScoreRule rule);
    void close();

    const XmlFile& m_xml;
    const PolygonTestset& m_testset;
    std::vector<Block> m_blocks;
    std::map<std::string, std::size_t> m_blockOf;      ///< by group's name
    std::vector<std::optional<std::size_t>> m_groupOf; ///< in the tree, by block; none: not added yet
    PolygonOrder m_order;
};

constexpr std::size_t Secret = 1;

Result<PolygonOrder> TreeMaker::make() {
    cutIntoBlocks();
    TRY(findNeeded());
    m_order.tree.rules = ScoringRules::Current;
    m_order.tree.scored = true;
    m_order.tree.validatorsScore = true;
    openGroup("data", ScoreRule::Sum);
    openGroup("secret", ScoreRule::Sum);
    m_order.tree.groups.front().items.push_back({true, Secret});
    m_order.tree.groups.front().lastCounts = true;
    TRY(addBlocks());
    close();
    return std::move(m_order);
}

void TreeMaker::cutIntoBlocks() {
    for (std::size_t i = 0; i < m_testset.tests.size(); ++i) {
        const std::string& name = m_testset.tests[i].group;
        const auto [known, isNew] =
            name.empty() ? std::pair(m_blockOf.end(), true) : m_blockOf.try_emplace(name, m_blocks.size());
        if (isNew) {
            const auto group = std::ranges::find(m_testset.groups, name, &PolygonGroup::name);
            m_blocks.emplace_back();
            m_blocks.back().group.name = name;
            if (group != m_testset.groups.end()) {
                m_blocks.back().group = *group;
            }
        }
        m_blocks[name.empty() ? m_blocks.size() - 1 : known->second].tests.push_back(i);
    }
    m_groupOf.resize(m_blocks.size());
}

/// A group without tests is passed by everybody.
Result<void> TreeMaker::findNeeded() {
    for (Block& block : m_blocks) {
        for (const std::string& name : block.group.dependencies) {
            const auto needed = m_blockOf.find(name);
            if (needed != m_blockOf.end()) {
                block.needed.push_back(needed->second);
            } else if (std::ranges::find(m_testset.groups, name, &PolygonGroup::name) == m_testset.groups.end()) {
                return m_xml.invalid(block.group.line, "the group depends on \"" + shownPath(name) +
                                                           "\", and there is no such group; correct the name");
            }
        }
    }
    return {};
}

Result<void> TreeMaker::addBlocks() {
    std::size_t added = 0;
    while (added < m_blocks.size()) {
        const std::size_t before = added;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (!m_groupOf[i] && canBeAdded(m_blocks[i])) {
                addBlock(i);
                ++added;
            }
        }
        if (added == before) {
            const auto stuck = std::ranges::find(m_groupOf, std::optional<std::size_t>()) - m_groupOf.begin();
            return m_xml.invalid(m_blocks[static_cast<std::size_t>(stuck)].group.line,
                                 "the group depends on itself, by way of others or not; remove one <dependency>");
        }
    }
    return {};
}

bool TreeMaker::canBeAdded(const Block& block) const {
    return std::ranges::all_of(block.needed, [this](std::size_t needed) { return m_groupOf[needed].has_value(); });
}

void TreeMaker::addBlock(std::size_t index) {
    const Block& block = m_blocks[index];
    const std::size_t group = block.group.name.empty() ? Secret : openBlock(block);
    m_groupOf[index] = group;
    const std::vector<double> points = pointsOf(block);
    for (std::size_t i = 0; i < block.tests.size(); ++i) {
        addTest(block.tests[i], group, points[i]);
    }
    const double sum = std::accumulate(points.begin(), points.end(), 0.0);
    m_order.tree.groups[group].endCase = m_order.tests.size();
    m_order.tree.groups[Secret].maxScore = *m_order.tree.groups[Secret].maxScore + sum;
    if (group != Secret) {
        m_order.tree.groups[group].maxScore = sum;
    }
}

std::size_t TreeMaker::openBlock(const Block& block) {
    const bool whole = block.group.policy == PolygonPoints::CompleteGroup;
    const std::size_t group =
        openGroup("secret/" + shownPath(block.group.name), whole ? ScoreRule::AllOrNothing : ScoreRule::Sum);
    m_order.tree.groups[Secret].items.push_back({true, group});
    for (const std::size_t needed : block.needed) {
        m_order.tree.groups[group].requirement.push_back(*m_groupOf[needed]);
    }
    return group;
}

/// Where no test of a group has points, they share the group's.
std::vector<double> TreeMaker::pointsOf(const Block& block) const {
    std::vector<double> points;
    for (const std::size_t test : block.tests) {
        points.push_back(m_testset.tests[test].points.value_or(0));
    }
    if (std::ranges::all_of(points, [](double one) { return one == 0; })) {
        points.assign(points.size(), block.group.points.value_or(0) / static_cast<double>(points.size()));
    }
    return points;
}

void TreeMaker::addTest(std::size_t test, std::size_t group, double points) {
    m_order.tree.groups[group].items.push_back({false, m_order.tests.size()});
    m_order.tree.holder.push_back(group);
    m_order.tree.caseMaxScores.push_back(points);
    m_order.tests.push_back(test);
    m_order.places.push_back(m_order.tree.groups[group].name);
}

std::size_t TreeMaker::openGroup(const std::string& name, ScoreRule rule) {
    TestGroup group;
    group.name = name;
    group.firstCase = m_order.tests.size();
    group.scoreRule = rule;
    group.stopsAtFailure = rule == ScoreRule::AllOrNothing;
    group.maxScore = 0;
    m_order.tree.groups.push_back(std::move(group));
    return m_order.tree.groups.size() - 1;
}

void TreeMaker::close() {
    for (const std::size_t group : {std::size_t{0}, Secret}) {
        m_order.tree.groups[group].endCase = m_order.tests.size();
    }
    m_order.tree.groups.front().maxScore = m_order.tree.groups[Secret].maxScore;
    // Points that a checker gives have no maximum that anybody knows.
    for (TestGroup& group : m_order.tree.groups) {
        group.maxScore = isWorthPoints(m_testset) ? group.maxScore : std::nullopt;
    }
}

} // namespace

bool hasPoints(const PolygonTestset& testset, bool ownChecker) {
    const auto namesPoints = [](const PolygonTest& test) { return test.points.has_value(); };
    return isWorthPoints(testset) || (ownChecker && std::ranges::any_of(testset.tests, namesPoints));
}

Result<PolygonOrder> orderPolygonTests(const XmlFile& xml, const PolygonTestset& testset, bool ownChecker) {
    return hasPoints(testset, ownChecker) ? TreeMaker(xml, testset).make() : orderWithoutPoints(testset);
}

} // namespace grindstone::judge
