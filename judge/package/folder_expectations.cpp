// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two versions of the format mean different things by the same folders: 2025-09 looks at each case, legacy at what
// the submission comes to as a whole, in words that systems read more or less strictly. There, what one of the systems
// and the text of the format take as right is right here.
#include "judge/package/folder_expectations.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr VerdictSet Accepted{Verdict::Accepted};
constexpr VerdictSet WrongAnswer{Verdict::WrongAnswer};
constexpr VerdictSet TimeLimit{Verdict::TimeLimit};
constexpr VerdictSet Crash{Verdict::RuntimeError};

ExpectationRule rule(const std::string& folder, VerdictSet permitted, VerdictSet required) {
    ExpectationRule rule;
    rule.origin = "submissions/" + folder;
    rule.permitted = permitted;
    rule.required = required;
    rule.setsTimeLimit = !permitted.contains(Verdict::TimeLimit);
    rule.mustExceedTimeLimit = required == TimeLimit;
    return rule;
}

WholeExpectation whole(const std::string& folder, VerdictSet verdict, VerdictSet neverCase = {}) {
    WholeExpectation expected;
    expected.origin = "submissions/" + folder;
    expected.verdict = verdict;
    expected.someCase = verdict == Accepted ? VerdictSet() : verdict;
    expected.neverCase = neverCase;
    expected.setsTimeLimit = verdict == Accepted;
    expected.mustExceedTimeLimit = verdict == TimeLimit;
    return expected;
}

Expectation ruled(ExpectationRule rule) {
    return {{std::move(rule)}, {}};
}

Expectation asWhole(WholeExpectation whole) {
    return {{}, std::move(whole)};
}

WholeExpectation partial(const std::string& folder) {
    WholeExpectation expected = whole(folder, Accepted);
    expected.belowMaximum = true;
    expected.setsTimeLimit = false;
    return expected;
}

std::optional<Expectation> legacyFolder(const std::string& name) {
    constexpr VerdictSet SlowOrCrash{Verdict::TimeLimit, Verdict::RuntimeError};
    if (name == "accepted") {
        return asWhole(whole(name, Accepted));
    }
    if (name == "partially_accepted") {
        return asWhole(partial(name));
    }
    if (name == "wrong_answer") {
        return asWhole(whole(name, WrongAnswer, SlowOrCrash));
    }
    if (name == "time_limit_exceeded") {
        return asWhole(whole(name, TimeLimit, Crash));
    }
    return name == "run_time_error" ? std::optional(asWhole(whole(name, Crash))) : std::nullopt;
}

std::optional<Expectation> currentFolder(const std::string& name) {
    constexpr VerdictSet CrashOrSlow{Verdict::RuntimeError, Verdict::TimeLimit};
    if (name == "accepted") {
        return ruled(rule(name, Accepted, VerdictSet::all()));
    }
    if (name == "rejected") {
        return ruled(rule(name, VerdictSet::all(), {Verdict::WrongAnswer, Verdict::TimeLimit, Verdict::RuntimeError}));
    }
    if (name == "wrong_answer") {
        return ruled(rule(name, {Verdict::Accepted, Verdict::WrongAnswer}, WrongAnswer));
    }
    if (name == "time_limit_exceeded") {
        return ruled(rule(name, {Verdict::Accepted, Verdict::TimeLimit}, TimeLimit));
    }
    if (name == "run_time_error") {
        return ruled(rule(name, {Verdict::Accepted, Verdict::RuntimeError}, Crash));
    }
    if (name == "brute_force") {
        return ruled(rule(name, {Verdict::Accepted, Verdict::RuntimeError, Verdict::TimeLimit}, CrashOrSlow));
    }
    return std::nullopt;
}

/// What neither version defines: right as long as nothing but the one wanted comes beside accepted cases.
std::optional<Expectation> commonFolder(const std::string& name) {
    if (name == "partially_accepted") {
        return asWhole(partial(name));
    }
    if (name == "slow_accepted") {
        return ruled(rule(name, {Verdict::Accepted, Verdict::TimeLimit}, VerdictSet::all()));
    }
    const VerdictSet wanted = verdictsOf(name);
    return wanted.empty() ? std::nullopt : std::optional(asWhole(whole(name, wanted)));
}

bool isMixed(const std::string& name) {
    return name.starts_with("mixed") || name.starts_with("multiple");
}

} // namespace

FolderExpectation expectationOfFolder(const std::string& name, PackageFormat format) {
    const auto own = format == PackageFormat::Legacy ? legacyFolder(name) : currentFolder(name);
    if (own) {
        return {FolderKind::Defined, *own};
    }
    const auto other = format == PackageFormat::Legacy ? currentFolder(name) : std::nullopt;
    if (const auto common = other ? other : commonFolder(name)) {
        return {FolderKind::Common, *common};
    }
    return {isMixed(name) ? FolderKind::Mixed : FolderKind::Unknown, {}};
}

} // namespace grindstone::judge
