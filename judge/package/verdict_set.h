// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verdict.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// Verdicts that a package asks for. Packages know fewer than we do: a memory limit counts as a runtime error there, an
/// output limit as that or as a wrong answer, and a partial score as accepted.
class VerdictSet {
public:
    constexpr VerdictSet() = default;
    constexpr VerdictSet(std::initializer_list<Verdict> verdicts) {
        for (const Verdict verdict : verdicts) {
            add(verdict);
        }
    }
    /// What a test case can come to as the format has it: AC, WA, TLE and RTE.
    static constexpr VerdictSet all() {
        return {Verdict::Accepted, Verdict::WrongAnswer, Verdict::TimeLimit, Verdict::RuntimeError};
    }

    constexpr void add(Verdict verdict) { m_bits |= bit(verdict); }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr bool contains(Verdict verdict) const { return (m_bits & bit(verdict)) != 0; }
    /// Whether a verdict of ours counts as one of these.
    bool admits(Verdict verdict) const;
    constexpr VerdictSet operator&(VerdictSet other) const { return VerdictSet(m_bits & other.m_bits); }
    constexpr VerdictSet operator|(VerdictSet other) const { return VerdictSet(m_bits | other.m_bits); }
    friend bool operator==(const VerdictSet&, const VerdictSet&) = default;

    /// As packages write them: "AC", "WA", "TLE", "RTE", …; in this order.
    std::vector<std::string> names() const;

private:
    explicit constexpr VerdictSet(unsigned bits) : m_bits(bits) {}
    static constexpr unsigned bit(Verdict verdict) { return 1U << static_cast<unsigned>(verdict); }

    unsigned m_bits = 0;
};

/// As packages write it: "RTE" where we have "RE", all others as code() has them.
std::string packageName(Verdict verdict);

/// "AC, WA or TLE"
std::string listed(VerdictSet verdicts);

/// AC, WA, TLE or RTE as submissions.yaml has them.
std::optional<Verdict> findPackageVerdict(std::string_view name);

/// What is meant by a word of an annotation or by a folder's name, in any case and with "-" or "_": "ACCEPTED",
/// "CORRECT", "timelimit", "run-error", "COMPILER-ERROR", "NO-OUTPUT", "mle". Nothing for other words.
VerdictSet verdictsOf(std::string_view word);

} // namespace grindstone::judge
