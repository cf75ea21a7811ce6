// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_sources.h"

#include "tests/judge/temporary_package.h"

#include <QtTest>

#include <sys/stat.h>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

using Names = std::vector<std::string>;

CheckerSpec checkerIn(const TemporaryPackage& package, const std::string& path) {
    return {CheckerKind::Icpc, path, package.path() / path, package.path()};
}

Names namesOf(const Result<std::vector<SourceFile>>& sources) {
    Names names;
    for (const SourceFile& source : sources.value_or(std::vector<SourceFile>())) {
        names.push_back(source.name);
    }
    return names;
}

std::string errorOf(const CheckerSpec& checker) {
    const auto sources = loadCheckerSources(checker);
    return sources ? std::string("none") : sources.error().code + ": " + sources.error().detail;
}

} // namespace

class TestCheckerSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesAFolderWhole();
    void takesAFileAndHeadersBesideIt();
    void followsLinksWithinThePackage();
    void refusesWhatItCannotRead();
    void boundsWhatItReads();
    void manyFilesMayLieBesideIt();
    void tellsTestlib();
};

void TestCheckerSources::takesAFolderWhole() {
    const TemporaryPackage package;
    for (const char* file : {"check/z.py", "check/a.py", "check/__main__.py", "check/lib/b.h", "check/.git/config",
                             "check/.hidden", "check/__pycache__/a.pyc", "check/README"}) {
        package.write(file, std::string(file) + "\xff\n");
    }
    const auto sources = loadCheckerSources(checkerIn(package, "check"));
    QCOMPARE(namesOf(sources), (Names{"__main__.py", "README", "a.py", "lib/b.h", "z.py"}));
    QCOMPARE(sources->at(3).content, std::string("check/lib/b.h\xff\n"));
}

void TestCheckerSources::takesAFileAndHeadersBesideIt() {
    const TemporaryPackage package;
    for (const char* file : {"files/check.cpp", "files/other.cpp", "files/testlib.h", "files/deep/more.h"}) {
        package.write(file, "x\n");
    }
    QCOMPARE(namesOf(loadCheckerSources(checkerIn(package, "files/check.cpp"))), (Names{"check.cpp", "testlib.h"}));
}

void TestCheckerSources::followsLinksWithinThePackage() {
    const TemporaryPackage package;
    package.write("common/validate.h", "shared\n");
    package.write("check/check.cpp", "x\n");
    package.link("../common/validate.h", "check/validate.h");
    const auto sources = loadCheckerSources(checkerIn(package, "check"));
    QCOMPARE(namesOf(sources), (Names{"check.cpp", "validate.h"}));
    QCOMPARE(sources->at(1).content, std::string("shared\n"));
}

void TestCheckerSources::refusesWhatItCannotRead() {
    const TemporaryPackage package;
    package.link("/etc/passwd", "out/check.cpp");
    QCOMPARE(errorOf(checkerIn(package, "out")),
             std::string("checker.unreadable: out: check.cpp: this link leads outside of where the checker may read"));
    package.link("nothing.cpp", "nowhere/check.cpp");
    QCOMPARE(errorOf(checkerIn(package, "nowhere")),
             std::string("checker.unreadable: nowhere: check.cpp: No such file or directory"));
    package.write("round/check.cpp", "x\n");
    package.link("../round", "round/again");
    QCOMPARE(errorOf(checkerIn(package, "round")),
             std::string("checker.unreadable: round: again: this link leads back to a folder that holds it"));
    std::filesystem::create_directory(package.path() / "pipes");
    QCOMPARE(::mkfifo((package.path() / "pipes/check.cpp").c_str(), 0600), 0);
    QCOMPARE(errorOf(checkerIn(package, "pipes")),
             std::string("checker.unreadable: pipes: check.cpp: not a regular file"));
    std::filesystem::create_directory(package.path() / "empty");
    QCOMPARE(errorOf(checkerIn(package, "empty")),
             std::string("checker.unreadable: empty: there is no file in this folder"));
    QCOMPARE(errorOf(checkerIn(package, "missing.cpp")),
             std::string("checker.unreadable: missing.cpp: missing.cpp: No such file or directory"));
}

void TestCheckerSources::boundsWhatItReads() {
    const TemporaryPackage package;
    package.write("large/check.cpp", std::string(16 << 20, 'x'));
    QCOMPARE(errorOf(checkerIn(package, "large")), std::string("none"));
    package.write("large/more.h", "x");
    QCOMPARE(errorOf(checkerIn(package, "large")), std::string("checker.unreadable: large: larger than 16 MiB"));
    for (int i = 0; i < 201; ++i) {
        package.write("many/" + std::to_string(i % 3) + "/" + std::to_string(i) + ".h", "");
    }
    QCOMPARE(errorOf(checkerIn(package, "many")), std::string("checker.unreadable: many: more than 200 files"));
}

void TestCheckerSources::manyFilesMayLieBesideIt() {
    const TemporaryPackage package;
    package.write("files/check.cpp", "");
    package.write("files/testlib.h", "");
    for (int i = 0; i < 300; ++i) {
        package.write("files/gen" + std::to_string(i) + ".cpp", "");
    }
    QCOMPARE(namesOf(loadCheckerSources(checkerIn(package, "files/check.cpp"))), (Names{"check.cpp", "testlib.h"}));
}

void TestCheckerSources::tellsTestlib() {
    const std::string include = "#include \"testlib.h\"\n";
    const std::string call = "int main(int c, char** v) { registerTestlibCmd(c, v); }\n";
    const auto isTestlib = [](const std::string& name, const std::string& code) {
        return tellKind({{name, code}}) == CheckerKind::Testlib;
    };
    QVERIFY(isTestlib("check.cpp", include + call));
    QVERIFY(!isTestlib("check.cpp", include + "int main(int c, char** v) { registerInteraction(c, v); }\n"));
    QVERIFY(!isTestlib("check.cpp", call));
    QVERIFY(!isTestlib("check.cpp", include + "// " + call));
    QVERIFY(!isTestlib("testlib.h", include + call));
    QVERIFY(!isTestlib("check.py", "print(42)\n"));
}

QTEST_GUILESS_MAIN(TestCheckerSources)
#include "test_checker_sources.moc"
