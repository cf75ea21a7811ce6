// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/case_strip.h"
#include "app/desktop/theme/verdict_mark.h"

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace grindstone;
using namespace grindstone::desktop;
using judge::Verdict;

namespace {

std::vector<StripCase> waitingCases(int count) {
    std::vector<StripCase> cases;
    for (int i = 1; i <= count; ++i) {
        cases.push_back({QStringLiteral("secret/%1").arg(i)});
    }
    return cases;
}

/// The sign alone, without its colour.
QByteArray shapeOf(std::optional<Verdict> verdict) {
    QImage image(48, 48, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintVerdictMark(painter, QRectF(4, 4, 40, 40), verdict, QPalette(Qt::black, Qt::white));
    painter.end();
    const QRgb background = qRgb(255, 255, 255);
    QByteArray shape;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            shape += qGray(pixel) > (qGray(background) + 60) / 2 ? '.' : '#';
        }
    }
    return shape;
}

} // namespace

class TestCaseStrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arrowKeysMoveAlong() {
        CaseStrip strip;
        strip.setCases(waitingCases(3));
        QSignalSpy changed(&strip, &CaseStrip::selectionChanged);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.selected(), 0);
        QTest::keyClick(&strip, Qt::Key_End);
        QCOMPARE(strip.selected(), 2);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(strip.selected(), 2);
        QTest::keyClick(&strip, Qt::Key_Left);
        QCOMPARE(strip.selected(), 1);
        QCOMPARE(changed.size(), 3);
    }

    void clickSelectsTheCaseUnderTheMouse() {
        CaseStrip strip;
        strip.setCases(waitingCases(4));
        strip.resize(400, 26);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(26 * 2 + 10, 10));
        QCOMPARE(strip.selected(), 2);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(390, 10));
        QCOMPARE(strip.selected(), 2);
    }

    void failedCasesAreFoundGoingRound() {
        CaseStrip strip;
        strip.setCases(waitingCases(5));
        strip.setDone(0, Verdict::Accepted);
        strip.setDone(1, Verdict::WrongAnswer);
        strip.setDone(2, Verdict::Skipped);
        strip.setDone(3, Verdict::TimeLimit);
        QCOMPARE(strip.findFailed(1), 1);
        strip.select(1);
        QCOMPARE(strip.findFailed(1), 3);
        strip.select(3);
        QCOMPARE(strip.findFailed(1), 1);
        QCOMPARE(strip.findFailed(-1), 1);
    }

    void nothingFailedIsSaidSo() {
        CaseStrip strip;
        strip.setCases(waitingCases(2));
        strip.setDone(0, Verdict::Accepted);
        QCOMPARE(strip.findFailed(1), -1);
        QCOMPARE(CaseStrip().findFailed(1), -1);
    }

    void selectedCaseIsDescribedInWords() {
        CaseStrip strip;
        strip.setCases(waitingCases(2));
        strip.setDone(1, Verdict::WrongAnswer);
        strip.select(1);
        QCOMPARE(strip.accessibleDescription(), QStringLiteral("Case 2 of 2, secret/2: Wrong answer"));
    }

    void manyCasesWrap() {
        CaseStrip strip;
        strip.setCases(waitingCases(25));
        QCOMPARE(strip.heightForWidth(260), 3 * 26);
        QCOMPARE(strip.heightForWidth(26 * 25), 26);
    }

    void verdictsDifferByShapeNotOnlyByColour() {
        std::set<QByteArray> shapes;
        for (const Verdict verdict :
             {Verdict::Accepted, Verdict::WrongAnswer, Verdict::TimeLimit, Verdict::MemoryLimit, Verdict::OutputLimit,
              Verdict::RuntimeError, Verdict::CompileError, Verdict::JudgeError, Verdict::Skipped,
              Verdict::Partial}) {
            shapes.insert(shapeOf(verdict));
        }
        shapes.insert(shapeOf(std::nullopt));
        QCOMPARE(shapes.size(), 11U);
    }
};

QTEST_MAIN(TestCaseStrip)
#include "test_case_strip.moc"
