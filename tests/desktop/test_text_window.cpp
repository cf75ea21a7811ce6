// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/text_window.h"
#include "tests/desktop/captures.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace grindstone;
using namespace grindstone::desktop;

namespace {

QString marked(const TextWindow& window) {
    return window.markStart < 0 ? QStringLiteral("(nothing)") : window.text.mid(window.markStart, window.markLength);
}

judge::Explanation differentToken(std::uint64_t line, std::uint64_t column, std::uint64_t token, const char* expected,
                                  const char* got) {
    judge::Explanation explanation;
    explanation.kind = judge::Explanation::Kind::DifferentToken;
    explanation.line = line;
    explanation.answerLine = line;
    explanation.column = column;
    explanation.token = token;
    explanation.expected = expected;
    explanation.got = got;
    return explanation;
}

} // namespace

class TestTextWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsSmallTextWhole() {
        const TextWindow window = readWindow(TextSource::ofBytes("1 2\n3\n"), {});
        QCOMPARE(window.text, QStringLiteral("1 2\n3\n"));
        QCOMPARE(window.firstLine, 1U);
        QVERIFY(!window.startsLater && !window.endsEarlier);
        QCOMPARE(window.markStart, -1);
    }

    void marksTheTokenThatDiffersOnBothSides() {
        const judge::Explanation explanation = differentToken(2, 4, 2, "21", "20");
        const TextWindow output =
            readWindow(TextSource::ofCapture(captureOf("7\n10 20 30\n")), focusInOutput(explanation));
        QCOMPARE(marked(output), QStringLiteral("20"));
        QCOMPARE(output.markStart, 5);
        const TextWindow answer = readWindow(TextSource::ofBytes("7\n10 21 30\n"), focusInAnswer(explanation));
        QCOMPARE(marked(answer), QStringLiteral("21"));
    }

    void findsTheAnswersTokenInAnotherPlaceOfItsLine() {
        judge::Explanation explanation = differentToken(1, 1, 1, "5", "6");
        explanation.answerLine = 1;
        const TextWindow answer = readWindow(TextSource::ofBytes("4 5\n"), focusInAnswer(explanation));
        QCOMPARE(marked(answer), QStringLiteral("5"));
        QCOMPARE(answer.markStart, 2);
    }

    void findsALongTokenByItsShownPart() {
        judge::Explanation explanation = differentToken(1, 1, 1, "YZ", "XZ");
        explanation.shownFrom = 300;
        const std::string token = std::string(300, 'a') + "YZ";
        QCOMPARE(marked(readWindow(TextSource::ofBytes(token + " b\n"), focusInAnswer(explanation))),
                 QString::fromStdString(token));
    }

    void marksBeyondCharactersOfSeveralBytes() {
        const TextWindow output =
            readWindow(TextSource::ofBytes("größe grün\n"), focusInOutput(differentToken(1, 9, 2, "x", "grün")));
        QCOMPARE(marked(output), QStringLiteral("grün"));
    }

    void marksAnEmptyPlaceWhereTheOutputEnds() {
        judge::Explanation explanation;
        explanation.kind = judge::Explanation::Kind::MissingToken;
        explanation.line = 2;
        explanation.column = 1;
        explanation.answerLine = 2;
        explanation.token = 1;
        explanation.expected = "9";
        const TextWindow output = readWindow(TextSource::ofBytes("7\n"), focusInOutput(explanation));
        QCOMPARE(output.markStart, 2);
        QCOMPARE(output.markLength, 0);
        QCOMPARE(marked(readWindow(TextSource::ofBytes("7\n9\n"), focusInAnswer(explanation))), QStringLiteral("9"));
    }

    void showsThePartAroundADifferenceFarInside() {
        std::string text;
        for (int i = 1; i <= 300'000; ++i) {
            text += std::to_string(i) + '\n';
        }
        const TextWindow window = readWindow(TextSource::ofCapture(captureOf(text)),
                                             focusInOutput(differentToken(250'000, 1, 1, "0", "250000")));
        QVERIFY(window.startsLater && window.endsEarlier);
        QVERIFY(window.text.size() <= static_cast<qsizetype>(LargestWindow));
        QCOMPARE(marked(window), QStringLiteral("250000"));
        const QString firstLine = window.text.left(window.text.indexOf(u'\n'));
        QCOMPARE(firstLine, QString::number(window.firstLine));
    }

    void showsThePartAroundADifferenceInOneLongLine() {
        std::string text(3'000'000, 'a');
        text[2'000'000] = ' ';
        text[2'000'004] = ' ';
        const TextWindow window =
            readWindow(TextSource::ofBytes(text), focusInOutput(differentToken(1, 2'000'002, 2, "bbb", "aaa")));
        QCOMPARE(marked(window), QStringLiteral("aaa"));
        QCOMPARE(window.firstLine, 1U);
    }

    void readsAHundredMegabytesWithinASecond() {
        QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "large.ans";
        {
            std::ofstream stream(file, std::ios::binary);
            const std::string line(99, '7');
            for (int i = 0; i < 1'000'000; ++i) {
                stream << line << '\n';
            }
        }
        QElapsedTimer clock;
        clock.start();
        const TextWindow window = readWindow(TextSource::ofFile(file), {999'999, 1, 1, "7", 0});
        QCOMPARE(window.size, 100'000'000U);
        QVERIFY(window.endsEarlier || window.startsLater);
        QVERIFY(window.text.size() <= static_cast<qsizetype>(LargestWindow));
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    }

    void showsControlCharactersWithoutBreakingLines() {
        const TextWindow window = readWindow(TextSource::ofBytes(std::string("a\r\nb\0c\x1b\n", 8)), {});
        QCOMPARE(window.text.count(u'\n'), 2);
        QCOMPARE(window.text, QStringLiteral("a\u240D\nb\u2400c\u241B\n"));
    }

    void bearsBytesThatAreNoText() {
        const TextWindow window = readWindow(TextSource::ofBytes("\xff\xfe 1\n"), {});
        QVERIFY(window.text.contains(QChar::ReplacementCharacter));
    }

    void saysThatAFileIsGone() { QVERIFY(!readWindow(TextSource::ofFile("/nonexistent/1.in"), {}).readable); }
};

QTEST_GUILESS_MAIN(TestTextWindow)
#include "test_text_window.moc"
