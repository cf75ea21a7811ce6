// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/annotation.h"
#include "judge/package/folder_expectations.h"
#include "judge/package/submissions.h"
#include "tests/judge/temporary_package.h"

#include <QTest>

#include <algorithm>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::string_literals;

namespace {

std::string joined(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += (finding.severity == Severity::Error ? "error " : "warning ") + textOf(finding) + "\n";
    }
    return text;
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

TemporaryPackage legacy() {
    TemporaryPackage package;
    package.write("problem.yaml", "name: Sums\n");
    return package;
}

const PackageSubmission* find(const std::vector<PackageSubmission>& all, const std::string& path) {
    const auto found = std::ranges::find(all, path, &PackageSubmission::path);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

using Names = std::vector<std::string>;

class TestPackageSubmissions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsTextsIntoFindings_data();
    void splitsTextsIntoFindings();
    void matchesPatterns_data();
    void matchesPatterns();
    void refusesPatterns_data();
    void refusesPatterns();
    void matchesHostilePatternsInShortTime();
    void knowsFolders_data();
    void knowsFolders();
    void readsAnnotations_data();
    void readsAnnotations();
    void readsAnnotationsOnlyAtTheBeginning();
    void takesAFolderAsOneSubmission();
    void passesOverWhatIsNoSubmission();
    void saysWhichFoldersItDoesNotKnow();
    void letsAnAnnotationCountForTheFolder();
    void warnsWhenAnnotationContradictsFolder();
    void readsSettingsOfSubmissions();
    void addsRulesOfAPattern();
    void replacesTheDefaultOfAFolder();
    void namesWhatIsWrongInSubmissionsYaml_data();
    void namesWhatIsWrongInSubmissionsYaml();
    void boundsPatternsAndRules();
    void refusesLinksThatLeaveThePackage();
    void tellsLanguages_data();
    void tellsLanguages();
    void tellsTheLanguageOfFilesThatAreLinks();

private:
    std::vector<PackageSubmission> read(const TemporaryPackage& package) {
        m_findings.clear();
        const Result<std::vector<PackageSubmission>> submissions = readSubmissions(package.path(), m_findings);
        return submissions ? *submissions : std::vector<PackageSubmission>();
    }

    std::vector<Finding> m_findings;
};

void TestPackageSubmissions::splitsTextsIntoFindings_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("file");
    QTest::addColumn<unsigned>("line");
    QTest::addColumn<std::string>("message");

    QTest::newRow("line") << "problem.yaml:3: name is a list; write one text"s
                          << "problem.yaml"s << 3U << "name is a list; write one text"s;
    QTest::newRow("file") << "data/secret: there are none: add some"s
                          << "data/secret"s << 0U << "there are none: add some"s;
    QTest::newRow("blanks in a name") << "data/secret/a b.in: ignored"s
                                      << "data/secret/a b.in"s << 0U << "ignored"s;
    QTest::newRow("sentence") << "a sentence: with a colon"s
                              << ""s << 0U << "a sentence: with a colon"s;
    QTest::newRow("no place") << "stopped"s
                              << ""s << 0U << "stopped"s;
    QTest::newRow("no line") << "a:b: c"s
                             << "a:b"s << 0U << "c"s;
    QTest::newRow("empty") << ""s
                           << ""s << 0U << ""s;
}

void TestPackageSubmissions::splitsTextsIntoFindings() {
    QFETCH(std::string, text);
    const Finding finding = findingFrom(Severity::Error, text);
    QTEST(finding.file, "file");
    QTEST(finding.line, "line");
    QTEST(finding.message, "message");
    QCOMPARE(textOf(finding), text);
}

void TestPackageSubmissions::matchesPatterns_data() {
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("path");
    QTest::addColumn<bool>("matches");
    QTest::addColumn<bool>("covers");

    QTest::newRow("itself") << "accepted"s
                            << "accepted"s << true << true;
    QTest::newRow("holder") << "accepted"s
                            << "accepted/a.cpp"s << false << true;
    QTest::newRow("holder with slash") << "accepted/"s
                                       << "accepted/a.cpp"s << false << true;
    QTest::newRow("part of a name") << "accept"s
                                    << "accepted/a.cpp"s << false << false;
    QTest::newRow("longer") << "accepted/a.cpp/b"s
                            << "accepted/a.cpp"s << false << false;
    QTest::newRow("star") << "accepted/*"s
                          << "accepted/a.cpp"s << true << true;
    QTest::newRow("star in a name") << "*/a*.c*"s
                                    << "accepted/abc.cpp"s << true << true;
    QTest::newRow("star stays in its name") << "acc*.cpp"s
                                            << "accepted/a.cpp"s << false << false;
    QTest::newRow("star goes back") << "*ab"s
                                    << "aab"s << true << true;
    QTest::newRow("star may be nothing") << "a*"s
                                         << "a"s << true << true;
    QTest::newRow("braces") << "accepted/a.{py,cpp}"s
                            << "accepted/a.cpp"s << true << true;
    QTest::newRow("neither") << "accepted/a.{py,cpp}"s
                             << "accepted/a.c"s << false << false;
    QTest::newRow("blanks in braces") << "{ a , b }.py"s
                                      << "b.py"s << true << true;
    QTest::newRow("nested") << "a{b{1,2},c}d"s
                            << "ab2d"s << true << true;
    QTest::newRow("slash in braces") << "{accepted/a,b}.py"s
                                     << "accepted/a.py"s << true << true;
    QTest::newRow("empty part") << "a{,b}.py"s
                                << "a.py"s << true << true;
    QTest::newRow("no question marks") << "a?.py"s
                                       << "ab.py"s << false << false;
}

void TestPackageSubmissions::matchesPatterns() {
    QFETCH(std::string, pattern);
    QFETCH(std::string, path);
    const Result<NamePattern> parsed = NamePattern::parse(pattern);
    QVERIFY(parsed.has_value());
    QTEST(parsed->matches(path), "matches");
    QTEST(parsed->covers(path), "covers");
}

void TestPackageSubmissions::refusesPatterns_data() {
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("reason");

    QTest::newRow("open") << "a{b"s
                          << "a brace without its partner; write {a,b}"s;
    QTest::newRow("closed") << "a}b{c,d}"s
                            << "a brace without its partner; write {a,b}"s;
    QTest::newRow("deep stars") << "a/**/b"s
                                << "\"**\" is not understood; \"*\" stands for a part of one name"s;
    QTest::newRow("nothing") << "/"s
                             << "it names nothing; write a file or a folder"s;
    QTest::newRow("long") << std::string(5000, 'a') << "longer than 4,096 bytes"s;
    QTest::newRow("many") << repeated("{a,b}", 9)
                          << "its braces stand for more than 256 names; write several patterns"s;
    QTest::newRow("far too many") << repeated("{a,b,c}", 500)
                                  << "its braces stand for more than 256 names; write several patterns"s;
}

void TestPackageSubmissions::refusesPatterns() {
    QFETCH(std::string, pattern);
    const Result<NamePattern> parsed = NamePattern::parse(pattern);
    QVERIFY(!parsed.has_value());
    QTEST(parsed.error().detail, "reason");
}

/// Stars that are tried in all ways together would take longer than the world lasts.
void TestPackageSubmissions::matchesHostilePatternsInShortTime() {
    std::string stars;
    for (int i = 0; i < 1000; ++i) {
        stars += "*a";
    }
    const Result<NamePattern> pattern = NamePattern::parse(stars + "b");
    QVERIFY(pattern.has_value());
    QVERIFY(!pattern->matches(std::string(4000, 'a')));
}

void TestPackageSubmissions::knowsFolders_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("inLegacy");
    QTest::addColumn<int>("inCurrent");
    QTest::addColumn<std::string>("wanted");

    const int defined = static_cast<int>(FolderKind::Defined);
    const int common = static_cast<int>(FolderKind::Common);
    const int mixed = static_cast<int>(FolderKind::Mixed);
    const int unknown = static_cast<int>(FolderKind::Unknown);
    QTest::newRow("accepted") << "accepted"s << defined << defined << "AC"s;
    QTest::newRow("wrong_answer") << "wrong_answer"s << defined << defined << "WA"s;
    QTest::newRow("time_limit_exceeded") << "time_limit_exceeded"s << defined << defined << "TLE"s;
    QTest::newRow("run_time_error") << "run_time_error"s << defined << defined << "RTE"s;
    QTest::newRow("partially_accepted") << "partially_accepted"s << defined << common << "AC"s;
    QTest::newRow("rejected") << "rejected"s << common << defined << "WA, TLE or RTE"s;
    QTest::newRow("brute_force") << "brute_force"s << common << defined << "TLE or RTE"s;
    QTest::newRow("slow_accepted") << "slow_accepted"s << common << common << "AC or TLE"s;
    QTest::newRow("runtime_error") << "runtime_error"s << common << common << "RTE"s;
    QTest::newRow("wa") << "wa"s << common << common << "WA"s;
    QTest::newRow("TLE") << "TLE"s << common << common << "TLE"s;
    QTest::newRow("wrong-answer") << "wrong-answer"s << common << common << "WA"s;
    QTest::newRow("memory_limit_exceeded") << "memory_limit_exceeded"s << common << common << "RTE or MLE"s;
    QTest::newRow("output_limit") << "output_limit"s << common << common << "RTE or OLE"s;
    QTest::newRow("compiler_error") << "compiler_error"s << common << common << "CE"s;
    QTest::newRow("compile_error") << "compile_error"s << common << common << "CE"s;
    QTest::newRow("no_output") << "no_output"s << common << common << "WA"s;
    QTest::newRow("mixed") << "mixed"s << mixed << mixed << ""s;
    QTest::newRow("mixed-verdicts") << "mixed-verdicts"s << mixed << mixed << ""s;
    QTest::newRow("multiple_verdicts") << "multiple_verdicts"s << mixed << mixed << ""s;
    QTest::newRow("experiments") << "experiments"s << unknown << unknown << ""s;
}

void TestPackageSubmissions::knowsFolders() {
    QFETCH(std::string, name);
    for (const PackageFormat format : {PackageFormat::Legacy, PackageFormat::Current}) {
        const FolderExpectation folder = expectationOfFolder(name, format);
        QTEST(static_cast<int>(folder.kind), format == PackageFormat::Legacy ? "inLegacy" : "inCurrent");
        QTEST(listed(folder.expected.wanted()), "wanted");
        QCOMPARE(folder.expected.empty(), folder.kind == FolderKind::Mixed || folder.kind == FolderKind::Unknown);
    }
}

void TestPackageSubmissions::readsAnnotations_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("results");
    QTest::addColumn<std::string>("score");
    QTest::addColumn<unsigned>("line");
    QTest::addColumn<std::string>("findings");

    QTest::newRow("C++") << "// @EXPECTED_RESULTS@: WRONG-ANSWER\n"s
                         << "WA"s
                         << ""s << 1U << ""s;
    QTest::newRow("any case") << "# @expected_results@: correct, TimeLimit \t\r\n"s
                              << "AC or TLE"s
                              << ""s << 1U << ""s;
    QTest::newRow("block comment") << "\n/* @EXPECTED_RESULTS@: RUN-ERROR */ int x;"s
                                   << "RTE"s
                                   << ""s << 2U << ""s;
    QTest::newRow("Pascal") << "(* @EXPECTED_RESULTS@: ACCEPTED *)"s
                            << "AC"s
                            << ""s << 1U << ""s;
    QTest::newRow("Haskell") << "{- @EXPECTED_RESULTS@: NO-OUTPUT -}"s
                             << "WA"s
                             << ""s << 1U << ""s;
    QTest::newRow("underscores") << "@EXPECTED_RESULTS@: TIME_LIMIT_EXCEEDED,RUN_TIME_ERROR"s
                                 << "TLE or RTE"s
                                 << ""s << 1U << ""s;
    QTest::newRow("compiler") << "// @EXPECTED_RESULTS@: COMPILER-ERROR"s
                              << "CE"s
                              << ""s << 1U << ""s;
    QTest::newRow("output limit") << "// @EXPECTED_RESULTS@: OUTPUT-LIMIT"s
                                  << "RTE or OLE"s
                                  << ""s << 1U << ""s;
    QTest::newRow("score") << "# x\n# @EXPECTED_SCORE@: 42.5\n"s
                           << ""s
                           << "42.5"s << 2U << ""s;
    QTest::newRow("both") << "# @EXPECTED_RESULTS@: CORRECT\n# @EXPECTED_SCORE@: 7\n"s
                          << "AC"s
                          << "7"s << 1U << ""s;
    QTest::newRow("none") << "int main() {}"s
                          << ""s
                          << ""s << 0U << ""s;
    QTest::newRow("mark alone") << "@EXPECTED_RESULTS"s
                                << ""s
                                << ""s << 0U << ""s;
    QTest::newRow("nothing behind") << "@EXPECTED_RESULTS@:\n"s
                                    << ""s
                                    << ""s << 0U << ""s;
    QTest::newRow("unknown word") << "// @EXPECTED_RESULTS@: FINE, WRONG-ANSWER"s
                                  << "WA"s
                                  << ""s << 1U
                                  << "warning a.c:1: @EXPECTED_RESULTS@ names \"FINE\", which is no result; write "
                                     "CORRECT, WRONG-ANSWER, TIMELIMIT, RUN-ERROR, NO-OUTPUT, OUTPUT-LIMIT or "
                                     "COMPILER-ERROR\n"s;
    QTest::newRow("bad score") << "// @EXPECTED_SCORE@: many"s
                               << ""s
                               << ""s << 0U << "warning a.c:1: @EXPECTED_SCORE@ is no number; write one\n"s;
    QTest::newRow("twice") << "// @EXPECTED_RESULTS@: CORRECT\n// @EXPECTED_RESULTS@: TIMELIMIT\n"s
                           << "AC"s
                           << ""s << 1U
                           << "warning a.c:2: @EXPECTED_RESULTS@ stands here a second time; only the first one "
                              "counts, so keep one\n"s;
}

void TestPackageSubmissions::readsAnnotations() {
    QFETCH(std::string, text);
    QFETCH(std::string, score);
    std::vector<Finding> findings;
    const std::optional<Annotation> read = readAnnotation(text, "a.c", findings);
    const Annotation annotation = read.value_or(Annotation());
    QTEST(listed(annotation.results), "results");
    QCOMPARE(annotation.score.value_or(-1), score.empty() ? -1 : std::stod(score));
    QTEST(annotation.line, "line");
    QTEST(joined(findings), "findings");
}

void TestPackageSubmissions::readsAnnotationsOnlyAtTheBeginning() {
    const std::string mark = "@EXPECTED_RESULTS@: TIMELIMIT\n";
    const TemporaryPackage package = legacy();
    package.write("submissions/mixed/near.py", std::string((64 << 10) - mark.size(), '\n') + mark);
    package.write("submissions/mixed/far.py", std::string(64 << 10, '\n') + mark);
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(submissions.size(), std::size_t{2});
    QVERIFY(submissions[0].expected.empty());
    QCOMPARE(listed(submissions[1].expected.wanted()), std::string("TLE"));
}

void TestPackageSubmissions::takesAFolderAsOneSubmission() {
    const TemporaryPackage package = legacy();
    package.write("submissions/accepted/many/main.cpp", "int main() {}\n");
    package.write("submissions/accepted/many/part.cpp", "\n");
    package.write("submissions/accepted/one.py", "\n");
    package.write("submissions/time_limit_exceeded/slow.py", "\n");
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(joined(m_findings), std::string());
    QCOMPARE(submissions.size(), std::size_t{3});
    QCOMPARE(submissions[0].path, std::string("submissions/accepted/many"));
    QCOMPARE(submissions[0].location, std::filesystem::canonical(package.path()) / submissions[0].path);
    QVERIFY(submissions[0].setsTimeLimit && !submissions[0].mustExceedTimeLimit);
    QCOMPARE(submissions[1].path, std::string("submissions/accepted/one.py"));
    QVERIFY(!submissions[2].setsTimeLimit && submissions[2].mustExceedTimeLimit);
}

void TestPackageSubmissions::passesOverWhatIsNoSubmission() {
    const TemporaryPackage package = legacy();
    package.write("submissions/README.md", "\n");
    package.write("submissions/.gitignore", "\n");
    package.write("submissions/accepted/.hidden.py", "\n");
    package.write("submissions/accepted/__pycache__/a.pyc", "\n");
    package.write("submissions/accepted/a b.py", "\n");
    package.write("submissions/loose.py", "\n");
    QVERIFY(read(package).empty());
    QCOMPARE(joined(m_findings),
             std::string("warning submissions/accepted/a b.py: ignored, since names may hold only letters, digits, "
                         "\".\", \"-\" and \"_\", and not begin with \"-\"; rename it\n"
                         "warning submissions/loose.py: ignored, since it lies in no folder; put a submission into "
                         "submissions/accepted or another one\n"));
}

void TestPackageSubmissions::saysWhichFoldersItDoesNotKnow() {
    const TemporaryPackage package = legacy();
    package.write("submissions/experiments/a.py", "\n");
    package.write("submissions/mixed/b.py", "\n");
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(submissions.size(), std::size_t{2});
    QVERIFY(submissions[0].expected.empty() && submissions[1].expected.empty());
    QCOMPARE(joined(m_findings),
             std::string("warning submissions/experiments/a.py: nothing says what submissions in \"experiments\" have "
                         "to get; use a folder that the format knows, such as wrong_answer, or "
                         "submissions/submissions.yaml\n"
                         "warning submissions/mixed/b.py: nothing says what it has to get; write a comment "
                         "@EXPECTED_RESULTS@ into it, or an entry into submissions/submissions.yaml\n"));
}

void TestPackageSubmissions::letsAnAnnotationCountForTheFolder() {
    const TemporaryPackage package = legacy();
    package.write("submissions/mixed/a.py", "# @EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT\n");
    package.write("submissions/rejected/b.py", "# @EXPECTED_RESULTS@: RUN-ERROR\n");
    package.write("submissions/wrong_answer/c/c.py", "# @EXPECTED_RESULTS@: WRONG-ANSWER, RUN-ERROR\n");
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(joined(m_findings), std::string());
    QCOMPARE(submissions.size(), std::size_t{3});
    QCOMPARE(listed(submissions[0].expected.wanted()), std::string("WA or TLE"));
    QCOMPARE(listed(submissions[1].expected.wanted()), std::string("RTE"));
    QCOMPARE(listed(submissions[2].expected.wanted()), std::string("WA or RTE"));
    QCOMPARE(submissions[2].expected.whole->origin, std::string("submissions/wrong_answer/c/c.py:1"));
}

void TestPackageSubmissions::warnsWhenAnnotationContradictsFolder() {
    const TemporaryPackage package = legacy();
    package.write("submissions/accepted/a.py", "\n# @EXPECTED_RESULTS@: TIMELIMIT\n");
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(listed(submissions.at(0).expected.wanted()), std::string("AC"));
    QCOMPARE(joined(m_findings), std::string("warning submissions/accepted/a.py:2: @EXPECTED_RESULTS@ says TLE, its "
                                             "folder AC, which counts; move it, or correct the comment\n"));
}

void TestPackageSubmissions::readsSettingsOfSubmissions() {
    const TemporaryPackage package = TemporaryPackage::valid();
    package.write("submissions/accepted/a.txt", "\n");
    package.write("submissions/accepted/b.txt", "\n");
    package.write("submissions/submissions.yaml", "accepted/a.txt:\n"
                                                  "  language: python3\n"
                                                  "  entrypoint: Main\n"
                                                  "  model_solution: true\n"
                                                  "  authors: [Ada, {name: Grace, email: grace@navy.example}]\n");
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(joined(m_findings), std::string());
    QCOMPARE(submissions.at(0).language, std::string("python3"));
    QCOMPARE(submissions.at(0).entrypoint, std::string("Main"));
    QCOMPARE(listed(submissions.at(0).expected.wanted()), std::string("AC"));
    QCOMPARE(submissions.at(1).language, std::string());
}

void TestPackageSubmissions::addsRulesOfAPattern() {
    const TemporaryPackage package = TemporaryPackage::valid();
    package.write("submissions/time_limit_exceeded/a.py", "\n");
    package.write("submissions/submissions.yaml", "time_limit_exceeded/*:\n"
                                                  "  sample:\n"
                                                  "    permitted: [AC]\n"
                                                  "  secret/*-{easy,mean}:\n"
                                                  "    permitted: [AC, WA]\n"
                                                  "    score: [0, 20.5]\n"
                                                  "    message: too slow\n"
                                                  "    use_for_time_limit: false\n");
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(joined(m_findings), std::string());
    const auto& rules = submissions.at(0).expected.rules;
    QCOMPARE(rules.size(), std::size_t{3}); // the folder's own stays
    QCOMPARE(rules[0].origin, std::string("submissions/time_limit_exceeded"));
    QCOMPARE(rules[1].origin, std::string("submissions/submissions.yaml:2"));
    QVERIFY(rules[1].coversCase("sample/1") && !rules[1].coversCase("secret/1"));
    QVERIFY(rules[1].setsTimeLimit && !rules[2].setsTimeLimit);
    QVERIFY(rules[2].coversCase("secret/1-mean"));
    QCOMPARE(rules[2].score->highest, 20.5);
    QCOMPARE(rules[2].message, std::string("too slow"));
    QVERIFY(submissions[0].setsTimeLimit && submissions[0].mustExceedTimeLimit);
}

void TestPackageSubmissions::replacesTheDefaultOfAFolder() {
    for (const char* version : {"2025-09", "legacy"}) {
        const TemporaryPackage package = TemporaryPackage::valid();
        package.write("problem.yaml", std::string("problem_format_version: ") + version + "\nname: Sums\n");
        package.write("submissions/time_limit_exceeded/a.py", "\n");
        package.write("submissions/submissions.yaml", "time_limit_exceeded:\n  permitted: [AC, WA, TLE]\n");
        const std::vector<PackageSubmission> submissions = read(package);
        QCOMPARE(joined(m_findings), std::string());
        QVERIFY(!submissions.at(0).expected.whole);
        QCOMPARE(submissions[0].expected.rules.size(), std::size_t{1});
        QCOMPARE(listed(submissions[0].expected.rules[0].permitted), std::string("AC, WA or TLE"));
        QCOMPARE(listed(submissions[0].expected.rules[0].required), std::string("TLE"));
        QVERIFY(submissions[0].mustExceedTimeLimit);
    }
}

void TestPackageSubmissions::namesWhatIsWrongInSubmissionsYaml_data() {
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("findings");

    const auto add = [](const char* name, const std::string& yaml, const std::string& what) {
        QTest::newRow(name) << yaml << what;
    };
    const std::string at = "submissions/submissions.yaml:";
    add("matches nothing", "accepted/none.py:\n  permitted: [AC]\n",
        "warning " + at +
            "1: \"accepted/none.py\" names no submission; correct the name, which is a path below "
            "submissions/, or remove the entry\n");
    add("unknown key", "accepted/*:\n  colour: red\n",
        "warning " + at +
            "2: unknown key \"accepted/*.colour\" is ignored; keys that name test cases begin with "
            "sample or secret\n");
    add("unknown key of cases", "accepted/*:\n  secret:\n    language: cpp\n",
        "warning " + at + "3: unknown key \"accepted/*.secret.language\" is ignored\n");
    add("unknown verdict", "accepted/*:\n  permitted: [AC, CE]\n",
        "error " + at + "2: accepted/*.permitted holds \"CE\"; write AC, WA, TLE or RTE\n");
    add("no verdicts", "accepted/*:\n  required: []\n",
        "error " + at + "2: accepted/*.required is empty; write a list of AC, WA, TLE and RTE\n");
    add("verdicts as a map", "accepted/*:\n  required: {AC: 1}\n",
        "error " + at + "2: accepted/*.required is a map; write a list of texts\n");
    add("required is not permitted", "accepted/*:\n  permitted: [AC]\n  required: [WA]\n",
        "error " + at +
            "2: accepted/* requires what it does not permit, so no submission can be right; permit one "
            "of the required verdicts\n");
    add("score of three", "accepted/*:\n  score: [1, 2, 3]\n",
        "error " + at + "2: accepted/*.score is a list of 3; write one number, or the lowest and the highest one\n");
    add("score upside down", "accepted/*:\n  score: [2, 1]\n",
        "error " + at + "2: accepted/*.score is no range; write the lowest score first\n");
    add("score as text", "accepted/*:\n  score: all\n",
        "error " + at + "2: accepted/*.score is \"all\"; write a number\n");
    add("use", "accepted/*:\n  use_for_time_limit: middle\n",
        "error " + at +
            "2: accepted/*.use_for_time_limit is neither of true, false, lower and upper; write one of "
            "them\n");
    add("use contradicts", "accepted/*:\n  permitted: [AC]\n  use_for_time_limit: upper\n",
        "error " + at +
            "2: accepted/* requires what it does not permit, so no submission can be right; permit one "
            "of the required verdicts\n");
    add("entry is a list", "accepted/*: [AC]\n",
        "error " + at + "1: accepted/* is a list; write lines of the form \"key: value\"\n");
    add("cases are a text", "accepted/*:\n  sample: AC\n",
        "error " + at + "2: accepted/*.sample is \"AC\"; write lines of the form \"key: value\"\n");
    add("author without name", "accepted/*:\n  authors:\n    - email: a@b.example\n",
        "error " + at +
            "3: accepted/*.authors holds a person without a name; write \"Name <address>\", or a map "
            "with \"name\"\n");
    add("author with more", "accepted/*:\n  authors: {name: Ada, age: 36}\n",
        "warning " + at + "2: unknown key \"accepted/*.authors.age\" is ignored\n");
    add("language is a list", "accepted/*:\n  language: [c]\n",
        "error " + at + "2: accepted/*.language is a list; write one text\n");
    add("model solution", "accepted/*:\n  model_solution: perhaps\n",
        "error " + at + "2: accepted/*.model_solution is \"perhaps\"; write true or false\n");
    add("braces", "\"accepted/{a\":\n  permitted: [AC]\n",
        "error " + at + "1: \"accepted/{a\": a brace without its partner; write {a,b}\n");
    add("stars", "accepted/*:\n  secret/**:\n    permitted: [AC]\n",
        "error " + at + "2: \"secret/**\": \"**\" is not understood; \"*\" stands for a part of one name\n");
}

void TestPackageSubmissions::namesWhatIsWrongInSubmissionsYaml() {
    QFETCH(std::string, yaml);
    const TemporaryPackage package = TemporaryPackage::valid();
    package.write("submissions/accepted/a.py", "\n");
    package.write("submissions/submissions.yaml", yaml);
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(submissions.size(), std::size_t{1});
    QTEST(joined(m_findings), "findings");
}

void TestPackageSubmissions::boundsPatternsAndRules() {
    const TemporaryPackage package = TemporaryPackage::valid();
    std::string yaml;
    for (int i = 0; i < 200; ++i) {
        yaml += "\"accepted/*{,a}{,b}{,c}{,d}{,e}" + std::to_string(i) + "\":\n  permitted: [AC]\n";
    }
    package.write("submissions/submissions.yaml", yaml);
    package.write("submissions/accepted/a.py", "\n");
    read(package);
    const auto isFull = [](const Finding& finding) {
        return finding.line == 257 && finding.message == "more than 4,096 patterns, those in braces counted each; what "
                                                         "follows is not read";
    };
    QCOMPARE(std::ranges::count_if(m_findings, isFull), 1);
    QCOMPARE(m_findings.size(), std::size_t{129}); // and 128 that name nothing

    yaml = "accepted/*:\n";
    for (int i = 0; i < 1000; ++i) {
        yaml += "  secret/" + std::to_string(i) + ":\n    permitted: [AC]\n";
    }
    package.write("submissions/submissions.yaml", yaml);
    for (int i = 0; i < 110; ++i) {
        package.write("submissions/accepted/" + std::to_string(i) + ".py", "\n");
    }
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(joined(m_findings),
             std::string("error submissions/submissions.yaml: more than 100,000 rules, counted for each submission "
                         "that they are for; not all of them are held against what is judged, so write fewer\n"));
    QCOMPARE(submissions.back().expected.rules.size(), std::size_t{1});
}

void TestPackageSubmissions::refusesLinksThatLeaveThePackage() {
    const TemporaryPackage package = legacy();
    package.link("/etc/passwd", "submissions/accepted/a.py");
    package.link("nowhere", "submissions/accepted/b.py");
    package.write("submissions/wrong_answer/c.py", "\n");
    package.link("../wrong_answer/c.py", "submissions/accepted/c.py");
    const std::vector<PackageSubmission> submissions = read(package);
    QCOMPARE(submissions.size(), std::size_t{2});
    QVERIFY(find(submissions, "submissions/accepted/c.py") != nullptr);
    QCOMPARE(joined(m_findings),
             std::string("error submissions/accepted/a.py: this link leads out of the package, to /etc/passwd; put "
                         "the file itself into the package\n"
                         "error submissions/accepted/b.py: this link leads nowhere (No such file or directory); "
                         "correct it or put the file itself here\n"));
}

void TestPackageSubmissions::tellsLanguages_data() {
    QTest::addColumn<Names>("files");
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("named");
    QTest::addColumn<std::string>("language");

    QTest::newRow("C++") << Names{"a.cpp"} << ""s
                         << ""s
                         << "cpp"s;
    QTest::newRow("py3") << Names{"a.py3"} << "print x\n"s
                         << ""s
                         << "python3"s;
    QTest::newRow("py2") << Names{"a.py2"} << ""s
                         << ""s
                         << "!Python 2, which is not a language here"s;
    QTest::newRow("first line") << Names{"a.py"} << "#!/usr/bin/env python2\nx = 1\n"s
                                << ""s
                                << "!Python 2, which is not a language here"s;
    QTest::newRow("print statement") << Names{"a.py"} << "if x:\n    print \"a\"\n"s
                                     << ""s
                                     << "!Python 2, which is not a language here"s;
    QTest::newRow("print of a call") << Names{"a.py"} << "print solve(x)\n"s
                                     << ""s
                                     << "!Python 2, which is not a language here"s;
    QTest::newRow("print function") << Names{"a.py"} << "print (x)\nprint = 4\n# print x\n"s
                                    << ""s
                                    << "python3"s;
    QTest::newRow("prose") << Names{"a.py"} << "'''\nprint the answer\n'''\n"s
                           << ""s
                           << "python3"s;
    QTest::newRow("named in the first line") << Names{"a.py"} << "#!/usr/bin/python3\n'''\nprint x\n'''\n"s
                                             << ""s
                                             << "python3"s;
    QTest::newRow("named") << Names{"a.txt"} << ""s
                           << "java"s
                           << "java"s;
    QTest::newRow("named by code") << Names{"a.py"} << ""s
                                   << "python3"s
                                   << "python3"s;
    QTest::newRow("named unknown") << Names{"a.py"} << ""s
                                   << "cobol"s
                                   << "!the language \"cobol\" is not known here"s;
    QTest::newRow("unknown") << Names{"a.cob", "b.txt"} << ""s
                             << ""s
                             << "!no language has files like its own (.cob, .txt)"s;
    QTest::newRow("no extension") << Names{"a"} << ""s
                                  << ""s
                                  << "!no language has files like its own (a)"s;
    QTest::newRow("C and headers") << Names{"a.c", "a.h"} << ""s
                                   << ""s
                                   << "c"s;
    QTest::newRow("C in C++") << Names{"a.c", "b.cpp"} << ""s
                              << ""s
                              << "cpp"s;
    QTest::newRow("Java and notes") << Names{"A.java", "b.txt"} << ""s
                                    << ""s
                                    << "java"s;
}

void TestPackageSubmissions::tellsLanguages() {
    QFETCH(Names, files);
    QFETCH(std::string, content);
    QFETCH(std::string, named);
    const LanguageCatalogue languages = LanguageCatalogue::load({findResources() / "languages"});
    const TemporaryPackage package = legacy();
    const std::string base = "submissions/accepted/";
    for (const std::string& file : files) {
        package.write(base + (files.size() > 1 ? "folder/" : "") + file, content);
    }
    PackageSubmission submission = read(package).at(0);
    submission.language = named;
    const Result<const Language*> language = languageOf(submission, languages);
    QTEST(language ? (*language)->id : "!" + language.error().detail, "language");
}

void TestPackageSubmissions::tellsTheLanguageOfFilesThatAreLinks() {
    const LanguageCatalogue languages = LanguageCatalogue::load({findResources() / "languages"});
    const TemporaryPackage package = legacy();
    package.write("elsewhere/a.py", "print x\n");
    package.link("../../../elsewhere/a.py", "submissions/accepted/folder/a.py");
    const Result<const Language*> language = languageOf(read(package).at(0), languages);
    QVERIFY2(language, language ? "" : language.error().detail.c_str());
    QCOMPARE((*language)->id, std::string("python3"));
}

QTEST_GUILESS_MAIN(TestPackageSubmissions)
#include "test_package_submissions.moc"
