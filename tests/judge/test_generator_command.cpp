// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/generator_command.h"

#include "judge/package/case_numbers.h"
#include "judge/package/posix_words.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

const YamlReader Reader("generators/generators.yaml");

using Words = std::vector<std::string>;

YamlValue scalar(const std::string& text) {
    YamlValue value;
    value.kind = YamlValue::Kind::Scalar;
    value.line = 7;
    value.text = text;
    return value;
}

/// The words of a command as one text, or the error.
std::string read(const std::string& command, const CommandValues& values = {"testcase", {}, ""}) {
    const auto read = readGeneratorCommand(Reader, scalar(command), "generate", {{"n", "5"}}, values);
    if (!read) {
        return read.error().detail;
    }
    std::string text = "<" + read->program + ">";
    for (const std::string& argument : read->arguments) {
        text += "<" + argument + ">";
    }
    return text;
}

std::string names(const std::string& count) {
    const auto numbers = readCaseNumbers(Reader, parseYaml(count, "x").value());
    if (!numbers) {
        return numbers.error().detail;
    }
    std::string text;
    for (const std::string& name : numberNames(*numbers)) {
        text += name + " ";
    }
    return text;
}

} // namespace

class TestGeneratorCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsAsAShellDoes_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("blanks") << QStringLiteral("  a\tb\n c  ") << QStringLiteral("a|b|c");
        QTest::newRow("single quotes") << QStringLiteral("'a b'c '\\'") << QStringLiteral("a bc|\\");
        QTest::newRow("double quotes") << QStringLiteral("\"a \\\" \\\\ \\n b\"") << QStringLiteral("a \" \\ \\n b");
        QTest::newRow("backslashes") << QStringLiteral("\\ a\\ b\\\\ \\\"") << QStringLiteral(" a b\\|\"");
        QTest::newRow("empty words") << QStringLiteral("'' \"\" a") << QStringLiteral("||a");
        QTest::newRow("nothing") << QStringLiteral(" ") << QStringLiteral("-");
        QTest::newRow("open quotation") << QStringLiteral("a 'b") << QStringLiteral("no end");
        QTest::newRow("open double quotation") << QStringLiteral("\"b\\\"") << QStringLiteral("no end");
        QTest::newRow("backslash at the end") << QStringLiteral("b\\") << QStringLiteral("no end");
    }

    void splitsAsAShellDoes() {
        QFETCH(QString, line);
        QFETCH(QString, words);
        const auto split = posixWords(line.toStdString());
        QStringList list;
        for (const std::string& word : split.value_or(Words{"no end"})) {
            list.push_back(QString::fromStdString(word));
        }
        QCOMPARE(list.isEmpty() ? QStringLiteral("-") : list.join(QLatin1Char('|')), words);
    }

    /// As `int(hashlib.sha512(b"…").hexdigest(), 16) % 2**31` has it.
    void computesSeeds() {
        QCOMPARE(seedFrom(""), 0xf927da3eU & 0x7fffffffU);
        QCOMPARE(seedFrom("abc"), 0xa54ca49fU & 0x7fffffffU);
    }

    void fillsIn() {
        QCOMPARE(read("gen.py {{n}} a"), std::string("<gen.py><5><a>"));
        QCOMPARE(read("gen.py {count}", {"t", 12, ""}), std::string("<gen.py><12>"));
        QCOMPARE(read("gen.py {count}"), std::string("<gen.py><{count}>"));
        QCOMPARE(read("gen.py {name}-{name}"), std::string("<gen.py><testcase-testcase>"));
        const std::string seed = std::to_string(seedFrom("gen.py {seed} x"));
        QCOMPARE(read(" gen.py {seed} x\n"), "<gen.py><" + seed + "><x>");
        QCOMPARE(read("gen.py s={seed:12}!"), "<gen.py><s=" + std::to_string(seedFrom("gen.py s={seed:12}!")) + "!>");
        QCOMPARE(read("gen.py  {seed} x"), "<gen.py><" + std::to_string(seedFrom("gen.py  {seed} x")) + "><x>");
        QCOMPARE(read("gen.py {seed}", {"t", {}, "salt"}),
                 "<gen.py><" + std::to_string(seedFrom("saltgen.py {seed}")) + ">");
        QCOMPARE(read("gen.py {seed:} {seed:a} {seedling}"), std::string("<gen.py><{seed:}><{seed:a}><{seedling}>"));
    }

    void refuses() {
        const std::string place = "generators/generators.yaml:7: generate ";
        QCOMPARE(read(" "), place + "is no command; write a program and at most 255 arguments");
        QCOMPARE(read("gen.py 'a"), place + "has a quotation or a backslash without end; complete it");
        QCOMPARE(read("gen.py {seed} {seed:2}"), place + "has several {seed}; a command may have one");
        QCOMPARE(read("gen.py {seed}{seed}"), place + "has several {seed}; a command may have one");
        QCOMPARE(read(std::string(20000, 'x')), place + "is longer than 16 KiB, constants filled in; shorten it");
        QCOMPARE(read(std::string("a\0b", 3)), place + "is no command; write a program and at most 255 arguments");
    }

    void numbersCases() {
        QCOMPARE(names("3"), std::string("1 2 3 "));
        QCOMPARE(names("10").substr(0, 6), std::string("01 02 "));
        QCOMPARE(names("1"), std::string("1 "));
        QCOMPARE(names("-1..=1"), std::string("-1 00 01 "));
        QCOMPARE(names("[7, -3]"), std::string("7 -3 "));
        QCOMPARE(names("[2, 1, 10, 3]"), std::string("2 1 10 3 "));
        QCOMPARE(names("[8, 9, 10]"), std::string("08 09 10 "));
        QCOMPARE(paddedNumber(3, 12), std::string("03"));
        for (const char* bad : {"0", "101", "x", "1..=200", "3..=1", "[]", "[1, 1]", "[1, x]", "{a: 1}", "1.5",
                                "99999999999999999999", "-9223372036854775808..=-9223372036854775808"}) {
            QVERIFY2(names(bad).starts_with("generators/generators.yaml:1: count is not from 1 to 100 cases"), bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestGeneratorCommand)
#include "test_generator_command.moc"
