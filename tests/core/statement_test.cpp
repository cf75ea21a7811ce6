// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/latex_text.h"
#include "app/core/statement/markdown.h"
#include "app/core/statement/math_text.h"
#include "app/core/statement/statement.h"
#include "app/core/statement/terminal_text.h"
#include "tests/core/folder.h"

#include <QElapsedTimer>
#include <QTest>

using namespace grindstone;
using namespace std::string_literals;
using judge::StatementFormat;

namespace {

judge::Problem problemIn(const test::Folder& folder) {
    judge::Problem problem;
    problem.folder = folder.path();
    return problem;
}

void addStatement(judge::Problem& problem, const test::Folder& folder, const std::string& language,
                  const std::string& text, StatementFormat format = StatementFormat::Markdown) {
    const char* suffix = format == StatementFormat::Markdown ? ".md"
                         : format == StatementFormat::Latex  ? ".tex"
                                                             : ".pdf";
    problem.statements.push_back({language, format, folder.write("statement/problem." + language + suffix, text)});
}

void addSample(judge::Problem& problem, const test::Folder& folder, const std::string& name, const std::string& input,
               const std::string& answer) {
    judge::TestCase one;
    one.name = "sample/" + name;
    one.sample = true;
    one.inputPath = folder.write("data/sample/" + name + ".in", input);
    one.answerPath = folder.write("data/sample/" + name + ".ans", answer);
    problem.cases.push_back(one);
}

QString html(const judge::Problem& problem, const QString& language = u"en"_qs) {
    const auto document = core::loadStatement(problem, language);
    return document ? document->html : QString::fromStdString(document.error().detail);
}

} // namespace

class StatementTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rendersMarkdown_data();
    void rendersMarkdown();
    void rendersFormulas_data();
    void rendersFormulas();
    void bearsHostileFormulas();
    void showsImagesOfThePackageOnly_data();
    void showsImagesOfThePackageOnly();
    void fillsConstantsIn();
    void choosesTheNearestLanguage();
    void prefersMarkdown();
    void appendsSamples();
    void placesSamplesWhereTheStatementWantsThem();
    void showsWhatStandsInForASample();
    void showsInteractions();
    void showsWhatStandsInForAnInteraction();
    void showsSamplesThatAreNoCases();
    void showsArgumentsAndFiles();
    void showsASampleWithoutAnInputFile();
    void cutsLargeSamples();
    void keepsFencesWhole();
    void limitsTheNumberOfSamples();
    void saysWhenThereIsNoStatement();
    void cleansLatex();
    void showsFootnotes();
    void showsHtml_data();
    void showsHtml();
    void showsPlainText();
    void prefersAConverterOfLatex();
    void readsWellInATerminal();
    void saysWhereAPdfIs();
    void namesAFileThatCannotBeRead();
    void dropsControlCharacters();
};

void StatementTest::rendersMarkdown_data() {
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("paragraph") << u"Hello *you*"_qs << u"<p>Hello <em>you</em></p>\n"_qs;
    QTest::newRow("strikethrough") << u"~~no~~"_qs << u"<p><del>no</del></p>\n"_qs;
    QTest::newRow("raw HTML") << u"a <script>alert(1)</script> <img src=x>"_qs
                              << u"<p>a &lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x&gt;</p>\n"_qs;
    QTest::newRow("harmless HTML") << u"a<br> x<sup>2</sup><!-- note --> `<b>`"_qs
                                   << u"<p>a<br> x<sup>2</sup> <code>&lt;b&gt;</code></p>\n"_qs;
    QTest::newRow("HTML with attributes") << u"<b onclick=x>a</b>"_qs << u"<p>&lt;b onclick=x&gt;a</b></p>\n"_qs;
    QTest::newRow("raw HTML block") << u"<div onclick=x>\n"_qs << u"<p>&lt;div onclick=x&gt;</p>\n"_qs;
    QTest::newRow("forged formula") << u"<x-equation>a"_qs << u"<p>&lt;x-equation&gt;a</p>\n"_qs;
    QTest::newRow("web link") << u"[a](https://x.org/?a=1&b=2)"_qs
                              << u"<p><a href=\"https://x.org/?a=1&amp;b=2\">a</a></p>\n"_qs;
    QTest::newRow("script link") << u"[a](javascript:alert(1)) b"_qs << u"<p>a b</p>\n"_qs;
    QTest::newRow("file link") << u"[a](file:///etc/passwd) [b](../x)"_qs << u"<p>a b</p>\n"_qs;
    QTest::newRow("formula") << u"Given $1 \\le n < 10^5$."_qs
                             << u"<p>Given <i class=\"math\">1 ≤ n &lt; 10<sup>5</sup></i>.</p>\n"_qs;
    QTest::newRow("display") << u"$$x_1 + \\cdots + x_n$$"_qs
                             << u"<p><br/><i class=\"math\">x<sub>1</sub> + ⋯ + x<sub>n</sub></i><br/></p>\n"_qs;
    QTest::newRow("table") << u"|a|c|\n|---|---|\n|$b$|d|\n"_qs
                           << u"<table>\n<thead>\n<tr>\n<th>a</th>\n<th>c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                              "<td><i class=\"math\">b</i></td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n"_qs;
}

void StatementTest::rendersMarkdown() {
    QFETCH(QString, markdown);
    QFETCH(QString, wanted);
    const test::Folder folder;
    QCOMPARE(core::markdownToHtml(markdown, {folder.path(), folder.path()}), wanted);
}

void StatementTest::rendersFormulas_data() {
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* tex, const QString& wanted) {
        QTest::newRow(tex) << QString::fromUtf8(tex) << wanted;
    };
    row("1\\leq n\\leq 2\\cdot10^5", u"1 ≤ n ≤ 2 · 10<sup>5</sup>"_qs);
    row("a_1, \\ldots, a_{n-1}", u"a<sub>1</sub>, …, a<sub>n−1</sub>"_qs);
    row("2^{31}-1", u"2<sup>31</sup>−1"_qs);
    row("x \\times y", u"x × y"_qs);
    row("\\frac{n(n+1)}{2}", u"(n(n+1))/2"_qs);
    row("\\sqrt{2}", u"√2"_qs);
    row("O(n \\log n)", u"O(n log n)"_qs);
    row("\\text{if } x > 0", u"if x &gt; 0"_qs);
    row("\\{1, 2\\}", u"{1, 2}"_qs);
    row("a \\bmod b", u"a mod b"_qs);
    row("\\left\\lfloor x \\right\\rfloor", u"⌊ x ⌋"_qs);
    row("\\alpha \\unknown{<b>}", u"α \\unknown &lt; b &gt;"_qs);
    row("a & b \\\\ c", u"a &amp; b <br/> c"_qs);
    row("x^", u"x"_qs);
    row("{a", u"a"_qs);
    row("}\\", u"\\"_qs);
    row("", u""_qs);
}

void StatementTest::rendersFormulas() {
    QFETCH(QString, tex);
    QFETCH(QString, wanted);
    QCOMPARE(core::mathToHtml(tex), wanted);
}

void StatementTest::bearsHostileFormulas() {
    QElapsedTimer timer;
    timer.start();
    for (const QString& piece : {u"{"_qs, u"^"_qs, u"\\frac"_qs, u"\\sqrt{"_qs, u"x_{"_qs, u"\\"_qs}) {
        QVERIFY(core::mathToHtml(piece.repeated(20'000)).size() < 10'000'000);
    }
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void StatementTest::showsImagesOfThePackageOnly_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("shown");
    QTest::newRow("beside the statement") << u"map.png"_qs << true;
    QTest::newRow("name with a blank") << u"<my map.png>"_qs << true;
    QTest::newRow("elsewhere in the package") << u"../images/a.svg"_qs << true;
    QTest::newRow("absent") << u"gone.png"_qs << false;
    QTest::newRow("remote") << u"https://example.org/map.png"_qs << false;
    QTest::newRow("remote without scheme") << u"//example.org/map.png"_qs << false;
    QTest::newRow("absolute") << u"/etc/passwd"_qs << false;
    QTest::newRow("file URL") << u"file:///etc/passwd"_qs << false;
    QTest::newRow("data URL") << u"data:image/png;base64,AAAA"_qs << false;
    QTest::newRow("upwards") << u"../../outside.png"_qs << false;
    QTest::newRow("upwards, encoded") << u"%2e%2e/%2e%2e/outside.png"_qs << false;
    QTest::newRow("through a link") << u"link.png"_qs << false;
    QTest::newRow("no image") << u"problem.en.md"_qs << false;
}

void StatementTest::showsImagesOfThePackageOnly() {
    QFETCH(QString, source);
    QFETCH(bool, shown);
    const test::Folder folder;
    folder.write("outside.png", "x");
    folder.write("p/statement/map.png", "x");
    folder.write("p/statement/my map.png", "x");
    folder.write("p/statement/problem.en.md", "x");
    folder.write("p/images/a.svg", "x");
    std::filesystem::create_symlink(folder.path() / "outside.png", folder.path() / "p/statement/link.png");
    const core::ImageFolders folders{folder.path() / "p/statement", folder.path() / "p"};
    const QString result = core::markdownToHtml(u"![the \"map\"](%1)"_qs.arg(source), folders);
    if (shown) {
        QVERIFY2(result.startsWith(u"<p><img src=\"file:///"_qs), qPrintable(result));
        QVERIFY2(result.endsWith(u"\" alt=\"the &quot;map&quot;\" /></p>\n"_qs), qPrintable(result));
    } else {
        QCOMPARE(result, u"<p>the &quot;map&quot;</p>\n"_qs);
    }
}

void StatementTest::fillsConstantsIn() {
    const test::Folder folder;
    auto problem = problemIn(folder);
    problem.constants = {{"n", "7"}, {"n.tex", "7 \\cdot 1"}};
    addStatement(problem, folder, "en", "At most {{n}}, not {{m}}. \\constant{n}");
    QVERIFY2(html(problem).contains(u"At most 7, not {{m}}. \\constant{n}"_qs), qPrintable(html(problem)));
    problem.statements.clear();
    addStatement(problem, folder, "en", "At most \\constant{n}, not {{n}}.", StatementFormat::Latex);
    QVERIFY2(html(problem).contains(u"At most 7, not"_qs), qPrintable(html(problem)));
    problem.constants["n"] = std::string(3 << 20, 'x');
    QVERIFY2(html(problem).endsWith(u"larger than 2 MiB"_qs), qPrintable(html(problem).left(200)));
}

void StatementTest::choosesTheNearestLanguage() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "sv", "Hej");
    addStatement(problem, folder, "en", "Hello");
    addStatement(problem, folder, "de", "Hallo");
    QCOMPARE(html(problem, u"de"_qs), u"<p>Hallo</p>\n"_qs);
    QCOMPARE(html(problem, u"de_AT"_qs), u"<p>Hallo</p>\n"_qs);
    QCOMPARE(html(problem, u"fr"_qs), u"<p>Hello</p>\n"_qs);
    QCOMPARE(core::loadStatement(problem, u"fr"_qs)->language, u"en"_qs);
    QCOMPARE(core::loadStatement(problem, u"fr"_qs)->languages, (QStringList{u"sv"_qs, u"en"_qs, u"de"_qs}));
    problem.statements.resize(1);
    QCOMPARE(html(problem, u"fr"_qs), u"<p>Hej</p>\n"_qs);
}

void StatementTest::prefersMarkdown() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "%PDF", StatementFormat::Pdf);
    addStatement(problem, folder, "en", "Markdown");
    QCOMPARE(html(problem), u"<p>Markdown</p>\n"_qs);
}

void StatementTest::appendsSamples() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "Add.");
    addSample(problem, folder, "1", "1 < 2\n", "3 & 4\n");
    addSample(problem, folder, "2", "5\n", "6\n");
    QCOMPARE(html(problem), u"<p>Add.</p>\n<h3>Sample input 1</h3>\n<pre>1 &lt; 2\n</pre>\n"
                            "<h3>Sample output 1</h3>\n<pre>3 &amp; 4\n</pre>\n"
                            "<h3>Sample input 2</h3>\n<pre>5\n</pre>\n<h3>Sample output 2</h3>\n<pre>6\n</pre>\n"_qs);
    const QString markdown = core::loadStatement(problem, u"en"_qs)->markdown;
    QVERIFY2(markdown.contains(u"### Sample input 1\n\n```\n1 < 2\n```\n"_qs), qPrintable(markdown));
}

void StatementTest::placesSamplesWhereTheStatementWantsThem() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en",
                 "First:\n\n{{nextsample}}\n\nOthers:\n\n{{remainingsamples}}\n\nEnd. "
                 "{{nextsample}} {{max_n}}");
    addSample(problem, folder, "1", "one\n", "1\n");
    addSample(problem, folder, "2", "two\n", "2\n");
    addSample(problem, folder, "3", "three\n", "3\n");
    const QString result = html(problem);
    const auto at = [&](const char* text) { return result.indexOf(QString::fromUtf8(text)); };
    QVERIFY(at("First:") < at("one\n") && at("one\n") < at("Others:"));
    QVERIFY(at("Others:") < at("two\n") && at("two\n") < at("three\n") && at("three\n") < at("End."));
    QCOMPARE(result.count(u"<h3>Sample input"_qs), 3);
    QVERIFY(!result.contains(u"nextsample"_qs));
    QVERIFY(result.contains(u"{{max_n}}"_qs));
}

void StatementTest::showsWhatStandsInForASample() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addSample(problem, folder, "1", "the data\n", "the answer\n");
    folder.write("data/sample/1.in.statement", "shown instead\n");
    QVERIFY(html(problem).contains(u"<pre>shown instead\n</pre>"_qs));
    QVERIFY(html(problem).contains(u"<pre>the answer\n</pre>"_qs));
    QVERIFY(!html(problem).contains(u"the data"_qs));
    std::filesystem::remove(folder.path() / "data/sample/1.in.statement");
    std::filesystem::create_symlink("/etc/hostname", folder.path() / "data/sample/1.in.statement");
    QVERIFY(html(problem).contains(u"the data"_qs)); // nothing from outside of the package
}

void StatementTest::showsInteractions() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "Guess.");
    addSample(problem, folder, "1", "42\n", "\n");
    addSample(problem, folder, "2", "43\n", "\n");
    problem.interactions = {{"sample/1", folder.write("data/sample/1.interaction", ">? 1\n<higher\n")},
                            {"sample/3", folder.write("data/sample/3.interaction", ">1\n---\n>2\n")}};
    QCOMPARE(html(problem), u"<p>Guess.</p>\n<h3>Sample interaction 1</h3>\n<pre>&gt;? 1\n&lt;higher\n</pre>\n"
                            "<h3>Sample input 2</h3>\n<pre>43\n</pre>\n<h3>Sample output 2</h3>\n<pre>\n</pre>\n"
                            "<h3>Sample interaction 3</h3>\n<pre>&gt;1\n---\n&gt;2\n</pre>\n"_qs);
    problem.interactive = true;
    QVERIFY(!html(problem).contains(u"43"_qs));
    QVERIFY(html(problem).contains(u"<h3>Sample interaction 2</h3>\n<pre>&gt;1"_qs));
}

void StatementTest::showsWhatStandsInForAnInteraction() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    problem.interactive = true;
    addSample(problem, folder, "1", "secret\n", "secret\n");
    folder.write("data/sample/1.in.statement", "you get\n");
    QVERIFY2(html(problem).endsWith(u"<h3>Sample input 1</h3>\n<pre>you get\n</pre>\n"_qs), qPrintable(html(problem)));
    problem.interactive = false;
    folder.write("data/sample/1.out", "one of several\n");
    QVERIFY(html(problem).contains(u"<h3>Sample output 1</h3>\n<pre>one of several\n</pre>"_qs));
    folder.write("data/sample/1.ans.statement", "you print\n");
    QVERIFY(html(problem).contains(u"<h3>Sample output 1</h3>\n<pre>you print\n</pre>"_qs));
}

void StatementTest::showsSamplesThatAreNoCases() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "Add.");
    addSample(problem, folder, "2", "1\n", "3\n");
    folder.write("data/sample/1.in.statement", "in\n");
    folder.write("data/sample/1.ans.statement", "out\n");
    std::filesystem::create_symlink("/etc/hostname", folder.path() / "data/sample/3.in.statement");
    QCOMPARE(html(problem), u"<p>Add.</p>\n<h3>Sample input 1</h3>\n<pre>in\n</pre>\n"
                            "<h3>Sample output 1</h3>\n<pre>out\n</pre>\n"
                            "<h3>Sample input 2</h3>\n<pre>1\n</pre>\n<h3>Sample output 2</h3>\n<pre>3\n</pre>\n"_qs);
}

void StatementTest::showsArgumentsAndFiles() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "Add.");
    addSample(problem, folder, "1", "1\n", "3\n");
    problem.cases.front().arguments = {"--fast", "<2>"};
    problem.cases.front().files = {{"map.txt", folder.write("data/sample/1.files/map.txt", "#.\n")}};
    QCOMPARE(html(problem), u"<p>Add.</p>\n<h3>Sample input 1</h3>\n<pre>1\n</pre>\n"
                            "<h3>Sample arguments 1</h3>\n<pre>--fast\n&lt;2&gt;\n</pre>\n"
                            "<h3>File map.txt of sample 1</h3>\n<pre>#.\n</pre>\n"
                            "<h3>Sample output 1</h3>\n<pre>3\n</pre>\n"_qs);
}

/// Its input is a command line, say.
void StatementTest::showsASampleWithoutAnInputFile() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "Add.");
    addSample(problem, folder, "1", "1 2\n", "3\n");
    problem.cases.front().inputPath.clear();
    QCOMPARE(html(problem), u"<p>Add.</p>\n<h3>Sample input 1</h3>\n<pre></pre>\n"
                            "<h3>Sample output 1</h3>\n<pre>3\n</pre>\n"_qs);
}

void StatementTest::cutsLargeSamples() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addSample(problem, folder, "1", std::string(64 * 1024, 'a'), std::string(64 * 1024 + 1, 'b'));
    const QString result = html(problem);
    QCOMPARE(result.count(u'a' + QString(100, u'a')) > 0, true);
    QVERIFY(result.contains(u"<pre>"_qs + QString(64 * 1024, u'b') +
                            u"</pre>\n<p><i>Only the first 64 KiB are shown.</i></p>"_qs));
    QCOMPARE(result.count(u"Only the first 64 KiB are shown."_qs), 1);
}

void StatementTest::keepsFencesWhole() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addSample(problem, folder, "1", "```\nescaped?\n", "````");
    const QString markdown = core::loadStatement(problem, u"en"_qs)->markdown;
    QVERIFY(markdown.contains(u"````\n```\nescaped?\n````\n"_qs));
    QVERIFY(markdown.contains(u"`````\n````\n`````\n"_qs));
}

void StatementTest::limitsTheNumberOfSamples() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    for (int i = 0; i < 60; ++i) {
        addSample(problem, folder, std::to_string(i), "x", "y");
    }
    const QString result = html(problem);
    QCOMPARE(result.count(u"Sample input"_qs), 50);
    QVERIFY(result.contains(u"50 of 60 samples are shown."_qs));
}

void StatementTest::saysWhenThereIsNoStatement() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addSample(problem, folder, "1", "x\n", "y\n");
    QVERIFY(html(problem).startsWith(u"<p>This problem has no statement.</p>\n<h3>Sample input 1</h3>"_qs));
}

void StatementTest::cleansLatex() {
    const QString latex = u"% a comment\n\\problemname{Sum}\nGiven $a_1\\%$ and \\textbf{two} ``words''~here, 5\\%.\n"
                          "\\section*{Input}\n\\begin{itemize}\n  \\item One line -- short.\n\\end{itemize}\n"_qs;
    QCOMPARE(core::latexToMarkdown(latex), u"Given $a_1\\%$ and **two** “words”\u00a0here, 5%.\n\n## Input\n\n"
                                           "- One line – short.\n"_qs);
}

void StatementTest::showsFootnotes() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en",
                 "A[^x] b[^y] c[^x] `[^x]` [^z]\n\n[^y]: Two,\n    more.\n[^x]: *One*.\n\nEnd.\n");
    QCOMPARE(html(problem), u"<p>A¹ b² c¹ <code>[^x]</code> [^z]</p>\n<p>End.</p>\n<p>¹ <em>One</em>.</p>\n"
                            "<p>² Two, more.</p>\n"_qs);
}

void StatementTest::showsHtml_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("text") << u"<html><head><title>T</title></head><body><p>One<p>Two<br>three &lt; &#8804;</body>"_qs
                          << u"<p>One</p>\n<p>Two<br />\nthree &lt; ≤</p>\n"_qs;
    QTest::newRow("styles") << u"<h1>A</h1><b>b</b> <i>c</i> <code>d*e</code> x<sup>2</sup>"_qs
                            << u"<h2>A</h2>\n<p><strong>b</strong> <em>c</em> <code>d*e</code> x^2</p>\n"_qs;
    QTest::newRow("lists") << u"<ul><li>a<li>b</ul><ol><li>c</li></ol>"_qs
                           << u"<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n"_qs;
    QTest::newRow("code") << u"<pre>a\n  *b* &lt;</pre>"_qs << u"<pre><code>a\n  *b* &lt;\n</code></pre>\n"_qs;
    QTest::newRow("table") << u"<table><tr><th>a</th><th>b</th></tr><tr><td>c<td>d</table>"_qs
                           << u"<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                              "<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n"_qs;
    QTest::newRow("scripts")
        << u"a<script>alert('<p>')</script><style>p{}</style><svg onload=x><script>y</script></svg>"
           "<b onclick=\"z\">b</b><iframe src=\"javascript:x\"></iframe>"_qs
        << u"<p>a<strong>b</strong></p>\n"_qs;
    QTest::newRow("links") << u"<a href='https://a.org/'>a</a> <a href=\"javascript:x\">b</a>"_qs
                           << u"<p><a href=\"https://a.org/\">a</a> b</p>\n"_qs;
    QTest::newRow("pictures from elsewhere")
        << u"<img src=\"http://a.org/a.png\" alt=\"A\"> <img src=b.png>"_qs << u"<p>A b.png</p>\n"_qs;
    QTest::newRow("Polygon") << u"<div class=\"problem-statement\"><div class=\"header\">Name, limits</div><div>"
                                "Add $$$a_i < b$$$.</div><div class=\"section-title\">Input</div>"
                                "<div class=\"sample-tests\"><pre>1</pre></div></div>"_qs
                             << u"<p>Add <i class=\"math\">a<sub>i</sub> &lt; b</i>.</p>\n<h2>Input</h2>\n"_qs;
    QTest::newRow("not closed") << u"<p><b>a <i>b"_qs << u"<p><strong>a <em>b</em></strong></p>\n"_qs;
    QTest::newRow("no tags") << u"1 < 2 <"_qs << u"<p>1 &lt; 2 &lt;</p>\n"_qs;
}

void StatementTest::showsHtml() {
    QFETCH(const QString, source);
    QFETCH(const QString, shown);
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    problem.statements = {{"en", StatementFormat::Html, folder.write("problem.html", source.toStdString())}};
    QCOMPARE(html(problem), shown);
}

void StatementTest::showsPlainText() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    problem.statements = {{"en", StatementFormat::Text, folder.write("problem.txt", "a  *b*\n<c>\n")}};
    QCOMPARE(html(problem), u"<pre><code>a  *b*\n&lt;c&gt;\n</code></pre>\n"_qs);
}

void StatementTest::prefersAConverterOfLatex() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "de", "\\emph{a}", StatementFormat::Latex);
    const auto converted = [](const QString& latex, const QString& language, const QString& own, std::stop_token) {
        return std::optional(latex + u' ' + language + u' ' + own);
    };
    QCOMPARE(core::loadStatement(problem, u"de"_qs, converted)->markdown, u"\\emph{a} de *a*\n"_qs);
    const auto failing = [](const QString&, const QString&, const QString&, std::stop_token) {
        return std::optional<QString>();
    };
    QCOMPARE(core::loadStatement(problem, u"de"_qs, failing)->markdown, u"*a*\n"_qs);
}

void StatementTest::readsWellInATerminal() {
    QCOMPARE(core::mathToText(u"1 \\le n_i < 10^{5} \\cdot 2^{x+1}"_qs), u"1 ≤ n_i < 10⁵ · 2^(x+1)"_qs);
    QCOMPARE(core::markdownToRead(u"\\# a\\_b $x \\ge 1$ `$c$ \\*` $$y^2$$ \\$5\\\n```\n$d$ \\*\n```\n"_qs),
             u"# a_b x ≥ 1 `$c$ \\*` y² $5\n```\n$d$ \\*\n```\n"_qs);
}

void StatementTest::saysWhereAPdfIs() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "%PDF", StatementFormat::Pdf);
    QCOMPARE(html(problem),
             u"<p>The statement is a PDF file:</p>\n<p><code>%1/statement/problem.en.pdf</code></p>\n"_qs.arg(
                 QString::fromStdString(folder.path().string())));
}

void StatementTest::namesAFileThatCannotBeRead() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "x");
    std::filesystem::remove(problem.statements[0].path);
    const auto absent = core::loadStatement(problem, u"en"_qs);
    QCOMPARE(absent.error(),
             (Error{"file.unreadable", problem.statements[0].path.string() + ": No such file or directory"}));
    std::filesystem::create_directory(problem.statements[0].path);
    QCOMPARE(core::loadStatement(problem, u"en"_qs).error().detail,
             problem.statements[0].path.string() + ": not a regular file");
    std::filesystem::remove(problem.statements[0].path);
    folder.write("statement/problem.en.md", std::string(2 * 1024 * 1024 + 1, 'x'));
    QCOMPARE(core::loadStatement(problem, u"en"_qs).error().detail,
             problem.statements[0].path.string() + ": larger than 2 MiB");
}

void StatementTest::dropsControlCharacters() {
    const test::Folder folder;
    judge::Problem problem = problemIn(folder);
    addStatement(problem, folder, "en", "a\x1b[31mb\0c\r\nd \xff \xee\x80\x80 e"s);
    const QString markdown = core::loadStatement(problem, u"en"_qs)->markdown;
    QCOMPARE(markdown, u"a\uFFFD[31mb\uFFFDc\nd \uFFFD  e"_qs);
}

QTEST_GUILESS_MAIN(StatementTest)
#include "statement_test.moc"
