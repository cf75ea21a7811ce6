// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator.h"
#include "tests/judge/memory_file.h"

#include <QTest>

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
    }

    void tellsWhereAnOutputStopsBeingJson() {
        const Explanation why = comparison("json", {}, "[1]", "[\n1, ?]")->explanation;
        QCOMPARE(why.line, 2U);
        QCOMPARE(why.column, 4U);
    }

    void rejectsWhatIsTooDeepOrBroken_data() {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("deep") << QByteArray::fromStdString(nested(100'000));
        QTest::newRow("just too deep") << QByteArray::fromStdString(nested(514));
        QTest::newRow("broken UTF-8") << QByteArray("[\"\xff\"]");
        QTest::newRow("NUL") << QByteArray("[1]\0[2]", 7);
        QTest::newRow("too large") << QByteArray(65 << 20, ' ');
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

    void readsWhatIsDeepButAllowed() {
        QVERIFY(comparison("json", {QStringLiteral("any_order")}, nested(500), nested(500))->accepted);
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
