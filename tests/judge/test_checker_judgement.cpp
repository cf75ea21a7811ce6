// SPDX-License-Identifier: GPL-3.0-or-later
// What the end of a checker's run means, from every ending that one can have.
#include "judge/checker/checker_judgement.h"
#include "sandbox/box.h"

#include <QtTest>

#include <csignal>

using namespace grindstone;
using namespace grindstone::judge;
using sandbox::Ending;
using sandbox::LimitHit;
using sandbox::Outcome;

namespace {

sandbox::Capture captured(std::string_view text) {
    return {sandbox::sealedMemory("test", text).value_or(UniqueFd()), Bytes(text.size()), false};
}

Outcome exited(int code, std::string_view standardError = {}) {
    Outcome outcome;
    outcome.exitCode = code;
    outcome.standardOutput = captured("");
    outcome.standardError = captured(standardError);
    return outcome;
}

Outcome stopped(LimitHit limit) {
    Outcome outcome = exited(0, "looking for an end\n");
    outcome.ending = Ending::Stopped;
    outcome.limit = limit;
    outcome.cpuUser = std::chrono::milliseconds(2345);
    outcome.wall = std::chrono::milliseconds(5100);
    return outcome;
}

void leave(Outcome& outcome, const char* name, std::string_view text) {
    outcome.collected.push_back(
        {name, sandbox::sealedMemory("test", text).value_or(UniqueFd()), Bytes(text.size()), sandbox::Area::Feedback});
}

Result<Comparison> judged(CheckerKind kind, const Outcome& outcome) {
    return judgementOf(kind, "check on secret/1", outcome, Bytes::kib(4));
}

} // namespace

class TestCheckerJudgement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsTheCodes_data();
    void knowsTheCodes();
    void everyOtherEndIsAnError_data();
    void everyOtherEndIsAnError();
    void countsWhatWasWritten();
    void keepsFeedback();
    void keepsPartOfALongMessage();
    void takesLastWordsFromWhereTheyAre();
    void readsTestlibMessages();
    void readsTestlibPercentages_data();
    void readsTestlibPercentages();
    void readsScores_data();
    void readsScores();
};

void TestCheckerJudgement::knowsTheCodes_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("expected");
    const auto row = [](CheckerKind kind, int code, const char* expected) {
        QTest::addRow("%s %d", kind == CheckerKind::Icpc ? "icpc" : "testlib", code)
            << int(kind) << code << QString::fromUtf8(expected);
    };
    row(CheckerKind::Icpc, 42, "accepted");
    row(CheckerKind::Icpc, 43, "rejected");
    for (const int code : {0, 1, 2, 3, 7, 41, 44, 127, 255}) {
        row(CheckerKind::Icpc, code, "checker.no-verdict");
    }
    row(CheckerKind::Testlib, 0, "accepted");
    for (const int code : {1, 2, 4, 8}) {
        row(CheckerKind::Testlib, code, "rejected");
    }
    row(CheckerKind::Testlib, 3, "checker.failed");
    row(CheckerKind::Testlib, 7, "accepted"); // with points, which say how much
    for (const int code : {5, 6, 9, 42, 43, 255}) {
        row(CheckerKind::Testlib, code, "checker.no-verdict");
    }
}

void TestCheckerJudgement::knowsTheCodes() {
    QFETCH(int, kind);
    QFETCH(int, code);
    QFETCH(QString, expected);
    const Result<Comparison> comparison = judged(CheckerKind(kind), exited(code));
    const QString got = !comparison            ? QString::fromStdString(comparison.error().code)
                        : comparison->accepted ? QStringLiteral("accepted")
                                               : QStringLiteral("rejected");
    QCOMPARE(got, expected);
    QVERIFY(!comparison || comparison->accepted == (comparison->explanation.kind == Explanation::Kind::None));
}

void TestCheckerJudgement::everyOtherEndIsAnError_data() {
    QTest::addColumn<QString>("expected");
    QTest::addRow("time") << "checker.timeout: check on secret/1: stopped after 2.3 s of CPU time and 5.1 s in all; it "
                             "said: looking for an end";
    QTest::addRow("wall") << "checker.timeout: check on secret/1: stopped after 2.3 s of CPU time and 5.1 s in all; it "
                             "said: looking for an end";
    QTest::addRow("memory") << "checker.memory: check on secret/1: it needed more memory than a checker may have here "
                               "(validation_memory); it said: looking for an end";
    QTest::addRow("output")
        << "checker.output: check on secret/1: it wrote more than 4 KiB on its streams and into its "
           "feedback folder (validation_output); it said: looking for an end";
    QTest::addRow("signal") << "checker.crashed: check on secret/1: ended by signal 11 (SIGSEGV)";
    QTest::addRow("unnamed signal") << "checker.crashed: check on secret/1: ended by signal 40";
    QTest::addRow("killed for memory") << "checker.memory: check on secret/1: it needed more memory than a checker may "
                                          "have here (validation_memory)";
}

void TestCheckerJudgement::everyOtherEndIsAnError() {
    QFETCH(QString, expected);
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    Outcome outcome = tag == u"time"     ? stopped(LimitHit::Cpu)
                      : tag == u"wall"   ? stopped(LimitHit::Wall)
                      : tag == u"memory" ? stopped(LimitHit::Memory)
                      : tag == u"output" ? stopped(LimitHit::Output)
                                         : exited(42);
    if (tag == u"signal" || tag == u"unnamed signal") {
        outcome.ending = Ending::Signalled;
        outcome.signal = tag == u"signal" ? SIGSEGV : 40;
    }
    outcome.outOfMemory = tag == u"killed for memory";
    for (const CheckerKind kind : {CheckerKind::Icpc, CheckerKind::Testlib}) {
        const Result<Comparison> comparison = judged(kind, outcome);
        QVERIFY(!comparison);
        QCOMPARE(QString::fromStdString(comparison.error().code + ": " + comparison.error().detail), expected);
    }
}

void TestCheckerJudgement::countsWhatWasWritten() {
    Outcome outcome = exited(43, std::string(2000, 'e'));
    leave(outcome, JudgeMessageFile, std::string(2096, 'm'));
    QVERIFY(judged(CheckerKind::Icpc, outcome));
    leave(outcome, TeamMessageFile, "x");
    const Result<Comparison> tooMuch = judged(CheckerKind::Icpc, outcome);
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().code, std::string("checker.output"));
}

void TestCheckerJudgement::keepsFeedback() {
    Outcome outcome = exited(43, "debugging");
    leave(outcome, JudgeMessageFile, std::string("\n wanted 3\xff\0 \n", 13));
    leave(outcome, TeamMessageFile, "Look at the ends.\n");
    leave(outcome, ScoreFile, "0.5\n");
    const Result<Comparison> comparison = judged(CheckerKind::Icpc, outcome);
    QVERIFY(comparison);
    QCOMPARE(comparison->feedback.judgeMessage, std::string("wanted 3\xff"));
    QCOMPARE(comparison->feedback.teamMessage, std::string("Look at the ends."));
    QCOMPARE(comparison->feedback.score.value_or(-1), 0.5);
    QVERIFY(comparison->explanation.kind == Explanation::Kind::CheckerRejected);
    QCOMPARE(comparison->explanation.message, std::string("Look at the ends.\nwanted 3\xff"));
    Outcome silent = exited(43, "debugging");
    QCOMPARE(judged(CheckerKind::Icpc, silent)->explanation.message, std::string());
}

void TestCheckerJudgement::keepsPartOfALongMessage() {
    Outcome outcome = exited(43);
    leave(outcome, JudgeMessageFile, std::string(100 << 10, 'm'));
    const Result<Comparison> comparison = judgementOf(CheckerKind::Icpc, "check on secret/1", outcome, Bytes::mib(8));
    QVERIFY(comparison);
    QCOMPARE(comparison->feedback.judgeMessage.size(), std::size_t(64 << 10));
}

void TestCheckerJudgement::takesLastWordsFromWhereTheyAre() {
    const auto detail = [](const Outcome& outcome) {
        const std::string text = judged(CheckerKind::Icpc, outcome).error().detail;
        return text.substr(text.find("(rejected)") + 10);
    };
    Outcome outcome = exited(1);
    QCOMPARE(detail(outcome), std::string());
    outcome.standardOutput = captured("on stdout");
    QCOMPARE(detail(outcome), std::string("; it said: on stdout"));
    leave(outcome, JudgeErrorFile, "in its file");
    QCOMPARE(detail(outcome), std::string("; it said: in its file"));
    outcome.standardError = captured(std::string("Traceback:\n\x1b[2J\xfe oh\n", 21));
    QCOMPARE(detail(outcome), std::string("; it said: Traceback:\n[2J\uFFFD oh"));
    outcome.standardError = captured(std::string(3000, 'x') + "end");
    QCOMPARE(detail(outcome), "; it said: …" + std::string(997, 'x') + "end");
}

void TestCheckerJudgement::readsTestlibMessages() {
    const Result<Comparison> wrong = judged(CheckerKind::Testlib, exited(1, "wrong answer 1st words differ\n"));
    QVERIFY(wrong);
    QCOMPARE(wrong->feedback.judgeMessage, std::string("wrong answer 1st words differ"));
    QCOMPARE(wrong->feedback.teamMessage, std::string());
    Outcome onStandardOutput = exited(0);
    onStandardOutput.standardOutput = captured("ok 2 numbers\n");
    QCOMPARE(judged(CheckerKind::Testlib, onStandardOutput)->feedback.judgeMessage, std::string("ok 2 numbers"));
    const Result<Comparison> points = judged(CheckerKind::Testlib, exited(7, "points 12.5 of 20\n"));
    QVERIFY(points);
    QVERIFY(points->feedback.points);
    QCOMPARE(points->feedback.score.value_or(-1), 12.5);
    QCOMPARE(judged(CheckerKind::Testlib, exited(7, "well done"))->feedback.badScore,
             std::string("the checker gave points (exit code 7), but named none"));
    QVERIFY(!judged(CheckerKind::Testlib, exited(0, "points 1"))->feedback.points);
}

void TestCheckerJudgement::readsTestlibPercentages_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<double>("factor"); // -1: none
    QTest::newRow("as its exit code") << 30 << QByteArray("partially correct (30) close\n") << 0.3;
    QTest::newRow("with a base") << 80 << QByteArray("partially correct (30) close\n") << 0.3;
    QTest::newRow("nothing") << 0 << QByteArray("partially correct (0) far off") << 0.0;
    QTest::newRow("as one that rejects otherwise") << 1 << QByteArray("partially correct (1)") << 0.01;
    QTest::newRow("more than the whole") << 150 << QByteArray("partially correct (150)") << 1.5; // refused by scores
    QTest::newRow("no number") << 30 << QByteArray("partially correct (x)") << -1.0;
}

void TestCheckerJudgement::readsTestlibPercentages() {
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    QFETCH(double, factor);
    const Result<Comparison> part = judged(CheckerKind::Testlib, exited(code, said.toStdString()));
    QVERIFY(part);
    QVERIFY(part->accepted);
    QVERIFY(part->feedback.points);
    QVERIFY(!part->feedback.score);
    QCOMPARE(part->feedback.scoreFactor.value_or(-1), factor);
    QCOMPARE(part->feedback.badScore,
             std::string(factor < 0 ? "the checker called the output partially correct, but not how far" : ""));
}

void TestCheckerJudgement::readsScores_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("score");
    QTest::newRow("number") << QByteArray(" 12.5\n") << QStringLiteral("12.5");
    QTest::newRow("exponent") << QByteArray("1e2") << QStringLiteral("100");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("the checker wrote \"\" into %1, which is no number");
    for (const char* bad : {"nan", "inf", "12 points", "1e999", "0x10"}) {
        QTest::newRow(bad) << QByteArray(bad)
                           << QStringLiteral("the checker wrote \"%2\" into %1, which is no number")
                                  .replace(QStringLiteral("%2"), QString::fromLatin1(bad));
    }
}

void TestCheckerJudgement::readsScores() {
    QFETCH(QByteArray, content);
    QFETCH(QString, score);
    const auto said = [](const std::optional<double>& number, const std::string& bad) {
        return number ? QString::number(*number) : QString::fromStdString(bad);
    };
    for (const char* file : {ScoreFile, ScoreFactorFile}) {
        Outcome outcome = exited(42);
        leave(outcome, file, content.toStdString());
        const CheckerFeedback feedback = judged(CheckerKind::Icpc, outcome)->feedback;
        const bool whole = file == std::string(ScoreFile);
        QCOMPARE(said(whole ? feedback.score : feedback.scoreFactor, feedback.badScore),
                 QString(score).replace(QStringLiteral("%1"), QString::fromLatin1(file)));
        QVERIFY(!(whole ? feedback.scoreFactor : feedback.score));
    }
}

QTEST_GUILESS_MAIN(TestCheckerJudgement)
#include "test_checker_judgement.moc"
