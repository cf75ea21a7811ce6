// SPDX-License-Identifier: GPL-3.0-or-later
// exact, lines and unordered-lines, also beside naive ones that hold both files.
#include "judge/compare/comparator.h"
#include "tests/judge/memory_file.h"

#include <QRandomGenerator>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <sstream>

using namespace grindstone;
using namespace grindstone::judge;
using Kind = Explanation::Kind;

Q_DECLARE_METATYPE(Kind)

namespace {

Comparison comparison(const std::string& name, std::string_view answer, std::string_view output) {
    const MemoryFile answerFile(answer);
    const MemoryFile outputFile(output);
    return compare(makeComparatorSpec(name, {}).value(), answerFile.path(), outputFile.fd()).value();
}

/// The lines as `lines` sees them, one after the other.
std::vector<std::string> trimmedLines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        line.erase(line.find_last_not_of(" \t\v\f\r") + 1);
        lines.push_back(line);
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

std::vector<std::string> sortedLines(const std::string& text) {
    std::vector<std::string> lines = trimmedLines(text);
    std::erase(lines, std::string());
    std::ranges::sort(lines);
    return lines;
}

std::string randomText(QRandomGenerator& random, int size) {
    std::string text;
    for (int i = 0; i < size; ++i) {
        text += "a  \n\n\r\tb"[random.bounded(8)];
    }
    return text;
}

long peakKib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TestLineComparators : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<std::string>("output");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<std::string>("expected");
        QTest::addColumn<std::string>("got");
        const auto row = [](const std::string& name, const char* answer, const char* output, Kind kind, int line = 0,
                            int column = 0, const char* expected = "", const char* got = "") {
            QTest::addRow("%s: %s / %s", name.c_str(), answer, output)
                << name << std::string(answer) << std::string(output) << kind << line << column << std::string(expected)
                << std::string(got);
        };
        row("exact", "", "", Kind::None);
        row("exact", "a\nb\n", "a\nb\n", Kind::None);
        row("exact", "a\nb\n", "a\nB\n", Kind::DifferentByte, 2, 1, "b", "B");
        row("exact", "a\n", "a", Kind::DifferentByte, 1, 2, "\n", "");
        row("exact", "a", "a\n", Kind::DifferentByte, 1, 2, "", "\n");
        row("lines", "", "\n \n", Kind::None);
        row("lines", "a b\nc\n", "a b  \r\nc", Kind::None);
        row("lines", "a b\n", "a  b\n", Kind::DifferentLine, 1, 3, "a b", "a  b");
        row("lines", "a\n", " a\n", Kind::DifferentLine, 1, 1, "a", " a");
        row("lines", "a\nb\n", "a\n\nb\n", Kind::DifferentLine, 2, 1, "b", "");
        row("lines", "a\nbcd\n", "a \nbc \n", Kind::DifferentLine, 2, 3, "bcd", "bc");
        row("lines", "a\n\nb\n", "a\n", Kind::MissingLine, 2, 1, "b", "");
        row("lines", "a\n", "a\n \n b\n", Kind::ExtraLine, 3, 2, "", " b");
        row("unordered-lines", "a\nb\n", "b \r\n\na", Kind::None);
        row("unordered-lines", "a\na\nb\n", "a\nb\nb\n", Kind::UnwantedLine, 3, 1, "", "b");
        row("unordered-lines", "a\nb\n", "b\na\nx y\n", Kind::UnwantedLine, 3, 1, "", "x y");
        row("unordered-lines", "a\nb\n", "b\n", Kind::AbsentLine, 0, 0, "a", "");
        row("unordered-lines", "a b\n", "a  b\n", Kind::UnwantedLine, 1, 1, "", "a  b");
    }

    void decides() {
        QFETCH(std::string, name);
        QFETCH(std::string, answer);
        QFETCH(std::string, output);
        QFETCH(Kind, kind);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(std::string, expected);
        QFETCH(std::string, got);
        const Comparison result = comparison(name, answer, output);
        QCOMPARE(int(result.explanation.kind), int(kind));
        QCOMPARE(result.accepted, kind == Kind::None);
        QCOMPARE(int(result.explanation.line), line);
        QCOMPARE(int(result.explanation.column), column);
        QCOMPARE(result.explanation.expected, expected);
        QCOMPARE(result.explanation.got, got);
    }

    void agreesWithNaiveOnes() {
        QRandomGenerator random(7);
        int accepted = 0;
        for (int round = 0; round < 3'000; ++round) {
            const std::string answer = randomText(random, random.bounded(9));
            const std::string output = randomText(random, random.bounded(9));
            const bool lines = trimmedLines(answer) == trimmedLines(output);
            QCOMPARE(comparison("lines", answer, output).accepted, lines);
            QCOMPARE(comparison("unordered-lines", answer, output).accepted,
                     sortedLines(answer) == sortedLines(output));
            QCOMPARE(comparison("exact", answer, output).accepted, answer == output);
            accepted += lines ? 1 : 0;
        }
        QVERIFY(accepted > 75);
    }

    void comparesLongLinesAndManyInFlatMemory() {
        MemoryFile answer;
        MemoryFile output;
        const std::string blanks(1 << 20, ' ');
        std::string many;
        for (int i = 0; i < 100'000; ++i) {
            many += std::to_string(i) + "\n";
        }
        answer.write("x");
        output.write("x" + blanks);
        for (int i = 0; i < 20; ++i) {
            answer.write("\n" + many + "x");
            output.write("\r\n" + many + "x" + blanks);
        }
        const long before = peakKib();
        for (const char* name : {"lines", "unordered-lines"}) {
            const ComparatorSpec spec = makeComparatorSpec(name, {}).value();
            QVERIFY2(compare(spec, answer.path(), output.fd())->accepted, name);
        }
        QVERIFY2(peakKib() - before < 16 * 1024, qPrintable(QString::number(peakKib() - before)));
    }

    void showsLongLinesAroundTheDifference() {
        std::string answer(300'000, 'a');
        std::string output = answer;
        output[250'000] = 'x';
        const Explanation why = comparison("lines", answer, output).explanation;
        QCOMPARE(why.column, 250'001u);
        QCOMPARE(why.got.size(), 200u);
        QCOMPARE(why.got.at(250'000 - why.shownFrom), 'x');
    }

    void namesUnknownArguments() {
        const auto spec = makeComparatorSpec("exact", {"case_sensitive"});
        QCOMPARE(spec.error().code, std::string("comparator.bad-arguments"));
        QCOMPARE(spec.error().detail, std::string("unknown output validator argument \"case_sensitive\"; this "
                                                  "comparator takes none"));
        QCOMPARE(makeComparatorSpec("equal", {}).error().code, std::string("comparator.unknown"));
        QVERIFY(makeComparatorSpec("tokens", {"case_sensitive"})->caseSensitive);
    }

    void failsOnUnreadableFiles() {
        for (const char* name : {"exact", "lines", "unordered-lines"}) {
            const MemoryFile file("1");
            const ComparatorSpec spec = makeComparatorSpec(name, {}).value();
            QCOMPARE(compare(spec, "/nonexistent", file.fd()).error().code, std::string("file.unreadable"));
            QCOMPARE(compare(spec, file.path(), -1).error().code, std::string("file.unreadable"));
        }
    }
};

QTEST_GUILESS_MAIN(TestLineComparators)
#include "test_line_comparators.moc"
