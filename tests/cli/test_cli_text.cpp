// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees, without a process or a sandbox.
#include "app/cli/canvas.h"
#include "app/cli/case_strip.h"
#include "app/cli/excerpt.h"
#include "app/cli/progress_bar.h"
#include "app/cli/quantities.h"
#include "app/cli/report_view.h"
#include "sandbox/box.h"

#include <QTest>

#include <unistd.h>

using namespace grindstone;
using namespace grindstone::cli;
using judge::Verdict;

namespace {

judge::SharedCapture captureOf(std::string_view text) {
    auto capture = std::make_shared<sandbox::Capture>();
    capture->file = *sandbox::sealedMemory("test", text);
    capture->size = Bytes(text.size());
    return capture;
}

judge::CaseResult resultOf(const char* name, Verdict verdict) {
    judge::CaseResult result;
    result.name = name;
    result.verdict = verdict;
    return result;
}

judge::CaseResult wrongAnswer() {
    judge::CaseResult result = resultOf("secret/03", Verdict::WrongAnswer);
    result.cpu = std::chrono::milliseconds(31);
    result.memory = Bytes::kib(3481);
    result.customInput = "3\n1 2 3\n";
    result.customAnswer = "first\n1 2 3\n";
    result.standardOutput = captureOf("first\n1 5 3\n");
    result.explanation.kind = judge::Explanation::Kind::DifferentToken;
    result.explanation.line = result.explanation.answerLine = 2;
    result.explanation.column = 3;
    result.explanation.token = 2;
    result.explanation.expected = "2";
    result.explanation.got = "5";
    return result;
}

judge::Report reportOf(std::vector<judge::CaseResult> cases, Verdict verdict) {
    judge::Report report;
    report.problemId = "pack/problem";
    report.language = "cpp";
    report.verdict = verdict;
    report.compile.ok = verdict != Verdict::CompileError;
    report.limits = {std::chrono::seconds(1), std::chrono::seconds(3), Bytes::mib(256), Bytes::mib(8)};
    report.tier = sandbox::Tier::Full;
    report.cases = std::move(cases);
    return report;
}

QString drawn(const judge::Report& report, Colours colours = Colours::Off) {
    Canvas canvas(colours);
    drawReport(canvas, {}, report, {});
    return canvas.text();
}

} // namespace

class TestCliText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsControlCharacters_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("escape") << QByteArray("\x1b[2Jx") << QStringLiteral("\\x1b[2Jx");
        QTest::newRow("bell, backspace") << QByteArray("\a\b") << QStringLiteral("\\x07\\x08");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QStringLiteral("a\\x00b");
        QTest::newRow("carriage return") << QByteArray("a\rb") << QStringLiteral("a\\rb");
        QTest::newRow("delete") << QByteArray("\x7f") << QStringLiteral("\\x7f");
        QTest::newRow("C1 control sequence introducer") << QByteArray("\xc2\x9b"
                                                                      "2J")
                                                        << QStringLiteral("\\x9b2J");
        QTest::newRow("right-to-left override") << QByteArray("\xe2\x80\xae") << QStringLiteral("\\u202e");
        QTest::newRow("line feed and tab stay") << QByteArray("a\tb\n") << QStringLiteral("a\tb\n");
        QTest::newRow("not UTF-8") << QByteArray("\xff!") << QStringLiteral("\ufffd!");
        QTest::newRow("other scripts stay") << QByteArray("größer 中 😀") << QStringLiteral("größer 中 😀");
    }
    void showsControlCharacters() {
        QFETCH(QByteArray, bytes);
        QTEST(neutralised(std::string_view(bytes.constData(), std::size_t(bytes.size()))), "shown");
    }

    void writesEscapeSequencesOnlyForItsOwnColours() {
        Canvas plain(Colours::Off);
        QCOMPARE(plain.put(QStringLiteral("\x1b[31mred"), Style::Bad).text(), QStringLiteral("\\x1b[31mred"));
        Canvas coloured(Colours::On);
        QCOMPARE(coloured.put(QStringLiteral("a\x1b[0m"), Style::Bad).text(),
                 QStringLiteral("\x1b[31ma\\x1b[0m\x1b[0m"));
    }

    void indentsBlocks() {
        Canvas canvas(Colours::Off);
        QCOMPARE(canvas.block(QStringLiteral("a\n\nb\n"), 2).text(), QStringLiteral("  a\n\n  b\n"));
    }

    void writesDurations_data() {
        QTest::addColumn<int>("us");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0 << QStringLiteral("0 ms");
        QTest::newRow("milliseconds") << 31200 << QStringLiteral("31 ms");
        QTest::newRow("nearly a second") << 999900 << QStringLiteral("1 s");
        QTest::newRow("a second and a quarter") << 1250000 << QStringLiteral("1.25 s");
        QTest::newRow("tens of seconds") << 12340000 << QStringLiteral("12.3 s");
        QTest::newRow("minutes") << 900000000 << QStringLiteral("15 min");
    }
    void writesDurations() {
        QFETCH(int, us);
        QTEST(durationText(std::chrono::microseconds(us)), "text");
    }

    void writesSizes_data() {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("KiB") << quint64(812) * 1024 << QStringLiteral("812 KiB");
        QTest::newRow("MiB") << quint64(3481) * 1024 << QStringLiteral("3.4 MiB");
        QTest::newRow("whole MiB") << (quint64(256) << 20) << QStringLiteral("256 MiB");
        QTest::newRow("GiB") << (quint64(2) << 30) << QStringLiteral("2 GiB");
    }
    void writesSizes() {
        QFETCH(quint64, bytes);
        QTEST(sizeText(Bytes(bytes)), "text");
    }

    void drawsBar() {
        QCOMPARE(barText(5, 10, 10), QStringLiteral("[#####-----] 5/10"));
        QCOMPARE(barText(0, 0, 4), QStringLiteral("[----] 0/0"));
        QCOMPARE(barText(3, 3, 4), QStringLiteral("[####] 3/3"));
    }

    void findsLinePieces_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("piece");
        QTest::addColumn<int>("caret");
        QTest::newRow("first line") << QByteArray("ab\ncd\n") << 1 << 2 << QStringLiteral("ab") << 1;
        QTest::newRow("last line, not ended") << QByteArray("ab\ncd") << 2 << 1 << QStringLiteral("cd") << 0;
        QTest::newRow("beyond the end") << QByteArray("ab\n") << 5 << 1 << QString() << 0;
        QTest::newRow("column beyond the line") << QByteArray("ab\n") << 1 << 9 << QStringLiteral("ab") << 2;
        QTest::newRow("within a long line") << QByteArray(100000, 'x').replace(50000, 1, "Y") << 1 << 50001
                                            << QString(10, u'x') + u'Y' + QString(9, u'x') << 10;
    }
    void findsLinePieces() {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, column);
        const LinePiece piece = lineAround(readerOfText(text.toStdString()), quint64(line), quint64(column), 20);
        QTEST(QString::fromStdString(piece.text), "piece");
        QTEST(int(piece.caret), "caret");
    }

    void saysThatALineIsMissing() {
        QVERIFY(!lineAround(readerOfText("ab\n"), 3, 1, 20).exists);
        QVERIFY(!lineAround(readerOfText("ab\n"), 2, 1, 20).exists);
        QVERIFY(lineAround(readerOfText("ab\n\n"), 2, 1, 20).exists);
    }

    void cutsExcerpts() {
        const Excerpt lines = firstLines(readerOfText("a\nb\nc\n"), 2, 100);
        QCOMPARE(QString::fromStdString(lines.text), QStringLiteral("a\nb\n"));
        QVERIFY(lines.cut);
        QVERIFY(firstLines(readerOfText(std::string(50, 'x')), 2, 10).cut);
        QVERIFY(!firstLines(readerOfText("a\nb\n"), 2, 100).cut);
    }

    void drawsStripByFolder() {
        Canvas canvas(Colours::Off);
        drawCaseStrip(canvas,
                      {resultOf("sample/1", Verdict::Accepted), resultOf("secret/1", Verdict::Accepted),
                       resultOf("secret/2", Verdict::TimeLimit), resultOf("secret/3", Verdict::Skipped)},
                      80);
        QCOMPARE(canvas.text(), QStringLiteral("  sample  A\n"
                                               "  secret  AT-\n"
                                               "  A Accepted   T Time limit exceeded   - not run\n"));
    }

    void wrapsLongStrips() {
        Canvas canvas(Colours::Off);
        drawCaseStrip(canvas, std::vector<judge::CaseResult>(25, resultOf("s/1", Verdict::Accepted)), 15);
        QCOMPARE(canvas.text().split(u'\n').first(3),
                 (QStringList{QStringLiteral("  s  AAAAAAAAAA"), QStringLiteral("     AAAAAAAAAA"),
                              QStringLiteral("     AAAAA")}));
    }

    void drawsWrongAnswerWithTheDifference() {
        const QString text =
            drawn(reportOf({resultOf("sample/1", Verdict::Accepted), wrongAnswer()}, Verdict::WrongAnswer));
        QCOMPARE(text, QStringLiteral("\n"
                                      " Wrong answer   1 of 2 passed  pack/problem · cpp\n"
                                      "\n"
                                      "  sample  A\n"
                                      "  secret  W\n"
                                      "  A Accepted   W Wrong answer\n"
                                      "\n"
                                      "  time    #.......................  31 ms of 1 s\n"
                                      "  memory  #.......................  3.4 MiB of 256 MiB\n"
                                      "\n"
                                      "secret/03  Wrong answer\n"
                                      "  line 2, token 2: expected 2, got 5\n"
                                      "  input\n"
                                      "    3\n"
                                      "    1 2 3\n"
                                      "  expected | 1 2 3\n"
                                      "  yours    | 1 5 3\n"
                                      "           |   ^\n"
                                      "\n"));
    }

    void drawsTheScoresOfGroups() {
        judge::CaseResult part = resultOf("secret/b/1", Verdict::Partial);
        part.score = 17.5;
        part.maxScore = 70;
        judge::Report report = reportOf({resultOf("secret/a/1", Verdict::Accepted), part}, Verdict::Partial);
        report.score = 47.5;
        report.maxScore = 100;
        report.groups = {{"data", Verdict::Partial, 47.5, 100},
                         {"secret/a", Verdict::Accepted, 30, 30},
                         {"secret/b", Verdict::Partial, 17.5, 70},
                         {"secret/free", Verdict::Accepted, 3, {}},
                         {"secret/c", Verdict::Skipped, {}, 10}};
        const QString text = drawn(report);
        QVERIFY2(text.startsWith(QStringLiteral("\n"
                                                " Partial score   47.5 of 100 points  pack/problem · cpp\n"
                                                "\n"
                                                "  all cases    Partial score  47.5 of 100 points\n"
                                                "  secret/a     Accepted       30 of 30 points\n"
                                                "  secret/b     Partial score  17.5 of 70 points\n"
                                                "  secret/free  Accepted       points: 3\n"
                                                "  secret/c     Skipped        \n"
                                                "\n"
                                                "  secret/a  A\n"
                                                "  secret/b  P\n")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("secret/b/1  Partial score  17.5 of 70 points\n"
                                              "  right, but not worth full marks\n")),
                 qPrintable(text));
    }

    void promisesToKeepOutputsAlone() {
        judge::CaseResult failed = resultOf("sample/1", Verdict::RuntimeError);
        failed.customInput = std::string(5000, '1') + "\n";
        failed.standardOutput = captureOf("short\n");
        const QString promise = QStringLiteral("--keep DIR keeps all of it");
        const QString text = drawn(reportOf({failed}, Verdict::RuntimeError));
        QVERIFY2(text.contains(QStringLiteral("1\n    … cut\n")), qPrintable(text));
        QVERIFY(!text.contains(promise));
        failed.standardOutput = captureOf(std::string(5000, 'x'));
        QVERIFY(drawn(reportOf({failed}, Verdict::RuntimeError)).contains(promise));
    }

    void hidesWhatAHiddenCaseHolds() {
        judge::CaseResult hidden = wrongAnswer();
        hidden.visibility = judge::Visibility::VerdictOnly;
        const QString text = drawn(reportOf({hidden}, Verdict::WrongAnswer));
        QVERIFY(text.contains(QStringLiteral("secret/03  Wrong answer\n")));
        QVERIFY2(!text.contains(QStringLiteral("1 2 3")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("1 5 3")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("expected 2")), qPrintable(text));
    }

    void drawsCompilersWordsWhole() {
        judge::Report report = reportOf({resultOf("sample/1", Verdict::Skipped)}, Verdict::CompileError);
        report.compile.output = "main.cpp:1:1: error: \x1b[31mno\n" + std::string(9000, 'x') + "\nend\n";
        const QString text = drawn(report);
        QVERIFY(text.contains(QStringLiteral("The compiler said:\n  main.cpp:1:1: error: \\x1b[31mno\n  xxx")));
        QVERIFY(text.contains(QStringLiteral("xxx\n  end\n")));
    }

    void tellsWhyACompilerWasStoppedWithoutAWord() {
        judge::Report report = reportOf({resultOf("sample/1", Verdict::Skipped)}, Verdict::CompileError);
        report.compile.ok = false;
        report.compile.limit = sandbox::LimitHit::Memory;
        QVERIFY(drawn(report).contains(QStringLiteral("\nthe compiler needed more memory than it may have\n")));
        report.compile.output = "half a message\n";
        QVERIFY(drawn(report).contains(QStringLiteral("it may have\n\nThe compiler said:\n  half a message\n")));
        report.compile.limit.reset();
        report.compile.output.clear();
        QVERIFY(drawn(report).contains(QStringLiteral("\ndid not compile\n")));
    }

    void tellsAJudgeErrorApart() {
        judge::Report report = reportOf({}, Verdict::JudgeError);
        report.error = Error{"language.not-installed", "C++ needs g++"};
        const QString text = drawn(report);
        QVERIFY(text.contains(QStringLiteral(" Judge error ")));
        QVERIFY(text.contains(QStringLiteral("C++ needs g++")));
        QVERIFY(text.contains(QStringLiteral("This is not your program's fault, and it is not counted.\n")));
    }

    void tellsAJudgeErrorOnce() {
        judge::CaseResult broken = resultOf("sample/1", Verdict::JudgeError);
        broken.error = Error{"case.unreadable", "sample/1: /x/1.ans: gone"};
        judge::CaseResult another = resultOf("sample/2", Verdict::JudgeError);
        another.error = Error{"case.unreadable", "sample/2: /x/2.ans: gone"};
        judge::Report report = reportOf({broken, another}, Verdict::JudgeError);
        report.error = broken.error;
        const QString text = drawn(report);
        QCOMPARE(text.count(QStringLiteral("/x/1.ans: gone")), 1);
        QCOMPARE(text.count(QStringLiteral("/x/2.ans: gone")), 1);
        QCOMPARE(text.count(QStringLiteral("otherwise get the package again")), 2);
    }

    void coloursTheBanner() {
        QVERIFY(drawn(reportOf({resultOf("a/1", Verdict::Accepted)}, Verdict::Accepted), Colours::On)
                    .contains(QStringLiteral("\x1b[1;30;42m Accepted \x1b[0m")));
        QVERIFY(drawn(reportOf({wrongAnswer()}, Verdict::WrongAnswer), Colours::On)
                    .contains(QStringLiteral("\x1b[1;37;41m Wrong answer \x1b[0m")));
    }
};

QTEST_GUILESS_MAIN(TestCliText)
#include "test_cli_text.moc"
