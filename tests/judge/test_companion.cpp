// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/companion.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

constexpr const char* Whole = R"({
    "name": "B. Sums & more", "group": "Somewhere - Round `1`", "url": "https:/)" // moc takes two strokes for a comment
                              R"(/example.org/p/1",
    "interactive": false, "memoryLimit": 256, "timeLimit": 1500, "testType": "single",
    "tests": [{"input": "1 2\n", "output": "3\n"}, {"input": "4 5\n", "output": "9\n"}],
    "input": {"type": "stdin"}, "output": {"type": "stdout"},
    "languages": {"java": {"mainClass": "Main", "taskClass": "BSumsMore"}},
    "batch": {"id": "123e67c8-03c6-44a4-a3f9-5918533f9fb2", "size": 1}
})";

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestCompanion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAPackage() {
        const TemporaryPackage place;
        const auto target = place.outside() / "made";
        const Result<void> done = convertCompanion("p.json", Whole, target);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        const Result<Problem> problem = loadPackage(target);
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(problem->warnings,
                 (std::vector<std::string>{"data/secret: there are no secret cases; the samples alone decide"}));
        QCOMPARE(problem->name, std::string("B. Sums & more"));
        QCOMPARE(problem->limits.cpuTime.count(), 1500);
        QVERIFY(problem->limits.memory == Bytes::mib(256));
        QCOMPARE(problem->cases.size(), std::size_t(2));
        QCOMPARE(problem->cases[1].name, std::string("sample/2"));
        QCOMPARE(contentOf(problem->cases[1].answerPath), std::string("9\n"));
        QCOMPARE(contentOf(target / "statement/problem.en.md"),
                 std::string("Only the examples of this problem are here. Its statement is where it comes from, "
                             "`Somewhere - Round '1'`:\n\n`https://example.org/p/1`\n"));
    }

    void readsWhatIsThere() {
        const Result<CompanionProblem> problem =
            readCompanion("p.json", R"({"name": "Ü", "timeLimit": 0.5, "tests": [{"input": "", "output": ""}]})");
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(problem->slug, std::string("problem"));
        QCOMPARE(*problem->timeLimit, 0.001);
        QVERIFY(!problem->memoryMib);
        QCOMPARE(readCompanion("p.json", Whole)->slug, std::string("b-sums-more"));
        QCOMPARE(readCompanion("p.json", Whole)->group, std::string("Somewhere - Round `1`"));
    }

    void namesWhatIsWrong_data() {
        QTest::addColumn<std::string>("json");
        QTest::addColumn<std::string>("error");
        const auto row = [](const char* name, std::string json, const char* error) {
            QTest::newRow(name) << std::move(json) << std::string(error);
        };
        const std::string tests = R"("tests": [{"input": "", "output": ""}])";
        row("no JSON", "{", "package.invalid: p.json: not valid JSON; get it from Competitive Companion again");
        row("not UTF-8", "{\"name\": \"\xff\"}",
            "package.invalid: p.json: not valid JSON; get it from Competitive Companion again");
        row("a list", "[]",
            "package.invalid: p.json: this is no object of Competitive Companion's; give the JSON of one problem, as "
            "the extension sends it");
        row("no name", "{" + tests + "}", "package.invalid: p.json: name is missing; write a text");
        row("name a number", "{\"name\": 1, " + tests + "}",
            "package.invalid: p.json: name is no text; write one, in quotation marks");
        row("no tests", R"({"name": "x"})",
            "package.invalid: p.json: there are no tests; a problem needs at least one in \"tests\"");
        row("empty tests", R"({"name": "x", "tests": []})",
            "package.invalid: p.json: there are no tests; a problem needs at least one in \"tests\"");
        row("test a text", R"({"name": "x", "tests": ["1"]})",
            "package.invalid: p.json: tests[0] is no object; write {\"input\": …, \"output\": …}");
        row("no output", R"({"name": "x", "tests": [{"input": "1"}]})",
            "package.invalid: p.json: tests[0].output is missing; write a text");
        row("input a number", R"({"name": "x", "tests": [{"input": 1, "output": ""}]})",
            "package.invalid: p.json: tests[0].input is no text; write one, in quotation marks");
        row("time below 0", "{\"name\": \"x\", \"timeLimit\": -5, " + tests + "}",
            "package.invalid: p.json: timeLimit is no number of milliseconds above 0 and not above 86400000; write "
            "one, or leave it out");
        row("memory a text", "{\"name\": \"x\", \"memoryLimit\": \"256\", " + tests + "}",
            "package.invalid: p.json: memoryLimit is no number of megabytes above 0 and not above 1048576; write one, "
            "or leave it out");
        row("memory huge", "{\"name\": \"x\", \"memoryLimit\": 1e300, " + tests + "}",
            "package.invalid: p.json: memoryLimit is no number of megabytes above 0 and not above 1048576; write one, "
            "or leave it out");
        row("interactive", "{\"name\": \"x\", \"interactive\": true, " + tests + "}",
            "package.unsupported: p.json: this problem is interactive, and its interactor is only where it comes from; "
            "solve it there");
        row("input file", "{\"name\": \"x\", \"input\": {\"type\": \"file\", \"fileName\": \"/etc/x\"}, " + tests + "}",
            "package.unsupported: p.json: input.type is \"file\"; only problems with \"stdin\" can be judged");
        row("output file", "{\"name\": \"x\", \"output\": {\"type\": \"file\"}, " + tests + "}",
            "package.unsupported: p.json: output.type is \"file\"; only problems with \"stdout\" can be judged");
        row("deep nesting", "{\"name\": " + std::string(1'000'000, '['),
            "package.invalid: p.json: not valid JSON; get it from Competitive Companion again");
        row("too large", "\"" + std::string(16 << 20, 'x') + "\"",
            "package.invalid: p.json: larger than 16 MiB; a text of this kind is far smaller, so look what it holds");
        std::string many = R"({"name": "x", "tests": [{})";
        for (int i = 0; i < 1000; ++i) {
            many += ",{}";
        }
        row("too many tests", many + "]}", "package.invalid: p.json: more than 1000 tests; remove some");
    }

    void namesWhatIsWrong() {
        QFETCH(const std::string, json);
        QFETCH(const std::string, error);
        const Result<CompanionProblem> problem = readCompanion("p.json", json);
        QVERIFY(!problem);
        QCOMPARE(problem.error().code + ": " + problem.error().detail, error);
    }

    void bracketsInTextsAreNoNesting() {
        const std::string name = "x\\\"" + std::string(100, '[');
        const std::string json = "{\"name\": \"" + name + "\", \"tests\": [{\"input\": \"\", \"output\": \"\"}]}";
        QVERIFY(readCompanion("p.json", json));
    }
};

QTEST_APPLESS_MAIN(TestCompanion)
#include "test_companion.moc"
