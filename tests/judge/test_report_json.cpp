// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/report/report_json.h"
#include "sandbox/box.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;
using Json = nlohmann::ordered_json;

class TestReportJson : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    std::string write(const std::string& name, const std::string& text) const {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static SharedCapture captured(std::string_view text, bool cut = false) {
        sandbox::Capture capture{*sandbox::sealedMemory("test", text), Bytes(text.size()), cut};
        return std::make_shared<const sandbox::Capture>(std::move(capture));
    }
    CaseResult shownCase() const {
        CaseResult result;
        result.name = "sample/1";
        result.verdict = Verdict::WrongAnswer;
        result.cpu = 2'900us;
        result.wall = 3ms;
        result.memory = Bytes::kib(3400);
        result.exitCode = 0;
        result.inputPath = write("in", "1 2\n");
        result.answerPath = write("ans", "3\n");
        result.standardOutput = captured("4\n");
        result.standardError = captured("");
        return result;
    }
    static Report reportWith(std::vector<CaseResult> cases) {
        Report report;
        report.problemId = "starter/two-sum";
        report.language = "cpp";
        report.verdict = Verdict::WrongAnswer;
        report.comparator = "tokens";
        report.toolchain = {"g++ 12", {"g++", "main.cpp"}};
        report.compile.ok = true;
        report.compile.wall = 412ms;
        report.limits = {1000ms, 3000ms, Bytes::mib(256), Bytes::mib(64), LimitSource::Package};
        report.wall = 240ms;
        report.tier = sandbox::Tier::Full;
        report.memorySource = sandbox::MemorySource::Cgroup2;
        report.cases = std::move(cases);
        return report;
    }
    static void compareJson(const Json& actual, const char* expected) {
        const Json wanted = Json::parse(expected);
        QVERIFY2(actual == wanted, (actual.dump(1) + "\n--- expected\n" + wanted.dump(1)).c_str());
    }

private Q_SLOTS:
    void writesTheWholeReport() {
        JsonOptions options;
        options.caseMessage = [](const CaseResult&, const EffectiveLimits& limits) {
            return "limit " + std::to_string(limits.cpuTime.count());
        };
        compareJson(toJson(reportWith({shownCase()}), options), R"json({
            "schema": "grindstone-report/1", "problem": "starter/two-sum", "language": "cpp", "mode": "submit",
            "verdict": "WA", "score": null, "comparator": "tokens",
            "toolchain": {"version": "g++ 12", "compile": ["g++", "main.cpp"]},
            "compile": {"verdict": "ok", "wall_ms": 412, "cached": false, "output": "", "diagnostics": [],
                        "limit_hit": null, "signal": null, "truncated": []},
            "limits": {"cpu_ms": 1000, "wall_ms": 3000, "memory_kib": 262144, "output_kib": 65536, "source": "package"},
            "totals": {"cases": 1, "passed": 0, "cpu_ms_max": 2, "memory_kib_max": 3400, "wall_ms": 240},
            "sandbox": {"tier": "full", "memory": "cgroup2"},
            "cases": [{"name": "sample/1", "visibility": "shown", "verdict": "WA", "cpu_ms": 2, "wall_ms": 3,
                       "memory_kib": 3400, "exit_code": 0, "signal": null, "limit_hit": null, "message": "limit 1000",
                       "input": "1 2\n", "expected": "3\n", "actual": "4\n", "stderr": "", "truncated": [],
                       "rerun": false, "blocked_calls": []}]})json");
    }

    void tellsScores() {
        Report report = reportWith({shownCase()});
        QVERIFY(!toJson(report, {}).contains("groups"));
        QVERIFY(!toJson(report, {}).contains("max_score"));
        report.verdict = Verdict::Partial;
        report.score = 40;
        report.maxScore = 100;
        report.groups = {{"data", Verdict::Partial, 40, 100}, {"secret/a", Verdict::Skipped, {}, {}}};
        report.cases[0].score = 2.5;
        report.cases[0].maxScore = 10;
        const Json json = toJson(report, {});
        compareJson(json["verdict"], R"("PA")");
        compareJson(json["score"], "40.0");
        compareJson(json["max_score"], "100.0");
        compareJson(json["groups"], R"json([{"name": "data", "verdict": "PA", "score": 40.0, "max_score": 100.0},
            {"name": "secret/a", "verdict": "SK", "score": null, "max_score": null}])json");
        compareJson(json["cases"][0]["score"], "2.5");
        compareJson(json["cases"][0]["max_score"], "10.0");
        report.cases[0].score.reset();
        report.cases[0].feedback.score = 7;
        compareJson(toJson(report, {})["cases"][0]["score"], "7.0");
    }

    void hidesWhatAPersonMayNotSee_data() {
        QTest::addColumn<int>("visibility");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("input");
        QTest::newRow("input only") << static_cast<int>(Visibility::InputOnly) << QStringLiteral("input") << true;
        QTest::newRow("verdict only") << static_cast<int>(Visibility::VerdictOnly) << QStringLiteral("verdict")
                                      << false;
    }
    void hidesWhatAPersonMayNotSee() {
        QFETCH(int, visibility);
        QFETCH(QString, name);
        QFETCH(bool, input);
        CaseResult result = shownCase();
        result.visibility = static_cast<Visibility>(visibility);
        result.uncaught = UncaughtError{"ValueError", "the secret"};
        const Json json = toJson(reportWith({result}), {})["cases"][0];
        QCOMPARE(json["visibility"].get<std::string>(), name.toStdString());
        QVERIFY(json["input"] == (input ? Json("1 2\n") : Json(nullptr)));
        for (const char* key : {"expected", "actual", "stderr"}) {
            QVERIFY2(json[key].is_null(), key);
        }
        QVERIFY(!json.contains("exception"));
    }

    void namesTheExceptionOfAShownCase() {
        CaseResult result = shownCase();
        QVERIFY(!toJson(reportWith({result}), {})["cases"][0].contains("exception"));
        result.uncaught = UncaughtError{"Error", "bad \xFF byte"};
        compareJson(toJson(reportWith({result}), {})["cases"][0]["exception"],
                    R"({"name": "Error", "message": "bad \ufffd byte"})");
    }

    void cutsLongTextsUnlessFullIsWanted() {
        CaseResult result = shownCase();
        const std::string text = std::string(4095, 'x') + "\xE2\x82\xAC" + "end";
        result.inputPath = write("long", text);
        result.standardOutput = captured(std::string(4096, 'y'));
        result.standardError = captured("short", true);
        const Json cut = toJson(reportWith({result}), {})["cases"][0];
        QVERIFY(cut["input"] == std::string(4095, 'x'));
        QVERIFY(cut["actual"] == std::string(4096, 'y'));
        QVERIFY(!cut.contains("input_base64"));
        compareJson(cut["truncated"], R"(["input", "stderr"])");
        JsonOptions full;
        full.full = true;
        const Json whole = toJson(reportWith({result}), full)["cases"][0];
        QVERIFY(whole["input"] == text);
        compareJson(whole["truncated"], R"(["stderr"])");
    }

    void showsTheTalkOfAnInteractiveCase() {
        CaseResult result = shownCase();
        sandbox::Transcript talk(Bytes::kib(16));
        talk.add(Interaction::Interactor, 1'900us, "3\n");
        talk.add(Interaction::Program, 2ms, "? \xFF\n");
        result.interaction = Interaction{Interaction::Note::None, std::make_shared<const sandbox::Transcript>(talk)};
        const Json json = toJson(reportWith({result}), {})["cases"][0];
        compareJson(json["transcript"], R"([{"from": "interactor", "text": "3\n", "at_ms": 1},
            {"from": "submission", "text": "? \ufffd\n", "text_base64": "PyD/Cg==", "at_ms": 2}])");
        for (const char* hidden : {"input", "expected", "actual"}) {
            QVERIFY(json[hidden].is_null());
        }
        compareJson(json["truncated"], "[]");

        talk.add(Interaction::Interactor, 3ms, std::string(40'000, 'x'));
        result.interaction->transcript = std::make_shared<const sandbox::Transcript>(talk);
        const Json cut = toJson(reportWith({result}), {})["cases"][0];
        compareJson(cut["truncated"], R"(["transcript"])");
        QCOMPARE(cut["transcript"][2]["text"].get<std::string>().size(), std::size_t(4096));
        QVERIFY(cut["transcript"][3]["omitted_bytes"] > 20'000);

        result.customInput = "7\n";
        QVERIFY(toJson(reportWith({result}), {})["cases"][0]["input"] == "7\n");
        result.visibility = Visibility::InputOnly;
        result.customInput.reset();
        const Json hidden = toJson(reportWith({result}), {})["cases"][0];
        QVERIFY(!hidden.contains("transcript") && hidden["input"].is_null());
    }

    void standsForBytesThatAreNotText() {
        CaseResult result = shownCase();
        result.standardOutput = captured(std::string_view("a\xFF\0b", 4));
        const Json json = toJson(reportWith({result}), {})["cases"][0];
        QVERIFY(json["actual"] == std::string("a\xEF\xBF\xBD\0b", 6));
        QVERIFY(json["actual_base64"] == "Yf8AYg==");
        QVERIFY(!json.contains("stderr_base64"));
        QVERIFY(Json::parse(json.dump()) == json);
    }

    void survivesBadBytesEverywhere() {
        Report report = reportWith({shownCase()});
        report.problemId = "\xFF";
        report.comparator = "\xFF";
        report.compile.diagnostics = {{"\xFF.c", 1, 2, "error", "\xFF"}};
        report.cases[0].name = "\xFF";
        report.cases[0].blockedCalls = {"\xFF"};
        report.cases[0].error = Error{"x.y", "\xFF"};
        report.error = Error{"x.y", "\xFF"};
        QVERIFY(!toJson(report, {}).dump().empty());
    }

    void showsACustomCaseWithoutAnswer() {
        CaseResult result = shownCase();
        result.verdict.reset();
        result.customInput = "7\n";
        result.inputPath.clear();
        result.answerPath.clear();
        Report report = reportWith({result});
        report.verdict.reset();
        report.mode = Mode::Run;
        const Json json = toJson(report, {});
        QVERIFY(report.success());
        QVERIFY(json["mode"] == "run");
        QVERIFY(json["verdict"].is_null());
        QVERIFY(json["cases"][0]["verdict"].is_null());
        QVERIFY(json["cases"][0]["input"] == "7\n");
        QVERIFY(json["cases"][0]["expected"].is_null());
    }

    void namesLimitsAndSignals() {
        using sandbox::LimitHit;
        const std::vector<std::pair<LimitHit, Json>> names{{LimitHit::Cpu, "cpu"},
                                                           {LimitHit::Wall, "wall"},
                                                           {LimitHit::Memory, "memory"},
                                                           {LimitHit::Output, "output"}};
        for (const auto& [limit, name] : names) {
            CaseResult result = shownCase();
            result.limit = limit;
            result.exitCode.reset();
            result.signal = 11;
            const Json json = toJson(reportWith({result}), {})["cases"][0];
            QVERIFY(json["limit_hit"] == name);
            QVERIFY(json["exit_code"].is_null());
            QVERIFY(json["signal"] == 11);
        }
    }

    void showsACompileError() {
        Report report = reportWith({});
        report.verdict = Verdict::CompileError;
        report.compile = {false, 20ms, false, "main.cpp:3:5: error: no\n", {{"a.cpp", 3, 5, "error", "no"}}, {}, {}};
        report.compile.limit = sandbox::LimitHit::Memory;
        report.compile.signal = 6;
        compareJson(toJson(report, {})["compile"], R"({
            "verdict": "CE", "wall_ms": 20, "cached": false, "output": "main.cpp:3:5: error: no\n",
            "diagnostics": [{"file": "a.cpp", "line": 3, "column": 5, "severity": "error", "message": "no"}],
            "limit_hit": "memory", "signal": 6, "truncated": []})");
    }

    void showsAJudgeErrorWithItsHint() {
        Report report = reportWith({});
        report.verdict = Verdict::JudgeError;
        report.compile = {};
        report.error = Error{"language.not-installed", "C++: no g++"};
        JsonOptions options;
        options.hint = [](const Error& error) { return "about " + error.code; };
        const Json json = toJson(report, options);
        QVERIFY(json["verdict"] == "JE");
        QVERIFY(json["compile"]["verdict"].is_null());
        compareJson(json["error"], R"({"code": "language.not-installed", "detail": "C++: no g++",
                                       "hint": "about language.not-installed"})");
        QVERIFY(!report.success());
    }

    void showsAnErrorOfTheCommandItself() {
        compareJson(toJson(Error{"package.invalid", "problem.yaml:3: no"}, {}),
                    R"({"schema": "grindstone-error/1",
                        "error": {"code": "package.invalid", "detail": "problem.yaml:3: no", "hint": ""}})");
    }

    void countsAndSucceeds() {
        Report report = reportWith({shownCase(), shownCase()});
        report.cases[1].verdict = Verdict::Accepted;
        QCOMPARE(report.passed(), std::size_t(1));
        QVERIFY(!report.success());
        report.verdict = Verdict::Accepted;
        QVERIFY(report.success());
        report.cancelled = true;
        QVERIFY(!report.success());
        QVERIFY(toJson(report, {})["cancelled"] == true);
    }

    void readsPartsOfACapture() {
        const SharedCapture capture = captured("0123456789");
        QCOMPARE(readCapture(capture, 2, 3), std::string("234"));
        QCOMPARE(readCapture(capture, 8, 100), std::string("89"));
        QCOMPARE(readCapture(capture, 10, 1), std::string());
        QCOMPARE(readCapture(capture, ~0ULL, ~0ULL), std::string());
        QCOMPARE(readCapture(nullptr, 0, 10), std::string());
    }
};

QTEST_GUILESS_MAIN(TestReportJson)
#include "test_report_json.moc"
