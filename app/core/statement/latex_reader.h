// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/statement/latex_commands.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace grindstone::core {

/// What ends a text.
enum class Until { End, Group, Environment, Item, Cell };

/// One pass over a LaTeX text whose macros are put in, see expandLatex(). Each call of read() goes on to what ends its
/// kind of text and returns Markdown; environments, groups, items and cells are such calls within each other. Where the
/// end is missing, the text's end is one.
class LatexReader {
public:
    LatexReader(const QString& text, const QString& language) : m_text(text), m_language(language) { numberFigures(); }
    QString read();

private:
    static constexpr int DeepestGroup = 40; ///< deeper texts are hostile ones
    static constexpr qsizetype LongestArgument = 2000;

    bool atEnd() const { return m_at >= m_text.size(); }
    bool isNext(QChar one) const { return !atEnd() && m_text[m_at] == one; }
    bool startsWith(QStringView what) const { return QStringView(m_text).sliced(m_at).startsWith(what); }
    /// The last line so far, or what is enough of it to know that it isn't at its beginning.
    static QStringView lineOf(const QString& markdown);
    QString read(Until until);
    /// A group's brace is passed; what else ends a text is left for the one who asked for it.
    bool endsHere(Until until);
    bool letterAt(qsizetype at) const { return at < m_text.size() && m_text[at].isLetter(); }
    void step(QString& markdown, Until until);
    void blanks(QString& markdown, Until until);
    void character(QString& markdown, QChar next);
    void dollar(QString& markdown);
    /// From `begin` to `close`; a lonely opening sign is a character.
    void formula(QString& markdown, qsizetype begin, const QString& close, bool display);
    /// -1 when the formula doesn't end, or is longer than any. Each place is looked at once, also where many open.
    qsizetype findClose(qsizetype begin, const QString& close);
    void appendFormula(QString& markdown, QString tex, bool display);
    QString commandName();
    void command(QString& markdown, Until until);
    /// A backslash and a character that is no letter.
    void sign(QString& markdown, QChar one, Until until);
    void accented(QString& markdown, QChar accent);
    void blanksBefore();
    /// The raw text in braces after blanks, an empty one where there are none.
    QString braced();
    QString between(QChar open, QChar close);
    void passOver(QChar open, QChar close);
    /// An argument that is text: a group, or a single character or command.
    QString argument();
    /// True when the command was one of the document's structure.
    bool structure(QString& markdown, const QString& name);
    void star();
    void heading(QString& markdown, const QString& title, int level);
    /// True when the command led to something else: pictures, links, notes, code.
    bool reference(QString& markdown, const QString& name);
    QString picture(QString file);
    void footnote(QString& markdown);
    static QString link(QString address, const QString& text);
    void verb(QString& markdown);
    QString code(QString text) const;
    void word(QString& markdown, const QString& name, Until until);
    /// `{\bf text}`; but `\bf{text}`, as it is often meant.
    static LatexMeaning asSwitch(const QString& name, LatexMeaning meaning);
    /// TeX takes the blanks after a word; `\ldots{}` keeps them.
    void blanksOrNothing();
    void apply(QString& markdown, LatexMeaning meaning, Until until);
    /// Code holds no formulas and no emphasis: then it is only text.
    QString codeSpan(const QString& markdown) const;
    QString codeArgument();
    static QString withoutEscapes(const QString& raw);
    /// A symbol of formulas that stands in the text, or a word whose arguments are its text.
    void unknown(QString& markdown, const QString& name);
    void environment(QString& markdown, const QString& name);
    void endEnvironment(const QString& name);
    void verbatim(QString& markdown, const QString& name);
    void formulaEnvironment(QString& markdown, const QString& name);
    void list(QString& markdown, const QString& name);
    QString item(const QString& bullet, bool numbered);
    /// At `\end{…}`, whatever it names.
    void closeEnvironment();
    void container(QString& markdown, const QString& name);
    void table(QString& markdown, const QString& name);
    QStringList row();
    /// Which number a figure or table has that a label stands in or after.
    void numberFigures();

    const QString m_text;
    const QString m_language;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_inCell = false;
    bool m_ended = false; ///< a switch has read the rest of its group
    qsizetype m_notes = 0;
    QStringList m_footnotes;
    QHash<QString, QString> m_numbers;
    QHash<QString, qsizetype> m_closes; ///< where the next sign is that ends a formula; -1: nowhere
};

} // namespace grindstone::core
