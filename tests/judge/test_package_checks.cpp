// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/finding_collector.h"
#include "judge/verify/package_checks.h"
#include "tests/judge/polygon_package.h"

#include <QTest>

#include <algorithm>
#include <functional>

#include <sys/stat.h>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

using Change = std::function<void(const TemporaryPackage&)>;

constexpr const char* ProblemYaml = "problem_format_version: 2025-09\n"
                                    "name: Sums\n"
                                    "uuid: 6f3a2c3e-0d6b-4c52-9a55-3f5b6d0c7a11\n"
                                    "license: cc0\n"
                                    "rights_owner: Nobody\n"
                                    "limits:\n"
                                    "  time_limit: 1\n";

/// A package in which nothing is to be found.
TemporaryPackage complete() {
    TemporaryPackage package;
    package.write("problem.yaml", ProblemYaml);
    package.write("statement/problem.en.md", "Add.\n");
    package.addCase("data/sample/1");
    package.write("data/secret/1.in", "3 4\n");
    package.write("data/secret/1.ans", "7\n");
    package.write("input_validators/check.py", "exit(42)\n");
    package.write("submissions/accepted/a.py", "print(sum(map(int, input().split())))\n");
    return package;
}

TemporaryPackage completeLegacy() {
    TemporaryPackage package = complete();
    package.write("problem.yaml", "name: Sums\nlicense: cc0\nrights_owner: Nobody\n");
    package.write(".timelimit", "1\n");
    package.write("problem_statement/problem.en.tex", "\\problemname{Sums}\nAdd.\n");
    package.remove("statement");
    return package;
}

std::string joined(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += (finding.severity == Severity::Error ? "error " : "warning ") + textOf(finding) + "\n";
    }
    return text;
}

Change writes(const std::string& file, const std::string& content) {
    return [=](const TemporaryPackage& package) { package.write(file, content); };
}

Change removes(const std::string& file) {
    return [=](const TemporaryPackage& package) { package.remove(file); };
}

Change adds(const std::string& yaml) {
    return writes("problem.yaml", ProblemYaml + yaml);
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestPackageChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInAGoodPackage();
    void findsNothingInTheStarterPack();
    void saysWhatIsOdd_data();
    void saysWhatIsOdd();
    void saysWhatIsOddInALegacyPackage_data();
    void saysWhatIsOddInALegacyPackage();
    void saysWhenThereIsNoPackage();
    void looksAtPackagesOfPolygon();
    void saysWhatCannotBeRead();
    void refusesWhatIsNoFile();
    void keepsTheFirstOfAKindAndACount();
    void keepsWhatReadersSayOfEachPart();
    void boundsWhatItLooksAt();
    void sortsFindingsAndDropsDoubles();
    void endsWhenStopped();

private:
    static void addColumns() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<std::string>("findings");
    }
    static void add(const char* name, const Change& change, const std::string& findings) {
        QTest::newRow(name) << change << findings;
    }
    static void addLayout();
    static void addData();
    static void addMetadata();
    static void addNames();
    static void addTexts();
    static void addSubmissions();
};

void TestPackageChecks::findsNothingInAGoodPackage() {
    QCOMPARE(joined(checkPackage(complete().path())), std::string());
    QCOMPARE(joined(checkPackage(completeLegacy().path())), std::string());
}

void TestPackageChecks::findsNothingInTheStarterPack() {
    const std::filesystem::path pack = std::filesystem::path(GRINDSTONE_SOURCE_DIR) / "problemsets/starter";
    int packages = 0;
    for (const auto& entry : std::filesystem::directory_iterator(pack)) {
        if (isPackage(entry.path())) {
            ++packages;
            QCOMPARE(joined(checkPackage(entry.path())), std::string());
        }
    }
    QVERIFY(packages >= 5);
}

void TestPackageChecks::addLayout() {
    add("unknown folder", writes("notes/a.txt", "a\n"),
        "warning notes: the format knows no folder of this name, so it is ignored; correct the name, or remove it\n");
    add("unknown file", writes("notes.txt", "a\n"),
        "warning notes.txt: the format knows no file of this name here, so it is ignored; correct the name, or remove "
        "it\n");
    add("known files", writes("README.md", "a\n"), "");
    add("hidden files", writes(".git/config", "a\n"), "");
    add("folder of the legacy format", writes("problem_statement/figure.png", "a\n"),
        "warning problem_statement: this folder belongs to the legacy version of the format, not to this package's; "
        "call it statement\n");
    add("graders", writes("graders/g.py", "a\n"),
        "warning graders: this folder belongs to the legacy version of the format, not to this package's; "
        "score_aggregation in test_group.yaml does what it did\n");
    add("file for a folder", writes("attachments", "a\n"), "error attachments: this is a file; make it a folder\n");
    add("other extension", writes("problem.yml", "a\n"),
        "error problem.yml: this name is not read; call it problem.yaml\n");
    add("bad name", writes("statement/two words.png", "a\n"),
        "warning statement/two words.png: ignored, since names may hold only letters, digits, \".\", \"-\" and \"_\", "
        "and not begin with \"-\"; rename it\n");
    add(
        "link out of the package",
        [](const TemporaryPackage& package) { package.link("/etc/passwd", "statement/figure.png"); },
        "error statement/figure.png: this link leads out of the package, to /etc/passwd; put the file itself into the "
        "package\n");
    add(
        "link to nothing", [](const TemporaryPackage& package) { package.link("none.png", "attachments/figure.png"); },
        "error attachments/figure.png: this link leads nowhere (No such file or directory); correct it or put the file "
        "itself here\n");
    add(
        "link in the package",
        [](const TemporaryPackage& package) { package.link("../problem.yaml", "attachments/settings.yaml"); }, "");
    add(
        "folder in attachments",
        [](const TemporaryPackage& package) {
            package.write("attachments/tool/a.py", "a\n");
            package.write("attachments/templates/cpp/a.cpp", "a\n");
        },
        "warning attachments/tool: people are given the files of attachments/ alone, and no folder but templates; put "
        "it into a zip file\n");
    add("no input validators", removes("input_validators"),
        "warning input_validators: there is no program that checks the inputs; add one, which accepts an input by exit "
        "code 42\n");
    add("no statement", removes("statement"),
        "warning statement: there is no statement; write one into statement/problem.en.md\n");
}

void TestPackageChecks::addData() {
    add("something else in data", writes("data/generate.py", "a\n"),
        "warning data/generate.py: ignored, since only sample, secret, invalid_input, invalid_output and valid_output "
        "are looked at here; move it there, or remove it\n");
    add("unknown kind of file", writes("data/secret/1.input", "a\n"),
        "warning data/secret/1.input: ignored, since test cases have no file of this kind; correct the name, or remove "
        "it\n");
    add("no input", writes("data/secret/2.png", "a\n"),
        "warning data/secret/2.png: ignored, since there is no .in file of that name beside it; add one, or remove "
        "it\n");
    add(
        "an input that is made",
        [](const TemporaryPackage& package) {
            package.write("data/secret/2.png", "a\n");
            package.write("grindstone.yaml",
                          "generators: {cases: {secret/2: {input: \"1 2\\n\", answer: \"3\\n\"}}}\n");
        },
        "");
    add("no input, but an answer", writes("data/secret/2.ans", "a\n"),
        "warning data/secret/2.ans: ignored, since there is no .in file of that name beside it\n");
    add("interaction alone", writes("data/sample/2.interaction", "<1\n"), "");
    add("shown alone", writes("data/sample/2.in.statement", "1\n"),
        "warning data/sample/2.in.statement: what is shown is not what can be downloaded; add .in.download\n");
    add("settings of the legacy format", writes("data/secret/testdata.yaml", "{}\n"),
        "warning data/secret/testdata.yaml: this version of the format calls the file test_group.yaml; rename it, and "
        "look at its keys\n");
    add("settings too high", writes("data/test_group.yaml", "{}\n"),
        "warning data/test_group.yaml: this version of the format has such a file in sample, in secret and in test "
        "groups only; move it there\n");
    add(
        "two pictures",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.png", "a\n");
            package.write("data/secret/1.svg", "a\n");
        },
        "warning data/secret/1.png: a test case has at most one illustration, and there is .svg too; remove one\n");
    add("hint of the legacy format", writes("data/secret/1.hint", "a\n"),
        "warning data/secret/1.hint: this version of the format has no such file; write its text into \"hint\" of "
        "NAME.yaml\n");
    add(
        "two outputs to show",
        [](const TemporaryPackage& package) {
            package.write("data/sample/1.out", "3\n");
            package.write("data/sample/1.ans.statement", "3\n");
            package.write("data/sample/1.ans.download", "3\n");
        },
        "warning data/sample/1.out: a test case has at most one file that can be downloaded for its output, and there "
        "is .ans.download too; remove one\n"
        "warning data/sample/1.out: a test case has at most one file that is shown for its output, and there is "
        ".ans.statement too; remove one\n");
    add("shown and not to be downloaded", writes("data/sample/1.in.statement", "3\n"),
        "warning data/sample/1.in.statement: what is shown is not what can be downloaded; add .in.download\n");
    add("folder like a case", writes("data/secret/1/2.in", "5 5\n"),
        "error data/secret/1: this folder has the name of a test case beside it; rename one of them\n"
        "error data/secret/1/2.in: there is no answer file 2.ans beside it; add it, or remove the .in file\n");
    add(
        "invalid input",
        [](const TemporaryPackage& package) {
            package.write("data/invalid_input/1.in", "x\n");
            package.write("data/invalid_input/1.ans", "x\n");
            package.write("data/invalid_input/2.desc", "x\n");
        },
        "warning data/invalid_input/1.ans: not used, since nothing is run on inputs that are to be rejected; remove "
        "it\n"
        "error data/invalid_input/2.desc: there is no .in file of that name beside it; add the input that is to be "
        "rejected\n");
    add("invalid inputs", writes("data/invalid_inputs/1.in", "x\n"),
        "warning data/invalid_inputs: the format calls this folder invalid_input; it is used all the same, so rename "
        "it\n");
    add("invalid output", writes("data/invalid_output/1.in", "1 2\n"),
        "error data/invalid_output/1.in: there is no .ans file of that name beside it; a test of the output validator "
        "has .in, .ans and .out\n"
        "error data/invalid_output/1.in: there is no .out file of that name beside it; a test of the output validator "
        "has .in, .ans and .out\n");
    add(
        "valid output",
        [](const TemporaryPackage& package) {
            package.addCase("data/valid_output/1");
            package.write("data/valid_output/1.out", "3\n");
        },
        "");
}

void TestPackageChecks::addMetadata() {
    add("key of the legacy format", adds("author: Ada\n"),
        "warning problem.yaml:8: author belongs to the legacy version of the format, not to this package's; write "
        "credits\n");
    add("unknown key", adds("colour: red\n"), "warning problem.yaml:8: unknown key \"colour\" is ignored\n");
    add("no uuid",
        writes("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlicense: public domain\n"
                               "limits: {time_limit: 1}\n"),
        "warning problem.yaml: there is no uuid, by which systems know the problem again; add one, such as uuidgen "
        "prints\n");
    add("uuid",
        writes("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlicense: unknown\nuuid: 17\n"
                               "limits: {time_limit: 1}\n"),
        "warning problem.yaml:4: uuid does not look like one; write such as uuidgen prints\n");
    const std::string bare = "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\n"
                             "uuid: 6f3a2c3e-0d6b-4c52-9a55-3f5b6d0c7a11\n";
    add("no licence", writes("problem.yaml", bare),
        "warning problem.yaml: there is no license, so that nobody else may use the problem; add one, such as "
        "\"license: cc by-sa\"\n");
    add("unknown licence", writes("problem.yaml", bare + "license: mine\n"),
        "warning problem.yaml:5: license is none that the format knows; write unknown, public domain, cc0, cc by, cc "
        "by-sa, educational or permission\n");
    add("no owner", writes("problem.yaml", bare + "license: cc by\n"),
        "warning problem.yaml:5: nobody owns the rights that the license is about; add rights_owner, authors or a "
        "source\n");
    add("author is owner", writes("problem.yaml", bare + "license: cc by\ncredits: Ada\n"), "");
    add("owner of what has none", writes("problem.yaml", bare + "license: public domain\nrights_owner: Ada\n"),
        "warning problem.yaml:6: what is in the public domain has no rights_owner; remove it\n");
    add("source without name", adds("source:\n  - NWERC\n  - url: https://nwerc.example\n    year: 3\n"),
        "warning problem.yaml:10: source holds an entry without a name; add \"name: …\"\n"
        "warning problem.yaml:11: unknown key \"source.year\" is ignored\n");
    add("source is a list in a list", adds("source: [[a]]\n"),
        "warning problem.yaml:8: source is no text; write a name, or a map with name and url\n");
    add("embargo", adds("embargo_until: soon\n"),
        "warning problem.yaml:8: embargo_until is no date; write one such as 2027-03-31 or 2027-03-31T18:00:00Z\n");
    add("good embargo", adds("embargo_until: 2027-03-31T18:00:00Z\n"), "");
    add("type twice", adds("type: [pass-fail, pass-fail]\n"),
        "warning problem.yaml:8: type names pass-fail a second time; remove it\n");
    add("no type", adds("type: []\n"), "warning problem.yaml:8: type is an empty list; write pass-fail or scoring\n");
    add("languages", adds("languages: [cpp, zig, brainfuck]\n"),
        "warning problem.yaml:8: languages names \"brainfuck\", which is no code of the format; write such as cpp, "
        "java "
        "or python3\n");
    add("all languages", adds("languages: all\n"), "");
    add("limit between",
        writes("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlicense: unknown\n"
                               "uuid: 6f3a2c3e-0d6b-4c52-9a55-3f5b6d0c7a11\n"
                               "limits: {time_limit: 0.75, time_resolution: 0.5}\n"),
        "error problem.yaml:5: limits.time_limit is no whole multiple of limits.time_resolution, which is 1 second "
        "unless it is given; change one of them\n");
    add("person without a name", adds("credits:\n  testers:\n    - email: a@b.example\n    - {name: Ada, age: 36}\n"),
        "warning problem.yaml:10: credits.testers holds a person without a name; write \"Name <address>\", or a map "
        "with \"name\"\n"
        "warning problem.yaml:11: unknown key \"credits.testers.age\" is ignored\n");
    add("unknown role", adds("credits: {cooks: Ada, authors: []}\n"),
        "warning problem.yaml:8: credits.authors is an empty list; name somebody, or remove it\n"
        "warning problem.yaml:8: unknown key \"credits.cooks\" is ignored\n");
    add("translators", adds("credits: {translators: Ada}\n"),
        "warning problem.yaml:8: credits.translators is no map; write a line \"LANGUAGE: name\" for each language\n");
    add("list of credits", adds("credits: [Ada]\n"),
        "warning problem.yaml:8: credits is a list; write one name, or a map with authors\n");
    add("not YAML", writes("problem.yaml", "name: [\n"),
        "error problem.yaml:1: not valid YAML (end of sequence flow not found); correct this line\n");
}

void TestPackageChecks::addNames() {
    add("statement without a name", writes("statement/problem.de.md", "Addiere.\n"),
        "warning statement/problem.de.md: the problem has no name in this language; add \"de\" to name in "
        "problem.yaml\n");
    add("name without a statement",
        writes("problem.yaml", "problem_format_version: 2025-09\nlicense: unknown\nname:\n  en: Sums\n  de: Summen\n"
                               "uuid: 6f3a2c3e-0d6b-4c52-9a55-3f5b6d0c7a11\nlimits: {time_limit: 1}\n"),
        "warning problem.yaml:5: there is a name in \"de\" and no statement; write one, or remove the name\n");
    add("no language", writes("statement/problem.en.md", "Add.\n"), "");
    add(
        "statement of no language",
        [](const TemporaryPackage& package) {
            package.remove("statement");
            package.write("statement/problem.md", "Add.\n");
        },
        "warning statement/problem.md: the name holds no language, so English is assumed; call it problem.en.md\n");
    add("unknown type", writes("statement/problem.en.html", "Add.\n"),
        "warning statement/problem.en.html: ignored, since a statement is called problem.LANGUAGE.tex, .md or .pdf; "
        "rename it\n");
    add("no code", writes("statement/problem.english.md", "Add.\n"),
        "warning statement/problem.english.md: \"english\" is no code of a language; write such as en, fil or pt-BR\n"
        "warning statement/problem.english.md: the problem has no name in this language; add \"english\" to name in "
        "problem.yaml\n");
}

void TestPackageChecks::addTexts() {
    add("line ends of Windows", writes("data/secret/1.in", "3\n4\r\n"),
        "warning data/secret/1.in:2: has a carriage return (a line end of Windows), which the format forbids; save it "
        "with line ends of Unix\n");
    add("no line end", writes("data/secret/1.ans", "7"),
        "warning data/secret/1.ans: the last line has no line end, which the format forbids; add one\n");
    add("empty file", writes("data/secret/1.ans", ""), "");
    add("mark",
        writes("statement/problem.en.md", "\xEF\xBB\xBF"
                                          "Add.\n"),
        "warning statement/problem.en.md:1: begins with a byte-order mark, which the format forbids; save it "
        "without\n");
    add("bytes", writes("data/secret/1.in", std::string("3\r\0x", 4)), "");
    add("far carriage return", writes("data/secret/1.in", std::string(300 << 10, '\n') + "\r\n"),
        "warning data/secret/1.in:307201: has a carriage return (a line end of Windows), which the format forbids; "
        "save it with line ends of Unix\n");
    add("same input", writes("data/secret/1.in", "1 2\n"),
        "warning data/secret/1.in: gives programs the same input as data/sample/1.in; remove one of them, or link it "
        "if it is meant to be the same\n");
    add(
        "same input, other arguments",
        [](const TemporaryPackage& package) {
            package.write("data/secret/1.in", "1 2\n");
            package.write("data/secret/1.yaml", "args: [fast]\n");
        },
        "");
    add(
        "same input by a link",
        [](const TemporaryPackage& package) {
            package.remove("data/secret/1.in");
            package.link("../sample/1.in", "data/secret/1.in");
        },
        "");
    add("same size", writes("data/secret/1.in", "2 1\n"), "");
}

void TestPackageChecks::addSubmissions() {
    const std::string none = "error submissions/accepted: there is no submission that has to be accepted; add one, "
                             "which shows that the problem can be solved\n";
    add("no submissions", removes("submissions"), none);
    add(
        "none is accepted",
        [](const TemporaryPackage& package) {
            package.remove("submissions");
            package.write("submissions/wrong_answer/a.py", "print(1)\n");
        },
        none);
    add(
        "accepted elsewhere",
        [](const TemporaryPackage& package) {
            package.remove("submissions");
            package.write("submissions/mixed/a.py", "# @EXPECTED_RESULTS@: CORRECT\n");
        },
        "");
    add("rules for nothing", writes("submissions/submissions.yaml", "accepted/*:\n  secret/2:\n    permitted: [AC]\n"),
        "warning submissions/submissions.yaml:2: \"secret/2\" names no test case and no group; correct the name, which "
        "is a path below data/ without .in\n");
    add("submissions.yaml is no YAML", writes("submissions/submissions.yaml", "a: b: c\n"),
        "error submissions/submissions.yaml:1: not valid YAML (illegal map value); correct this line\n");
}

void TestPackageChecks::saysWhatIsOdd_data() {
    addColumns();
    addLayout();
    addData();
    addMetadata();
    addNames();
    addTexts();
    addSubmissions();
}

void TestPackageChecks::saysWhatIsOdd() {
    QFETCH(Change, change);
    const TemporaryPackage package = complete();
    change(package);
    QTEST(joined(checkPackage(package.path())), "findings");
}

void TestPackageChecks::saysWhatIsOddInALegacyPackage_data() {
    addColumns();
    add("folder of 2025-09", writes("statement/figure.png", "a\n"),
        "warning statement: this folder belongs to the 2025-09 version of the format, not to this package's; call it "
        "problem_statement\n");
    add("static validator", writes("static_validator/a.py", "a\n"),
        "warning static_validator: this folder belongs to the 2025-09 version of the format, not to this package's; it "
        "is not used\n");
    add("key of 2025-09", writes("problem.yaml", "name: Sums\nlicense: unknown\ncredits: Ada\n"),
        "warning problem.yaml:3: credits belongs to the 2025-09 version of the format, not to this package's; write "
        "author\n");
    add("address without a source", writes("problem.yaml", "name: Sums\nlicense: unknown\nsource_url: a\n"),
        "warning problem.yaml:3: source_url needs a source beside it; add one\n");
    add("settings of 2025-09", writes("data/secret/test_group.yaml", "{}\n"),
        "warning data/secret/test_group.yaml: this version of the format calls the file testdata.yaml; rename it, and "
        "look at its keys\n");
    add("hint", writes("data/secret/1.hint", "a\n"), "");
    add(
        "interaction",
        [](const TemporaryPackage& package) {
            package.write("problem.yaml", "name: Sums\nlicense: unknown\nvalidation: custom interactive\n");
            package.write("output_validators/v.py", "exit(42)\n");
            package.write("data/invalid_output/1.in", "1\n");
        },
        "warning data/invalid_output: not used, since the problem is interactive and has no outputs to validate; "
        "remove it\n"
        "warning data/sample/1.in: samples of interactive problems show a file NAME.interaction, with lines that begin "
        "with \"<\" and \">\"; there is none, so write one\n");
}

void TestPackageChecks::saysWhatIsOddInALegacyPackage() {
    QFETCH(Change, change);
    const TemporaryPackage package = completeLegacy();
    change(package);
    QTEST(joined(checkPackage(package.path())), "findings");
}

void TestPackageChecks::saysWhenThereIsNoPackage() {
    const TemporaryPackage package;
    QCOMPARE(joined(checkPackage(package.path() / "none")),
             "error " + (package.path() / "none").string() + ": there is no such folder; check the path\n");
    QCOMPARE(joined(checkPackage(package.path())),
             "error " + package.path().string() +
                 ": there is no problem.yaml or problem.xml here; name the folder that holds it\n");
}

void TestPackageChecks::looksAtPackagesOfPolygon() {
    PolygonPackage package;
    package.solutions = R"(<solution tag="wrong-answer"><source path="solutions/main.py" type="python.3"/></solution>)";
    package.writeXml();
    package.link("/etc/passwd", "files/outside.h");
    const std::vector<Finding> findings = checkPackage(package.path());
    for (const Finding& wanted :
         {Finding{Severity::Warning, "", 0, "there is no program that checks the inputs; add one"},
          Finding{Severity::Error, "", 0,
                  "there is no submission that has to be accepted; add one, which shows that the problem can be "
                  "solved"},
          Finding{Severity::Error, "files/outside.h", 0,
                  "this link leads out of the package, to /etc/passwd; put the file itself into the package"}}) {
        QCOMPARE(std::ranges::count(findings, wanted), 1);
    }
    for (const Finding& finding : findings) {
        QVERIFY2(finding.file != "tests" && finding.file != "problem.yaml", textOf(finding).c_str());
    }
}

/// What can be said is said all the same.
void TestPackageChecks::saysWhatCannotBeRead() {
    const TemporaryPackage package = complete();
    package.remove("data/secret/1.ans");
    package.remove("input_validators");
    QCOMPARE(joined(checkPackage(package.path())),
             std::string("error data/secret/1.in: there is no answer file 1.ans beside it; add it, or remove the .in "
                         "file\n"
                         "warning input_validators: there is no program that checks the inputs; add one, which accepts "
                         "an input by exit code 42\n"));
}

void TestPackageChecks::refusesWhatIsNoFile() {
    const TemporaryPackage package = complete();
    package.write("attachments/a.txt", "a\n");
    QCOMPARE(::mkfifo((package.path() / "attachments/b").c_str(), 0600), 0);
    QCOMPARE(joined(checkPackage(package.path())),
             std::string("error attachments/b: this is not a regular file; put a file here, or remove it\n"));
}

void TestPackageChecks::keepsTheFirstOfAKindAndACount() {
    const TemporaryPackage package = complete();
    for (int i = 1000; i < 1120; ++i) {
        package.write("attachments/a b " + std::to_string(i), "a\n");
    }
    package.write("notes.txt", "\n");
    const std::vector<Finding> findings = checkPackage(package.path());
    QCOMPARE(findings.size(), std::size_t{52});
    QCOMPARE(findings[0].file, std::string("attachments/a b 1000"));
    QCOMPARE(findings[49].file, std::string("attachments/a b 1049"));
    QCOMPARE(findings[50].file, std::string("notes.txt"));
    QCOMPARE(joined({findings[51]}), std::string("warning names of files: 70 more findings are not shown; correct the "
                                                 "first ones and check again\n"));
}

void TestPackageChecks::keepsWhatReadersSayOfEachPart() {
    const TemporaryPackage package = complete();
    for (int i = 1000; i < 1060; ++i) {
        package.write("data/secret/a b " + std::to_string(i), "a\n");
    }
    package.remove("statement");
    const std::vector<Finding> findings = checkPackage(package.path());
    QCOMPARE(findings.size(), std::size_t{52});
    QCOMPARE(joined({findings[50], findings[51]}),
             std::string("warning statement: there is no statement; write one into statement/problem.en.md\n"
                         "warning what is read of data: 10 more findings are not shown; correct the first ones and "
                         "check again\n"));
}

void TestPackageChecks::boundsWhatItLooksAt() {
    const TemporaryPackage package = complete();
    std::string path = "attachments/templates";
    for (int i = 0; i < 60; ++i) {
        path += "/deeper";
    }
    package.write(path + "/a", "a\n");
    std::string deepest = "attachments/templates";
    for (int i = 0; i < 31; ++i) {
        deepest += "/deeper";
    }
    QCOMPARE(joined(checkPackage(package.path())),
             "error " + deepest + ": nested deeper than 32 folders; make it flatter\n");
}

void TestPackageChecks::sortsFindingsAndDropsDoubles() {
    FindingCollector findings;
    findings.warn("things", "b", "second");
    findings.warn("things", "a", "first");
    findings.add("other things", {Severity::Error, "b", 3, "last"});
    findings.warn("other things", "a", "first");
    QCOMPARE(joined(findings.take()), std::string("warning a: first\nwarning b: second\nerror b:3: last\n"));
}

void TestPackageChecks::endsWhenStopped() {
    const TemporaryPackage package = complete();
    package.write("data/secret/1.ans", "7");
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(joined(checkPackage(package.path(), stop.get_token())), std::string());
}

QTEST_GUILESS_MAIN(TestPackageChecks)
#include "test_package_checks.moc"
