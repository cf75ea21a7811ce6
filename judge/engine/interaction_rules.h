// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/verdict_rules.h"
#include "judge/report/interaction.h"

#include <optional>

namespace grindstone::judge {

/// The signs that the verdict on a conversation is made of. Plain value.
struct InteractionFacts {
    enum class Judgement { Accepted, Rejected, None };

    Ruling program;                         ///< what its run says by itself
    Judgement judgement = Judgement::None;  ///< the interactor's; none: it failed
    bool interactorAtLimit = false;         ///< that is why it gave no judgement
    std::optional<sandbox::Side> leftFirst; ///< as JoinedOutcome has it
    bool endedByWall = false;               ///< neither had left when the time for both was over …
    bool programWaited = false;             ///< … and then this one was waiting
    bool interactorWaited = false;          ///< … and this one
};

/// What decides on a conversation.
struct InteractionRuling {
    enum class Decisive {
        Interactor, ///< its judgement
        Program,    ///< its ruling: a limit, or a runtime error
        LeftEarly,  ///< the program did: a wrong answer
        Failure,    ///< the interactor's: a judge error
    };
    Decisive decisive = Decisive::Interactor;
    Interaction::Note note = Interaction::Note::None;
};

/// Who left first decides. Pure.
InteractionRuling rule(const InteractionFacts& facts);

} // namespace grindstone::judge
