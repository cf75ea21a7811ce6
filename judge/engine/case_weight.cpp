// SPDX-License-Identifier: GPL-3.0-or-later
//
// While cases are being run, some verdicts are known and some are not. The tree is walked as scoreTree() walks it, with
// a third state for what is still open: nothing is left out because of a group that may yet be accepted.
#include "judge/engine/scoring.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

enum class State { Passed, Failed, Open };

class WeightWalk {
public:
    WeightWalk(const TestTree& tree, const std::vector<std::optional<Verdict>>& known, const StaticGrades& statics)
        : m_tree(tree), m_known(known), m_statics(statics), m_without(known.size()),
          m_states(tree.groups.size(), State::Open) {}

    std::vector<bool> walk() {
        walkGroup(0);
        return std::move(m_without);
    }

private:
    State walkGroup(std::size_t index);
    State walkItems(std::size_t index);
    std::optional<State> staticState(std::size_t index) const;
    State walkItem(const GroupItem& item);
    State stateOf(std::size_t testCase) const;
    bool isHeldBack(const TestGroup& group) const;
    void leaveOut(std::size_t first, std::size_t end);

    const TestTree& m_tree;
    const std::vector<std::optional<Verdict>>& m_known;
    const StaticGrades& m_statics;
    std::vector<bool> m_without;
    std::vector<State> m_states;
};

State WeightWalk::walkGroup(std::size_t index) {
    const TestGroup& group = m_tree.groups[index];
    if (isHeldBack(group)) {
        leaveOut(group.firstCase, group.endCase);
        m_states[index] = State::Failed;
    } else {
        m_states[index] = walkItems(index);
    }
    return m_states[index];
}

bool WeightWalk::isHeldBack(const TestGroup& group) const {
    return std::ranges::any_of(group.requirement,
                               [this](std::size_t required) { return m_states[required] == State::Failed; });
}

State WeightWalk::stateOf(std::size_t testCase) const {
    const std::optional<Verdict> verdict = m_known[testCase];
    return !verdict ? State::Open : *verdict == Verdict::Accepted ? State::Passed : State::Failed;
}

std::optional<State> WeightWalk::staticState(std::size_t index) const {
    if (index >= m_statics.size() || !m_statics[index]) {
        return std::nullopt;
    }
    return m_statics[index]->verdict == Verdict::Accepted ? State::Passed : State::Failed;
}

State WeightWalk::walkItem(const GroupItem& item) {
    return item.isGroup ? walkGroup(item.index) : stateOf(item.index);
}

void WeightWalk::leaveOut(std::size_t first, std::size_t end) {
    std::fill(m_without.begin() + static_cast<std::ptrdiff_t>(first),
              m_without.begin() + static_cast<std::ptrdiff_t>(end), true);
}

/// What the states of a group's items make of its own.
class GroupState {
public:
    void add(State item) {
        m_passed |= item == State::Passed;
        m_failed |= item == State::Failed;
        m_open |= item == State::Open;
        m_last = item;
    }

    State of(const TestGroup& group) const {
        if (group.customGrader) {
            return State::Open;
        }
        if (group.verdictRule == VerdictRule::AlwaysAccept || (group.acceptsIfAny && m_passed)) {
            return m_open ? State::Open : State::Passed;
        }
        if (group.lastCounts) {
            return m_last;
        }
        const bool rescued = group.acceptsIfAny && m_open;
        return m_failed && !rescued ? State::Failed : m_open ? State::Open : State::Passed;
    }

private:
    bool m_passed = false;
    bool m_failed = false;
    bool m_open = false;
    State m_last = State::Open;
};

State WeightWalk::walkItems(std::size_t index) {
    const TestGroup& group = m_tree.groups[index];
    GroupState state;
    if (const std::optional<State> sources = staticState(index)) {
        state.add(*sources);
        if (*sources == State::Failed && group.stopsAtFailure) {
            leaveOut(group.firstCase, group.endCase);
            return state.of(group);
        }
    }
    for (const GroupItem& item : group.items) {
        const State one = walkItem(item);
        state.add(one);
        if (one == State::Failed && group.stopsAtFailure) {
            const std::size_t behind = item.isGroup ? m_tree.groups[item.index].endCase : item.index + 1;
            leaveOut(behind, group.endCase);
            break;
        }
    }
    return state.of(group);
}

} // namespace

std::vector<bool> casesWithoutWeight(const TestTree& tree, const std::vector<std::optional<Verdict>>& known,
                                     const StaticGrades& statics) {
    return WeightWalk(tree, known, statics).walk();
}

} // namespace grindstone::judge
