// SPDX-License-Identifier: GPL-3.0-or-later
// Which boxes a pool keeps, hands out again and closes; without a real sandbox.
#include "judge/engine/box_slot.h"
#include "sandbox/box_pool.h"

#include "tests/support/fake_box.h"

#include <QTest>

#include <array>
#include <latch>
#include <thread>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;

namespace {

/// Plays the program that the spec's first argument names.
Result<Outcome> play(const LaunchSpec& spec, std::stop_token) {
    const std::string& name = spec.arguments.front();
    if (name == "lost") {
        return fail("sandbox.box-lost", "gone");
    }
    if (name == "no set-up") {
        return fail("sandbox.setup", "mount: no");
    }
    if (name == "no answer") {
        return fail("sandbox.unresponsive", "silence");
    }
    if (name == "too large") {
        return fail("sandbox.spec-too-large", "too many words");
    }
    return printed(name);
}

LaunchSpec program(const std::string& name) {
    LaunchSpec spec;
    spec.arguments = {name};
    return spec;
}

BoxOptions showing(const std::string& path) {
    return {{path}, {}};
}

/// A source that refuses to open boxes while told to.
class RefusingSource : public FakeBoxSource {
public:
    RefusingSource() : FakeBoxSource(play) {}
    Result<std::unique_ptr<Box>> openBox(const BoxOptions& options) override {
        return refuses ? Result<std::unique_ptr<Box>>(fail("sandbox.setup", "no room"))
                       : FakeBoxSource::openBox(options);
    }
    bool refuses = false;
};

} // namespace

class BoxPoolTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RefusingSource> m_source;
    std::unique_ptr<BoxPool> m_pool;

    std::unique_ptr<Box> open(const std::string& path = "/a") {
        return m_pool->openBox(showing(path)).value_or(nullptr);
    }
    int openNow() const { return m_source->opened - m_source->closed; }

private Q_SLOTS:
    void init() {
        m_source = std::make_unique<RefusingSource>();
        m_pool = std::make_unique<BoxPool>(*m_source, 2);
    }
    void cleanup() {
        m_pool.reset();
        QCOMPARE(openNow(), 0);
    }

    void handsOutABoxThatCameBack() {
        QVERIFY(open()->run(program("fine"), {}));
        QVERIFY(open()->run(program("fine"), {}));
        QVERIFY(open());
        QCOMPARE(m_source->opened.load(), 1);
        QCOMPARE(m_source->closed.load(), 0);
    }

    void givesEachOfTwoTheirOwn() {
        const auto first = open();
        const auto second = open();
        QVERIFY(first && second);
        QCOMPARE(m_source->opened.load(), 2);
    }

    void opensAnotherForOtherOptions() {
        open("/a");
        open("/b");
        QVERIFY(m_pool->openBox({{"/a"}, "/cases"}));
        QCOMPARE(m_source->opened.load(), 3);
    }

    void passesRunsAndStopsOn() {
        FakeBoxSource source([](const LaunchSpec& spec, std::stop_token stop) {
            return stop.stop_requested() ? cancelled() : printed(spec.arguments.front());
        });
        BoxPool pool(source, 1);
        const auto box = pool.openBox({}).value_or(nullptr);
        const auto ran = box->run(program("hello"), {});
        QVERIFY(ran && ran->ending == Ending::Exited);
        QCOMPARE(ran->standardOutput.size.count(), 5U);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = box->run(program("hello"), stop.get_token());
        QVERIFY(stopped && stopped->ending == Ending::Stopped);
    }

    void closesTheLeastRecentlyUsed() {
        std::array boxes{open("/a"), open("/b"), open("/c")};
        boxes[1].reset();
        boxes[0].reset();
        QCOMPARE(m_source->closed.load(), 0);
        boxes[2].reset(); // b has to go.
        QCOMPARE(m_source->closed.load(), 1);
        open("/a");
        open("/c");
        QCOMPARE(m_source->opened.load(), 3);
        open("/b");
        QCOMPARE(m_source->opened.load(), 4);
        open("/c"); // a has gone, since c was used after it.
        QCOMPARE(m_source->opened.load(), 4);
        open("/a");
        QCOMPARE(m_source->opened.load(), 5);
    }

    void keepsNothingWhenItMayNot() {
        BoxPool pool(*m_source, 0);
        QVERIFY(pool.openBox({}));
        QCOMPARE(openNow(), 0);
    }

    void closesABoxWhoseRunFailed() {
        const auto kept = open();
        open()->run(program("too large"), {}).error();
        QCOMPARE(m_source->closed.load(), 1);
        QVERIFY(open());
        QCOMPARE(m_source->opened.load(), 3);
        QVERIFY(open());
        QCOMPARE(m_source->opened.load(), 3);
    }

    /// What is wrong with a spec says nothing about boxes.
    void keepsTheOthersWhenTheSpecWasRefused() {
        {
            auto refusing = open();
            open();
            refusing->run(program("too large"), {}).error();
            QCOMPARE(openNow(), 2);
            QVERIFY(refusing->run(program("fine"), {}));
        }
        QCOMPARE(m_source->closed.load(), 0);
    }

    /// One dead helper takes all its boxes with it: nobody shall meet a second dead one after the first.
    void aBrokenBoxTakesTheOlderOnesAlong_data() {
        QTest::addColumn<std::string>("failure");
        for (const char* failure : {"lost", "no set-up", "no answer"}) {
            QTest::newRow(failure) << std::string(failure);
        }
    }
    void aBrokenBoxTakesTheOlderOnesAlong() {
        QFETCH(const std::string, failure);
        auto used = open();
        auto broken = open();
        open("/b");
        QCOMPARE(openNow(), 3);
        broken->run(program(failure), {}).error();
        QCOMPARE(openNow(), 2); // The idle one, whatever it shows.
        QVERIFY(used->run(program("fine"), {}));
        broken.reset();
        used.reset();
        QCOMPARE(openNow(), 0);
        QCOMPARE(m_source->opened.load(), 3);
        open();
        QCOMPARE(openNow(), 1);
    }

    void aBrokenBoxThatThenRanWellIsClosedAllTheSame() {
        {
            const auto box = open();
            box->run(program("no set-up"), {}).error();
            QVERIFY(box->run(program("fine"), {}));
        }
        QCOMPARE(openNow(), 0);
    }

    void opensANewOneForWhoWantsNoIdleOne() {
        open();
        {
            const auto box = m_pool->openNewBox(showing("/a")).value_or(nullptr);
            QVERIFY(box && box->run(program("fine"), {}));
            QCOMPARE(m_source->opened.load(), 2);
        }
        QCOMPARE(openNow(), 2); // It came back.
        const auto first = open();
        const auto second = open();
        QCOMPARE(m_source->opened.load(), 2);
    }

    /// Another thread may have put a box aside since the failure, and that may be broken by now as well.
    void aSlotTriesAgainInABoxThatNobodyUsed() {
        const auto failing = std::make_shared<std::atomic<int>>(1);
        FakeBoxSource source([failing](const LaunchSpec& spec, std::stop_token) {
            return --*failing >= 0 ? Result<Outcome>(fail("sandbox.spec-too-large", "no")) : play(spec, {});
        });
        BoxPool pool(source, 2);
        QVERIFY(pool.prepare(showing("/a"), 2));
        const auto outcome = judge::BoxSlot(pool).run(program("fine"), {{"/a"}, {}}, {});
        QVERIFY(outcome);
        QCOMPARE(source.opened.load(), 3);
    }

    void aSecondLossOfTheSameKindSparesTheYounger() {
        auto first = open();
        auto second = open();
        first->run(program("lost"), {}).error();
        open();
        second->run(program("lost"), {}).error();
        first.reset();
        second.reset();
        QCOMPARE(openNow(), 1);
        open();
        QCOMPARE(m_source->opened.load(), 3);
    }

    void opensBoxesAhead() {
        QVERIFY(m_pool->prepare(showing("/a"), 2));
        QCOMPARE(m_source->opened.load(), 2);
        const auto first = open();
        const auto second = open();
        QVERIFY(first && second);
        QCOMPARE(m_source->opened.load(), 2);
    }

    void opensNoMoreAheadThanAreMissing() {
        open();
        QVERIFY(m_pool->prepare(showing("/a"), 2));
        QVERIFY(m_pool->prepare(showing("/a"), 2));
        QCOMPARE(m_source->opened.load(), 2);
        QVERIFY(m_pool->prepare(showing("/a"), 100)); // No more than two are kept.
        QCOMPARE(m_source->opened.load(), 2);
    }

    void failsAsTheSourceDoes() {
        m_source->refuses = true;
        const auto box = m_pool->openBox({});
        QVERIFY(!box);
        QCOMPARE(box.error(), (Error{"sandbox.setup", "no room"}));
        QCOMPARE(m_pool->prepare({}, 1).error(), (Error{"sandbox.setup", "no room"}));
        m_source->refuses = false;
        QVERIFY(m_pool->openBox({}));
    }

    void aBoxMayOutliveThePool() {
        const auto box = open();
        m_pool.reset();
        QVERIFY(box->run(program("fine"), {}));
    }

    /// A slow opening or closing must not hold up who gets an idle box.
    void holdsNoLockWhileABoxOpensOrCloses() {
        struct SlowSource : FakeBoxSource {
            SlowSource() : FakeBoxSource(play) {}
            Result<std::unique_ptr<Box>> openBox(const BoxOptions& options) override {
                if (options == showing("/slow")) {
                    begun.count_down();
                    goOn.wait();
                }
                return FakeBoxSource::openBox(options);
            }
            std::latch begun{1};
            std::latch goOn{1};
        };
        SlowSource source;
        BoxPool pool(source, 2);
        QVERIFY(pool.openBox(showing("/a")));
        std::jthread slow([&] { QVERIFY(pool.openBox(showing("/slow"))); });
        source.begun.wait();
        QVERIFY(pool.openBox(showing("/a"))); // Would wait for ever.
        QVERIFY(pool.prepare(showing("/a"), 1));
        source.goOn.count_down();
    }

    void isSharedByThreads() {
        {
            std::vector<std::jthread> threads;
            for (int number = 0; number < 4; ++number) {
                threads.emplace_back([this, number] {
                    for (int i = 0; i < 2000; ++i) {
                        const auto box = open(i % 3 == 0 ? "/a" : "/b");
                        const bool fails = (i + number) % 50 == 0;
                        const auto outcome = box->run(program(fails ? "lost" : "fine"), {});
                        QCOMPARE(outcome.has_value(), !fails);
                        if (i % 100 == 0) {
                            QVERIFY(m_pool->prepare(showing("/b"), 2));
                        }
                    }
                });
            }
        }
        QVERIFY(openNow() <= 2);
        QVERIFY(m_source->opened < 4000);
    }
};

QTEST_GUILESS_MAIN(BoxPoolTest)
#include "test_box_pool.moc"
