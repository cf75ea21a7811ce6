// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/archive/extraction.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace grindstone::judge {

/// Counts what is done, tells it some times a second, and fails with "interrupted" when it is to end.
class ProgressTeller {
public:
    /// `whole` is the content that is to come.
    ProgressTeller(const ExtractionSink& sink, std::stop_token stop, Bytes whole = {})
        : m_sink(sink), m_stop(std::move(stop)), m_whole(whole) {}

    const ExtractionProgress& progress() const { return m_progress; }
    void setWhole(Bytes whole) { m_whole = whole; }

    void countQuietly() { ++m_progress.entries; }
    void addQuietly(std::uint64_t size) { m_progress.content = m_progress.content + Bytes(size); }
    /// Another entry.
    Result<void> count() {
        countQuietly();
        return tell();
    }
    /// More content.
    Result<void> add(std::uint64_t size) {
        addQuietly(size);
        return tell();
    }
    /// The share by another measure than content.
    Result<void> tellShare(double share) {
        m_progress.share = std::clamp(share, 0.0, 1.0);
        return tellAll();
    }
    Result<void> tell() {
        const auto whole = static_cast<double>(m_whole.count());
        m_progress.share = whole > 0 ? std::min(1.0, static_cast<double>(m_progress.content.count()) / whole) : 0;
        return tellAll();
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr auto Interval = std::chrono::milliseconds(50);

    Result<void> tellAll() {
        if (m_stop.stop_requested()) {
            return fail("interrupted", "nothing was extracted");
        }
        if (m_sink && Clock::now() - m_told >= Interval) {
            m_told = Clock::now();
            m_sink(m_progress);
        }
        return {};
    }

    const ExtractionSink& m_sink;
    std::stop_token m_stop;
    Bytes m_whole;
    ExtractionProgress m_progress;
    Clock::time_point m_told;
};

} // namespace grindstone::judge
