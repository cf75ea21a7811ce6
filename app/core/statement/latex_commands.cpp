// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/latex_commands.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>

namespace grindstone::core {

namespace {

using Meaning = LatexMeaning;

struct Row {
    const char* names;
    LatexCommand command;
};

/// Names between blanks. What has no row is shown without its backslash word.
constexpr std::array Rows{
    Row{"textbf bf strong", {Meaning::Strong, 0}},
    Row{"textit emph textsl it em sl underline uline", {Meaning::Emphasis, 0}},
    Row{"texttt tt t code lstinline path nolinkurl", {Meaning::Code, 0}},
    Row{"sout st", {Meaning::Struck, 0}},
    Row{"bfseries", {Meaning::SwitchStrong, 0}},
    Row{"itshape slshape", {Meaning::SwitchEmphasis, 0}},
    Row{"ttfamily", {Meaning::SwitchCode, 0}},
    Row{"textrm textsf textsc textup textmd textnormal text mbox hbox fbox framebox makebox centerline textsuperscript "
        "textsubscript shortstack MakeUppercase uppercase lowercase mathrm",
        {Meaning::Plain, 0}},
    Row{"textcolor colorbox parbox raisebox rotatebox scalebox multirowcell foreignlanguage", {Meaning::Plain, 1}},
    Row{"resizebox multicolumn multirow", {Meaning::Plain, 2}},
    Row{"noindent centering raggedright raggedleft hfill vfill hrulefill dotfill medskip smallskip bigskip small large "
        "Large LARGE huge Huge normalsize footnotesize scriptsize tiny maketitle tableofcontents clearpage newpage "
        "pagebreak nopagebreak linebreak nolinebreak null protect relax leavevmode strut indent hline toprule midrule "
        "bottomrule ignorespaces bgroup egroup selectfont normalfont rm sf sc rmfamily sffamily scshape upshape "
        "mdseries sloppy fussy flushleft flushright frenchspacing appendix global long unskip displaystyle "
        "textstyle allowbreak sampleinput sampleoutput minipage endminipage begingroup endgroup Example Examples "
        "Sample Samples hrule noalign endhead endfirsthead endfoot bigbreak medbreak smallbreak flushbottom",
        {Meaning::Nothing, 0}},
    Row{"label vspace hspace pagestyle thispagestyle usepackage documentclass input include graphicspath color "
        "pagecolor lstset captionsetup hypersetup hyphenation phantom vphantom hphantom cite index author title date "
        "thanks problemname cline cmidrule vskip hskip kern bibliography bibliographystyle usetikzlibrary includepdf "
        "lstinputlisting verbatiminput selectlanguage stepcounter "
        "linespread setlist rowcolor columncolor cellcolor arraystretch enlargethispage",
        {Meaning::Nothing, 1}},
    Row{"setlength addtolength setcounter addtocounter fontsize rule exmp exmpfile addcontentsline DeclareMathOperator "
        "newlength settowidth exmpfiles",
        {Meaning::Nothing, 2}},
    Row{"definecolor newenvironment renewenvironment", {Meaning::Nothing, 3}},
};

struct Symbol {
    const char* names;
    const char16_t* text;
};

constexpr std::array Symbols{
    Symbol{"ldots dots textellipsis dotsc cdots", u"…"},
    Symbol{"textbackslash", u"\\"},
    Symbol{"textasciitilde", u"~"},
    Symbol{"textasciicircum", u"^"},
    Symbol{"textbar", u"|"},
    Symbol{"textless", u"<"},
    Symbol{"textgreater", u">"},
    Symbol{"textquotedbl", u"\""},
    Symbol{"textquotesingle", u"'"},
    Symbol{"textquotedblleft", u"“"},
    Symbol{"textquotedblright", u"”"},
    Symbol{"textquoteleft", u"‘"},
    Symbol{"textquoteright", u"’"},
    Symbol{"textendash", u"–"},
    Symbol{"textemdash", u"—"},
    Symbol{"textunderscore", u"_"},
    Symbol{"textdollar", u"$"},
    Symbol{"textdegree degree", u"°"},
    Symbol{"texttrademark", u"™"},
    Symbol{"textregistered", u"®"},
    Symbol{"textcopyright copyright", u"©"},
    Symbol{"texteuro euro EUR", u"€"},
    Symbol{"pounds textsterling", u"£"},
    Symbol{"textmu", u"µ"},
    Symbol{"textbullet", u"•"},
    Symbol{"textperiodcentered", u"·"},
    Symbol{"textrightarrow", u"→"},
    Symbol{"textleftarrow", u"←"},
    Symbol{"textpm", u"±"},
    Symbol{"texttimes", u"×"},
    Symbol{"guillemotleft", u"«"},
    Symbol{"guillemotright", u"»"},
    Symbol{"ss", u"ß"},
    Symbol{"o", u"ø"},
    Symbol{"O", u"Ø"},
    Symbol{"ae", u"æ"},
    Symbol{"AE", u"Æ"},
    Symbol{"oe", u"œ"},
    Symbol{"OE", u"Œ"},
    Symbol{"aa", u"å"},
    Symbol{"AA", u"Å"},
    Symbol{"l", u"ł"},
    Symbol{"L", u"Ł"},
    Symbol{"i", u"ı"},
    Symbol{"j", u"ȷ"},
    Symbol{"S", u"§"},
    Symbol{"P", u"¶"},
    Symbol{"LaTeX", u"LaTeX"},
    Symbol{"TeX", u"TeX"},
    Symbol{"quad qquad enspace thinspace enskip space hfil", u" "},
    Symbol{"today", u""},
};

struct Heading {
    const char* names;
    const char* language;
    const char16_t* text;
};

constexpr std::array Headings{
    Heading{"Input InputFile", "en", u"Input"},
    Heading{"Input InputFile", "de", u"Eingabe"},
    Heading{"Input InputFile", "sv", u"Indata"},
    Heading{"Input InputFile", "ru", u"Входные данные"},
    Heading{"Input InputFile", "uk", u"Вхідні дані"},
    Heading{"Input InputFile", "nl", u"Invoer"},
    Heading{"Input InputFile", "fr", u"Entrée"},
    Heading{"Input InputFile", "es", u"Entrada"},
    Heading{"Input InputFile", "pt", u"Entrada"},
    Heading{"Input InputFile", "pl", u"Wejście"},
    Heading{"Output OutputFile", "en", u"Output"},
    Heading{"Output OutputFile", "de", u"Ausgabe"},
    Heading{"Output OutputFile", "sv", u"Utdata"},
    Heading{"Output OutputFile", "ru", u"Выходные данные"},
    Heading{"Output OutputFile", "uk", u"Вихідні дані"},
    Heading{"Output OutputFile", "nl", u"Uitvoer"},
    Heading{"Output OutputFile", "fr", u"Sortie"},
    Heading{"Output OutputFile", "es", u"Salida"},
    Heading{"Output OutputFile", "pt", u"Saída"},
    Heading{"Output OutputFile", "pl", u"Wyjście"},
    Heading{"Interaction", "en", u"Interaction"},
    Heading{"Interaction", "de", u"Interaktion"},
    Heading{"Interaction", "sv", u"Interaktion"},
    Heading{"Interaction", "ru", u"Протокол взаимодействия"},
    Heading{"Interaction", "nl", u"Interactie"},
    Heading{"Interaction", "es", u"Interacción"},
    Heading{"Scoring", "en", u"Scoring"},
    Heading{"Scoring", "de", u"Bewertung"},
    Heading{"Scoring", "sv", u"Poängsättning"},
    Heading{"Scoring", "ru", u"Система оценки"},
    Heading{"Scoring", "es", u"Puntuación"},
    Heading{"Note Notes", "en", u"Note"},
    Heading{"Note Notes", "de", u"Hinweis"},
    Heading{"Note Notes", "sv", u"Kommentar"},
    Heading{"Note Notes", "ru", u"Замечание"},
    Heading{"Note Notes", "es", u"Nota"},
};

QStringList words(const char* names) {
    return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
}

const QHash<QString, LatexCommand>& commands() {
    static const auto Table = [] {
        QHash<QString, LatexCommand> table;
        for (const Row& row : Rows) {
            for (const QString& name : words(row.names)) {
                table.insert(name, row.command);
            }
        }
        return table;
    }();
    return Table;
}

const QHash<QString, QString>& symbols() {
    static const auto Table = [] {
        QHash<QString, QString> table;
        for (const Symbol& row : Symbols) {
            for (const QString& name : words(row.names)) {
                table.insert(name, QString::fromUtf16(row.text));
            }
        }
        return table;
    }();
    return Table;
}

} // namespace

LatexCommand latexCommand(const QString& name) {
    return commands().value(name);
}

std::optional<QString> latexSymbol(const QString& name) {
    const auto found = symbols().constFind(name);
    return found == symbols().cend() ? std::nullopt : std::optional(*found);
}

QChar latexAccent(const QString& name) {
    static const QHash<QString, QChar> Table{
        {u"`"_qs, QChar(0x0300)}, {u"'"_qs, QChar(0x0301)}, {u"^"_qs, QChar(0x0302)}, {u"~"_qs, QChar(0x0303)},
        {u"="_qs, QChar(0x0304)}, {u"u"_qs, QChar(0x0306)}, {u"."_qs, QChar(0x0307)}, {u"\""_qs, QChar(0x0308)},
        {u"r"_qs, QChar(0x030a)}, {u"H"_qs, QChar(0x030b)}, {u"v"_qs, QChar(0x030c)}, {u"d"_qs, QChar(0x0323)},
        {u"c"_qs, QChar(0x0327)}, {u"k"_qs, QChar(0x0328)}};
    return Table.value(name);
}

int latexEnvironmentArguments(const QString& name) {
    static const QHash<QString, int> Table{{u"minipage"_qs, 1},      {u"wrapfigure"_qs, 2}, {u"wraptable"_qs, 2},
                                           {u"subfigure"_qs, 1},     {u"multicols"_qs, 1},  {u"adjustbox"_qs, 1},
                                           {u"problem"_qs, 5},       {u"spacing"_qs, 1},    {u"adjustwidth"_qs, 2},
                                           {u"subtable"_qs, 1},      {u"Form"_qs, 0},       {u"otherlanguage"_qs, 1},
                                           {u"floatingfigure"_qs, 1}};
    return Table.value(name);
}

QString latexHeading(const QString& name, const QString& language) {
    const QString primary = language.section(u'-', 0, 0);
    QString english;
    for (const Heading& row : Headings) {
        if (!words(row.names).contains(name)) {
            continue;
        }
        if (primary == QLatin1String(row.language)) {
            return QString::fromUtf16(row.text);
        }
        english = english.isEmpty() ? QString::fromUtf16(row.text) : english;
    }
    return english;
}

} // namespace grindstone::core
