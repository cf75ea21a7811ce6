// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/launch_spec.h"
#include "sandbox/outcome.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::sandbox {

/// One isolated place in which programs run, one after the other; nothing of a run is left for the next.
/// Used by one thread at a time.
class Box {
public:
    virtual ~Box() = default;

    /// Runs `spec` to its end and returns what happened. A stop request kills the whole tree and returns an outcome
    /// with Ending::Stopped and LimitHit::None. Fails ("sandbox.…") only when the run could not be set up or the box
    /// died; then this box is of no further use.
    virtual Result<Outcome> run(const LaunchSpec& spec, std::stop_token stop) = 0;
};

/// What a box shows of the host besides its minimal root.
struct BoxOptions {
    std::vector<std::string> visiblePaths; ///< absolute host paths, bound read-only at the same place; absent ones are
                                           ///< passed over
    std::string caseFolder;                ///< absolute host folder, bound read-only at `/case`; empty: none. openBox()
                                           ///< fails with "sandbox.case-folder" when programs couldn't read all of it

    friend bool operator==(const BoxOptions&, const BoxOptions&) = default;
};

/// Opens boxes. Implemented by Sandbox, and by fakes in tests. Thread-safe.
class BoxSource {
public:
    virtual ~BoxSource() = default;
    virtual Result<std::unique_ptr<Box>> openBox(const BoxOptions& options) = 0;
    /// One in which nothing has run yet, for sources that hand out used ones too.
    virtual Result<std::unique_ptr<Box>> openNewBox(const BoxOptions& options) { return openBox(options); }
};

/// A memfd with these bytes, sealed against every change: safe to hand to a program as its standard input.
/// Fails with "sandbox.memory" when there is no room.
Result<UniqueFd> sealedMemory(std::string_view name, std::string_view bytes);

/// The same with the bytes of a host file. Fails with "file.unreadable", naming it.
Result<UniqueFd> sealedCopyOf(const std::string& hostPath);

/// A descriptor of the same memfd with an offset of its own, read-only.
Result<UniqueFd> reopenForReading(int descriptor);

} // namespace grindstone::sandbox
