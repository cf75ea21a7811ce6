// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a side does after its partner has left may be that one's doing: a program that finds its input closed crashes,
// an interactor that does so rejects. So whoever left first is believed first:
//
// - An interactor that rejected or failed of its own accord: nothing counts that the program did then.
// - A program that met a limit or crashed: the interactor's judgement of half a conversation doesn't count.
// - An interactor that accepted: the program still has to come to a good end.
// - A program that ended well: the interactor judges what it heard. One that asks on and on where nobody answers any
//   more, up to a limit of its own, has not failed; the program has left early.
//
// Where nobody can tell who left first, neither had known of the other's leaving, as if the interactor had.
#include "judge/engine/interaction_rules.h"

namespace grindstone::judge {

using Decisive = InteractionRuling::Decisive;
using Judgement = InteractionFacts::Judgement;
using Note = Interaction::Note;

namespace {

InteractionRuling ruleAtWall(const InteractionFacts& facts) {
    if (!facts.programWaited) {
        return {Decisive::Program, Note::None};
    }
    return facts.interactorWaited ? InteractionRuling{Decisive::Program, Note::BothWaited}
                                  : InteractionRuling{Decisive::Failure, Note::None};
}

InteractionRuling ruleWithoutJudgement(const InteractionFacts& facts) {
    const bool programLeft = facts.leftFirst == Interaction::Program;
    if (programLeft && facts.program.verdict) {
        return {Decisive::Program, Note::None};
    }
    return programLeft && facts.interactorAtLimit ? InteractionRuling{Decisive::LeftEarly, Note::None}
                                                  : InteractionRuling{Decisive::Failure, Note::None};
}

} // namespace

InteractionRuling rule(const InteractionFacts& facts) {
    if (facts.endedByWall) {
        return ruleAtWall(facts);
    }
    if (facts.judgement == Judgement::None) {
        return ruleWithoutJudgement(facts);
    }
    if (!facts.program.verdict) {
        return {};
    }
    if (facts.leftFirst == Interaction::Program) {
        return {Decisive::Program, Note::None};
    }
    return facts.judgement == Judgement::Accepted ? InteractionRuling{Decisive::Program, Note::AfterAcceptance}
                                                  : InteractionRuling{};
}

} // namespace grindstone::judge
