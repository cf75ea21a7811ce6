// SPDX-License-Identifier: GPL-3.0-or-later
//
// Trees made at random, scored by the product and by a second implementation that is as plain as can be, and judged in
// any order: what a case came to and when must not change what the whole comes to.
#include "judge/engine/scoring.h"
#include "tests/judge/tree_builder.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

using Random = std::mt19937;
using Grades = std::vector<std::optional<Grade>>;

int below(Random& random, int end) {
    return static_cast<int>(random() % static_cast<unsigned>(end));
}

TestGroup legacyGroup(Random& random, int number) {
    TestGroup group;
    group.name = "g" + std::to_string(number);
    group.stopsAtFailure = below(random, 2) == 0;
    group.verdictRule = static_cast<VerdictRule>(below(random, 5) % 3);
    group.scoreRule = static_cast<ScoreRule>(1 + below(random, 4));
    group.acceptsIfAny = below(random, 4) == 0;
    group.lastCounts = below(random, 8) == 0;
    return group;
}

void grow(Random& random, TreeBuilder& builder, int& number, int depth) {
    builder.open(legacyGroup(random, number++));
    for (int i = below(random, 3); i >= 0; --i) {
        if (depth > 0 && below(random, 2) == 0) {
            grow(random, builder, number, depth - 1);
        } else {
            builder.cases(1 + static_cast<std::size_t>(below(random, 3)));
        }
    }
    builder.close();
}

TestTree legacyTree(Random& random) {
    TreeBuilder builder(ScoringRules::Legacy);
    int number = 0;
    grow(random, builder, number, 3);
    return builder.take();
}

/// data/sample and data/secret with groups that may need earlier ones.
TestTree currentTree(Random& random) {
    TreeBuilder builder(ScoringRules::Current);
    TestGroup data;
    data.stopsAtFailure = false;
    data.lastCounts = true;
    TestGroup group;
    group.scoreRule = ScoreRule::AllOrNothing;
    TestGroup secret;
    secret.stopsAtFailure = false;
    builder.open(data).open(group).cases(2).close().open(secret);
    const int groups = 1 + below(random, 5);
    for (int i = 0; i < groups; ++i) {
        TestGroup one;
        one.scoreRule = below(random, 2) == 0 ? ScoreRule::AllOrNothing : ScoreRule::Sum;
        one.stopsAtFailure = one.scoreRule == ScoreRule::AllOrNothing;
        one.maxScore = 10 * (i + 1);
        for (std::size_t earlier = 3; earlier < 3 + static_cast<std::size_t>(i); ++earlier) {
            if (below(random, 3) == 0) {
                one.requirement.push_back(earlier);
            }
        }
        builder.open(one).cases(1 + static_cast<std::size_t>(below(random, 4))).close();
    }
    return builder.take();
}

Grades someGrades(Random& random, const TestTree& tree) {
    constexpr Verdict Verdicts[] = {Verdict::Accepted,    Verdict::Accepted,    Verdict::Accepted,
                                    Verdict::Accepted,    Verdict::WrongAnswer, Verdict::TimeLimit,
                                    Verdict::MemoryLimit, Verdict::RuntimeError};
    Grades grades;
    for (std::size_t i = 0; i < tree.holder.size(); ++i) {
        const Verdict verdict = Verdicts[below(random, 8)];
        grades.push_back(Grade{verdict, verdict == Verdict::Accepted ? below(random, 9) / 4.0 : 0});
    }
    return grades;
}

/// By the words of the formats alone, for every group from its own cases.
struct Plain {
    const TestTree& tree;
    const Grades& cases;
    std::vector<Grade> itemsOf(std::size_t group) {
        std::vector<Grade> items;
        for (const GroupItem& item : tree.groups[group].items) {
            items.push_back(item.isGroup ? of(item.index) : *cases[item.index]);
        }
        if (tree.groups[group].stopsAtFailure) {
            const auto failed = std::find_if(items.begin(), items.end(),
                                             [](const Grade& one) { return one.verdict != Verdict::Accepted; });
            items.erase(failed == items.end() ? failed : failed + 1, items.end());
        }
        return tree.groups[group].lastCounts ? std::vector<Grade>{items.back()} : items;
    }
    bool passes(std::size_t group) {
        const TestGroup& one = tree.groups[group];
        for (std::size_t i = one.firstCase; i < one.endCase; ++i) {
            if (cases[i]->verdict != Verdict::Accepted) {
                return false;
            }
        }
        return std::all_of(one.requirement.begin(), one.requirement.end(), [this](std::size_t r) { return passes(r); });
    }
    static int badness(Verdict verdict) {
        const std::string order = "AC WA OLE TLE MLE RE ";
        return static_cast<int>(order.find(std::string(code(verdict)) + " "));
    }
    Grade of(std::size_t index) {
        const TestGroup& group = tree.groups[index];
        if (tree.rules == ScoringRules::Current && !std::all_of(group.requirement.begin(), group.requirement.end(),
                                                                [this](std::size_t r) { return passes(r); })) {
            return {Verdict::Skipped, 0};
        }
        const std::vector<Grade> items = itemsOf(index);
        std::vector<Verdict> verdicts;
        std::vector<double> scores;
        for (const Grade& item : items) {
            verdicts.push_back(item.verdict);
            scores.push_back(item.score);
        }
        return {verdictOf(group, verdicts), scoreOf(group, scores, verdicts)};
    }
    static Verdict verdictOf(const TestGroup& group, std::vector<Verdict> verdicts) {
        const bool any = std::count(verdicts.begin(), verdicts.end(), Verdict::Accepted) > 0;
        if (group.verdictRule == VerdictRule::AlwaysAccept || (group.acceptsIfAny && any)) {
            return Verdict::Accepted;
        }
        if (group.verdictRule == VerdictRule::WorstError) {
            return *std::max_element(verdicts.begin(), verdicts.end(),
                                     [](Verdict a, Verdict b) { return badness(a) < badness(b); });
        }
        std::erase(verdicts, Verdict::Accepted);
        const auto real =
            std::find_if(verdicts.begin(), verdicts.end(), [](Verdict v) { return v != Verdict::Skipped; });
        return real != verdicts.end() ? *real : verdicts.empty() ? Verdict::Accepted : Verdict::Skipped;
    }
    static double scoreOf(const TestGroup& group, const std::vector<double>& scores,
                          const std::vector<Verdict>& verdicts) {
        const double total = std::accumulate(scores.begin(), scores.end(), 0.0);
        if (group.scoreRule == ScoreRule::AllOrNothing) {
            const bool all = std::count(verdicts.begin(), verdicts.end(), Verdict::Accepted) ==
                             static_cast<std::ptrdiff_t>(verdicts.size());
            return all ? group.maxScore.value_or(0) : 0;
        }
        return group.scoreRule == ScoreRule::Average   ? total / static_cast<double>(scores.size())
               : group.scoreRule == ScoreRule::Minimum ? *std::min_element(scores.begin(), scores.end())
               : group.scoreRule == ScoreRule::Maximum ? *std::max_element(scores.begin(), scores.end())
                                                       : total;
    }
};

Result<Grade> noGrader(const TestGroup&, const std::vector<Grade>&) {
    return fail("test.grader", "none");
}

/// Judges the cases in an order by chance, leaving out what need not be run; gives back what was run.
Grades judgedInAnyOrder(Random& random, const TestTree& tree, const Grades& all) {
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::shuffle(order.begin(), order.end(), random);
    std::vector<std::optional<Verdict>> known(all.size());
    for (const std::size_t next : order) {
        if (!casesWithoutWeight(tree, known)[next]) {
            known[next] = all[next]->verdict;
        }
    }
    Grades judged(all.size());
    const std::vector<bool> without = casesWithoutWeight(tree, known);
    for (std::size_t i = 0; i < all.size(); ++i) {
        judged[i] = known[i] && !without[i] ? all[i] : std::nullopt;
    }
    return judged;
}

std::vector<std::size_t> present(const Grades& grades) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < grades.size(); ++i) {
        if (grades[i]) {
            places.push_back(i);
        }
    }
    return places;
}

} // namespace

class TestScoringRandom : public QObject {
    Q_OBJECT

private:
    static TestTree tree(Random& random, int round) {
        return round % 3 == 0 ? currentTree(random) : legacyTree(random);
    }

private Q_SLOTS:
    void agreesWithAPlainImplementation() {
        Random random(20251);
        for (int round = 0; round < 3000; ++round) {
            const TestTree made = tree(random, round);
            const Grades cases = someGrades(random, made);
            const TreeScore score = scoreTree(made, cases, noGrader);
            const Grade plain = Plain{made, cases}.of(0);
            const bool current = made.rules == ScoringRules::Current;
            const bool partial = current && plain.verdict != Verdict::Accepted && plain.score > 0;
            QCOMPARE(score.verdict.value(), partial ? Verdict::Partial : plain.verdict);
            QCOMPARE(score.score.has_value(), current || plain.verdict == Verdict::Accepted);
            QVERIFY(!score.score || std::abs(*score.score - plain.score) < 1e-9);
        }
    }

    void theOrderOfJudgingChangesNothing() {
        Random random(20252);
        for (int round = 0; round < 1500; ++round) {
            const TestTree made = tree(random, round);
            const Grades cases = someGrades(random, made);
            const TreeScore all = scoreTree(made, cases, noGrader);
            const Grades one = judgedInAnyOrder(random, made, cases);
            QCOMPARE(present(judgedInAnyOrder(random, made, cases)), present(one));
            const TreeScore some = scoreTree(made, one, noGrader);
            QCOMPARE(some.verdict, all.verdict);
            QCOMPARE(some.score, all.score);
            QCOMPARE(some.counted, all.counted);
            for (std::size_t i = 0; i < cases.size(); ++i) {
                QVERIFY2(one[i] || !all.counted[i], "a case that counts was left out");
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestScoringRandom)
#include "test_scoring_random.moc"
