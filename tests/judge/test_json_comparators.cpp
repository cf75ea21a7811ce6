// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator.h"
#include "tests/judge/memory_file.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace grindstone;
using namespace grindstone::judge;
using Kind = Explanation::Kind;

Q_DECLARE_METATYPE(Kind)

namespace {

Result<Comparison> comparison(const std::string& name, const QStringList& arguments, const std::string& answer,
                              const std::string& output) {
    std::vector<std::string> words;
    for (const QString& argument : arguments) {
        words.push_back(argument.toStdString());
    }
    const MemoryFile answerFile(answer);
    const MemoryFile outputFile(output);
    return compare(makeComparatorSpec(name, words).value(), answerFile.path(), outputFile.fd());
}

std::string list(const std::vector<std::string>& elements) {
    std::string text = "[";
    for (const std::string& element : elements) {
        text += (text.size() > 1 ? "," : "") + element;
    }
    return text + "]";
}

/// Pairs of a number within or beyond the usual tolerance of others, and a small integer.
std::string pair(QRandomGenerator& random, const std::string& integer) {
    static const std::array<std::string, 3> Near{"0.3", "0.30000000000000004", "0.29999999999999999"};
    return "[" + (random.bounded(8) == 0 ? "0.4" : Near[random.bounded(3U)]) + "," + integer + "]";
}

std::vector<std::string> randomElements(QRandomGenerator& random) {
    std::vector<std::string> elements;
    for (int i = random.bounded(1, 5); i > 0; --i) {
        elements.push_back(pair(random, std::to_string(random.bounded(3))));
    }
    return elements;
}

/// The same integers in another order, beside other numbers.
std::vector<std::string> shuffledNear(std::vector<std::string> elements, QRandomGenerator& random) {
    std::shuffle(elements.begin(), elements.end(), random);
    for (std::string& element : elements) {
        const std::size_t comma = element.find(',');
        element = pair(random, element.substr(comma + 1, element.size() - comma - 2));
    }
    return elements;
}

/// By trying all orders, each element compared in its text but for the numbers that are near each other.
bool equalInSomeOrder(std::vector<std::string> answer, std::vector<std::string> output) {
    const auto normalize = [](std::string& element) {
        element = (element.find("0.4") == 1 ? "far" : "near") + element.substr(element.find(','));
    };
    std::ranges::for_each(answer, normalize);
    std::ranges::for_each(output, normalize);
    return answer.size() == output.size() && std::ranges::is_permutation(answer, output);
}

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

} // namespace

class TestJsonComparators : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatDiffersAndWhere_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("output");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* label, const char* name, const QStringList& arguments, const char* answer,
                            const char* output, Kind kind, const char* path = "") {
            QTest::newRow(label) << QString::fromLatin1(name) << arguments << QString::fromUtf8(answer)
                                 << QString::fromUtf8(output) << kind << QString::fromLatin1(path);
        };
        const QStringList none;
        const QStringList near{QStringLiteral("float_tolerance"), QStringLiteral("0.01")};
        const QStringList any{QStringLiteral("any_order")};
        row("same", "json", none, "{\"a\": [1, null, true]}", "{ \"a\":[1,null,true] }\n\n", Kind::None);
        row("keys in another order", "json", none, "{\"a\": 1, \"b\": 2}", "{\"b\": 2, \"a\": 1}", Kind::None);
        row("equal numbers", "json", none, "[1, 2.5]", "[1.0, 25e-1]", Kind::None);
        row("another number", "json", none, "[1, 2]", "[1, 3]", Kind::DifferentValue, "$[1]");
        row("large integers", "json", none, "9007199254740993", "9007199254740992", Kind::DifferentValue, "$");
        row("another type", "json", none, "{\"a\": {\"b\": \"1\"}}", "{\"a\": {\"b\": 1}}", Kind::DifferentValue,
            "$.a.b");
        row("text differs", "json", none, "\"é\"", "\"e\"", Kind::DifferentValue, "$");
        row("element missing", "json", none, "[1, 2]", "[1]", Kind::MissingValue, "$[1]");
        row("element too many", "json", none, "[1]", "[1, 2]", Kind::ExtraValue, "$[1]");
        row("key missing", "json", none, "{\"a\": 1}", "{}", Kind::MissingValue, "$.a");
        row("key too many", "json", none, "{}", "{\"a\": 1}", Kind::ExtraValue, "$.a");
        row("order counts", "json", none, "[1, 2]", "[2, 1]", Kind::DifferentValue, "$[0]");
        row("any order", "json", any, "[[2, 1], {\"a\": [1, 2]}]", "[{\"a\": [2, 1]}, [1, 2]]", Kind::None);
        row("any order, not a set", "json", any, "[1, 1, 2]", "[1, 2, 2]", Kind::DifferentValue, "$[1]");
        row("near", "json", near, "[1, 100.0]", "[1.009, 100.9]", Kind::None);
        row("not near", "json", near, "[1, 100.0]", "[1.009, 102]", Kind::DifferentValue, "$[1]");
        row("value: integers are exact", "value", none, "1", "1.0", Kind::DifferentValue, "$");
        row("value: also with a tolerance", "value", near, "100", "101", Kind::DifferentValue, "$");
        row("value: usual tolerance", "value", none, "[0.1, 3e9]", "[0.10000000001, 3000000001]", Kind::None);
        row("value: beyond it", "value", none, "0.1", "0.1001", Kind::DifferentValue, "$");
        row("value: given tolerance", "value", near, "0.5", "0.505", Kind::None);
        row("not modulo 2^64", "json", none, "18446744073709551615", "-1", Kind::DifferentValue, "$");
        row("value: not modulo 2^64", "value", none, "[18446744073709551615]", "[-1]", Kind::DifferentValue, "$[0]");
        row("integer beside a double", "json", none, "9007199254740993", "9007199254740992.0", Kind::DifferentValue,
            "$");
        row("double beside an integer", "json", none, "9007199254740992.0", "9007199254740993", Kind::DifferentValue,
            "$");
        row("any order, large integers", "json", any, "[18446744073709551615, -1]", "[-1, 18446744073709551615]",
            Kind::None);
        row("any order, noise sorts first", "value", any, "[[0.3, 5], [0.30000000000000004, 3]]",
            "[[0.30000000000000004, 5], [0.3, 3]]", Kind::None);
        row("any order, near but another", "value", any, "[[0.3, 5], [0.3, 3]]", "[[0.3, 5], [0.3, 4]]",
            Kind::DifferentValue, "$[0][1]");
        row("more than 64 bits", "json", none, "-18446744073709551617", "-18446744073709551618", Kind::DifferentValue,
            "$");
        row("value: more than 64 bits", "value", none, "[100000000000000000000]", "[100000000000000000001]",
            Kind::DifferentValue, "$[0]");
        row("more than 64 bits, the same", "value", none, "100000000000000000001", "100000000000000000001", Kind::None);
        row("more than 64 bits, with exponent", "json", none, "1e20", "100000000000000000000", Kind::None);
        row("value: not with exponent", "value", none, "100000000000000000000", "1e20", Kind::DifferentValue, "$");
        row("more than 64 bits, near", "json", near, "100000000000000000000", "100000000000000000009", Kind::None);
        row("any order, more than 64 bits", "json", any, "[100000000000000000001, 1e20, 100000000000000000000, -5]",
            "[-5, 1e20, 100000000000000000000, 100000000000000000001]", Kind::None);
        row("not a text of digits", "json", none, "100000000000000000000", "\"100000000000000000000\"",
            Kind::DifferentValue, "$");
        row("a key with a point", "json", none, "{\"a.b\": {\"\": 1}}", "{\"a.b\": {\"\": 2}}", Kind::DifferentValue,
            "$[\"a.b\"][\"\"]");
        row("the last of a key counts", "json", none, "{\"a\": 2}", "{\"a\": 1, \"a\": 2}", Kind::None);
        row("value: text", "value", none, "\"ab\"", "\"ab\"", Kind::None);
        for (const char* broken : {"", "nul", "[1,]", "[1] 2", "{\"a\" 1}", "\"\\x\"", "[1", "1e999999", "NaN"}) {
            row(broken, "json", none, "[1]", broken, Kind::InvalidJson);
        }
    }

    void saysWhatDiffersAndWhere() {
        QFETCH(const QString, name);
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, answer);
        QFETCH(const QString, output);
        QFETCH(const Kind, kind);
        QFETCH(const QString, path);
        const auto result = comparison(name.toStdString(), arguments, answer.toStdString(), output.toStdString());
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(int(result->explanation.kind), int(kind));
        QCOMPARE(result->accepted, kind == Kind::None);
        QCOMPARE(QString::fromStdString(result->explanation.path), path);
    }

    void showsTheValuesAsJson() {
        const Explanation why = comparison("json", {}, "{\"a\":[1,\"x\"]}", "{\"a\":7.5}")->explanation;
        QCOMPARE(why.expected, std::string("[1,\"x\"]"));
        QCOMPARE(why.got, std::string("7.5"));
        const Explanation nested =
            comparison("json", {}, "[100000000000000000000,{\"a\":[],\"b\":{}}]", "0")->explanation;
        QCOMPARE(nested.expected, std::string("[100000000000000000000,{\"a\":[],\"b\":{}}]"));
    }

    void cutsWhatIsLong() {
        const std::string key(199, 'k');
        const Explanation why = comparison("json", {}, "{}", "{\"" + key + "é\": \"" + key + "é\"}")->explanation;
        QCOMPARE(why.path, "$." + key.substr(0, 198));
        QCOMPARE(why.got, "\"" + key);
        const Explanation torn = comparison("json", {}, "1", "\"" + key.substr(0, 198) + "é\"")->explanation;
        QCOMPARE(torn.got, "\"" + key.substr(0, 198));
    }

    void tellsWhereAnOutputStopsBeingJson() {
        const Explanation why = comparison("json", {}, "[1]", "[\n1, ?]")->explanation;
        QCOMPARE(why.line, 2U);
        QCOMPARE(why.column, 4U);
    }

    void rejectsWhatIsTooDeepOrBroken_data() {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("deep") << QByteArray::fromStdString(nested(100'000));
        QTest::newRow("just too deep") << QByteArray::fromStdString(nested(513));
        QTest::newRow("broken UTF-8") << QByteArray("[\"\xff\"]");
        QTest::newRow("NUL") << QByteArray("[1]\0[2]", 7);
        QTest::newRow("too large") << QByteArray(17 << 20, ' ');
    }
    void rejectsWhatIsTooDeepOrBroken() {
        QFETCH(const QByteArray, output);
        const auto result = comparison("json", {}, "[1]", output.toStdString());
        QVERIFY(result);
        QCOMPARE(int(result->explanation.kind), int(Kind::InvalidJson));
        QVERIFY(!result->explanation.message.empty());
        const auto swapped = comparison("json", {}, output.toStdString(), "[1]");
        QVERIFY(!swapped);
        QCOMPARE(swapped.error().code, std::string("comparator.bad-answer"));
    }

    void takesNoBracketInATextForDepth() {
        const std::string text = "\"\\\"" + std::string(600, '[') + "\"";
        QVERIFY(comparison("json", {}, text, text)->accepted);
    }

    /// Within the test's time only when it grows with the size alone.
    void readsManyObjects() {
        std::string text = "[";
        for (int i = 0; i < 1'000'000; ++i) {
            text += "{},";
        }
        QVERIFY(!comparison("json", {}, "[1]", text + "0]")->accepted);
    }

    void readsWhatIsDeepButAllowed() {
        QVERIFY(comparison("json", {QStringLiteral("any_order")}, nested(512), nested(512))->accepted);
    }

    void agreesWithTryingEveryOrder() {
        QRandomGenerator random(7);
        int accepted = 0;
        for (int i = 0; i < 3000; ++i) {
            const std::vector<std::string> answer = randomElements(random);
            const std::vector<std::string> output = i % 2 == 0 ? shuffledNear(answer, random) : randomElements(random);
            const bool expected = equalInSomeOrder(answer, output);
            accepted += expected ? 1 : 0;
            const auto result = comparison("value", {QStringLiteral("any_order")}, list(answer), list(output));
            QVERIFY2(result->accepted == expected, (list(answer) + " / " + list(output)).c_str());
        }
        QVERIFY(accepted > 300 && accepted < 2700);
    }

    /// Each pair is near, so that every order must be tried in vain.
    void boundsItsWork() {
        std::vector<std::string> answer;
        std::vector<std::string> output;
        for (int i = 0; i < 20'000; ++i) {
            answer.push_back("[0.5, " + std::to_string(i) + "]");
            output.push_back("[0.5, " + std::to_string(i + 100'000) + "]");
        }
        QVERIFY(!comparison("value", {QStringLiteral("any_order")}, list(answer), list(output))->accepted);
    }

    void knowsItsArguments() {
        QCOMPARE(makeComparatorSpec("json", {"case_sensitive"}).error().detail,
                 std::string("unknown output validator argument \"case_sensitive\"; known are any_order, "
                             "float_tolerance, float_absolute_tolerance and float_relative_tolerance"));
        QVERIFY(!makeComparatorSpec("lines", {"any_order"}));
    }
};

QTEST_APPLESS_MAIN(TestJsonComparators)
#include "test_json_comparators.moc"
