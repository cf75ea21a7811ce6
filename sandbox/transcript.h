// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/side.h"

#include <chrono>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::sandbox {

/// What one side said before the other said something.
struct Utterance {
    Side side = Side::First;
    std::chrono::nanoseconds at{0}; ///< when its first part was passed on, since the start of the joined run
    std::string text;
};

/// Who said what when, in order. Of a long conversation the beginning and the end are kept, half of the room each.
class Transcript {
public:
    /// `most`: memory that all utterances together may take; 0: nothing is kept.
    explicit Transcript(Bytes most = Bytes()) : m_half(most.count() / 2) {}

    void add(Side side, std::chrono::nanoseconds at, std::string_view text);

    const std::vector<Utterance>& beginning() const { return m_beginning; }
    /// What was said between beginning() and end() and isn't kept.
    Bytes omitted() const { return Bytes(m_omitted); }
    const std::deque<Utterance>& end() const { return m_end; }

private:
    std::string_view addToBeginning(Side side, std::chrono::nanoseconds at, std::string_view text);
    void addToEnd(Side side, std::chrono::nanoseconds at, std::string_view text);

    std::uint64_t m_half;
    std::vector<Utterance> m_beginning;
    std::deque<Utterance> m_end;
    std::uint64_t m_beginningCost = 0; ///< once it is m_half, nothing is added any more
    std::uint64_t m_endCost = 0;
    std::uint64_t m_omitted = 0;
};

} // namespace grindstone::sandbox
