// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/group_requirements.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// What is wrong with a group's need for another, empty if nothing is.
std::string objection(const TestTree& tree, std::size_t group, std::size_t required) {
    if (required == tree.groups.size()) {
        return "there is no such test group with cases; write its path below data/, such as secret/group1";
    }
    const std::string& name = tree.groups[required].name;
    if (name == "data" || name == "secret" || required >= group) {
        return "only sample and test groups that come earlier can be required; name one of those";
    }
    if (tree.groups[group].name == "secret" && name != "sample") {
        return "data/secret can require sample alone";
    }
    if (tree.groups[required].scoreRule != ScoreRule::AllOrNothing) {
        return "only groups of aggregation pass-fail can be required; change its score_aggregation";
    }
    return {};
}

} // namespace

Result<void> setRequirements(TestTree& tree, const std::vector<CurrentSettings>& settings) {
    for (std::size_t i = 0; i < tree.groups.size(); ++i) {
        for (const std::string& name : settings[i].required) {
            const auto found = std::ranges::find(tree.groups, name, &TestGroup::name);
            const auto required = static_cast<std::size_t>(found - tree.groups.begin());
            if (const std::string wrong = objection(tree, i, required); !wrong.empty()) {
                return YamlReader("data/" + tree.groups[i].name + "/test_group.yaml")
                    .invalid({.line = settings[i].requiredLine},
                             "require_pass \"" + name.substr(0, 80) + "\": " + wrong);
            }
            tree.groups[i].requirement.push_back(required);
        }
    }
    return {};
}

} // namespace grindstone::judge
