// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/transcript.h"

#include <memory>

namespace grindstone::judge {

/// What is known of a program's talk with the interactor, beside the verdict.
struct Interaction {
    /// The program is Side::First, the interactor Side::Second.
    static constexpr sandbox::Side Program = sandbox::Side::First;
    static constexpr sandbox::Side Interactor = sandbox::Side::Second;

    /// What a verdict alone doesn't tell.
    enum class Note {
        None,
        BothWaited,      ///< at the wall limit each waited for the other to say something
        AfterAcceptance, ///< the interactor had accepted before the program came to its bad end
    };
    Note note = Note::None;
    std::shared_ptr<const sandbox::Transcript> transcript; ///< null where the person may not see it, or nothing ran
};

} // namespace grindstone::judge
