// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/command.h"
#include "judge/language/language_catalogue.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

/// A whole language file; tests know the lines of what they break in it.
std::string valid() {
    std::ifstream file(GRINDSTONE_SOURCE_DIR "/tests/judge/data/toy_language.toml", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestLanguageCatalogue : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path folder(const char* name) const {
        const std::filesystem::path path = std::filesystem::path(m_folder->path().toStdString()) / name;
        std::filesystem::create_directories(path);
        return path;
    }
    static std::string replaced(const std::string& from, const std::string& to) {
        std::string text = valid();
        return text.replace(text.find(from), from.size(), to);
    }
    static void write(const std::filesystem::path& path, const std::string& text) {
        std::ofstream(path, std::ios::binary) << text;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsEveryKey() {
        write(folder("a") / "toy.toml", valid());
        const LanguageCatalogue catalogue = LanguageCatalogue::load({folder("a"), folder("a") / "absent"});
        QCOMPARE(catalogue.problems().size(), std::size_t(0));
        const Language* toy = catalogue.find("toy");
        QVERIFY(toy);
        QCOMPARE(toy->name, std::string("Toy"));
        QCOMPARE(toy->extensions, std::vector<std::string>{".toy"});
        QCOMPARE(toy->environment, std::vector<std::string>{"A=b"});
        QCOMPARE(toy->tools, std::vector<std::string>{"toyc"});
        QCOMPARE(toy->package, std::string("toy-compiler"));
        QCOMPARE(toy->compile.size(), std::size_t(4));
        QCOMPARE(toy->program, std::string("main"));
        QCOMPARE(toy->compileOnlyChecks, false);
        QCOMPARE(toy->timeMultiplier, 1.5);
        QCOMPARE(toy->extraMemory.count(), Bytes::mib(16).count());
        QCOMPARE(toy->processes, 8U);
        QVERIFY(toy->addressSpaceLimit);
        QCOMPARE(toy->visiblePaths, std::vector<std::string>{"/opt/toy"});
        QCOMPARE(toy->selfTestOutput, std::string("42\n"));
        QCOMPARE(toy->lexer, std::string("cpp"));
        QCOMPARE(catalogue.findByExtension(".toy"), toy);
        QCOMPARE(catalogue.findByExtension(".none"), nullptr);
        QCOMPARE(catalogue.find("none"), nullptr);
    }

    void namesFileLineAndKeyOfWhatIsWrong_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* from, const char* to, const char* reason) {
            QTest::newRow(reason) << QString::fromLatin1(from) << QString::fromLatin1(to)
                                  << QString::fromLatin1(reason);
        };
        row("name = \"Toy\"", "name = 3", ":2: name: must be a string");
        row("name = \"Toy\"", "name = \"\"", ":2: name: must not be empty");
        row("name = \"Toy\"\n", "", ":1: name: is missing");
        row("name = \"Toy\"", "nmae = \"Toy\"\nname = \"Toy\"", ":2: nmae: is not a key that is known here");
        row("id = \"toy\"", "id = \"T oy\"", ":1: id: may hold only a-z, 0-9, '_', '+' and '-'");
        row("[\".toy\"]", "[\"toy\"]", ":3: extensions: each must begin with a dot, such as \".cpp\"");
        row("[\".toy\"]", "[]", ":3: extensions: must not be empty");
        row("\"main.toy\"", "\"../main.toy\"", ":4: source_name: must be a plain file name");
        row("\"A=b\"", "\"Ab\"", ":5: environment: \"Ab\" is not NAME=value");
        row("[\"toyc\"]", "[\"/home/me/toyc\"]", ":7: toolchain.tools: must be names of programs, not paths");
        row("package =", "packages =", ":6: toolchain.package: is missing");
        row("\"{sources}\"", "\"{surces}\"",
            ":11: compile.command: {surces} is not one of {source}, {sources}, {program}, {tool}, {runtime}, "
            "{memory_mib}, "
            "{main_class}, {prepared}");
        row("\"{program}\", \"{sources}\"", "\"-o{progam}\", \"{sources}\"",
            ":11: compile.command: {progam} is not one of {source}, {sources}, {program}, {tool}, {runtime}, "
            "{memory_mib}, {main_class}, {prepared}");
        row("[\"{program}\"]", "[\"{runtime}\"]",
            ":6: toolchain: {runtime} is used, but there is no [toolchain.runtime]");
        row("[\"{program}\"]", "[\"-cp{main_class}\"]",
            ":1: entry_rule: {main_class} is used, which takes entry_rule = \"java-class\"");
        row("package = \"toy-compiler\"", "package = \"toy; rm -rf\"",
            ":8: toolchain.package: must be names of packages, with blanks between them");
        row("source_name = \"main.toy\"", "source_name = \"main.toy\"\nentry_rule = \"class\"",
            ":5: entry_rule: must be \"file\" or \"java-class\"");
        row("program = \"main\"\n", "", ":10: compile.program: is missing");
        row("program = \"main\"\n", "program = \"main\"\nonly_checks = true\n",
            ":12: compile.program: is of no use where compiling makes no program");
        row("[\"{program}\"]", "\"{program}\"", ":14: run.command: must be a list of strings");
        row("1.5", "0", ":15: run.time_multiplier: must be a number from 0.1 to 100.0");
        row("1.5", "nan", ":15: run.time_multiplier: must be a number from 0.1 to 100.0");
        row("16", "-1", ":16: run.extra_memory_mib: must be a whole number from 0 to 65536");
        row("= 8", "= 1e3", ":17: run.processes: must be a whole number from 1 to 4096");
        row("= true", "= \"yes\"", ":18: run.address_space_limit: must be true or false");
        row("/opt/toy", "/", ":19: run.visible_paths: \"/\" must be absolute, plain, and not \"/\"");
        row("/opt/toy", "/opt/../etc",
            ":19: run.visible_paths: \"/opt/../etc\" must be absolute, plain, and not \"/\"");
        row("[self_test]", "[selftest]", ":1: self_test: is missing");
    }
    void namesFileLineAndKeyOfWhatIsWrong() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, reason);
        const std::filesystem::path file = folder("a") / "toy.toml";
        write(file, replaced(from.toStdString(), to.toStdString()));
        const LanguageCatalogue catalogue = LanguageCatalogue::load({folder("a")});
        QCOMPARE(catalogue.languages().size(), std::size_t(0));
        QCOMPARE(catalogue.problems().size(), std::size_t(1));
        QCOMPARE(catalogue.problems().front().code, std::string("language.invalid"));
        QCOMPARE(QString::fromStdString(catalogue.problems().front().detail),
                 QString::fromStdString(file.string()) + reason);
    }

    void aBrokenFileDoesNotStopTheRest() {
        const std::filesystem::path ours = folder("ours");
        write(ours / "a.toml", "id = \"a\"\nname = \n");
        write(ours / "b.toml", valid());
        write(ours / "c.toml", valid());
        write(ours / "notes.txt", "no language");
        std::filesystem::create_directory(ours / "d.toml");
        write(ours / "e.toml", std::string(300 << 10, '#'));
        const LanguageCatalogue catalogue = LanguageCatalogue::load({ours});
        QCOMPARE(catalogue.languages().size(), std::size_t(1));
        QCOMPARE(catalogue.problems().size(), std::size_t(4));
        const std::string prefix = ours.string();
        QVERIFY(catalogue.problems()[0].detail.starts_with(prefix + "/a.toml:2: "));
        QCOMPARE(catalogue.problems()[1].detail,
                 prefix + "/c.toml: id: another file of this folder describes \"toy\" already");
        QCOMPARE(catalogue.problems()[2].detail, prefix + "/d.toml: not a regular file");
        QCOMPARE(catalogue.problems()[3].detail, prefix + "/e.toml: larger than 256 KiB");
    }

    void aPersonsOwnFileReplacesOurs() {
        write(folder("ours") / "toy.toml", valid());
        write(folder("theirs") / "mine.toml", replaced("\"Toy\"", "\"My toy\""));
        const LanguageCatalogue catalogue = LanguageCatalogue::load({folder("ours"), folder("theirs")});
        QCOMPARE(catalogue.languages().size(), std::size_t(1));
        QCOMPARE(catalogue.find("toy")->name, std::string("My toy"));
    }

    void aPersonsBrokenFileLeavesOursInPlace() {
        write(folder("ours") / "toy.toml", valid());
        write(folder("theirs") / "mine.toml", replaced("\"Toy\"", "5"));
        const LanguageCatalogue catalogue = LanguageCatalogue::load({folder("ours"), folder("theirs")});
        QCOMPARE(catalogue.find("toy")->name, std::string("Toy"));
        QCOMPARE(catalogue.problems().size(), std::size_t(1));
    }

    void ourOwnLanguagesAreSound() {
        const LanguageCatalogue catalogue =
            LanguageCatalogue::load({std::string(GRINDSTONE_SOURCE_DIR) + "/resources/languages"});
        QVERIFY2(catalogue.problems().empty(),
                 catalogue.problems().empty() ? "" : catalogue.problems().front().detail.c_str());
        for (const char* id : {"c", "cpp", "cpp-clang", "csharp", "go", "haskell", "java", "javascript", "kotlin",
                               "lua", "ocaml", "pascal", "php", "pypy3", "python3", "ruby", "rust", "typescript"}) {
            QVERIFY2(catalogue.find(id), id);
        }
        QCOMPARE(catalogue.findByExtension(".cc")->id, std::string("cpp"));
        QCOMPARE(catalogue.findByExtension(".py")->id, std::string("python3"));
        QCOMPARE(catalogue.findByIcpcCode("cpp")->id, std::string("cpp"));
        QCOMPARE(catalogue.findByIcpcCode("python3")->id, std::string("python3"));
        QCOMPARE(catalogue.findByIcpcCode("csharp")->id, std::string("csharp"));
        QCOMPARE(catalogue.findByIcpcCode("none"), nullptr);
        QCOMPARE(catalogue.languages().back().id, std::string("pypy3"));
        QVERIFY(std::ranges::find(catalogue.languages(), "cpp", &Language::id) <
                std::ranges::find(catalogue.languages(), "cpp-clang", &Language::id));
        QVERIFY(catalogue.find("python3")->timeMultiplier > 1);
    }

    void putsWordsIntoCommands() {
        const CommandWords words{"/usr/bin/toyc", "/work/main", {"a {tool}.toy", "b.toy"}};
        const std::vector<std::string> expected{"/usr/bin/toyc", "-o/work/main", "a {tool}.toy",
                                                "b.toy",         "a {tool}.toy", "{other}"};
        QCOMPARE(expandCommand({"{tool}", "-o{program}", "{sources}", "{source}", "{other}"}, words), expected);
    }
};

QTEST_GUILESS_MAIN(TestLanguageCatalogue)
#include "test_language_catalogue.moc"
