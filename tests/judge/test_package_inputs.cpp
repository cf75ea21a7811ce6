// SPDX-License-Identifier: GPL-3.0-or-later
// What a package gives to programs beside standard input, as far as reading it goes.
#include "tests/judge/temporary_package.h"

#include <QTest>

#include <sys/stat.h>

using namespace grindstone;
using namespace grindstone::judge;

using Texts = std::vector<std::string>;

class TestPackageInputs : public QObject {
    Q_OBJECT
private:
    static Problem loaded(const TemporaryPackage& package) {
        Result<Problem> problem = package.load();
        return problem ? *std::move(problem) : Problem();
    }
    static Texts namesOf(const std::vector<PackageFile>& files) {
        Texts names;
        for (const PackageFile& file : files) {
            names.push_back(file.name);
        }
        return names;
    }
    static void verifyInvalid(const TemporaryPackage& package, const std::string& detail) {
        const Result<Problem> problem = package.load();
        QVERIFY(!problem);
        QCOMPARE(problem.error().code, std::string("package.invalid"));
        QCOMPARE(QString::fromStdString(problem.error().detail), QString::fromStdString(detail));
    }
    static std::string list(std::size_t count, const std::string& word) {
        std::string text = "[" + word;
        for (std::size_t i = 1; i < count; ++i) {
            text += ", " + word;
        }
        return text + "]";
    }

private Q_SLOTS:
    void inheritsArgumentsAndFillsConstantsIn() {
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\n"
                                      "constants: {n: 7}\n");
        package.write("data/test_group.yaml", "args: [\"{{n}}\", \"{{m}}\"]\n");
        package.write("data/secret/1.yaml", "args: []\n");
        package.write("data/secret/2.yaml", "args: [\"\", two words, 3]\n");
        package.addCase("data/secret/2");
        const Problem problem = loaded(package);
        QCOMPARE(problem.cases.size(), std::size_t(3));
        QCOMPARE(problem.cases[0].arguments, (Texts{"7", "{{m}}"}));
        QCOMPARE(problem.cases[1].arguments, Texts());
        QCOMPARE(problem.cases[2].arguments, (Texts{"", "two words", "3"}));
    }

    void refusesArgumentsThatNoCommandLineHolds_data() {
        QTest::addColumn<std::string>("yaml");
        QTest::addColumn<std::string>("what");
        const std::string tooMuch = "args has more than 256 arguments or 16 KiB of text; give the program a file or "
                                    "standard input instead";
        QTest::newRow("NUL") << std::string("\"a\\0b\"")
                             << std::string("args has a NUL byte, which no command line "
                                            "can hold; remove it");
        QTest::newRow("many") << list(257, "x") << tooMuch;
        QTest::newRow("long") << list(17, std::string(1 << 10, 'x')) << tooMuch;
        QTest::newRow("constants") << list(200, "\"{{c}}{{c}}\"") << tooMuch;
        QTest::newRow("map") << std::string("{a: b}") << std::string("args is a map; write a list of texts");
    }
    void refusesArgumentsThatNoCommandLineHolds() {
        QFETCH(std::string, yaml);
        QFETCH(std::string, what);
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml",
                      "problem_format_version: 2025-09\nname: Sums\nconstants: {c: " + std::string(60, 'y') + "}\n");
        package.write("data/secret/1.yaml", "hint: x\nargs: " + yaml + "\n");
        verifyInvalid(package, "data/secret/1.yaml:2: " + what);
    }
    void takesAsManyArgumentsAsItPromises() {
        const auto package = TemporaryPackage::valid();
        package.write("data/secret/1.yaml", "args: " + list(256, std::string(64, 'x')) + "\n");
        QCOMPARE(loaded(package).cases[1].arguments.size(), std::size_t(256));
    }

    void findsTheFilesOfACaseAndFollowsLinksInside() {
        const auto package = TemporaryPackage::valid();
        package.write("data/secret/1.files/b/deep.txt", "deep");
        package.write("data/secret/1.files/a.txt", "x");
        package.write("data/secret/1.files/.hidden", "x");
        package.write("data/secret/1.files/odd name", "x");
        package.write("data/secret/1.files/-rf", "x");
        package.link("../../secret/1.files/b/deep.txt", "data/sample/1.files/linked.txt");
        package.link("../../secret/1.files/b", "data/sample/1.files/folder");
        const Problem problem = loaded(package);
        QCOMPARE(namesOf(problem.cases[0].files), (Texts{"folder/deep.txt", "linked.txt"}));
        QCOMPARE(problem.cases[0].files[1].path,
                 std::filesystem::canonical(package.path()) / "data/secret/1.files/b/deep.txt");
        QCOMPARE(namesOf(problem.cases[1].files), (Texts{"a.txt", "b/deep.txt"}));
        QCOMPARE(problem.warnings.size(), std::size_t(2));
        QCOMPARE(problem.warnings[1],
                 std::string("data/secret/1.files/odd name: ignored, since names may hold only letters, digits, \".\", "
                             "\"-\" and \"_\", and not begin with \"-\"; rename it"));
    }

    void refusesFilesThatArentTheCases() {
        const auto package = TemporaryPackage::valid();
        package.link("/etc/passwd", "data/secret/1.files/a.txt");
        verifyInvalid(package, "data/secret/1.files/a.txt: this link leads out of the package, to /etc/passwd; put the "
                               "file itself into the package");
        package.remove("data/secret/1.files/a.txt");
        package.link("nowhere", "data/secret/1.files/a.txt");
        verifyInvalid(package,
                      "data/secret/1.files/a.txt: this link leads nowhere (No such file or directory); correct "
                      "it or put the file itself here");
        package.remove("data/secret/1.files/a.txt");
        QCOMPARE(::mkfifo((package.path() / "data/secret/1.files/a.txt").c_str(), 0600), 0);
        verifyInvalid(package, "data/secret/1.files/a.txt: this is not a regular file; put a file here");
        package.remove("data/secret/1.files");
        package.write("data/secret/1.files", "a file");
        verifyInvalid(package, "data/secret/1.files: this is a file; make it a folder that holds the case's files");
        package.remove("data/secret/1.files");
        package.link("..", "data/secret/1.files/again");
        verifyInvalid(package, "data/secret/1.files/again/1.files: this link leads back to a folder that holds it; "
                               "remove it");
    }

    void boundsTheFilesOfACase() {
        const auto package = TemporaryPackage::valid();
        for (int i = 0; i < 100; ++i) {
            package.write("data/secret/1.files/" + std::to_string(i), "");
        }
        QCOMPARE(loaded(package).cases[1].files.size(), std::size_t(100));
        package.write("data/secret/1.files/last", "");
        verifyInvalid(package,
                      "data/secret/1.files: more than 100 files for programs to open; leave out what isn't needed");
        package.remove("data/secret/1.files");
        package.write("data/secret/1.files/large", "");
        std::filesystem::resize_file(package.path() / "data/secret/1.files/large", (64 << 20) + 1);
        verifyInvalid(
            package,
            "data/secret/1.files: more than 64 MiB of files for programs to open; leave out what isn't needed");
    }

    void boundsFoldersThatLinksMultiply() {
        const auto package = TemporaryPackage::valid();
        const std::string top = "data/secret/1.files/";
        package.write("attachments/l0/empty/.keep", "");
        for (int i = 1; i < 16; ++i) {
            for (const char* twin : {"a", "b"}) {
                package.link("../l" + std::to_string(i - 1), "attachments/l" + std::to_string(i) + "/" + twin);
            }
        }
        package.link("../../../attachments/l15", top + "all");
        verifyInvalid(package,
                      "data/secret/1.files: more than 100 files for programs to open; leave out what isn't needed");
    }

    void readsConstantsAndTheirVariants() {
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml",
                      "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\nconstants:\n"
                      "  n: 7\n  k:\n    value: 5000000\n    tex: 5,000,000\n    a b: x\n  2x: 3\n");
        const Problem problem = loaded(package);
        QCOMPARE(problem.constants,
                 (Constants{
                     {"n", "7"}, {"n.value", "7"}, {"k", "5000000"}, {"k.value", "5000000"}, {"k.tex", "5,000,000"}}));
        const std::string why =
            ": ignored, since the name of a constant holds only letters, digits and \"_\", and does "
            "not begin with a digit";
        QCOMPARE(problem.warnings,
                 (Texts{"problem.yaml:9: constants.k.a b" + why, "problem.yaml:10: constants.2x" + why}));
    }

    void refusesConstantsThatAreNone() {
        const auto package = TemporaryPackage::valid();
        const std::string begin = "problem_format_version: 2025-09\nname: Sums\nconstants:\n  n:";
        package.write("problem.yaml", begin + " {tex: 5}\n");
        verifyInvalid(package, "problem.yaml:4: constants.n has no value; add a line \"value: …\" to it");
        package.write("problem.yaml", begin + " [5]\n");
        verifyInvalid(package, "problem.yaml:4: constants.n is a list; write one text");
    }

    void fillsConstantsIn_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("filled");
        QTest::newRow("one") << std::string("a{{n}}b") << std::string("a7b");
        QTest::newRow("variant") << std::string("{{n.tex}}{{n}}") << std::string("{{n}}7");
        QTest::newRow("unknown") << std::string("{{m}} {{n.x}} {{ n }}") << std::string("{{m}} {{n.x}} {{ n }}");
        QTest::newRow("braces") << std::string("{{{n}}} {{n} {{n") << std::string("{7} {{n} {{n");
        QTest::newRow("C++") << std::string("int a[1][1] = {{n}};") << std::string("int a[1][1] = 7;");
        QTest::newRow("nothing") << std::string() << std::string();
    }
    void fillsConstantsIn() {
        QFETCH(std::string, text);
        QFETCH(std::string, filled);
        const Constants constants{{"n", "7"}, {"n.tex", "{{n}}"}};
        QCOMPARE(withConstants(text, constants, 100).value_or("too long"), filled);
    }

    void boundsWhatConstantsMake() {
        const Constants constants{{"n", std::string(10, 'x')}};
        QVERIFY(withConstants("{{n}}", constants, 10).has_value());
        QVERIFY(!withConstants("{{n}}", constants, 9).has_value());
        QVERIFY(!withConstants("{{n}}{{n}}", constants, 19).has_value());
        QVERIFY(withConstants(std::string(1 << 20, '{'), constants, 1 << 20).has_value());
    }

    void findsStaticValidationCases() {
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\n"
                                      "constants: {n: 7}\n");
        package.write("static_validator/check/check.py", "x");
        package.write("data/secret/test_group.yaml", "static_validation_score: pass-fail\n"
                                                     "static_validator_args: [\"{{n}}\", b]\n");
        package.write("data/sample/test_group.yaml", "static_validation_score: pass-fail\n");
        const Problem problem = loaded(package);
        QVERIFY(problem.staticValidator.has_value());
        QCOMPARE(problem.staticValidator->name, std::string("static_validator/check/check.py"));
        QCOMPARE(problem.staticCases.size(), std::size_t(2));
        QCOMPARE(problem.staticCases[0].group, std::string("sample"));
        QCOMPARE(problem.staticCases[0].arguments, Texts());
        QCOMPARE(problem.staticCases[1].group, std::string("secret"));
        QCOMPARE(problem.staticCases[1].arguments, (Texts{"7", "b"}));
        QCOMPARE(problem.warnings, Texts());
    }

    void tellsWhatIsOddAboutStaticValidation() {
        const auto package = TemporaryPackage::valid();
        package.write("data/secret/test_group.yaml", "static_validation_score: pass-fail\n");
        verifyInvalid(package, "data/secret/test_group.yaml:1: static_validation_score wants a program in "
                               "static_validator/, and there is none; add it, or remove this line");
        package.write("data/secret/test_group.yaml", "static_validator_args: [x]\n");
        package.write("static_validator/check.py", "x");
        const Problem problem = loaded(package);
        QVERIFY(problem.staticCases.empty());
        QCOMPARE(problem.warnings,
                 (Texts{"data/secret/test_group.yaml:1: static_validator_args has no effect without "
                        "static_validation_score",
                        "static_validator/: not used, since no test_group.yaml has a static_validation_score"}));
        package.remove("static_validator/check.py");
        package.link("/etc/passwd", "static_validator/check.py");
        verifyInvalid(package, "static_validator/check.py: this link leads out of the package, to /etc/passwd; put the "
                               "file itself into the package");
    }

    void findsIncludedFilesByLanguage() {
        const auto package = TemporaryPackage::valid();
        package.write("include/default/data.txt", "x");
        package.write("include/cpp/lib/add.h", "x");
        package.write("include/cpp/main.cpp", "x");
        package.write("include/stray.cpp", "x");
        package.write("include/.git/config", "x");
        const Problem problem = loaded(package);
        QCOMPARE(problem.includes.size(), std::size_t(2));
        QCOMPARE(problem.includes[0].language, std::string("cpp"));
        QCOMPARE(namesOf(problem.includes[0].files), (Texts{"lib/add.h", "main.cpp"}));
        QCOMPARE(problem.includes[1].language, std::string("default"));
        QCOMPARE(problem.warnings, Texts{"include/stray.cpp: ignored; files to include lie in a folder for their "
                                         "language, or in include/default"});
    }

    void refusesToIncludeFilesFromOutside() {
        const auto package = TemporaryPackage::valid();
        package.link("/etc", "include/cpp");
        verifyInvalid(package, "include/cpp: this link leads out of the package, to /etc; put the file itself into the "
                               "package");
    }

    void takesACaseWithoutAnInputFileThatHasOtherInput() {
        const auto package = TemporaryPackage::valid();
        package.remove("data/secret/1.in");
        package.write("data/secret/1.yaml", "args: [x]\n");
        package.write("data/secret/2.files/map.txt", "x");
        package.write("data/secret/2.ans", "");
        package.write("data/secret/3.yaml", "hint: x\n");
        package.write("data/secret/3.ans", "");
        const Problem problem = loaded(package);
        QCOMPARE(problem.cases.size(), std::size_t(3));
        QCOMPARE(problem.cases[1].name, std::string("secret/1"));
        QVERIFY(problem.cases[1].inputPath.empty());
        QCOMPARE(namesOf(problem.cases[2].files), Texts{"map.txt"});
        QCOMPARE(problem.warnings,
                 (Texts{"data/secret/1.ans: there is no .in file of that name beside it; an empty one is assumed",
                        "data/secret/2.ans: there is no .in file of that name beside it; an empty one is assumed",
                        "data/secret/3.ans: ignored, since there is no .in file of that name beside it"}));
    }
};

QTEST_GUILESS_MAIN(TestPackageInputs)
#include "test_package_inputs.moc"
