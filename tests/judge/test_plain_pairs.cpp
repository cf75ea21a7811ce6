// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/pair_name.h"
#include "judge/package/plain_pairs.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

std::string shown(const PlainPairs& found) {
    std::string text = "[" + found.rule + "]";
    for (const PlainPair& pair : found.pairs) {
        text += " " + pair.input + "=" + pair.answer + (pair.sample ? "*" : "");
    }
    for (const std::string& file : found.leftOver) {
        text += " -" + file;
    }
    return text;
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestPlainPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsPairs_data() {
        QTest::addColumn<QString>("files");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const char* files, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(files) << std::string(expected);
        };
        row("in and out", "1.in 1.out 2.in 2.out", "[in/out] 1.in=1.out 2.in=2.out");
        row("natural order", "10.in 10.ans 9.in 9.ans 009.in 009.ans",
            "[in/ans] 009.in=009.ans 9.in=9.ans 10.in=10.ans");
        row("capitals", "SUM.INP SUM.OUT", "[inp/out] SUM.INP=SUM.OUT");
        row("a folder for each test", "TEST2/SUM.INP TEST2/SUM.OUT TEST10/SUM.INP TEST10/SUM.OUT",
            "[inp/out] TEST2/SUM.INP=TEST2/SUM.OUT TEST10/SUM.INP=TEST10/SUM.OUT");
        row("two folders", "input/1.txt output/1.txt", "[input/output] input/1.txt=output/1.txt");
        row("two folders and words in the names", "input/input00.txt output/output00.txt",
            "[input/output] input/input00.txt=output/output00.txt");
        row("two folders and other suffixes", "in/1.in out/1.out", "[in/out] in/1.in=out/1.out");
        row("words in front", "input01.txt output01.txt", "[input/output] input01.txt=output01.txt");
        row("number last", "sum.in.1 sum.out.1 sum.in.2 sum.ans.2",
            "[in/ans, in/out] sum.in.1=sum.out.1 sum.in.2=sum.ans.2");
        row("only answers are marked", "01 01.a 02 02.a", "[NAME/a] 01=01.a 02=02.a");
        row("a problem named a", "a.in a.out a.cpp", "[in/out] a.in=a.out -a.cpp");
        row("in.a", "1.in 1.a", "[in/a] 1.in=1.a");
        row("everything in a folder called input", "input/1.in input/1.out", "[in/out] input/1.in=input/1.out");
        row("samples", "sample/1.in sample/1.out example-2.in example-2.out",
            "[in/out] example-2.in=example-2.out* sample/1.in=sample/1.out*");
        row("an output beside the answer", "1.in 1.out 1.ans", "[in/ans] 1.in=1.ans -1.out");
        row("what is left over", "1.in 1.out 2.in README.md checker.cpp begin1.txt",
            "[in/out] 1.in=1.out -2.in -README.md -begin1.txt -checker.cpp");
        row("two inputs for one answer", "1.in 1.inp 1.out", "[] -1.in -1.inp -1.out");
        row("hidden", ".git/1.in .git/1.out .1.in .1.out", "[]");
        row("nothing", "", "[]");
    }

    void findsPairs() {
        QFETCH(const QString, files);
        QFETCH(const std::string, expected);
        TemporaryPackage folder;
        for (const QString& file : files.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            folder.write(file.toStdString(), "x\n");
        }
        const Result<PlainPairs> found = findPlainPairs(folder.path());
        QVERIFY2(found, found ? "" : found.error().detail.c_str());
        QCOMPARE(shown(*found), expected);
    }

    void doesNotFollowLinksToFolders() {
        TemporaryPackage folder;
        folder.write("1.in", "x\n");
        folder.write("1.out", "x\n");
        folder.link(".", "again");
        QCOMPARE(shown(findPlainPairs(folder.path()).value()), std::string("[in/out] 1.in=1.out"));
    }

    void makesAPackageOfThem() {
        TemporaryPackage folder;
        folder.write("sample1.in", "1\n");
        folder.write("sample1.out", "2\n");
        for (int i = 1; i <= 10; ++i) {
            folder.write(std::to_string(i) + ".in", std::to_string(i) + "\n");
            folder.write(std::to_string(i) + ".out", std::to_string(2 * i) + "\n");
        }
        const auto target = folder.outside() / "made";
        const PlainPairs pairs = findPlainPairs(folder.path()).value();
        const Result<void> done = convertPairs(folder.path(), pairs, {"A \"name\"\n: #1", 1.5, 64}, target);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        const Result<Problem> problem = loadPackage(target);
        QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
        QCOMPARE(problem->name, std::string("A \"name\" : #1"));
        QCOMPARE(problem->limits.cpuTime.count(), 1500);
        QVERIFY(problem->limits.memory == Bytes::mib(64));
        QCOMPARE(problem->cases.size(), std::size_t(11));
        QVERIFY(problem->cases[0].sample);
        QCOMPARE(contentOf(problem->cases[2].inputPath), std::string("2\n"));
        QCOMPARE(contentOf(problem->cases[10].answerPath), std::string("20\n"));
    }

    void refusesAFolderWithoutPairs() {
        TemporaryPackage folder;
        folder.write("README", "x\n");
        const Result<void> done = convertPairs(folder.path(), findPlainPairs(folder.path()).value(), {"x", {}, {}},
                                               folder.outside() / "made");
        QVERIFY(!done);
        QCOMPARE(done.error().code, std::string("package.invalid"));
        QCOMPARE(done.error().detail, std::filesystem::canonical(folder.path()).string() +
                                          ": there are no pairs of input and answer here, such as 1.in and 1.out; "
                                          "rename the files, or name the folder that holds them");
        QVERIFY(!std::filesystem::exists(folder.outside() / "made"));
    }

    void refusesLinksThatLeaveTheFolder() {
        TemporaryPackage folder;
        folder.link("/etc/passwd", "1.in");
        folder.write("1.out", "x\n");
        const PlainPairs pairs = findPlainPairs(folder.path()).value();
        const Result<void> done = convertPairs(folder.path(), pairs, {"x", {}, {}}, folder.outside() / "made");
        QVERIFY(!done);
        QCOMPARE(done.error().detail, std::string("1.in: this link leads out of the package, to /etc/passwd; put the "
                                                  "file itself into the package"));
    }

    void saysWhatCannotBeWritten() {
        TemporaryPackage folder;
        folder.write("1.in", "x\n");
        folder.write("1.out", "x\n");
        const PlainPairs pairs = findPlainPairs(folder.path()).value();
        const Result<void> done = convertPairs(folder.path(), pairs, {"x", {}, {}}, folder.path() / "1.in");
        QVERIFY(!done);
        QCOMPARE(done.error().code, std::string("pack.unwritable"));
        QCOMPARE(done.error().detail, (folder.path() / "1.in").string() + ": Not a directory");
    }
};

QTEST_APPLESS_MAIN(TestPlainPairs)
#include "test_plain_pairs.moc"
