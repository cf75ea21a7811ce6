// SPDX-License-Identifier: GPL-3.0-or-later
// What a package gives to programs beside standard input: arguments and files of a case, in real boxes.
#include "judge/report/capture.h"
#include "judge/report/report_json.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

struct Source {
    const char* language;
    const char* file;
    const char* code;
};

/// Each prints its arguments between brackets, a line each, and then the first line of "map.txt".
constexpr Source Echoes[] = {
    {"cpp", "mine.cpp", R"(#include <fstream>
#include <iostream>
#include <string>
int main(int count, char** words) {
    for (int i = 1; i < count; ++i) std::cout << '[' << words[i] << "]\n";
    std::string line;
    std::getline(std::ifstream("map.txt") >> std::ws, line);
    std::cout << line << "\n";
}
)"},
    {"python3", "mine.py",
     "import sys\nfor word in sys.argv[1:]: print('[' + word + ']')\nprint(open('map.txt').readline())"},
    {"java", "Mine.java", R"(import java.nio.file.*;
public class Mine {
    public static void main(String[] words) throws Exception {
        for (String word : words) System.out.println("[" + word + "]");
        System.out.println(Files.readAllLines(Path.of("map.txt")).get(0));
    }
}
)"},
};

/// Rejects the first of its words that it finds, and says in which file.
constexpr const char* StaticValidator = R"(import os, sys
language, entry, feedback = sys.argv[1:4]
for name in sorted(os.listdir('.')):
    for word in sys.argv[4:]:
        if word in open(name).read():
            open(feedback + 'teammessage.txt', 'w').write(f'{word} in {name} ({language}, {entry})')
            sys.exit(43)
sys.exit(42)
)";

/// A driver with main that the package includes, and a solution to it.
struct Driver {
    const char* driverName;
    const char* driver;
    Source solution;
};

/// Each prints twice the sum of two numbers.
constexpr Driver Drivers[] = {
    {"include/cpp/main.cpp",
     "#include <iostream>\nint add(int, int);\n"
     "int main() { int a, b; std::cin >> a >> b; std::cout << {{n}} * add(a, b) << '\\n'; }\n",
     {"cpp", "main.cpp", "int add(int a, int b) { return a + b; }\n"}},
    {"include/python3/__main__.py",
     "from mine import add\na, b = map(int, input().split())\nprint({{n}} * add(a, b))\n",
     {"python3", "mine.py", "def add(a, b): return a + b\n"}},
    {"include/java/Main.java",
     "import java.util.Scanner;\npublic class Main { public static void main(String[] words) {\n"
     "Scanner in = new Scanner(System.in);\nSystem.out.println({{n}} * Adder.add(in.nextInt(), in.nextInt())); } }\n",
     {"java", "Main.java", "class Adder { static int add(int a, int b) { return a + b; } }\n"}},
    {"include/c/driver.c",
     "#include <stdio.h>\nint add(int, int);\n"
     "int main(void) { int a, b; scanf(\"%d %d\", &a, &b); printf(\"%d\", {{n}} * add(a, b)); return 0; }\n",
     {"c", "mine.c", "int add(int a, int b) { return a + b; }\n"}},
    {"include/javascript/main.js",
     "const { add } = require('./mine.js');\n"
     "const [a, b] = require('fs').readFileSync(0, 'utf8').split(' ').map(Number);\nconsole.log({{n}} * add(a, b));\n",
     {"javascript", "mine.js", "exports.add = (a, b) => a + b;\n"}},
};

} // namespace

class TestInputsReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<tests::RealJudge> m_real;

    static TemporaryPackage package(const std::string& more = "") {
        auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\n" + more +
                                          "limits:\n  time_limit: 2\n  memory: 256\n");
        return package;
    }

    static JudgeRequest request(const TemporaryPackage& package, const Source& source) {
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(package.load().value());
        request.problemId = "test/sums";
        request.language = source.language;
        request.sources = {{source.file, source.code}};
        return request;
    }

    Report judged(const JudgeRequest& request) { return m_real->judge->judge(request, {}, {}); }

    static std::string toldOf(const Report& report) {
        std::string told = report.verdict ? std::string(code(*report.verdict)) : "none";
        told += report.error ? " " + report.error->code + ": " + report.error->detail : report.compile.output;
        for (const CaseResult& result : report.cases) {
            told += "\n" + result.name + ": " + readCapture(result.standardOutput, 0, 500) +
                    readCapture(result.standardError, 0, 500);
        }
        return told;
    }
    static void verifyVerdict(const Report& report, Verdict verdict) {
        QVERIFY2(report.verdict == verdict, toldOf(report).c_str());
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
    }

    void givesProgramsArgumentsAndFiles_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < 3; ++i) {
            QTest::newRow(Echoes[i].language) << i;
        }
    }
    void givesProgramsArgumentsAndFiles() {
        QFETCH(int, index);
        const auto package = TestInputsReal::package("constants: {n: 7}\n");
        package.write("data/secret/test_group.yaml", "args: [\"n={{n}}\"]\n");
        package.write("data/secret/1.files/map.txt", "plain\n");
        package.write("data/secret/1.ans", "[n=7]\nplain\n");
        package.write("data/secret/2.in", "");
        package.write("data/secret/2.yaml", "args: [-v, \"two words\", \"\", \"$HOME\\\\\", \"ä\"]\n");
        package.write("data/secret/2.files/map.txt", "other\n");
        package.write("data/secret/2.ans", "[-v]\n[two words]\n[]\n[$HOME\\]\n[ä]\nother\n");
        package.remove("data/sample");
        verifyVerdict(judged(request(package, Echoes[index])), Verdict::Accepted);
    }

    void letsTheWorkingFolderHoldTheCasesFilesAlone() {
        const auto package = TestInputsReal::package();
        package.write("data/secret/1.files/b/deep.txt", "x");
        package.write("data/secret/1.files/a.txt", "x");
        package.write("data/secret/1.ans", "['./a.txt', './b/deep.txt']");
        package.write("data/sample/1.ans", "[]");
        const Source listing{
            "python3", "mine.py",
            "import os\nprint(sorted(os.path.join(f, n) for f, _, names in os.walk('.') for n in names))"};
        verifyVerdict(judged(request(package, listing)), Verdict::Accepted);
    }

    void judgesACaseThatHasNoStandardInput() {
        const auto package = TestInputsReal::package();
        package.remove("data/secret/1.in");
        package.write("data/secret/1.yaml", "args: [\"4\"]\n");
        package.write("data/secret/1.ans", "4 0");
        package.write("data/sample/1.ans", "0 4");
        const Source both{"python3", "mine.py",
                          "import sys\nprint(sum(map(int, sys.argv[1:])), len(sys.stdin.read()))"};
        verifyVerdict(judged(request(package, both)), Verdict::Accepted);
    }

    void doesntCountFilesAgainstWhatAProgramMayWrite() {
        const auto package = TestInputsReal::package();
        package.write("data/sample/1.files/large", std::string(63 << 20, 'x'));
        package.write("data/sample/1.ans", "66060288");
        package.remove("data/secret");
        const Source writes{"python3", "mine.py",
                            "import os\nopen('/tmp/mine', 'wb').write(bytes(60 << 20))\n"
                            "print(os.path.getsize('large'))"};
        verifyVerdict(judged(request(package, writes)), Verdict::Accepted);
    }

    void tellsArgumentsAndFilesOfCasesThatMayBeSeen() {
        const auto package = TestInputsReal::package();
        for (const char* base : {"data/sample/1", "data/secret/1"}) {
            package.write(std::string(base) + ".yaml", "args: [-v, two words]\n");
            package.write(std::string(base) + ".files/map.txt", "x\n");
        }
        JudgeRequest wrong = request(package, {"python3", "mine.py", "print(4)"});
        wrong.allCases = true;
        const auto cases = toJson(judged(wrong), {})["cases"];
        QCOMPARE(cases[0]["arguments"].dump(), std::string("[\"-v\",\"two words\"]"));
        QCOMPARE(cases[0]["files"].dump(), std::string("[\"map.txt\"]"));
        QVERIFY(!cases[1].contains("arguments"));
        QVERIFY(!cases[1].contains("files"));
    }

    void joinsWhatThePackageIncludes_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < 5; ++i) {
            QTest::newRow(Drivers[i].driverName) << i;
        }
    }
    void joinsWhatThePackageIncludes() {
        QFETCH(int, index);
        const Driver& driver = Drivers[index];
        const auto package = TestInputsReal::package("constants: {n: 2}\n");
        package.write(driver.driverName, driver.driver);
        package.write("data/sample/1.ans", "6");
        package.write("data/secret/1.ans", "6");
        verifyVerdict(judged(request(package, driver.solution)), Verdict::Accepted);
    }

    void showsProgramsWhatThePackageIncludes() {
        const auto package = TestInputsReal::package("constants: {n: 2}\n");
        package.write("include/default/data.txt", "{{n}}, for all");
        package.write("include/default/mine.txt", "{{n}}, for all");
        package.write("include/python3/mine.txt", "{{n}}, for Python");
        package.write("data/secret/1.files/data.txt", "of the case {{n}}");
        package.write("data/sample/1.ans", "2, for all\n2, for Python");
        package.write("data/secret/1.ans", "of the case {{n}}\n2, for Python");
        const Source reads{"python3", "mine.py", "print(open('data.txt').read())\nprint(open('mine.txt').read())"};
        verifyVerdict(judged(request(package, reads)), Verdict::Accepted);
    }

    void putsIncludedFilesInThePlaceOfSubmittedOnes() {
        const auto package = TestInputsReal::package();
        package.write("include/cpp/sum.h", "inline int sum(int a, int b) { return a + b; }\n");
        JudgeRequest cheating =
            request(package, {"cpp", "mine.cpp",
                              "#include \"sum.h\"\n#include <iostream>\n"
                              "int main() { int a, b; std::cin >> a >> b; std::cout << sum(a, b); }\n"});
        cheating.sources.push_back({"sum.h", "inline int sum(int, int) { return 4; }\n"});
        verifyVerdict(judged(cheating), Verdict::Accepted);
    }

    void namesThePersonsFileAndLineBesideIncludedOnes() {
        const auto package = TestInputsReal::package();
        package.write("include/cpp/main.cpp", "int answer();\nint main() { return answer(); }\n");
        const Report report =
            judged(request(package, {"cpp", "main.cpp", "\n\nint answer() { return undeclared; }\n"}));
        verifyVerdict(report, Verdict::CompileError);
        QCOMPARE(report.compile.diagnostics.size(), std::size_t(1));
        QCOMPARE(report.compile.diagnostics.front().file, std::string("main.cpp"));
        QCOMPARE(report.compile.diagnostics.front().line, 3);
        const std::vector<std::string>& command = report.toolchain.compile;
        QVERIFY(std::ranges::find(command, "main.cpp") != command.end());
        QVERIFY(std::ranges::find(command, "solution.cpp") != command.end());
    }

    void compilesAnewWhenThePackageChanges() {
        const QTemporaryDir cache;
        auto started = tests::RealJudge::start({1, cache.path().toStdString()});
        QVERIFY(started.has_value());
        const auto package = TestInputsReal::package();
        package.write("include/c/number.h", "#define NUMBER 3\n");
        const Source solution{"c", "mine.c",
                              "#include \"number.h\"\n#include <stdio.h>\n"
                              "int main(void) { printf(\"%d\", NUMBER); return 0; }\n"};
        verifyVerdict((*started)->judge->judge(request(package, solution), {}, {}), Verdict::Accepted);
        QVERIFY((*started)->judge->judge(request(package, solution), {}, {}).compile.cached);
        package.write("include/c/number.h", "#define NUMBER 4\n");
        const Report changed = (*started)->judge->judge(request(package, solution), {}, {});
        QVERIFY(!changed.compile.cached);
        verifyVerdict(changed, Verdict::WrongAnswer);
    }

    void fillsConstantsIntoValidators() {
        const auto package = TestInputsReal::package("constants: {wanted: 77}\n");
        package.write("output_validator/check.py", "import sys\nsys.exit(42 if input() == '{{wanted}}' else 43)\n");
        verifyVerdict(judged(request(package, {"python3", "mine.py", "print(77)"})), Verdict::Accepted);
        verifyVerdict(judged(request(package, {"python3", "mine.py", "print(78)"})), Verdict::WrongAnswer);
    }

    void startsWhereItIsTold() {
        const auto package = TestInputsReal::package();
        JudgeRequest python = request(package, {"python3", "main.py", "print('the wrong file')"});
        python.sources.push_back({"right.py", "print(3)"});
        verifyVerdict(judged(python), Verdict::WrongAnswer);
        python.entrypoint = "right.py";
        verifyVerdict(judged(python), Verdict::Accepted);
        const std::string main = " { public static void main(String[] words) { System.out.println(";
        JudgeRequest java = request(package, {"java", "Main.java", ""});
        java.sources.front().content = "public class Main" + main + "4); } }";
        java.sources.push_back({"sums/Three.java", "package sums; public class Three" + main + "3); } }"});
        verifyVerdict(judged(java), Verdict::WrongAnswer);
        java.entrypoint = "sums.Three";
        verifyVerdict(judged(java), Verdict::Accepted);
    }

    void letsProgramsWriteAsMuchAsTheyMayPrint() {
        const auto package = TestInputsReal::package("allow_file_writing: true\n");
        auto problem = std::make_shared<Problem>(package.load().value());
        QCOMPARE(problem->warnings, std::vector<std::string>{});
        const Source writer{"python3", "mine.py", "open('large', 'wb').write(bytes(80 << 20))\nprint(3)\n"};
        JudgeRequest asked = request(package, writer);
        verifyVerdict(judged(asked), Verdict::RuntimeError);
        problem->limits.output = Bytes::mib(100);
        asked.problem = problem;
        verifyVerdict(judged(asked), Verdict::Accepted);
    }

    /// A package whose validator wants no word of its arguments in the sources, and says which.
    static TemporaryPackage strictPackage() {
        auto package = TestInputsReal::package();
        package.write("static_validator/check.py", StaticValidator);
        package.write("data/secret/test_group.yaml",
                      "static_validation_score: pass-fail\nstatic_validator_args: [eval, exit]\n");
        return package;
    }

    void rejectsSourcesThatThePackageRefuses() {
        const auto package = strictPackage();
        const Report good = judged(request(package, {"python3", "mine.py", "print(3)"}));
        QCOMPARE(good.staticResults.size(), std::size_t(1));
        QVERIFY2(good.staticResults[0].verdict == Verdict::Accepted, toldOf(good).c_str());
        JudgeRequest bad = request(package, {"python3", "mine.py", "print(eval('3'))"});
        const Report rejected = judged(bad);
        verifyVerdict(rejected, Verdict::WrongAnswer);
        QCOMPARE(rejected.staticResults[0].feedback.teamMessage, std::string("eval in mine.py (python3, mine.py)"));
        QVERIFY(rejected.cases.size() == 2 && rejected.cases[0].verdict == Verdict::Skipped);
        QCOMPARE(toJson(rejected, {})["static_validation"][0]["verdict"].get<std::string>(), std::string("WA"));
        bad.allCases = true;
        const Report all = judged(bad);
        verifyVerdict(all, Verdict::WrongAnswer);
        QVERIFY(all.cases[1].verdict == Verdict::Accepted);
    }

    void looksAtSourcesInARunOnlyAsTheSamplesHaveIt() {
        const auto package = strictPackage();
        JudgeRequest run = request(package, {"python3", "mine.py", "print(eval('3'))"});
        run.mode = Mode::Run;
        QVERIFY(judged(run).staticResults.empty());
        package.write("data/sample/test_group.yaml",
                      "static_validation_score: pass-fail\nstatic_validator_args: [eval]\n");
        run.problem = std::make_shared<const Problem>(package.load().value());
        const Report report = judged(run);
        verifyVerdict(report, Verdict::WrongAnswer);
        QVERIFY(report.cases[0].verdict != Verdict::Skipped);
    }

    void showsStaticValidatorsTheIncludedFilesAndTheClass() {
        const auto package = strictPackage();
        package.write("include/java/Main.java",
                      "public class Main { public static void main(String[] words) { Helper.exit(); } }\n");
        const Report report =
            judged(request(package, {"java", "mine.java", "class Helper { static void exit() {} }\n"}));
        QCOMPARE(report.staticResults[0].feedback.teamMessage, std::string("exit in Main.java (java, Main)"));
    }

    void blamesAStaticValidatorThatFails() {
        const auto package = strictPackage();
        package.write("static_validator/check.py", "import sys\nsys.exit(1)\n");
        const Report report = judged(request(package, {"python3", "mine.py", "print(3)"}));
        verifyVerdict(report, Verdict::JudgeError);
        QCOMPARE(report.error->code, std::string("checker.no-verdict"));
    }

    void judgesByTheCodeLimitWithoutWhatIsIncluded() {
        auto problem = std::make_shared<Problem>();
        const auto package = TestInputsReal::package();
        package.write("include/python3/table.py", "table = [" + std::string(64 << 10, ' ') + "]\n");
        *problem = package.load().value();
        problem->limits.code = Bytes::kib(1);
        JudgeRequest small = request(package, {"python3", "mine.py", "import table\nprint(3 + len(table.table))"});
        small.problem = problem;
        verifyVerdict(judged(small), Verdict::Accepted);
    }

    void blamesThePackageForAFileThatWentAway() {
        const auto package = TestInputsReal::package();
        package.write("data/sample/1.files/map.txt", "x\n");
        const JudgeRequest asked = request(package, Echoes[1]);
        package.remove("data/sample/1.files/map.txt");
        const Report report = judged(asked);
        verifyVerdict(report, Verdict::JudgeError);
        QCOMPARE(report.error->code, std::string("case.unreadable"));
        QVERIFY2(report.error->detail.starts_with("sample/1: "), report.error->detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestInputsReal)
#include "test_inputs_real.moc"
