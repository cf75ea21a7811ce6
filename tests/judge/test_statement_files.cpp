// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/language_tag.h"
#include "judge/package/statement_files.h"
#include "judge/package/statement_title.h"
#include "tests/judge/temporary_package.h"

#include <QTest>

using namespace grindstone;
using namespace grindstone::judge;

using Texts = std::vector<std::string>;

class TestStatementFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsStatements_data();
    void findsStatements();
    void passesOverWhatIsNoStatement();
    void takesNothingFromOutside();
    void readsTags_data();
    void readsTags();
    void readsTitles_data();
    void readsTitles();
    void givesEachLanguageItsTitle();
};

void TestStatementFiles::findsStatements_data() {
    QTest::addColumn<Texts>("files");
    QTest::addColumn<Texts>("found");
    const auto row = [](const char* name, const Texts& files, const Texts& found) {
        QTest::newRow(name) << files << found;
    };
    row("2025-09", {"statement/problem.en.md", "statement/problem.de.tex", "statement/problem.nl.pdf"},
        {"de statement/problem.de.tex", "en statement/problem.en.md", "nl statement/problem.nl.pdf"});
    row("legacy without a language", {"problem_statement/problem.tex"}, {"en problem_statement/problem.tex"});
    row("both folders", {"problem_statement/problem.sv.tex", "statement/problem.en.tex"},
        {"en statement/problem.en.tex", "sv problem_statement/problem.sv.tex"});
    row("codes in any letters", {"statement/problem.PT_br.MD", "statement/problem.zh-hant.md"},
        {"pt-BR statement/problem.PT_br.MD", "zh-Hant statement/problem.zh-hant.md"});
    row("a folder for each language", {"statement/en/problem.md", "statement/german/statement.tex"},
        {"de statement/german/statement.tex", "en statement/en/problem.md"});
    row("what Polygon makes",
        {"statements/.html/russian/problem.html", "statements/.pdf/russian/problem.pdf",
         "statements/russian/problem.tex", "statements/russian/problem-properties.json",
         "statements/russian/example.01"},
        {"ru statements/russian/problem.tex", "ru statements/.html/russian/problem.html",
         "ru statements/.pdf/russian/problem.pdf"});
    row("named as the package", {"statement/sums.fi.pdf", "statement/SUMS.md"},
        {"en statement/SUMS.md", "fi statement/sums.fi.pdf"});
    row("HTML and plain text", {"problem_statement/problem.html", "problem_statement/problem.de.txt"},
        {"de problem_statement/problem.de.txt", "en problem_statement/problem.html"});
    row("beside problem.yaml", {"problem.pdf"}, {"en problem.pdf"});
    row("beside it, as the package", {"sums.pdf"}, {"en sums.pdf"});
    row("beside it, several languages", {"problem.de.pdf", "problem.en.pdf", "statement.txt"},
        {"de problem.de.pdf", "en statement.txt", "en problem.en.pdf"});
    row("sources before what is made of them", {"statement/problem.sv.tex", "sums.pdf"},
        {"sv statement/problem.sv.tex"});
    row("any name", {"statement/task.pdf", "statement/figure.png"}, {"en statement/task.pdf"});
    row("any name with a language", {"statement/task.sv.pdf"}, {"sv statement/task.sv.pdf"});
    row("named after a language", {"statement/french.pdf"}, {"fr statement/french.pdf"});
    row("a note beside it", {"statement/TODO.txt", "statement/task.html"}, {"en statement/task.html"});
    row("no language", {"statement/problem.c++.md"}, {"en statement/problem.c++.md"});
}

void TestStatementFiles::findsStatements() {
    QFETCH(const Texts, files);
    QFETCH(const Texts, found);
    const auto package = TemporaryPackage::valid();
    package.remove("statement");
    for (const std::string& file : files) {
        package.write(file, "x\n");
    }
    const Problem problem = package.load().value();
    Texts shown;
    for (const Statement& one : problem.statements) {
        shown.push_back(one.language + " " + one.path.lexically_relative(problem.folder).string());
    }
    QCOMPARE(shown, found);
    QCOMPARE(problem.warnings, Texts{});
}

void TestStatementFiles::passesOverWhatIsNoStatement() {
    const auto package = TemporaryPackage::valid();
    for (const char* file : {"statement/problem.c++.md", "statement/problem.svg", "statement/todo.md", "README.md",
                             "solution/sums.md", "sums.pdf"}) {
        package.write(file, "x");
    }
    const Problem problem = package.load().value();
    QCOMPARE(problem.statements.size(), 1u);
    QCOMPARE(problem.statements.front().path.filename().string(), std::string("problem.en.md"));
}

void TestStatementFiles::takesNothingFromOutside() {
    const auto package = TemporaryPackage::valid();
    std::filesystem::create_directory(package.outside() / "elsewhere");
    std::ofstream(package.outside() / "elsewhere/problem.md") << "x";
    package.link("../../elsewhere", "statement/de");
    package.link("../../elsewhere/problem.md", "statement/problem.fr.md");
    package.link("problem.en.md", "statement/problem.nl.md");
    const Problem problem = package.load().value();
    QCOMPARE(problem.statements.size(), 2u); // en, nl
    QCOMPARE(problem.warnings.size(), 1u);
    QVERIFY(problem.warnings.front().starts_with("statement/problem.fr.md: this link leads out of the package"));
}

void TestStatementFiles::readsTags_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("tag");
    const auto row = [](const char* text, const char* tag) {
        QTest::newRow(text) << std::string(text) << std::string(tag);
    };
    row("en", "en");
    row("EN", "en");
    row("swe", "swe");
    row("english", "en");
    row("Russian", "ru");
    row("pt_br", "pt-BR");
    row("zh-HANS-cn", "zh-Hans-CN");
    row("es-419", "es-419");
    row("ca-valencia", "ca-valencia");
    row("", "");
    row("e", "");
    row("sample", "");
    row("c++", "");
    row("en-", "");
    row("en--us", "");
    row("e1", "");
    row("en-toolongforapart", "");
}

void TestStatementFiles::readsTags() {
    QFETCH(const std::string, text);
    QFETCH(const std::string, tag);
    QCOMPARE(languageTag(text).value_or(""), tag);
}

void TestStatementFiles::readsTitles_data() {
    QTest::addColumn<std::string>("latex");
    QTest::addColumn<std::string>("title");
    const auto row = [](const char* latex, const char* title) {
        QTest::newRow(latex) << std::string(latex) << std::string(title);
    };
    row("\\problemname{Two Sums}", "Two Sums");
    row("\\problemname{ {T}wo \\emph{Sums} \\& more~things }", "Two Sums & more things");
    row("\\problemname{V\\\"arlden \\'{e}}", "Va\u0308rlden e\u0301");
    row("% \\problemname{Old}\n\\problemname{New}", "New");
    row("\\problemname{}\n\\begin{problem}{Polygon}{stdin}{stdout}{1 second}{256 megabytes}", "Polygon");
    row("\\problemname{$x$}\n%% plainproblemname: Plain x\r\n", "Plain x");
    row("\\problemname{Powers of $2^{n}$}", "Powers of $2^{n}$");
    row("\\problemname{Not closed\nText", "Not closed");
    row("\\problemname{ends\\", "ends");
    row("Text", "");
}

void TestStatementFiles::readsTitles() {
    QFETCH(const std::string, latex);
    QFETCH(const std::string, title);
    QCOMPARE(titleOfLatex(latex), title);
}

void TestStatementFiles::givesEachLanguageItsTitle() {
    const auto package = TemporaryPackage::valid();
    package.write("statement/problem.sv.tex", "\\problemname{Summor}");
    package.write("statement/problem.nl.tex", "\\problemname{Vergeten}");
    package.write("problem.yaml", "problem_format_version: 2025-09\nname:\n  en: Sums\n  nl: Sommen\n"
                                  "limits:\n  time_limit: 1\n");
    Texts titles;
    const Problem problem = package.load().value();
    for (const Statement& one : problem.statements) {
        titles.push_back(one.language + " " + one.title);
    }
    QCOMPARE(titles, (Texts{"en Sums", "nl Sommen", "sv Summor"}));
    package.write("problem.yaml", "author: A\n");
    QCOMPARE(package.load().value().name, std::string("Vergeten"));
    package.write("statement/problem.en.tex", "\\problemname{Sums, too}");
    QCOMPARE(package.load().value().name, std::string("Sums, too"));
}

QTEST_GUILESS_MAIN(TestStatementFiles)
#include "test_statement_files.moc"
