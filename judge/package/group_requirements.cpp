// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/group_requirements.h"

#include <algorithm>
#include <unordered_map>

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

std::unordered_map<std::string_view, std::size_t> placesOf(const TestTree& tree) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < tree.groups.size(); ++i) {
        places.emplace(tree.groups[i].name, i);
    }
    return places;
}

void leaveOneOfEach(std::vector<std::size_t>& groups) {
    std::ranges::sort(groups);
    const auto rest = std::ranges::unique(groups);
    groups.erase(rest.begin(), rest.end());
}

} // namespace

Result<void> setRequirements(TestTree& tree, const std::vector<CurrentSettings>& settings) {
    const std::unordered_map<std::string_view, std::size_t> places = placesOf(tree);
    for (std::size_t i = 0; i < tree.groups.size(); ++i) {
        for (const std::string& name : settings[i].required) {
            const auto found = places.find(name);
            const std::size_t required = found == places.end() ? tree.groups.size() : found->second;
            if (const std::string wrong = objection(tree, i, required); !wrong.empty()) {
                return YamlReader("data/" + tree.groups[i].name + "/test_group.yaml")
                    .invalid({.line = settings[i].requiredLine},
                             "require_pass \"" + name.substr(0, 80) + "\": " + wrong);
            }
            tree.groups[i].requirement.push_back(required);
        }
        leaveOneOfEach(tree.groups[i].requirement);
    }
    return {};
}

} // namespace grindstone::judge
