// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/test_group.h"

#include <utility>
#include <vector>

namespace grindstone::judge {

/// Puts a tree of groups together in the order of judging.
class TreeBuilder {
public:
    explicit TreeBuilder(ScoringRules rules) {
        m_tree.rules = rules;
        m_tree.scored = true;
    }

    TreeBuilder& open(TestGroup group) {
        group.firstCase = m_tree.holder.size();
        const std::size_t index = m_tree.groups.size();
        if (!m_open.empty()) {
            m_tree.groups[m_open.back()].items.push_back({true, index});
        }
        m_open.push_back(index);
        m_tree.groups.push_back(std::move(group));
        return *this;
    }

    TreeBuilder& cases(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            m_tree.groups[m_open.back()].items.push_back({false, m_tree.holder.size()});
            m_tree.holder.push_back(m_open.back());
        }
        return *this;
    }

    TreeBuilder& close() {
        m_tree.groups[m_open.back()].endCase = m_tree.holder.size();
        m_open.pop_back();
        return *this;
    }

    /// Closes what is open.
    TestTree take() {
        while (!m_open.empty()) {
            close();
        }
        return std::move(m_tree);
    }

private:
    TestTree m_tree;
    std::vector<std::size_t> m_open;
};

} // namespace grindstone::judge
