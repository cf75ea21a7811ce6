// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/judge/temporary_package.h"

#include <QTest>

#include <functional>

#include <sys/stat.h>
#include <unistd.h>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

using Breakage = std::function<void(const TemporaryPackage&)>;

/// Ends what root may do beyond others for as long as it lives, so that permission bits bind.
class OrdinaryUser {
public:
    OrdinaryUser() { m_changed = ::geteuid() == 0 && ::seteuid(65534) == 0; }
    ~OrdinaryUser() {
        if (m_changed && ::seteuid(0) != 0) {
            qFatal("cannot become root again");
        }
    }

private:
    bool m_changed = false;
};

Error errorAsOrdinaryUser(const TemporaryPackage& package) {
    const OrdinaryUser user;
    const Result<Problem> problem = package.load();
    return problem ? Error{} : problem.error();
}

void allowEverybody(const TemporaryPackage& package) {
    ::chmod(package.outside().c_str(), 0755);
    ::chmod(package.path().c_str(), 0755);
}

} // namespace

Q_DECLARE_METATYPE(Breakage)

class TestIcpcPackageErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void failsWhenFolderIsMissing();
    void failsWhenFolderIsAFile();
    void failsWhenProblemYamlIsMissing();
    void failsWhenFolderNameIsNotText();
    void failsWhenPermissionIsMissing();
    void failsWhenLinkLeavesThePackage();
    void failsOnLoopsOfFolders();
    void refusesHostileYaml_data();
    void refusesHostileYaml();
    void refusesTooManyFiles();
    void refusesHugeData_data();
    void refusesHugeData();
    void refusesConstantsThatSwell();
    void headerFailsLikeThePackage();

private:
    void addProblemYaml(const char* name, const std::string& lines, const char* code, const std::string& detail);
    void addFile(const char* name, const std::string& file, const std::string& content, const char* code,
                 const std::string& detail);
};

void TestIcpcPackageErrors::addFile(const char* name, const std::string& file, const std::string& content,
                                    const char* code, const std::string& detail) {
    QTest::newRow(name) << Breakage([=](const TemporaryPackage& package) { package.write(file, content); })
                        << std::string(code) << detail;
}

void TestIcpcPackageErrors::addProblemYaml(const char* name, const std::string& lines, const char* code,
                                           const std::string& detail) {
    addFile(name, "problem.yaml", "problem_format_version: 2025-09\nname: Sums\n" + lines, code, detail);
}

void TestIcpcPackageErrors::namesWhatIsWrong_data() {
    QTest::addColumn<Breakage>("breakage");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("detail");
    const char* const invalid = "package.invalid";
    const char* const unsupported = "package.unsupported";
    const auto row = [](const char* name, Breakage breakage, const char* code, const char* detail) {
        QTest::newRow(name) << std::move(breakage) << std::string(code) << std::string(detail);
    };

    addProblemYaml(
        "time limit below 0", "limits:\n  time_limit: -1\n", invalid,
        "problem.yaml:4: limits.time_limit is \"-1\"; write a number of seconds above 0 and not above 86400");
    addProblemYaml(
        "time limit no number", "limits:\n  time_limit: abc\n", invalid,
        "problem.yaml:4: limits.time_limit is \"abc\"; write a number of seconds above 0 and not above 86400");
    addProblemYaml("time limit infinite", "limits:\n  time_limit: .inf\n", invalid,
                   "problem.yaml:4: limits.time_limit is \".inf\"; write a number of seconds above 0 and not above "
                   "86400");
    addProblemYaml("time limit huge", "limits:\n  time_limit: 1e300\n", invalid,
                   "problem.yaml:4: limits.time_limit is \"1e300\"; write a number of seconds above 0 and not above "
                   "86400");
    addProblemYaml("time limit empty", "limits:\n  time_limit:\n", invalid,
                   "problem.yaml:4: limits.time_limit is empty; write a number of seconds above 0 and not above 86400");
    addProblemYaml(
        "time limit a list", "limits: {time_limit: [1]}\n", invalid,
        "problem.yaml:3: limits.time_limit is a list; write a number of seconds above 0 and not above 86400");
    addProblemYaml("memory with unit", "limits:\n  memory: 64 MB\n", invalid,
                   "problem.yaml:4: limits.memory is \"64 MB\"; write a whole number of MiB above 0 and not above "
                   "1048576");
    addProblemYaml("memory 0", "limits:\n  memory: 0\n", invalid,
                   "problem.yaml:4: limits.memory is \"0\"; write a whole number of MiB above 0 and not above 1048576");
    addProblemYaml("code too large", "limits: {code: 99999999999999999999}\n", invalid,
                   "problem.yaml:3: limits.code is \"99999999999999999999\"; write a whole number of KiB above 0 and "
                   "not above 1048576");
    addProblemYaml("limits no map", "limits: 3\n", invalid,
                   "problem.yaml:3: limits is \"3\"; write lines of the form \"key: value\"");
    addFile("name a list", "problem.yaml", "name:\n  - Sums\n", invalid,
            "problem.yaml:2: name is a list; write one text");
    addFile("name an empty map", "problem.yaml", "name: {}\n", invalid,
            "problem.yaml:1: name holds no name; write one, such as \"en: Title\"");
    addFile("version unknown", "problem.yaml", "problem_format_version: 2030-01\n", unsupported,
            "problem.yaml:1: problem_format_version \"2030-01\" is not known; \"2025-09\" and \"legacy\" can be read");
    addFile("no map", "problem.yaml", "- a\n- b\n", invalid,
            "problem.yaml:1: the file is a list; write lines of the form \"key: value\"");
    addFile("no YAML", "problem.yaml", "name: Sums\nlimits: {time_limit: 1\nuuid: x\n", invalid,
            "problem.yaml:3: not valid YAML (end of map flow not found); correct this line");
    addFile("tab", "problem.yaml", "name: Sums\nlimits:\n\ttime_limit: 1\n", invalid,
            "problem.yaml:3: a tab indents this line; YAML permits only blanks, so put blanks");
    addFile("not UTF-8", "problem.yaml", "name: Sums\nauthor: Ren\xe9\n", invalid,
            "problem.yaml:2: not UTF-8; save the file as UTF-8");
    addFile("key twice", "problem.yaml", "name: Sums\nuuid: 1\nname: Sums\n", invalid,
            "problem.yaml:3: the key \"name\" stands here a second time; keep one");
    addFile("too large", "problem.yaml", "name: " + std::string(1 << 20, 'x') + "\n", invalid,
            "problem.yaml: larger than 1024 KiB; a text of this kind is far smaller, so look what it holds");
    row(
        "folder for problem.yaml",
        [](const TemporaryPackage& package) {
            package.remove("problem.yaml");
            std::filesystem::create_directory(package.path() / "problem.yaml");
        },
        invalid, "problem.yaml: this is not a regular file; put a file here");

    addProblemYaml(
        "submit-answer", "type: [pass-fail, submit-answer]\n", unsupported,
        "problem.yaml:3: to problems of type \"submit-answer\" people hand in the answers, not a program that "
        "finds them; such ones cannot be judged, only those to which a program is handed in");
    addProblemYaml("wizardry", "type: [pass-fail, wizardry]\n", unsupported,
                   "problem.yaml:3: the type \"wizardry\" is not known; only pass-fail, scoring, interactive and "
                   "multi-pass problems can be judged");
    addProblemYaml("no interactor", "type: [interactive, pass-fail]\n", invalid,
                   "problem.yaml:3: an interactive problem has one output validator, which talks with the program; "
                   "there is none, so add it");
    addFile(
        "legacy validation", "problem.yaml", "name: Sums\nvalidation: custom score telepathic\n", unsupported,
        "problem.yaml:2: validation \"custom score telepathic\" is not supported yet; only problems whose output is "
        "compared with the answer file, or checked by a program of the package, can be judged");
    addFile("function", "grindstone.yaml", "difficulty: easy\nfunction:\n  name: f\n", unsupported,
            "grindstone.yaml:3: function-style problems (\"function\") are not supported yet; only whole programs can "
            "be judged");
    addFile("compare settings", "grindstone.yaml", "compare: {mode: lines, any_order: top}\n", unsupported,
            "grindstone.yaml:1: compare knows only \"mode\" yet, and \"checker\" and \"kind\" with \"mode: custom\"; "
            "a comparator's settings go into output_validator_args of data/test_group.yaml");
    addFile("visibility", "grindstone.yaml", "visibility: hidden\n", invalid,
            "grindstone.yaml:1: visibility is \"hidden\"; write shown, input or verdict");
    addFile("validator argument", "data/secret/test_group.yaml", "output_validator_args:\n  - float_tolerance\n",
            invalid, "data/secret/test_group.yaml:2: float_tolerance needs a number after it, such as 1e-6");
    addFile("validator flags", "problem.yaml", "name: Sums\nvalidator_flags: ignore_case\n", invalid,
            "problem.yaml:2: unknown output validator argument \"ignore_case\"; known are case_sensitive, "
            "space_change_sensitive, float_tolerance, float_absolute_tolerance and float_relative_tolerance");
    addFile("broken settings of a case", "data/secret/1.yaml", "a: [\n", invalid,
            "data/secret/1.yaml:1: not valid YAML (end of sequence flow not found); correct this line");
    addFile("legacy time limit", ".timelimit", "soon\n", invalid,
            ".timelimit:1: the time limit is \"soon\"; write a number of seconds above 0 and not above 86400");

    row(
        "answer missing", [](const TemporaryPackage& package) { package.remove("data/secret/1.ans"); }, invalid,
        "data/secret/1.in: there is no answer file 1.ans beside it; add it, or remove the .in file");
    row(
        "no cases", [](const TemporaryPackage& package) { package.remove("data"); }, invalid,
        "data: there are no test cases; put NAME.in and NAME.ans files into data/sample and data/secret");
    row(
        "folder for a case",
        [](const TemporaryPackage& package) {
            std::filesystem::create_directory(package.path() / "data/secret/2.in");
            package.write("data/secret/2.ans", "3\n");
        },
        invalid, "data/secret/2.in: this is not a regular file; put a file here");
    row(
        "pipe for a case",
        [](const TemporaryPackage& package) {
            QCOMPARE(::mkfifo((package.path() / "data/secret/2.in").c_str(), 0600), 0);
        },
        invalid, "data/secret/2.in: this is not a regular file; put a file here");
    row(
        "link to nothing", [](const TemporaryPackage& package) { package.link("nothing.in", "data/secret/2.in"); },
        invalid,
        "data/secret/2.in: this link leads nowhere (No such file or directory); correct it or put the file itself "
        "here");
    row(
        "link to itself", [](const TemporaryPackage& package) { package.link("2.in", "data/secret/2.in"); }, invalid,
        "data/secret/2.in: this link leads nowhere (Too many levels of symbolic links); correct it or put the file "
        "itself here");
    row(
        "link out of the package",
        [](const TemporaryPackage& package) { package.link("/etc/passwd", "data/secret/2.in"); }, invalid,
        "data/secret/2.in: this link leads out of the package, to /etc/passwd; put the file itself into the package");
    row(
        "folder out of the package", [](const TemporaryPackage& package) { package.link("/etc", "data/secret/more"); },
        invalid, "data/secret/more: this link leads out of the package, to /etc; put the file itself into the package");
    row(
        "problem.yaml out of the package",
        [](const TemporaryPackage& package) {
            package.remove("problem.yaml");
            package.link("/etc/passwd", "problem.yaml");
        },
        invalid,
        "problem.yaml: this link leads out of the package, to /etc/passwd; put the file itself into the package");
}

void TestIcpcPackageErrors::namesWhatIsWrong() {
    QFETCH(Breakage, breakage);
    QFETCH(std::string, code);
    QFETCH(std::string, detail);
    const auto package = TemporaryPackage::valid();
    if (QByteArrayView(QTest::currentDataTag()) == "legacy time limit") {
        package.write("problem.yaml", "name: Sums\n");
    }
    breakage(package);
    const Result<Problem> problem = package.load();
    QVERIFY(!problem);
    QCOMPARE(QString::fromStdString(problem.error().detail), QString::fromStdString(detail));
    QCOMPARE(problem.error().code, code);
}

void TestIcpcPackageErrors::failsWhenFolderIsMissing() {
    const Error error = loadPackage("/nowhere/sums").error();
    QCOMPARE(error.code, std::string("package.unreadable"));
    QCOMPARE(error.detail, std::string("/nowhere/sums: there is no such folder; check the path"));
}

void TestIcpcPackageErrors::failsWhenFolderIsAFile() {
    const auto package = TemporaryPackage::valid();
    const std::string path = (package.path() / "problem.yaml").string();
    const Error error = loadPackage(path).error();
    QCOMPARE(error.code, std::string("package.unreadable"));
    QCOMPARE(error.detail, path + ": this is a file; name the folder that holds problem.yaml");
}

void TestIcpcPackageErrors::failsWhenProblemYamlIsMissing() {
    const TemporaryPackage package;
    const Error error = package.load().error();
    QCOMPARE(error.code, std::string("package.invalid"));
    QCOMPARE(error.detail, std::filesystem::canonical(package.path()).string() +
                               ": there is no problem.yaml or problem.xml here; name the folder that holds it");
}

void TestIcpcPackageErrors::failsWhenFolderNameIsNotText() {
    const auto package = TemporaryPackage::valid();
    const auto folder = package.outside() / "caf\xe9";
    std::filesystem::rename(package.path(), folder);
    const Error error = loadPackage(folder).error();
    std::filesystem::remove_all(folder); // Qt cannot remove what it cannot name
    QCOMPARE(error.code, std::string("package.invalid"));
    QCOMPARE(error.detail, package.outside().string() +
                               "/caf\\xe9: the folder's name is not UTF-8; rename it, best to lower-case letters and "
                               "digits");
}

void TestIcpcPackageErrors::failsWhenPermissionIsMissing() {
    const auto package = TemporaryPackage::valid();
    allowEverybody(package);
    for (const char* forbidden : {"problem.yaml", "data/secret/1.in", "data/secret/1.ans", "data/secret", ""}) {
        const auto path = package.path() / forbidden;
        struct stat before {};
        QCOMPARE(::stat(path.c_str(), &before), 0);
        ::chmod(path.c_str(), 0);
        const Error error = errorAsOrdinaryUser(package);
        ::chmod(path.c_str(), before.st_mode);
        const std::string name = *forbidden == '\0' ? package.path().string() : forbidden;
        QCOMPARE(error.code, std::string("package.unreadable"));
        QCOMPARE(QString::fromStdString(error.detail),
                 QString::fromStdString(name + ": Permission denied; make it readable for you (chmod -R u+rX)"));
    }
    QVERIFY(package.load());
}

void TestIcpcPackageErrors::failsWhenLinkLeavesThePackage() {
    const auto package = TemporaryPackage::valid();
    const auto neighbour = package.outside() / "sums-secret.in";
    std::filesystem::copy_file(package.path() / "data/secret/1.in", neighbour);
    package.link("../../../sums-secret.in", "data/secret/2.in");
    const Error error = package.load().error();
    QCOMPARE(error.code, std::string("package.invalid"));
    QCOMPARE(error.detail, "data/secret/2.in: this link leads out of the package, to " +
                               std::filesystem::canonical(neighbour).string() +
                               "; put the file itself into the package");
}

void TestIcpcPackageErrors::failsOnLoopsOfFolders() {
    const auto package = TemporaryPackage::valid();
    package.addCase("data/secret/group/1");
    package.link("..", "data/secret/group/again");
    const Error error = package.load().error();
    QCOMPARE(error.code, std::string("package.invalid"));
    QCOMPARE(error.detail,
             std::string("data/secret/group/again: this link leads back to a folder that holds it; remove it"));
}

void TestIcpcPackageErrors::refusesHostileYaml_data() {
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("detail");
    std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 20; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int k = 0; k < 9; ++k) {
            laughs += before + ", ";
        }
        laughs += before + "]\n";
    }
    QTest::newRow("billion laughs") << laughs
                                    << std::string("more than 20,000 values, aliases (*name) followed; make the file "
                                                   "smaller");
    QTest::newRow("itself") << std::string("a: &a [*a]\n")
                            << std::string("nested deeper than 32 levels; make it flatter");
    QTest::newRow("deep") << "a: " + std::string(100, '[') + std::string(100, ']') + "\n"
                          << std::string("nested deeper than 32 levels; make it flatter");
    QTest::newRow("very deep") << "a: " + std::string(500'000, '[') << std::string("nested deeper than 32 levels");
    QTest::newRow("very deep maps") << "a: " + std::string(500'000, '{') << std::string("nested deeper than 32 levels");
    QTest::newRow("unknown alias") << std::string("a: *b\n") << std::string("not valid YAML");
    QTest::newRow("key is a list") << std::string("[a]: b\n")
                                   << std::string("a key must be a plain word, not a list or a map");
    QTest::newRow("long text, many times")
        << "t: &t \"" + std::string(500'000, 'x') + "\"\na: [*t, *t, *t, *t, *t, *t, *t, *t]\n"
        << std::string("more than 4 MiB of text, aliases (*name) followed; make the file smaller");
    QTest::newRow("long key, many times")
        << "t: &t \"" + std::string(500'000, 'x') +
               "\"\na: [{*t : 1}, {*t : 1}, {*t : 1}, {*t : 1}, {*t : 1}, {*t : 1}, {*t : 1}, {*t : 1}]\n"
        << std::string("more than 4 MiB of text, aliases (*name) followed; make the file smaller");
    QTest::newRow("many values") << "a: [" + [] {
        std::string items;
        for (int i = 0; i < 30'000; ++i) {
            items += "1,";
        }
        return items;
    }() + "1]\n" << std::string("more than 20,000 values, aliases (*name) followed; make the file smaller");
}

void TestIcpcPackageErrors::refusesHostileYaml() {
    QFETCH(std::string, yaml);
    QFETCH(std::string, detail);
    for (const char* file : {"problem.yaml", "grindstone.yaml", "data/secret/test_group.yaml", "data/secret/1.yaml"}) {
        const auto package = TemporaryPackage::valid();
        package.write(file, yaml);
        const Result<Problem> problem = package.load();
        QVERIFY(!problem);
        QCOMPARE(problem.error().code, std::string("package.invalid"));
        QVERIFY2(problem.error().detail.starts_with(std::string(file) + ":"), problem.error().detail.c_str());
        QVERIFY2(problem.error().detail.find(detail) != std::string::npos, problem.error().detail.c_str());
    }
}

void TestIcpcPackageErrors::refusesTooManyFiles() {
    const auto package = TemporaryPackage::valid();
    for (int i = 0; i < 2501; ++i) {
        package.write("data/secret/many/" + std::to_string(i) + ".txt", "");
    }
    for (int i = 0; i < 100; ++i) {
        package.link("many", "data/secret/again" + std::to_string(i));
    }
    const Error error = package.load().error();
    QCOMPARE(error.code, std::string("package.invalid"));
    QVERIFY2(error.detail.ends_with(": more than 250,000 files of test data; remove what isn't needed"),
             error.detail.c_str());
}

void TestIcpcPackageErrors::refusesHugeData_data() {
    QTest::addColumn<std::string>("file");
    QTest::newRow("input") << std::string("data/secret/1.in");
    QTest::newRow("answer") << std::string("data/secret/1.ans");
}

void TestIcpcPackageErrors::refusesHugeData() {
    QFETCH(std::string, file);
    const auto package = TemporaryPackage::valid();
    std::filesystem::resize_file(package.path() / file, 1ULL << 30);
    QVERIFY(package.load());
    std::filesystem::resize_file(package.path() / file, (1ULL << 30) + 1);
    const Result<Problem> problem = package.load();
    QVERIFY(!problem);
    QCOMPARE(problem.error().code, std::string("package.invalid"));
    QCOMPARE(problem.error().detail, file + ": larger than 1 GiB, more than can be judged; make it smaller");
}

void TestIcpcPackageErrors::refusesConstantsThatSwell() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {time_limit: 1}\n"
                                  "constants: {long: \"" +
                                      std::string(100'000, 'x') + "\"}\n");
    std::string swelling;
    for (int i = 0; i < 100'000; ++i) {
        swelling += "{{long}}";
    }
    package.write("data/secret/test_group.yaml", "output_validator_args: [\"" + swelling + "\"]\n");
    const Result<Problem> problem = package.load();
    QVERIFY(!problem);
    QCOMPARE(problem.error().code, std::string("package.invalid"));
    QCOMPARE(problem.error().detail, std::string("data/secret/test_group.yaml:1: an argument is longer than 1 KiB, "
                                                 "constants filled in; shorten it"));
}

void TestIcpcPackageErrors::headerFailsLikeThePackage() {
    const auto package = TemporaryPackage::valid();
    package.write("problem.yaml", "name: [\n");
    QCOMPARE(loadPackageHeader(package.path()).error(), package.load().error());
    package.remove("problem.yaml");
    QCOMPARE(loadPackageHeader(package.path()).error(), package.load().error());
    QCOMPARE(loadPackageHeader("/nowhere").error(), loadPackage("/nowhere").error());
}

QTEST_GUILESS_MAIN(TestIcpcPackageErrors)
#include "test_icpc_package_errors.moc"
