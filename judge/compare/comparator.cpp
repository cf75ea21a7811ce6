// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator.h"

#include "judge/compare/comparator_arguments.h"
#include "judge/compare/exact_comparator.h"
#include "judge/compare/json_comparator.h"
#include "judge/compare/line_comparator.h"
#include "judge/compare/testlib_comparators.h"
#include "judge/compare/token_comparator.h"
#include "judge/compare/unordered_line_comparator.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <string_view>

namespace grindstone::judge {

namespace {

/// Each streams both files by position. `answerName` is what errors call the answer file.
struct BuiltIn {
    std::string_view name;
    Result<Comparison> (*compare)(const ComparatorSpec& spec, int answer, const std::string& answerName, int output);
    ComparatorArguments arguments{}; ///< those that it knows
};

template<TestlibRule Rule>
Result<Comparison> asTestlib(const ComparatorSpec&, int answer, const std::string& answerName, int output) {
    return compareByTestlib(Rule, answer, answerName, output);
}

constexpr std::array BuiltIns{
    BuiltIn{"tokens", compareTokens, {.tolerances = true, .blanksAndCase = true}},
    // testlib's
    BuiltIn{"acmp", asTestlib<judgeAcmp>},
    BuiltIn{"caseicmp", asTestlib<judgeCaseIcmp>},
    BuiltIn{"casencmp", asTestlib<judgeCaseNcmp>},
    BuiltIn{"casewcmp", asTestlib<judgeCaseWcmp>},
    BuiltIn{"dcmp", asTestlib<judgeDcmp>},
    BuiltIn{"fcmp", asTestlib<judgeFcmp>},
    BuiltIn{"hcmp", asTestlib<judgeHcmp>},
    BuiltIn{"icmp", asTestlib<judgeIcmp>},
    BuiltIn{"lcmp", asTestlib<judgeLcmp>},
    BuiltIn{"ncmp", asTestlib<judgeNcmp>},
    BuiltIn{"nyesno", asTestlib<judgeNYesNo>},
    BuiltIn{"pointscmp", asTestlib<judgePointsCmp>},
    BuiltIn{"pointsinfo", asTestlib<judgePointsInfo>},
    BuiltIn{"rcmp", asTestlib<judgeAcmp>},
    BuiltIn{"rcmp4", asTestlib<judgeRcmp4>},
    BuiltIn{"rcmp6", asTestlib<judgeRcmp6>},
    BuiltIn{"rcmp9", asTestlib<judgeRcmp9>},
    BuiltIn{"rncmp", asTestlib<judgeRncmp>},
    BuiltIn{"uncmp", asTestlib<judgeUncmp>},
    BuiltIn{"wcmp", asTestlib<judgeWcmp>},
    BuiltIn{"yesno", asTestlib<judgeYesNo>},
    BuiltIn{"json", compareJson, {.tolerances = true, .anyOrder = true}},
    BuiltIn{"value", compareValues, {.tolerances = true, .anyOrder = true}},
    BuiltIn{"exact", compareExact},
    BuiltIn{"lines", compareLines},
    BuiltIn{"unordered-lines", compareUnorderedLines},
};

std::string knownNames() {
    std::string names;
    for (const std::string& name : comparatorNames()) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

Result<BuiltIn> findBuiltIn(std::string_view name) {
    const auto builtIn = std::ranges::find(BuiltIns, name, &BuiltIn::name);
    if (builtIn == BuiltIns.end()) {
        return fail("comparator.unknown",
                    "there is no comparator \"" + std::string(name) + "\"; known are " + knownNames());
    }
    return *builtIn;
}

} // namespace

std::vector<std::string> comparatorNames() {
    std::vector<std::string> names;
    std::ranges::transform(BuiltIns, std::back_inserter(names),
                           [](const BuiltIn& one) { return std::string(one.name); });
    return names;
}

Result<ComparatorSpec> makeComparatorSpec(const std::string& name, const std::vector<std::string>& arguments) {
    const BuiltIn builtIn = TRY(findBuiltIn(name));
    ComparatorSpec spec = TRY(parseComparatorArguments(arguments, builtIn.arguments));
    spec.name = name;
    return spec;
}

Result<Comparison> compare(const ComparatorSpec& spec, const std::filesystem::path& answer, int outputDescriptor) {
    const BuiltIn builtIn = TRY(findBuiltIn(spec.name));
    const UniqueFd file(::open(answer.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) {
        return fail("file.unreadable", answer.string() + ": cannot be read: " + std::strerror(errno));
    }
    return builtIn.compare(spec, file.get(), answer.string(), outputDescriptor);
}

Result<Comparison> compare(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                           int outputDescriptor) {
    return TRY(findBuiltIn(spec.name)).compare(spec, answerDescriptor, answerName, outputDescriptor);
}

} // namespace grindstone::judge
