// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/latex_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace grindstone;

class LatexTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesMarkdown_data();
    void writesMarkdown();
    void writesHeadingsInTheStatementsLanguage();
    void bearsAnything_data();
    void bearsAnything();
};

void LatexTextTest::writesMarkdown_data() {
    QTest::addColumn<QString>("latex");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char* name, const QString& latex, const QString& markdown) {
        QTest::newRow(name) << latex << markdown;
    };
    row("paragraphs", u"One\nline.\n\n\n  Two. \\par Three.\\\\Four."_qs, u"One\nline.\n\nTwo.\n\nThree.\\\nFour."_qs);
    row("comments", u"a% no\n   b 5\\% c\n% alone\nd"_qs, u"ab 5% c\nd"_qs);
    row("title and labels", u"\\problemname{Sums}\\label{x}\nText"_qs, u"Text"_qs);
    row("sections", u"\\section*{In put}\nA\n\\subsection{Sub}\nB"_qs, u"## In put\n\nA\n\n### Sub\n\nB"_qs);
    row("Kattis' environments", u"\\begin{Input}One line.\\end{Input}\n\\begin{Output}\nTwo.\n\\end{Output}"_qs,
        u"## Input\n\nOne line.\n\n## Output\n\nTwo."_qs);
    row("Polygon",
        u"\\begin{problem}{Sum}{standard input}{standard output}{1 second}{256 megabytes}\nAdd.\n\\InputFile\n"
        "Two.\n\\OutputFile\nOne.\n\\Example\n\\begin{example}\n\\exmpfile{example.01}{example.01.a}%\n"
        "\\end{example}\n\\Note\nEasy.\n\\end{problem}"_qs,
        u"Add.\n\n## Input\n\nTwo.\n\n## Output\n\nOne.\n\n{{remainingsamples}}\n\n## Note\n\nEasy."_qs);
    row("samples in the text", u"\\begin{example}\\exmp{1 2}{3}\\end{example} End."_qs,
        u"{{remainingsamples}}\n\nEnd."_qs);
    row("places of samples", u"A\n\\nextsample{}\nB\n\\remainingsamples"_qs,
        u"A\n\n{{nextsample}}\n\nB\n\n{{remainingsamples}}"_qs);
    row("itemize", u"\\begin{itemize}\n\\item one\n  more\n\\item two\n\\end{itemize}"_qs, u"- one\n  more\n- two"_qs);
    row("enumerate", u"\\begin{enumerate}[label=(a)]\\item x\\item y\\end{enumerate}"_qs, u"1. x\n2. y"_qs);
    row("nested lists",
        u"\\begin{itemize}\\item a \\begin{enumerate}\\item b\\end{enumerate} \\item c\\end{itemize}"_qs,
        u"- a\n\n  1. b\n- c"_qs);
    row("description", u"\\begin{description}\\item[add x] adds $x$\\end{description}"_qs, u"- **add x** adds $x$"_qs);
    row("emphasis", u"\\textbf{a} \\emph{b } \\textit{c} {\\bf d} \\bf{e} {\\em f} \\sout{g}"_qs,
        u"**a** *b* *c* **d** **e** *f* ~~g~~"_qs);
    row("emphasis inside of a word", u"x\\textbf{(a)}y \\textbf{(b)} z"_qs, u"x**\u200b(a)\u200b**y **(b)** z"_qs);
    row("code", u"\\texttt{a\\_b \\{x\\} |} \\verb|c\\d| \\t{e} {\\tt f}"_qs, u"`a_b {x} |` `c\\d` `e` `f`"_qs);
    row("code with a formula", u"\\texttt{a $n$}"_qs, u"a $n$"_qs);
    row("verbatim", u"\\begin{verbatim}\na  \\b % c\n\n\n  d\n\\end{verbatim}"_qs, u"```\na  \\b % c\n\n\n  d\n```"_qs);
    row("listing", u"\\begin{lstlisting}[language=C]\nint a;\n\\end{lstlisting}"_qs, u"```\nint a;\n```"_qs);
    row("fence in a listing", u"\\begin{verbatim}\n```\n\\end{verbatim}"_qs, u"````\n```\n````"_qs);
    row("formulas", u"$n \\le 5$, \\(a\\), \\[b\\] and $$c$$; \\begin{align*}x &= 1\\end{align*}"_qs,
        u"$n \\le 5$, $a$, $$b$$ and $$c$$; $$x = 1$$"_qs);
    row("dollars", u"\\$5 and $x\\$y$"_qs, u"\\$5 and $x\\ y$"_qs);
    row("symbol of formulas in the text", u"a \\leq b"_qs, u"a $\\leq$b"_qs);
    row("quotes and dashes", u"``a'' `b' <<c>> -- d --- e"_qs, u"“a” ‘b' «c» – d — e"_qs);
    row("letters", u"\\\"a \\'{e} \\c{c} \\v s \\ss{} \\o\\ x \\aa{}ngstr\\\"om na\\\"{\\i}ve"_qs,
        u"ä é ç š ß ø x ångström naïve"_qs);
    row("signs", u"\\ldots{} 50\\% \\& \\# a\\_b \\{c\\} \\textbackslash{} 1~000 2\\,000"_qs,
        u"… 50% & # a_b {c} \\\\ 1\u00a0000 2 000"_qs);
    row("what Markdown would take for its own", u"1. a\n\n\\# b\n\n- c\n\n> d *e* _f_ [g](h) a_b_c"_qs,
        u"1\\. a\n\n\\# b\n\n\\- c\n\n\\> d \\*e\\* \\_f_ [g\\](h) a_b_c"_qs);
    row("links",
        u"\\url{https://a.org/x_y} \\href{https://b.org/?c\\#d}{text \\emph{e}} \\href{file:///etc/passwd}{f}"_qs,
        u"<https://a.org/x_y> [text *e*](<https://b.org/?c#d>) f"_qs);
    row("pictures",
        u"\\includegraphics[width=\\textwidth]{a.png}\n\n\\illustration{0.3}{b}{By \\url{https://c.org}}"_qs,
        u"![a.png](<a.png>)\n\n![b](<b>)\n\n*By <https://c.org>*"_qs);
    row("figure",
        u"\\begin{figure}[h]\\centering\\includegraphics{a}\\caption{Two $x$.}\\label{f}\\end{figure}\n"
        "See Figure~\\ref{f}."_qs,
        u"![a](<a>)\n\n*Two $x$.*\n\nSee Figure\u00a01."_qs);
    row("table",
        u"\\begin{tabular}{|l|c|}\n\\hline\nA & B \\\\ \\hline\n$|x|$ & \\textbf{two}\n words\\\\[2pt]\n"
        "a\\&b \\\\\n\\end{tabular}"_qs,
        u"| A | B |\n| --- | --- |\n| $\\vert x\\vert$ | **two** words |\n| a&b |  |"_qs);
    row("spanning cells", u"\\begin{tabular}{ll}\\multicolumn{2}{c}{All} \\\\ \\multirow{2}{*}{x} & y\\end{tabular}"_qs,
        u"| All |  |\n| --- | --- |\n| x | y |"_qs);
    row("list in a table", u"\\begin{tabular}{l}\\begin{itemize}\\item a\\end{itemize}\\end{tabular}"_qs,
        u"| - a |\n| --- |"_qs);
    row("footnotes", u"A\\footnote{One.} B\\footnote{Two\n\nparts.}"_qs, u"A¹ B²\n\n¹ One.\n\n² Two parts."_qs);
    row("quotation", u"\\begin{quote}a\n\nb\\end{quote}"_qs, u"> a\n>\n> b"_qs);
    row("macros",
        u"\\newcommand{\\maxn}{10^5}\\newcommand\\two[2]{#2--#1}\\def\\x#1{<#1>}\\newcommand{\\opt}[2][o]{#1#2}"
        "$n \\le \\maxn$ \\two{a}{b} \\x{c} \\opt{1} \\opt[2]{3}"_qs,
        u"$n \\le 10^5$ b–a <c> o1 23"_qs);
    row("macros for environments",
        u"\\newcommand{\\bi}{\\begin{itemize}}\\newcommand{\\ei}{\\end{itemize}}\\bi\\item a\\ei"_qs, u"- a"_qs);
    row("document", u"\\documentclass{article}\\usepackage{a}\\begin{document}Text\\end{document}"_qs, u"Text"_qs);
    row("unknown", u"\\frobnicate{kept} \\begin{strange}inside\\end{strange}"_qs,
        u"kept \n\ninside"_qs.replace(u" \n"_qs, u"\n"_qs));
    row("other files", u"a \\input{/etc/passwd} \\include{b} \\lstinputlisting{c}"_qs, u"a"_qs);
    row("drawing", u"a\\begin{tikzpicture}\\draw (0,0);\\end{tikzpicture}b"_qs, u"a\n\nb"_qs);
    row("what doesn't end", u"\\textbf{a \\begin{itemize} \\item b $c"_qs, u"a\n\n- b \\$c"_qs);
    row("what doesn't begin", u"a} \\end{itemize} \\item b & c"_qs, u"a\n\n• b & c"_qs);
    row("nothing", QString(), QString());
}

void LatexTextTest::writesMarkdown() {
    QFETCH(const QString, latex);
    QFETCH(const QString, markdown);
    QCOMPARE(core::latexToMarkdown(latex), markdown + u'\n');
}

void LatexTextTest::writesHeadingsInTheStatementsLanguage() {
    QCOMPARE(core::latexToMarkdown(u"\\begin{Input}a\\end{Input}"_qs, u"sv"_qs), u"## Indata\n\na\n"_qs);
    QCOMPARE(core::latexToMarkdown(u"\\OutputFile\na"_qs, u"de-AT"_qs), u"## Ausgabe\n\na\n"_qs);
    QCOMPARE(core::latexToMarkdown(u"\\OutputFile\na"_qs, u"tlh"_qs), u"## Output\n\na\n"_qs);
}

void LatexTextTest::bearsAnything_data() {
    QTest::addColumn<QString>("piece");
    for (const char* piece : {"{",
                              "}",
                              "$",
                              "$a",
                              "\\",
                              "\\(",
                              "\\[",
                              "\\textbf",
                              "\\textbf{",
                              "\\url{",
                              "\\bf ",
                              "\\bfseries ",
                              "\\footnote{",
                              "\\begin{itemize}",
                              "\\begin{itemize}\\item",
                              "\\item[",
                              "\\begin{tabular}",
                              "\\begin{tabular}{l}a&",
                              "\\\\[",
                              "\\begin{example}",
                              "\\begin{verbatim}",
                              "\\begin{equation}",
                              "\\begin{quote}",
                              "\\verb|",
                              "\\caption{",
                              "\\label{a",
                              "%",
                              "\n ",
                              "&",
                              "\\def\\a{\\a\\a}\\a",
                              "\\newcommand{\\a}[1]{#1#1\\a{#1#1}}\\a{x}"}) {
        QTest::newRow(piece) << QString::fromLatin1(piece);
    }
}

/// No stack ends, and what comes out is bounded; times only by a limit that is far off for what is linear.
void LatexTextTest::bearsAnything() {
    QFETCH(const QString, piece);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(core::latexToMarkdown(piece.repeated(200'000 / piece.size())).size() <= 4 << 20);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(LatexTextTest)
#include "latex_text_test.moc"
