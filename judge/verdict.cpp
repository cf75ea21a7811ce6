// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grindstone::judge {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 10> Codes{{
    {Verdict::Accepted, "AC"},
    {Verdict::WrongAnswer, "WA"},
    {Verdict::TimeLimit, "TLE"},
    {Verdict::MemoryLimit, "MLE"},
    {Verdict::OutputLimit, "OLE"},
    {Verdict::RuntimeError, "RE"},
    {Verdict::CompileError, "CE"},
    {Verdict::JudgeError, "JE"},
    {Verdict::Skipped, "SK"},
    {Verdict::Partial, "PA"},
}};

} // namespace

std::string_view code(Verdict verdict) {
    return std::ranges::find(Codes, verdict, &decltype(Codes)::value_type::first)->second;
}

std::optional<Verdict> findVerdict(std::string_view code) {
    const auto found = std::ranges::find(Codes, code, &decltype(Codes)::value_type::second);
    return found == Codes.end() ? std::nullopt : std::optional(found->first);
}

} // namespace grindstone::judge
