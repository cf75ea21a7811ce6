// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/transcript.h"

#include <algorithm>

namespace grindstone::sandbox {

namespace {

/// Of the end whole utterances are dropped: none may be most of it.
constexpr std::size_t LongestInEnd = 4096;

std::uint64_t costOf(const Utterance& utterance) {
    return sizeof(Utterance) + utterance.text.size();
}

} // namespace

void Transcript::add(Side side, std::chrono::nanoseconds at, std::string_view text) {
    std::string_view rest = addToBeginning(side, at, text);
    if (rest.size() > m_half) { // The last of it only; the others would be dropped at once.
        m_omitted += rest.size() - m_half;
        rest.remove_prefix(rest.size() - m_half);
    }
    for (; !rest.empty(); rest.remove_prefix(std::min(rest.size(), LongestInEnd))) {
        addToEnd(side, at, rest.substr(0, LongestInEnd));
    }
}

/// Returns what finds no room.
std::string_view Transcript::addToBeginning(Side side, std::chrono::nanoseconds at, std::string_view text) {
    const bool goesOn = !m_beginning.empty() && m_beginning.back().side == side;
    const std::uint64_t overhead = goesOn ? 0 : sizeof(Utterance);
    if (m_beginningCost + overhead >= m_half) {
        m_beginningCost = m_half;
        return text;
    }
    const std::size_t fitting = std::min<std::uint64_t>(text.size(), m_half - m_beginningCost - overhead);
    if (!goesOn) {
        m_beginning.push_back({side, at, {}});
    }
    m_beginning.back().text.append(text.substr(0, fitting));
    m_beginningCost += overhead + fitting;
    return text.substr(fitting);
}

void Transcript::addToEnd(Side side, std::chrono::nanoseconds at, std::string_view text) {
    const bool goesOn =
        !m_end.empty() && m_end.back().side == side && m_end.back().text.size() + text.size() <= LongestInEnd;
    if (goesOn) {
        m_end.back().text.append(text);
        m_endCost += text.size();
    } else {
        m_end.push_back({side, at, std::string(text)});
        m_endCost += costOf(m_end.back());
    }
    while (m_endCost > m_half) {
        m_endCost -= costOf(m_end.front());
        m_omitted += m_end.front().text.size();
        m_end.pop_front();
    }
}

} // namespace grindstone::sandbox
