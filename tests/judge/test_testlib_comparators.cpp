// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator.h"
#include "tests/judge/memory_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/resource.h>

#include <map>

using namespace grindstone;
using namespace grindstone::judge;
using Kind = Explanation::Kind;

Q_DECLARE_METATYPE(Kind)

namespace {

Result<Comparison> run(const std::string& name, std::string_view answer, std::string_view output) {
    const MemoryFile answerFile(answer);
    const MemoryFile outputFile(output);
    ComparatorSpec spec;
    spec.name = name;
    return compare(spec, answerFile.path(), outputFile.fd());
}

Explanation explanation(const std::string& name, std::string_view answer, std::string_view output) {
    return run(name, answer, output).value().explanation;
}

/// 0 accepted, 1 rejected, 3 bad answer, 7 points: the exit status of a testlib checker, but for 2 and 8.
int statusOf(const Result<Comparison>& result) {
    if (result) {
        return result->accepted ? 0 : 1;
    }
    return result.error().code == "comparator.bad-answer" ? 3 : result.error().code == "comparator.points" ? 7 : 99;
}

long peakKib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TestTestlibComparators : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheRealCheckers_data();
    void agreesWithTheRealCheckers();
    void decides_data();
    void decides();
    void explainsAMalformedInteger();
    void explainsAMissingNumber();
    void explainsAnExtraToken();
    void explainsADistantReal();
    void explainsADifferentLine();
    void explainsALongLineFromNearTheDifference();
    void explainsACaseNumber();
    void explainsAMissingElement();
    void explainsAnExtraElement();
    void namesThePlaceInABadAnswer_data();
    void namesThePlaceInABadAnswer();
    void findsTheOneDifferentElementAmongMany();
    void comparesTokensThatStraddleBlocks();
    void comparesLargeFilesInFlatMemory_data();
    void comparesLargeFilesInFlatMemory();
    void refusesTokensBeyondTestlibsLimit();
};

void TestTestlibComparators::agreesWithTheRealCheckers_data() {
    QTest::addColumn<QString>("comparator");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("status");
    const std::map<QString, int> statuses{
        {u"OK"_qs, 0}, {u"WA"_qs, 1}, {u"PE"_qs, 1}, {u"FAIL"_qs, 3}, {u"POINTS"_qs, 7}};
    QFile file(QStringLiteral(GRINDSTONE_SOURCE_DIR "/tests/judge/data/testlib-verdicts.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
    int rows = 0;
    for (const QJsonValue& entry : cases) {
        const QJsonObject verdicts = entry[u"verdicts"].toObject();
        for (auto verdict = verdicts.begin(); verdict != verdicts.end(); ++verdict, ++rows) {
            QTest::newRow(qPrintable(verdict.key() + u": "_qs + entry[u"label"].toString()))
                << verdict.key() << QByteArray::fromBase64(entry[u"answer_b64"].toString().toLatin1())
                << QByteArray::fromBase64(entry[u"output_b64"].toString().toLatin1())
                << statuses.at(verdict.value().toString());
        }
    }
    QCOMPARE(rows, 62 * 21);
}

void TestTestlibComparators::agreesWithTheRealCheckers() {
    QFETCH(QString, comparator);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, output);
    QFETCH(int, status);
    const Result<Comparison> result = run(comparator.toStdString(), answer.toStdString(), output.toStdString());
    QCOMPARE(statusOf(result), status);
    QVERIFY(!result || result->accepted == (result->explanation.kind == Kind::None));
}

void TestTestlibComparators::decides_data() {
    QTest::addColumn<std::string>("comparator");
    QTest::addColumn<std::string>("answer");
    QTest::addColumn<std::string>("output");
    QTest::addColumn<int>("status");
    const auto row = [](const char* what, const char* comparator, std::string answer, std::string output, int status) {
        QTest::addRow("%s: %s", comparator, what)
            << std::string(comparator) << std::move(answer) << std::move(output) << status;
    };
    row("byte order mark of the output", "wcmp", "1",
        "\xEF\xBB\xBF"
        "1",
        0);
    row("byte order mark of the answer", "wcmp",
        "\xEF\xBB\xBF"
        "1",
        "1", 1);
    row("byte order mark in both", "fcmp",
        "\xEF\xBB\xBF"
        "1",
        "\xEF\xBB\xBF"
        "1",
        1);
    row("form feed is part of a token", "wcmp", "1 2", "1\f2", 1);
    row("form feed is a blank within lines", "lcmp", "1 2", "1\f2", 0);
    row("lone CR vanishes", "fcmp", "ab\n", "a\rb\n", 0);
    row("lone CR joins words", "lcmp", "ab\n", "a\rb\n", 0);
    row("second CR stays", "fcmp", "a\r\r\n", "a\r\n", 1);
    row("CR at the end reads as byte 255", "fcmp", "a\xFF", "a\r", 0);
    row("last empty line of the answer", "fcmp", "a\n\n", "a\n", 0);
    row("line of blanks", "fcmp", "a\n \nb\n", "a\n\nb\n", 1);
    row("blank lines after the answer", "fcmp", "a\n", "a\n\n \n", 0);
    row("exponent without digits", "rcmp4", "1", "1e+", 0);
    row("exponent alone", "rcmp4", "1", "e5", 1);
    row("two exponents", "rcmp4", "1", "1e0e0", 1);
    row("infinite by overflow", "rcmp4", "1e999", "1e301", 0);
    row("infinite, other sign", "rcmp4", "1e999", "-1e301", 1);
    row("difference that is no number", "rncmp", "1e999", "1e999 ", 0);
    row("infinite apart", "rncmp", "1e999", "-1e999", 1);
    row("absolute, just within", "rcmp", "0", "0.0000015", 0);
    row("absolute, beyond", "rcmp", "0", "0.00000151", 1);
    row("what follows in the answer", "rcmp", "1 x", "1", 0);
    row("what follows in the output", "rcmp", "1", "1 x", 1);
    row("NUL in a number", "ncmp", "1", std::string("1\0", 2), 1);
    row("NUL ends a number", "casencmp", "Case 1: 1", std::string("Case 1: 1\0x", 11), 0);
    row("NUL in a token", "casewcmp", "Case 1: 1", std::string("Case 1: 1\0x", 11), 1);
    row("word Case at the end", "casencmp", "Case 1: 1 Case", "Case 1: 1", 0);
    row("word Case once read", "casencmp", "Case 1: 1 Case 2: 3", "Case 1: 1", 1);
    row("bad answer in the case that differs", "casencmp", "Case 1: 1 x", "Case 1: 2", 3);
    row("bad answer in a later case", "casencmp", "Case 1: 1 Case 2: x", "Case 1: 2", 1);
    row("bad answer in a later case", "caseicmp", "Case 1: 1 Case 2: x", "Case 1: 2", 3);
    row("minus zero", "ncmp", "0", "-0", 1);
    row("64 bits", "ncmp", "9223372036854775807", "9223372036854775807", 0);
    row("65 bits", "ncmp", "9223372036854775808", "9223372036854775808", 3);
    row("bad answer after a short output", "ncmp", "1 2 x", "1", 3);
    row("bad answer after a difference", "ncmp", "1 2 x", "2", 1);
    row("33 bits", "icmp", "2147483648", "1", 3);
    row("huge", "hcmp", "123456789012345678901234567890", "123456789012345678901234567890", 0);
    row("more in the answer", "hcmp", "1 2", "1", 3);
    row("empty output before bad answer", "hcmp", "x", "", 1);
    row("points out of bounds", "pointscmp", "0", "1000001", 3);
    row("points with more output", "pointscmp", "0", "1 1", 1);
    row("any order", "uncmp", "1 2 2 3", "2\n3\n2\n1\n", 0);
    row("other multiplicity", "uncmp", "1 2 2 3", "1 2 3 3", 1);
    row("bad answer first", "uncmp", "1 x", "1 y", 3);
}

void TestTestlibComparators::decides() {
    QFETCH(std::string, comparator);
    QFETCH(std::string, answer);
    QFETCH(std::string, output);
    QFETCH(int, status);
    QCOMPARE(statusOf(run(comparator, answer, output)), status);
}

void TestTestlibComparators::explainsAMalformedInteger() {
    const Explanation why = explanation("ncmp", "1\n2 42\n", "1\n\n2 042\n");
    QCOMPARE(int(why.kind), int(Kind::IntegerExpected));
    QCOMPARE(why.line, 3u);
    QCOMPARE(why.column, 3u);
    QCOMPARE(why.token, 2u);
    QCOMPARE(why.answerLine, 2u);
    QCOMPARE(why.expected, std::string("42"));
    QCOMPARE(why.got, std::string("042"));
    QCOMPARE(int(explanation("nyesno", "yes\n", "maybe\n").kind), int(Kind::YesOrNoExpected));
    QCOMPARE(int(explanation("rcmp6", "1\n", "one\n").kind), int(Kind::NumberExpected));
}

void TestTestlibComparators::explainsAMissingNumber() {
    const Explanation why = explanation("rcmp6", "1\n2.5\n", "1\n");
    QCOMPARE(int(why.kind), int(Kind::MissingToken));
    QCOMPARE(why.expected, std::string("2.5"));
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.answerLine, 2u);
}

void TestTestlibComparators::explainsAnExtraToken() {
    const Explanation why = explanation("dcmp", "1\n", "1\n 7\n");
    QCOMPARE(int(why.kind), int(Kind::ExtraToken));
    QCOMPARE(why.got, std::string("7"));
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.column, 2u);
}

void TestTestlibComparators::explainsADistantReal() {
    const Explanation why = explanation("rcmp4", "1 2000", "1 2001");
    QCOMPARE(int(why.kind), int(Kind::NumberTooFar));
    QCOMPARE(why.difference.value(), 1.0);
    QCOMPARE(why.tolerance.value(), 0.2);
    QCOMPARE(why.token, 2u);
}

void TestTestlibComparators::explainsADifferentLine() {
    const Explanation why = explanation("fcmp", "a\nb c\n", "a\r\nb  c\r\n");
    QCOMPARE(int(why.kind), int(Kind::DifferentLine));
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.column, 3u);
    QCOMPARE(why.answerLine, 2u);
    QCOMPARE(why.expected, std::string("b c"));
    QCOMPARE(why.got, std::string("b  c\r"));
    const Explanation tokens = explanation("lcmp", "a\n1 22\n", "a\n 1  23\n");
    QCOMPARE(int(tokens.kind), int(Kind::DifferentLine));
    QCOMPARE(tokens.line, 2u);
    QCOMPARE(tokens.column, 6u);
}

void TestTestlibComparators::explainsALongLineFromNearTheDifference() {
    const std::string same(300'000, 'a');
    const Explanation why = explanation("fcmp", "x\n" + same + "b" + same, "x\n" + same + "c" + same);
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.column, 300'001u);
    QCOMPARE(why.shownFrom, 299'900u);
    QCOMPARE(why.got.size(), std::size_t(200));
    QCOMPARE(why.got.at(100), 'c');
    QCOMPARE(why.expected.at(100), 'b');
}

void TestTestlibComparators::explainsACaseNumber() {
    const Explanation why = explanation("caseicmp", "Case 1: 5\nCase 2: 6\n", "Case 1: 5\nCase 3: 6\n");
    QCOMPARE(int(why.kind), int(Kind::DifferentToken));
    QCOMPARE(why.expected, std::string("2:"));
    QCOMPARE(why.got, std::string("3:"));
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.token, 2u);
}

void TestTestlibComparators::explainsAMissingElement() {
    const Explanation why = explanation("uncmp", "9\n-3\n9\n", "9\n-3\n10\n");
    QCOMPARE(int(why.kind), int(Kind::MissingElement));
    QCOMPARE(why.expected, std::string("9"));
    QCOMPARE(why.answerLine, 3u);
}

void TestTestlibComparators::explainsAnExtraElement() {
    const Explanation why = explanation("uncmp", "9\n-3\n", "9\n-3\n  -3\n");
    QCOMPARE(int(why.kind), int(Kind::ExtraElement));
    QCOMPARE(why.got, std::string("-3"));
    QCOMPARE(why.line, 3u);
    QCOMPARE(why.column, 3u);
}

void TestTestlibComparators::namesThePlaceInABadAnswer_data() {
    QTest::addColumn<std::string>("comparator");
    QTest::addColumn<std::string>("answer");
    QTest::addColumn<std::string>("told");
    const auto row = [](const char* comparator, const char* answer, const char* told) {
        QTest::addRow("%s %s", comparator, told) << std::string(comparator) << std::string(answer) << std::string(told);
    };
    row("ncmp", "1\n2 x\n", ": line 2, column 3: expected an integer of 64 bits, got \"x\"");
    row("icmp", "", ": line 1, column 1: expected an integer of 32 bits, got the end of the file");
    row("rcmp", "\n\xFF", ": line 2, column 1: expected a number, got \"\xEF\xBF\xBD\"");
    row("yesno", "y", ": line 1, column 1: expected YES or NO, got \"y\"");
    row("hcmp", "1 7", ": line 1, column 3: expected the end of the file, got \"7\"");
    row("caseicmp", "Case 2: 1", ": line 1, column 6: expected 1:, got \"2:\"");
}

void TestTestlibComparators::namesThePlaceInABadAnswer() {
    QFETCH(std::string, comparator);
    QFETCH(std::string, answer);
    QFETCH(std::string, told);
    const MemoryFile answerFile(answer);
    const MemoryFile outputFile("1 2");
    ComparatorSpec spec;
    spec.name = comparator;
    const Result<Comparison> result = compare(spec, answerFile.path(), outputFile.fd());
    QVERIFY(!result);
    QCOMPARE(result.error().code, std::string("comparator.bad-answer"));
    QCOMPARE(result.error().detail, answerFile.path() + told);
}

void TestTestlibComparators::findsTheOneDifferentElementAmongMany() {
    std::string answer;
    std::string output;
    for (std::int64_t i = 0; i < 100'000; ++i) {
        answer += std::to_string(i * 92'233'720'368'547 - 4'000'000'000'000'000'000) + "\n";
        output.insert(0, i % 1000 == 0 ? "" : " ");
    }
    output += answer;
    QVERIFY(run("uncmp", answer, output).value().accepted);
    const std::string last = std::to_string(99'999 * std::int64_t(92'233'720'368'547) - 4'000'000'000'000'000'000);
    output.replace(output.rfind(last), last.size(), "5223279803484332454");
    const Explanation why = explanation("uncmp", answer, output);
    QCOMPARE(int(why.kind), int(Kind::MissingElement));
    QCOMPARE(why.expected, last);
    QCOMPARE(why.answerLine, 100'000u);
}

void TestTestlibComparators::comparesTokensThatStraddleBlocks() {
    for (std::size_t shift = 0; shift < 12; ++shift) {
        const std::string output = std::string(256 * 1024 - shift, ' ') + "12345 67890\r\n";
        for (const char* name : {"ncmp", "uncmp", "wcmp", "rcmp9"}) {
            QCOMPARE(statusOf(run(name, "12345\n67890\n", output)), 0);
            QCOMPARE(statusOf(run(name, "12345\n67891\n", output)), 1);
        }
        QCOMPARE(statusOf(run("fcmp", std::string(256 * 1024 - shift, ' ') + "12345 67890\n", output)), 0);
    }
    const std::string digits(300'000, '7');
    QCOMPARE(statusOf(run("hcmp", digits, digits + "\n")), 0);
    QCOMPARE(statusOf(run("hcmp", digits, digits + "7\n")), 1);
    QCOMPARE(statusOf(run("rcmp6", "0." + digits, "0.7777777777")), 0);
}

void TestTestlibComparators::comparesLargeFilesInFlatMemory_data() {
    QTest::addColumn<std::string>("comparator");
    for (const char* name : {"ncmp", "uncmp", "wcmp", "rcmp9", "fcmp", "lcmp"}) {
        QTest::newRow(name) << std::string(name);
    }
}

void TestTestlibComparators::comparesLargeFilesInFlatMemory() {
    QFETCH(std::string, comparator);
    std::string piece;
    for (int i = 0; i < 100'000; ++i) {
        piece += std::to_string(i * 7919L) + "\n";
    }
    MemoryFile answer;
    MemoryFile output;
    for (int i = 0; i < 30; ++i) {
        answer.write(piece);
        output.write(piece);
    }
    ComparatorSpec spec;
    spec.name = comparator;
    const long before = peakKib();
    QVERIFY(compare(spec, answer.path(), output.fd()).value().accepted);
    output.write("1\n");
    QVERIFY(!compare(spec, answer.path(), output.fd()).value().accepted);
    QVERIFY2(peakKib() - before < 12 * 1024, qPrintable(QString::number(peakKib() - before)));
}

void TestTestlibComparators::refusesTokensBeyondTestlibsLimit() {
    const std::string longest(32 * 1024 * 1024, '7');
    QCOMPARE(statusOf(run("hcmp", longest, longest)), 0);
    QCOMPARE(statusOf(run("hcmp", longest, longest + "7")), 1);
    QCOMPARE(statusOf(run("hcmp", longest + "7", longest)), 3);
    QCOMPARE(statusOf(run("rcmp", longest, "1e999")), 0);
    QCOMPARE(statusOf(run("rcmp", longest + "7", "1e999")), 3);
}

QTEST_GUILESS_MAIN(TestTestlibComparators)
#include "test_testlib_comparators.moc"
