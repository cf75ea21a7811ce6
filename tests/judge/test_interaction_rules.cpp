// SPDX-License-Identifier: GPL-3.0-or-later
// Who is to blame for a conversation: every way in which it can end.
#include "judge/engine/interaction_rules.h"

#include <QtTest>

using namespace grindstone::judge;
using grindstone::sandbox::LimitHit;
using grindstone::sandbox::Side;

using Decisive = InteractionRuling::Decisive;
using Judgement = InteractionFacts::Judgement;
using Note = Interaction::Note;
using Left = std::optional<Side>;
using Own = std::optional<Verdict>;

Q_DECLARE_METATYPE(InteractionFacts)
Q_DECLARE_METATYPE(InteractionRuling)

class TestInteractionRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ruleOnWhatHappened_data();
    void ruleOnWhatHappened();
};

namespace {

constexpr Side Program = Interaction::Program;
constexpr Side Interactor = Interaction::Interactor;

void row(const char* name, Own own, Judgement judgement, Left leftFirst, Decisive decisive, Note note = Note::None) {
    InteractionFacts facts;
    facts.program.verdict = own;
    facts.judgement = judgement;
    facts.leftFirst = leftFirst;
    QTest::newRow(name) << facts << InteractionRuling{decisive, note};
}

void atLimit(const char* name, Own own, Left leftFirst, Decisive decisive) {
    InteractionFacts facts;
    facts.program.verdict = own;
    facts.interactorAtLimit = true;
    facts.leftFirst = leftFirst;
    QTest::newRow(name) << facts << InteractionRuling{decisive, Note::None};
}

void atWall(const char* name, bool programWaited, bool interactorWaited, Decisive decisive, Note note) {
    InteractionFacts facts;
    facts.program = {Verdict::TimeLimit, LimitHit::Wall};
    facts.endedByWall = true;
    facts.programWaited = programWaited;
    facts.interactorWaited = interactorWaited;
    QTest::newRow(name) << facts << InteractionRuling{decisive, note};
}

} // namespace

void TestInteractionRules::ruleOnWhatHappened_data() {
    QTest::addColumn<InteractionFacts>("facts");
    QTest::addColumn<InteractionRuling>("expected");
    const Own well;
    const Own crashed = Verdict::RuntimeError;
    const Own slow = Verdict::TimeLimit;
    const Left nobodyKnows;

    row("accepted, then ended well", well, Judgement::Accepted, Interactor, Decisive::Interactor);
    row("ended well, then accepted", well, Judgement::Accepted, Program, Decisive::Interactor);
    row("rejected, then ended well", well, Judgement::Rejected, Interactor, Decisive::Interactor);
    row("ended well, then rejected", well, Judgement::Rejected, Program, Decisive::Interactor);

    row("rejected, then crashed", crashed, Judgement::Rejected, Interactor, Decisive::Interactor);
    row("rejected, then at a limit", slow, Judgement::Rejected, Interactor, Decisive::Interactor);
    row("crashed, then rejected", crashed, Judgement::Rejected, Program, Decisive::Program);
    row("at a limit, then rejected", slow, Judgement::Rejected, Program, Decisive::Program);
    row("rejected and crashed at once", crashed, Judgement::Rejected, nobodyKnows, Decisive::Interactor);

    row("accepted, then crashed", crashed, Judgement::Accepted, Interactor, Decisive::Program, Note::AfterAcceptance);
    row("accepted, then at a limit", slow, Judgement::Accepted, Interactor, Decisive::Program, Note::AfterAcceptance);
    row("crashed, accepted all the same", crashed, Judgement::Accepted, Program, Decisive::Program);

    row("interactor failed first", well, Judgement::None, Interactor, Decisive::Failure);
    row("interactor failed, then crashed", crashed, Judgement::None, Interactor, Decisive::Failure);
    row("interactor failed when the program ended well", well, Judgement::None, Program, Decisive::Failure);
    row("interactor failed when the program crashed", crashed, Judgement::None, Program, Decisive::Program);
    row("both failed at once", crashed, Judgement::None, nobodyKnows, Decisive::Failure);
    atLimit("interactor at its limit", well, Interactor, Decisive::Failure);
    atLimit("interactor went on to its limit when the program had ended well", well, Program, Decisive::LeftEarly);
    atLimit("interactor went on to its limit when the program had crashed", crashed, Program, Decisive::Program);

    atWall("both waited", true, true, Decisive::Program, Note::BothWaited);
    atWall("the program ran", false, true, Decisive::Program, Note::None);
    atWall("both ran", false, false, Decisive::Program, Note::None);
    atWall("the program waited for the interactor", true, false, Decisive::Failure, Note::None);
}

void TestInteractionRules::ruleOnWhatHappened() {
    QFETCH(const InteractionFacts, facts);
    QFETCH(const InteractionRuling, expected);
    const InteractionRuling ruling = rule(facts);
    QVERIFY(ruling.decisive == expected.decisive);
    QVERIFY(ruling.note == expected.note);
}

QTEST_APPLESS_MAIN(TestInteractionRules)
#include "test_interaction_rules.moc"
