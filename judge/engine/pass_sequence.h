// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/pass.h"

namespace grindstone::judge {

/// What came of a case's passes, of which problems mostly have one.
struct PassesResult {
    PassResult last;
    std::vector<PassReport> reports; ///< of all, where a case may have several
    bool rerun = false;              ///< any of them was
};

/// Runs a case's passes: another one as long as its checker accepts and leaves the next input in its feedback folder,
/// which lasts as long as the case. Thread-safe.
class PassSequence {
public:
    /// `passes` outlives it; `most`: how many a case may have.
    PassSequence(const PassRunner& passes, unsigned most) : m_passes(passes), m_most(most) {}

    /// As PassRunner::run(). The last pass has an error for a checker that wants one too many, or that rejects and
    /// still wants another.
    Result<std::optional<PassesResult>> run(PassInput input, BoxSlot& slot, std::stop_token stop) const;

private:
    const PassRunner& m_passes;
    unsigned m_most;
};

} // namespace grindstone::judge
