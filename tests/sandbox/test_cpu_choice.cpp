// SPDX-License-Identifier: GPL-3.0-or-later
// Which CPU a new box gets, on machines that we have not.
#include "sandbox/helper/cpu_choice.h"

#include <QTest>

using namespace grindstone::sandbox::helper;

class CpuChoiceTest : public QObject {
    Q_OBJECT

    /// The CPUs of so many boxes that show the same, opened one after the other, as "0 1 2".
    static QString chosen(const std::vector<unsigned>& cores, int boxes, unsigned here) {
        std::vector<Neighbour> neighbours;
        QStringList cpus;
        for (int box = 0; box < boxes; ++box) {
            const unsigned cpu = chooseCpu(neighbours, cores, here);
            neighbours.push_back({cpu, true});
            cpus << QString::number(cpu);
        }
        return cpus.join(u' ');
    }

private Q_SLOTS:
    void givesBoxesThatShowTheSameCoresOfTheirOwn_data() {
        QTest::addColumn<QList<unsigned>>("cores");
        QTest::addColumn<unsigned>("here");
        QTest::addColumn<QString>("cpus");
        QTest::newRow("one CPU") << QList<unsigned>{0} << 0U << u"0 0 0"_qs;
        QTest::newRow("no hyperthreads") << QList<unsigned>{0, 1, 2} << 1U << u"1 2 0 1"_qs;
        QTest::newRow("hyperthreads side by side") << QList<unsigned>{0, 0, 1, 1} << 0U << u"0 2 1 3 0"_qs;
        QTest::newRow("hyperthreads behind all cores") << QList<unsigned>{0, 1, 0, 1} << 0U << u"0 1 2 3 0"_qs;
        QTest::newRow("begins at a hyperthread") << QList<unsigned>{0, 0, 1, 1} << 1U << u"1 2 3 0"_qs;
        QTest::newRow("some cores have two") << QList<unsigned>{0, 0, 1, 2} << 0U << u"0 2 3 1"_qs;
    }
    void givesBoxesThatShowTheSameCoresOfTheirOwn() {
        QFETCH(QList<unsigned>, cores);
        QFETCH(unsigned, here);
        QFETCH(QString, cpus);
        QCOMPARE(chosen({cores.begin(), cores.end()}, static_cast<int>(cpus.count(u' ')) + 1, here), cpus);
    }

    void looksAtOtherBoxesLast() {
        const std::vector<unsigned> cores{0, 0, 1, 1};
        QCOMPARE(chooseCpu({{0, false}, {1, false}}, cores, 0), 2U);
        QCOMPARE(chooseCpu({{0, false}, {2, true}}, cores, 0), 1U);
        QCOMPARE(chooseCpu({{7, true}}, cores, 2), 0U); // Counted round: on the other core.
    }
};

QTEST_GUILESS_MAIN(CpuChoiceTest)
#include "test_cpu_choice.moc"
