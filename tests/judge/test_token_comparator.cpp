// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator.h"
#include "judge/compare/comparator_arguments.h"
#include "judge/compare/decimal.h"
#include "tests/judge/memory_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/resource.h>

#include <fcntl.h>

using namespace grindstone;
using namespace grindstone::judge;
using Kind = Explanation::Kind;

Q_DECLARE_METATYPE(Kind)

namespace {

ComparatorSpec specOf(const std::string& arguments) {
    std::vector<std::string> words;
    for (const QString& word : QString::fromStdString(arguments).split(u' ', Qt::SkipEmptyParts)) {
        words.push_back(word.toStdString());
    }
    return parseComparatorArguments(words).value();
}

Comparison comparison(const std::string& arguments, std::string_view answer, std::string_view output) {
    const MemoryFile answerFile(answer);
    const MemoryFile outputFile(output);
    return compare(specOf(arguments), answerFile.path(), outputFile.fd()).value();
}

long peakKib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TestTokenComparator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReferenceValidator_data();
    void agreesWithTheReferenceValidator();
    void decides_data();
    void decides();
    void explainsDifferentToken();
    void explainsMissingToken();
    void explainsExtraToken();
    void explainsNumberTooFar();
    void explainsNumberExpected();
    void explainsDifferentSpace();
    void placesDifferenceFarIntoLargeOutput();
    void placesDifferenceAfterUnlikeBlanks();
    void showsLongTokensAroundTheDifference();
    void comparesHugeTokensInFlatMemory();
    void comparesLargeFilesOfUnlikeBlanksInFlatMemory();
    void comparesTokensThatStraddleBlocks();
    void failsOnUnknownComparator();
    void failsOnMissingAnswer();
    void failsOnUnreadableOutput();
    void failsWhenAnswerIsAFolder();
    void parsesDecimals_data();
    void parsesDecimals();
};

void TestTokenComparator::agreesWithTheReferenceValidator_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("exitStatus");
    QFile file(QStringLiteral(GRINDSTONE_SOURCE_DIR "/tests/judge/data/default-validator-cases.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
    QCOMPARE(cases.size(), 12);
    for (const QJsonValue& entry : cases) {
        QTest::newRow(qPrintable(entry[u"name"].toString()))
            << entry[u"args"].toVariant().toStringList()
            << QByteArray::fromBase64(entry[u"answer_b64"].toString().toLatin1())
            << QByteArray::fromBase64(entry[u"output_b64"].toString().toLatin1()) << entry[u"expected_exit"].toInt();
    }
}

void TestTokenComparator::agreesWithTheReferenceValidator() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, output);
    QFETCH(int, exitStatus);
    const Comparison result =
        comparison(arguments.join(u' ').toStdString(), answer.toStdString(), output.toStdString());
    QCOMPARE(result.accepted ? 42 : 43, exitStatus);
    QCOMPARE(result.explanation.kind == Kind::None, result.accepted);
}

void TestTokenComparator::decides_data() {
    QTest::addColumn<std::string>("arguments");
    QTest::addColumn<std::string>("answer");
    QTest::addColumn<std::string>("output");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char* name, const char* arguments, std::string answer, std::string output, Kind kind) {
        QTest::newRow(name) << std::string(arguments) << std::move(answer) << std::move(output) << kind;
    };
    row("both empty", "", "", "", Kind::None);
    row("only blanks", "", "\n", " \t\v\f\r\n\n", Kind::None);
    row("output empty", "", "1\n", "", Kind::MissingToken);
    row("answer empty", "", "", "1", Kind::ExtraToken);
    row("no newline at end", "", "1 2\n", "1 2", Kind::None);
    row("CRLF", "", "1\n2\n", "1\r\n2\r\n", Kind::None);
    row("tokens on other lines", "", "1 2 3\n", "1\n2\n3\n", Kind::None);
    row("letters' case", "", "YES No\n", "yes nO\n", Kind::None);
    row("letters' case matters", "case_sensitive", "YES\n", "Yes\n", Kind::DifferentToken);
    row("only ASCII folds", "", "\xC3\x84\n", "\xC3\xA4\n", Kind::DifferentToken);
    row("@ is no letter", "", "@\n", "`\n", Kind::DifferentToken);
    row("prefix", "", "12\n", "1\n", Kind::DifferentToken);
    row("longer", "", "1\n", "12\n", Kind::DifferentToken);
    row("numbers are text without tolerance", "", "1.0\n", "1.00\n", Kind::DifferentToken);
    row("1e5 is text without tolerance", "", "100000\n", "1e5\n", Kind::DifferentToken);
    row("NUL inside", "", std::string("a\0b\n", 4), std::string("a\0c\n", 4), Kind::DifferentToken);
    row("NUL alike", "", std::string("a\0b\n", 4), std::string("A\0B\n", 4), Kind::None);
    row("no-break space is no blank", "", "1 2\n",
        "1\xC2\xA0"
        "2\n",
        Kind::DifferentToken);

    row("1e5", "float_tolerance 0", "100000\n", "1e5\n", Kind::None);
    row("plus sign", "float_tolerance 0", "5\n", "+5.000\n", Kind::None);
    row("point at either end", "float_tolerance 0", "0.5 5\n", ".5 5.\n", Kind::None);
    row("minus zero", "float_tolerance 0", "0\n", "-0.0\n", Kind::None);
    row("absolute inclusive", "float_absolute_tolerance 0.5", "1\n", "1.5\n", Kind::None);
    row("absolute just over", "float_absolute_tolerance 0.5", "1\n", "1.5000001\n", Kind::NumberTooFar);
    row("relative inclusive", "float_relative_tolerance 0.25", "-100\n", "-125\n", Kind::None);
    row("relative is to the answer", "float_relative_tolerance 0.25", "100\n", "133\n", Kind::NumberTooFar);
    row("relative of zero", "float_relative_tolerance 0.25", "0\n", "1e-300\n", Kind::NumberTooFar);
    row("relative suffices", "float_tolerance 1E-6", "1000000\n", "1000001\n", Kind::None);
    row("absolute suffices", "float_tolerance 1e-6", "0\n", "-0.000001\n", Kind::None);
    row("each its own", "float_absolute_tolerance 1 float_relative_tolerance 0.1", "5\n", "6\n", Kind::None);
    row("integers too", "float_tolerance 0.1", "100\n", "105\n", Kind::None);
    row("NaN for a number", "float_tolerance 1e9", "1\n", "nan\n", Kind::NumberExpected);
    row("infinity for a number", "float_tolerance 1e9", "1\n", "inf\n", Kind::NumberExpected);
    row("hexadecimal for a number", "float_tolerance 1e9", "16\n", "0x10\n", Kind::NumberExpected);
    row("underscore in a number", "float_tolerance 1e9", "10\n", "1_0\n", Kind::NumberExpected);
    row("comma in a number", "float_tolerance 1e9", "1.5\n", "1,5\n", Kind::NumberExpected);
    row("overflow for a number", "float_tolerance 1e9", "1\n", "1e999\n", Kind::NumberExpected);
    row("text stays text", "float_tolerance 1e9", "nan inf 0x10 1_0\n", "NaN Inf 0X10 1_0\n", Kind::None);
    row("NaN in the answer is text", "float_tolerance 1e9", "nan\n", "1\n", Kind::DifferentToken);
    row("huge numbers differ", "float_tolerance 1e-6", "1e308\n", "-1e308\n", Kind::NumberTooFar);

    row("space alike", "space_change_sensitive", "a  b\n", "a  b\n", Kind::None);
    row("space doubled", "space_change_sensitive", "a b\n", "a  b\n", Kind::DifferentSpace);
    row("space at front", "space_change_sensitive", "a b\n", " a b\n", Kind::DifferentSpace);
    row("newline at end missing", "space_change_sensitive", "a b\n", "a b", Kind::DifferentSpace);
    row("newline at end doubled", "space_change_sensitive", "a b\n", "a b\n\n", Kind::DifferentSpace);
    row("tab for space", "space_change_sensitive", "a b\n", "a\tb\n", Kind::DifferentSpace);
    row("space and number", "space_change_sensitive float_tolerance 1", "a 1\n", "a 2\n", Kind::None);
}

void TestTokenComparator::decides() {
    QFETCH(std::string, arguments);
    QFETCH(std::string, answer);
    QFETCH(std::string, output);
    QFETCH(Kind, kind);
    const Comparison result = comparison(arguments, answer, output);
    QCOMPARE(int(result.explanation.kind), int(kind));
    QCOMPARE(result.accepted, kind == Kind::None);
}

void TestTokenComparator::explainsDifferentToken() {
    const Explanation why = comparison("", "1\n2 3 4\n", "1\n\n 2  x 4\n").explanation;
    QCOMPARE(int(why.kind), int(Kind::DifferentToken));
    QCOMPARE(why.line, 3u);
    QCOMPARE(why.column, 5u);
    QCOMPARE(why.token, 2u);
    QCOMPARE(why.answerLine, 2u);
    QCOMPARE(why.expected, std::string("3"));
    QCOMPARE(why.got, std::string("x"));
    QCOMPARE(why.shownFrom, 0u);
    QVERIFY(!why.difference && !why.tolerance);
}

void TestTokenComparator::explainsMissingToken() {
    const Explanation why = comparison("", "1\n2 3\n", "1\n2 ").explanation;
    QCOMPARE(int(why.kind), int(Kind::MissingToken));
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.column, 3u);
    QCOMPARE(why.token, 2u);
    QCOMPARE(why.expected, std::string("3"));
    QCOMPARE(why.got, std::string());
}

void TestTokenComparator::explainsExtraToken() {
    const Explanation why = comparison("", "1\n", "1\n  2 3\n").explanation;
    QCOMPARE(int(why.kind), int(Kind::ExtraToken));
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.column, 3u);
    QCOMPARE(why.token, 1u);
    QCOMPARE(why.expected, std::string());
    QCOMPARE(why.got, std::string("2"));
}

void TestTokenComparator::explainsNumberTooFar() {
    const Explanation why =
        comparison("float_absolute_tolerance 0.25 float_relative_tolerance 0.125", "8\n", "9.5\n").explanation;
    QCOMPARE(int(why.kind), int(Kind::NumberTooFar));
    QCOMPARE(why.difference.value(), 1.5);
    QCOMPARE(why.tolerance.value(), 1.0);
    QCOMPARE(why.expected, std::string("8"));
    QCOMPARE(why.got, std::string("9.5"));
}

void TestTokenComparator::explainsNumberExpected() {
    const Explanation why = comparison("float_tolerance 1e-6", "a 8\n", "a eight\n").explanation;
    QCOMPARE(int(why.kind), int(Kind::NumberExpected));
    QCOMPARE(why.token, 2u);
    QCOMPARE(why.column, 3u);
    QCOMPARE(why.expected, std::string("8"));
    QCOMPARE(why.got, std::string("eight"));
}

void TestTokenComparator::explainsDifferentSpace() {
    const Explanation why = comparison("space_change_sensitive", "a\nb c\n", "a\nb\tc\n").explanation;
    QCOMPARE(int(why.kind), int(Kind::DifferentSpace));
    QCOMPARE(why.line, 2u);
    QCOMPARE(why.column, 2u);
    QCOMPARE(why.expected, std::string(" "));
    QCOMPARE(why.got, std::string("\t"));
    QCOMPARE(comparison("space_change_sensitive", "a\n", "a").explanation.got, std::string());
}

void TestTokenComparator::placesDifferenceFarIntoLargeOutput() {
    std::string answer;
    for (int line = 1; line <= 300'000; ++line) {
        answer += std::to_string(line) + " 7\n";
    }
    std::string output = answer;
    const std::string wanted = "\n299999 7";
    output.replace(output.find(wanted) + wanted.size() - 1, 1, "8");
    const Explanation why = comparison("", answer, output).explanation;
    QCOMPARE(why.line, 299'999u);
    QCOMPARE(why.answerLine, 299'999u);
    QCOMPARE(why.column, 8u);
    QCOMPARE(why.token, 2u);
    QCOMPARE(why.expected, std::string("7"));
    QCOMPARE(why.got, std::string("8"));
}

void TestTokenComparator::placesDifferenceAfterUnlikeBlanks() {
    std::string answer;
    std::string output;
    for (int line = 1; line <= 100'000; ++line) {
        answer += std::to_string(line) + (line % 10 == 0 ? "\n" : " ");
        output += std::to_string(line) + " \r\n";
    }
    answer += "end\n";
    output += "bend\n";
    const Explanation why = comparison("", answer, output).explanation;
    QCOMPARE(why.line, 100'001u);
    QCOMPARE(why.answerLine, 10'001u);
    QCOMPARE(why.expected, std::string("end"));
}

void TestTokenComparator::showsLongTokensAroundTheDifference() {
    for (const std::size_t size : {1'000u, 65'536u, 65'537u, 500'000u}) {
        std::string answer(size, 'a');
        std::string output(size, 'A');
        output[size - 50] = 'x';
        const Explanation why = comparison("", "1 " + answer, "1\n" + output).explanation;
        QCOMPARE(int(why.kind), int(Kind::DifferentToken));
        QCOMPARE(why.line, 2u);
        QCOMPARE(why.column, 1u);
        QCOMPARE(why.token, 1u);
        QVERIFY(why.shownFrom <= size - 50);
        QVERIFY(why.got.size() <= 200);
        QCOMPARE(why.got.at(size - 50 - why.shownFrom), 'x');
        QCOMPARE(why.expected.at(size - 50 - why.shownFrom), 'a');
    }
}

void TestTokenComparator::comparesHugeTokensInFlatMemory() {
    MemoryFile answer;
    MemoryFile output;
    const std::string piece(1 << 20, '7');
    for (int i = 0; i < 100; ++i) {
        answer.write(piece);
        output.write(piece);
    }
    const long before = peakKib();
    QVERIFY(compare(specOf("float_tolerance 1e-6"), answer.path(), output.fd()).value().accepted);
    output.write("8");
    const Explanation why = compare(specOf(""), answer.path(), output.fd()).value().explanation;
    QCOMPARE(int(why.kind), int(Kind::DifferentToken));
    QCOMPARE(why.line, 1u);
    QCOMPARE(why.column, 1u);
    QCOMPARE(why.got.back(), '8');
    QVERIFY2(peakKib() - before < 8 * 1024, qPrintable(QString::number(peakKib() - before)));
}

void TestTokenComparator::comparesLargeFilesOfUnlikeBlanksInFlatMemory() {
    std::string answerPiece;
    std::string outputPiece;
    for (int i = 0; i < 100'000; ++i) {
        answerPiece += std::to_string(i * 7919) + "\n";
        outputPiece += std::to_string(i * 7919) + " \r\n";
    }
    MemoryFile answer;
    MemoryFile output;
    for (int i = 0; i < 50; ++i) {
        answer.write(answerPiece);
        output.write(outputPiece);
    }
    const long before = peakKib();
    QVERIFY(compare(specOf(""), answer.path(), output.fd()).value().accepted);
    QVERIFY2(peakKib() - before < 8 * 1024, qPrintable(QString::number(peakKib() - before)));
}

void TestTokenComparator::comparesTokensThatStraddleBlocks() {
    for (std::size_t shift = 0; shift < 12; ++shift) {
        std::string output(256 * 1024 - shift, ' ');
        output += "12345 abcdef\n";
        QVERIFY(comparison("", "12345\nABCdef\n", output).accepted);
        QVERIFY(comparison("float_tolerance 0.5", "12344.5\nABCdef\n", output).accepted);
        QVERIFY(!comparison("", "12346\nABCdef\n", output).accepted);
        QVERIFY(!comparison("", "12345\nABCdeg\n", output).accepted);
    }
}

void TestTokenComparator::failsOnUnknownComparator() {
    const MemoryFile file("1");
    ComparatorSpec spec;
    spec.name = "guess";
    const Result<Comparison> result = compare(spec, file.path(), file.fd());
    QCOMPARE(result.error().code, std::string("comparator.unknown"));
    QVERIFY(result.error().detail.starts_with("there is no comparator \"guess\"; known are "));
    QVERIFY(result.error().detail.find("tokens, ") != std::string::npos);
    const std::string start = "there is no comparator \"guess\"; known are tokens, ";
    QCOMPARE(result.error().detail.substr(0, start.size()), start);
}

void TestTokenComparator::failsOnMissingAnswer() {
    const MemoryFile file("1");
    const Result<Comparison> result = compare({}, "/nowhere/1.ans", file.fd());
    QCOMPARE(result.error().code, std::string("file.unreadable"));
    QCOMPARE(result.error().detail, std::string("/nowhere/1.ans: cannot be read: No such file or directory"));
}

void TestTokenComparator::failsOnUnreadableOutput() {
    const MemoryFile file("1");
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const UniqueFd reading(ends[0]);
    const UniqueFd writing(ends[1]);
    const Result<Comparison> result = compare({}, file.path(), reading.get());
    QCOMPARE(result.error().code, std::string("file.unreadable"));
    QCOMPARE(result.error().detail, std::string("the program's output: cannot be read: Illegal seek"));
}

void TestTokenComparator::failsWhenAnswerIsAFolder() {
    const MemoryFile file("1");
    const Result<Comparison> result = compare({}, "/usr", file.fd());
    QCOMPARE(result.error().detail, std::string("/usr: cannot be read: Is a directory"));
}

void TestTokenComparator::parsesDecimals_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<double>("value");
    const auto number = [](const std::string& text, double value) {
        QTest::newRow(text.substr(0, 30).c_str()) << text << true << value;
    };
    const auto other = [](const std::string& text) { QTest::newRow(("not: " + text).c_str()) << text << false << 0.0; };
    number("0", 0);
    number("-12.5", -12.5);
    number("+1e3", 1000);
    number("1E-2", 0.01);
    number(".5", 0.5);
    number("5.", 5);
    number("007", 7);
    number("1e-999", 0);
    number("0e999999999999999999999", 0);
    number("0.0e5", 0);
    number("1" + std::string(308, '0'), 1e308);
    number("0." + std::string(400, '0') + "1", 0);
    number("0." + std::string(400, '0') + "1e401", 1);
    number("123456789012345678901234567890.123456789012345678901234567890", 123456789012345678901234567890.1234);
    for (const char* text : {"",
                             "+",
                             "-",
                             ".",
                             "+.",
                             "e5",
                             "1e",
                             "1e+",
                             "1.2.3",
                             "--1",
                             "+-1",
                             "0x10",
                             "1_0",
                             "1,5",
                             "inf",
                             "nan",
                             "Infinity",
                             "1f",
                             " 1",
                             "1 ",
                             "1e999",
                             "-1e999",
                             "1e99999999999999999999"}) {
        other(text);
    }
}

void TestTokenComparator::parsesDecimals() {
    QFETCH(std::string, text);
    QFETCH(bool, isNumber);
    QFETCH(double, value);
    const std::optional<double> parsed = parseDecimal(text);
    QCOMPARE(parsed.has_value(), isNumber);
    QCOMPARE(parsed.value_or(0), value);
}

QTEST_GUILESS_MAIN(TestTokenComparator)
#include "test_token_comparator.moc"
