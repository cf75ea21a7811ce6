// SPDX-License-Identifier: GPL-3.0-or-later
// Where a package keeps the programs that check outputs.
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

using Texts = std::vector<std::string>;

namespace {

/// A legacy package of which problem.yaml says "validation: …".
TemporaryPackage legacy(const std::string& validation) {
    auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "name: Sums\nvalidator_flags: small {{n}}\n" + validation + "constants: {n: 7}\n");
    package.write(".timelimit", "1\n");
    return package;
}

Texts namesOf(const Problem& problem) {
    Texts names;
    for (const CheckerSpec& checker : problem.checkers) {
        names.push_back(checker.name);
    }
    return names;
}

Texts warningsOf(const Problem& problem) {
    Texts warnings = problem.warnings;
    return warnings;
}

std::string errorOf(const TemporaryPackage& package) {
    const Result<Problem> problem = package.load();
    return problem ? std::string("none") : problem.error().code + ": " + problem.error().detail;
}

} // namespace

class TestPackageCheckers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFolderIsTheProgram();
    void aProgramThatLiesAloneIsNamed();
    void legacyFolderHoldsPrograms();
    void legacyPackageMustAskForThem();
    void takesTheOtherFormatsFolder();
    void customValidationNeedsAProgram();
    void argumentsArePassedOnUntouched();
    void grindstoneYamlNamesAChecker();
    void refusesBadNames();
    void interactorsAreNamedByTypeOrValidation();
    void anInteractiveProblemHasOneInteractor();
    void findsInteractionsToShow();
    void passesAreOfMultiPassProblems();
};

void TestPackageCheckers::aFolderIsTheProgram() {
    const auto package = TemporaryPackage::valid();
    QCOMPARE(package.load()->checkers.size(), std::size_t(0));
    package.write("output_validator/check.cpp", "x");
    package.write("output_validator/validate.h", "x");
    const Result<Problem> problem = package.load();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(namesOf(*problem), Texts{"output_validator"});
    QCOMPARE(problem->checkers[0].path, problem->folder / "output_validator");
    QCOMPARE(problem->checkers[0].root, problem->folder);
    QVERIFY(problem->checkers[0].kind == CheckerKind::Icpc);
    QCOMPARE(problem->cases[0].comparator.name, std::string("custom"));
    QCOMPARE(problem->warnings, Texts{});
}

void TestPackageCheckers::aProgramThatLiesAloneIsNamed() {
    const auto package = TemporaryPackage::valid();
    package.write("output_validator/guess/check.py", "x");
    package.write("output_validator/.hidden", "x");
    const Result<Problem> problem = package.load();
    QCOMPARE(namesOf(*problem), Texts{"output_validator/guess/check.py"});
    QCOMPARE(problem->checkers[0].path, problem->folder / "output_validator/guess/check.py");
}

void TestPackageCheckers::legacyFolderHoldsPrograms() {
    const auto package = legacy("validation: custom\n");
    for (const char* file : {"b/b.cpp", "b/b.h", "a.py", "c/c.java", "validate.h", "README.md", ".keep"}) {
        package.write(std::string("output_validators/") + file, "x");
    }
    const Result<Problem> problem = package.load();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(namesOf(*problem), (Texts{"output_validators/a.py", "output_validators/b", "output_validators/c/c.java"}));
    QCOMPARE(warningsOf(*problem), Texts{});
}

void TestPackageCheckers::legacyPackageMustAskForThem() {
    const auto package = legacy("");
    package.write("problem.yaml", "name: Sums\n");
    package.write("output_validators/a.py", "x");
    const Result<Problem> problem = package.load();
    QCOMPARE(namesOf(*problem), Texts{});
    QCOMPARE(problem->cases[0].comparator.name, std::string("tokens"));
    QCOMPARE(problem->warnings,
             Texts{"output_validators/: not used, since problem.yaml doesn't say \"validation: custom\""});
}

void TestPackageCheckers::takesTheOtherFormatsFolder() {
    const auto package = TemporaryPackage::valid();
    package.write("output_validators/a.py", "x");
    const Result<Problem> other = package.load();
    QCOMPARE(namesOf(*other), Texts{"output_validators/a.py"});
    QCOMPARE(other->warnings, Texts{"output_validators/: the folder is called output_validator/ in this version of the "
                                    "format; it is used all the same"});
    package.write("output_validator/b.py", "x");
    const Result<Problem> both = package.load();
    QCOMPARE(namesOf(*both), Texts{"output_validator/b.py"});
    QCOMPARE(both->warnings, Texts{"output_validators/: the folder is called output_validator/ in this version of the "
                                   "format; it is not used"});
}

void TestPackageCheckers::customValidationNeedsAProgram() {
    const auto package = legacy("validation: custom\n");
    QCOMPARE(errorOf(package), std::string("package.invalid: problem.yaml:3: validation is custom, but there is no "
                                           "program in output_validators/; add it, or write \"validation: default\""));
    package.write("output_validators/README.md", "x");
    QVERIFY(errorOf(package).starts_with("package.invalid: problem.yaml:3: validation is custom"));
}

void TestPackageCheckers::argumentsArePassedOnUntouched() {
    const auto package = legacy("validation: custom\n");
    package.write("output_validators/a.py", "x");
    package.write("data/secret/testdata.yaml", "output_validator_flags: --bits 12 float_tolerance\n");
    package.addCase("data/secret/2");
    package.write("data/secret/2.yaml", "output_validator_args: [\"a b\", \"{{n}}\", \"\"]\n");
    const Result<Problem> problem = package.load();
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE(problem->cases[0].comparator.arguments, (Texts{"small", "7"}));
    QCOMPARE(problem->cases[1].comparator.arguments, (Texts{"--bits", "12", "float_tolerance"}));
    QCOMPARE(problem->cases[2].comparator.arguments, (Texts{"a b", "7", ""}));
}

void TestPackageCheckers::grindstoneYamlNamesAChecker() {
    const auto package = TemporaryPackage::valid();
    package.write("checker/check.cpp",
                  "#include \"testlib.h\"\nint main(int c, char** v) { registerTestlibCmd(c, v); }\n");
    package.write("grindstone.yaml", "compare: {mode: custom, checker: checker/check.cpp}\n");
    const Result<Problem> told = package.load();
    QVERIFY2(told, told ? "" : told.error().detail.c_str());
    QCOMPARE(namesOf(*told), Texts{"checker/check.cpp"});
    QVERIFY(told->checkers[0].kind == CheckerKind::Testlib);
    QCOMPARE(told->cases[0].comparator.name, std::string("custom"));
    package.write("grindstone.yaml", "compare: {mode: custom, checker: checker, kind: icpc}\n");
    QVERIFY(package.load()->checkers[0].kind == CheckerKind::Icpc);
}

void TestPackageCheckers::refusesBadNames() {
    const auto package = TemporaryPackage::valid();
    package.write("grindstone.yaml", "compare: {mode: custom}\n");
    QCOMPARE(errorOf(package), std::string("package.invalid: grindstone.yaml:1: compare.checker is missing; name the "
                                           "checker's file or folder"));
    package.write("grindstone.yaml", "difficulty: easy\ncompare:\n  mode: custom\n  checker: none.cpp\n");
    QCOMPARE(errorOf(package),
             std::string("package.invalid: grindstone.yaml:4: none.cpp: there is no such file; add it"));
    package.write("grindstone.yaml", "compare: {mode: custom, checker: ../../x}\n");
    QVERIFY(errorOf(package).starts_with("package.invalid: grindstone.yaml:1: ../../x: "));
    package.write("grindstone.yaml", "compare: {mode: custom, checker: data, kind: dmoj}\n");
    QCOMPARE(errorOf(package),
             std::string("package.invalid: grindstone.yaml:1: compare.kind is \"dmoj\"; write icpc or testlib"));
    package.remove("grindstone.yaml");
    package.link("/usr/bin", "output_validator");
    QVERIFY(errorOf(package).starts_with("package.invalid: output_validator: this link leads out of the package"));
}

void TestPackageCheckers::interactorsAreNamedByTypeOrValidation() {
    const auto current = TemporaryPackage::valid();
    current.write("output_validator/talk.py", "x");
    QVERIFY(!current.load()->interactive);
    for (const char* type : {"interactive", "[interactive]", "[pass-fail, interactive]"}) {
        current.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\ntype: " +
                                          std::string(type) + "\n");
        const Result<Problem> problem = current.load();
        QVERIFY2(problem && problem->interactive, type);
        QCOMPARE(namesOf(*problem), Texts{"output_validator/talk.py"});
        QCOMPARE(problem->warnings, Texts{});
    }
    const auto old = legacy("validation: custom interactive\n");
    old.write("output_validators/talk/talk.py", "x");
    const Result<Problem> problem = old.load();
    QVERIFY2(problem && problem->interactive, errorOf(old).c_str());
    QCOMPARE(problem->cases[0].comparator.arguments, (Texts{"small", "7"}));
}

void TestPackageCheckers::anInteractiveProblemHasOneInteractor() {
    const auto package = legacy("validation: custom interactive\n");
    package.write("output_validators/a.py", "x");
    package.write("output_validators/b.py", "x");
    QCOMPARE(errorOf(package), std::string("package.invalid: problem.yaml:3: an interactive problem has one output "
                                           "validator, which talks with the program; here are 2, so leave one"));
    package.write("grindstone.yaml", "compare: {mode: custom, checker: output_validators/a.py, kind: testlib}\n");
    QCOMPARE(errorOf(package),
             std::string("package.unsupported: problem.yaml:3: checkers of testlib's kind are not supported yet in "
                         "interactive and multi-pass problems; only output validators of the ICPC's kind are"));
}

void TestPackageCheckers::findsInteractionsToShow() {
    const auto package = TemporaryPackage::valid();
    package.write("data/sample/2.interaction", "<1\n>2\n");
    package.write("data/sample/deep/1.interaction", "<1\n");
    package.write("data/sample/.hidden.interaction", "");
    package.write("data/secret/1.interaction", "");
    const Result<Problem> problem = package.load();
    QVERIFY2(problem, errorOf(package).c_str());
    QCOMPARE(problem->interactions.size(), std::size_t(2));
    QCOMPARE(problem->interactions[0].name, std::string("sample/2"));
    QCOMPARE(problem->interactions[0].path, problem->folder / "data/sample/2.interaction");
    QCOMPARE(problem->interactions[1].name, std::string("sample/deep/1"));
    QCOMPARE(problem->cases.size(), std::size_t(2));
    package.link("/etc/passwd", "data/sample/3.interaction");
    QVERIFY(errorOf(package).starts_with("package.invalid: data/sample/3.interaction: "));
}

void TestPackageCheckers::passesAreOfMultiPassProblems() {
    const auto package = TemporaryPackage::valid();
    package.write("output_validator/next.py", "x");
    const auto write = [&](const std::string& type, const std::string& limits) {
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\ntype: " + type +
                                          "\nlimits:\n  time_limit: 1\n" + limits);
    };
    write("pass-fail", "  validation_passes: 5\n");
    QCOMPARE(package.load()->passes, 1U);
    write("multi-pass", "");
    QCOMPARE(package.load()->passes, 2U);
    write("[interactive, multi-pass]", "  validation_passes: 5\n");
    QCOMPARE(package.load()->passes, 5U);
    QVERIFY(package.load()->interactive);
    write("multi-pass", "  validation_passes: 1\n");
    QCOMPARE(errorOf(package), std::string("package.invalid: problem.yaml:6: limits.validation_passes is 1; write 2 or "
                                           "more, or leave it out"));
    const auto old = legacy("validation: custom multi-pass\nlimits: {validation_passes: 3}\n");
    QVERIFY(errorOf(old).starts_with("package.invalid: problem.yaml:3: validation is custom, but there is no program"));
    old.write("output_validators/next.py", "x");
    QCOMPARE(old.load()->passes, 3U);
    old.write("output_validators/other.py", "x");
    QCOMPARE(errorOf(old), std::string("package.invalid: problem.yaml:3: a multi-pass problem has one output "
                                       "validator, which makes the next input; here are 2, so leave one"));
}

QTEST_GUILESS_MAIN(TestPackageCheckers)
#include "test_package_checkers.moc"
