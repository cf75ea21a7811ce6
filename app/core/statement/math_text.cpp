// SPDX-License-Identifier: GPL-3.0-or-later
// A recursive descent over TeX's formula syntax, as far as statements of problems use it:
//   formula = { atom }      atom = character | command [arguments] | '{' formula '}' | ('^' | '_') atom
#include "app/core/statement/math_text.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace grindstone::core {

namespace {

/// Deeper formulas are hostile ones.
constexpr int DeepestGroup = 40;

/// Stands between blanks, whatever the source has around it.
const QHash<QString, QString>& relations() {
    static const QHash<QString, QString> Table{
        {u"le"_qs, u"≤"_qs},
        {u"leq"_qs, u"≤"_qs},
        {u"leqslant"_qs, u"≤"_qs},
        {u"ge"_qs, u"≥"_qs},
        {u"geq"_qs, u"≥"_qs},
        {u"geqslant"_qs, u"≥"_qs},
        {u"ne"_qs, u"≠"_qs},
        {u"neq"_qs, u"≠"_qs},
        {u"lt"_qs, u"<"_qs},
        {u"gt"_qs, u">"_qs},
        {u"ll"_qs, u"≪"_qs},
        {u"gg"_qs, u"≫"_qs},
        {u"approx"_qs, u"≈"_qs},
        {u"equiv"_qs, u"≡"_qs},
        {u"sim"_qs, u"∼"_qs},
        {u"in"_qs, u"∈"_qs},
        {u"notin"_qs, u"∉"_qs},
        {u"subset"_qs, u"⊂"_qs},
        {u"subseteq"_qs, u"⊆"_qs},
        {u"cup"_qs, u"∪"_qs},
        {u"cap"_qs, u"∩"_qs},
        {u"setminus"_qs, u"∖"_qs},
        {u"to"_qs, u"→"_qs},
        {u"rightarrow"_qs, u"→"_qs},
        {u"leftarrow"_qs, u"←"_qs},
        {u"Rightarrow"_qs, u"⇒"_qs},
        {u"Leftrightarrow"_qs, u"⇔"_qs},
        {u"iff"_qs, u"⇔"_qs},
        {u"implies"_qs, u"⇒"_qs},
        {u"mapsto"_qs, u"↦"_qs},
        {u"mid"_qs, u"∣"_qs},
        {u"nmid"_qs, u"∤"_qs},
        {u"times"_qs, u"×"_qs},
        {u"cdot"_qs, u"·"_qs},
        {u"div"_qs, u"÷"_qs},
        {u"pm"_qs, u"±"_qs},
        {u"oplus"_qs, u"⊕"_qs},
        {u"otimes"_qs, u"⊗"_qs},
        {u"land"_qs, u"∧"_qs},
        {u"wedge"_qs, u"∧"_qs},
        {u"lor"_qs, u"∨"_qs},
        {u"vee"_qs, u"∨"_qs},
        {u"supset"_qs, u"⊃"_qs},
        {u"supseteq"_qs, u"⊇"_qs},
        {u"subsetneq"_qs, u"⊊"_qs},
        {u"cong"_qs, u"≅"_qs},
        {u"simeq"_qs, u"≃"_qs},
        {u"propto"_qs, u"∝"_qs},
        {u"prec"_qs, u"≺"_qs},
        {u"succ"_qs, u"≻"_qs},
        {u"preceq"_qs, u"≼"_qs},
        {u"perp"_qs, u"⊥"_qs},
        {u"parallel"_qs, u"∥"_qs},
        {u"vdash"_qs, u"⊢"_qs},
        {u"ni"_qs, u"∋"_qs},
        {u"coloneqq"_qs, u"≔"_qs},
        {u"longrightarrow"_qs, u"⟶"_qs},
        {u"Longrightarrow"_qs, u"⟹"_qs},
        {u"leftrightarrow"_qs, u"↔"_qs},
        {u"Leftarrow"_qs, u"⇐"_qs},
        {u"hookrightarrow"_qs, u"↪"_qs},
        {u"Longleftrightarrow"_qs, u"⟺"_qs},
        {u"xor"_qs, u"xor"_qs},
        {u"ominus"_qs, u"⊖"_qs},
        {u"odot"_qs, u"⊙"_qs},
        {u"mp"_qs, u"∓"_qs},
        {u"bmod"_qs, u"mod"_qs},
        {u"colon"_qs, u":"_qs},
        {u"gets"_qs, u"←"_qs},
    };
    return Table;
}

const QHash<QString, QString>& symbols() {
    static const QHash<QString, QString> Table{
        {u"ldots"_qs, u"…"_qs},
        {u"dots"_qs, u"…"_qs},
        {u"cdots"_qs, u"⋯"_qs},
        {u"dotsc"_qs, u"…"_qs},
        {u"vdots"_qs, u"⋮"_qs},
        {u"infty"_qs, u"∞"_qs},
        {u"sum"_qs, u"∑"_qs},
        {u"prod"_qs, u"∏"_qs},
        {u"int"_qs, u"∫"_qs},
        {u"lfloor"_qs, u"⌊"_qs},
        {u"rfloor"_qs, u"⌋"_qs},
        {u"lceil"_qs, u"⌈"_qs},
        {u"rceil"_qs, u"⌉"_qs},
        {u"langle"_qs, u"⟨"_qs},
        {u"rangle"_qs, u"⟩"_qs},
        {u"lvert"_qs, u"|"_qs},
        {u"rvert"_qs, u"|"_qs},
        {u"vert"_qs, u"|"_qs},
        {u"emptyset"_qs, u"∅"_qs},
        {u"forall"_qs, u"∀"_qs},
        {u"exists"_qs, u"∃"_qs},
        {u"neg"_qs, u"¬"_qs},
        {u"lnot"_qs, u"¬"_qs},
        {u"circ"_qs, u"°"_qs},
        {u"prime"_qs, u"′"_qs},
        {u"ell"_qs, u"ℓ"_qs},
        {u"star"_qs, u"⋆"_qs},
        {u"ast"_qs, u"∗"_qs},
        {u"backslash"_qs, u"\\"_qs},
        {u"alpha"_qs, u"α"_qs},
        {u"beta"_qs, u"β"_qs},
        {u"gamma"_qs, u"γ"_qs},
        {u"delta"_qs, u"δ"_qs},
        {u"epsilon"_qs, u"ε"_qs},
        {u"varepsilon"_qs, u"ε"_qs},
        {u"zeta"_qs, u"ζ"_qs},
        {u"eta"_qs, u"η"_qs},
        {u"theta"_qs, u"θ"_qs},
        {u"lambda"_qs, u"λ"_qs},
        {u"mu"_qs, u"μ"_qs},
        {u"nu"_qs, u"ν"_qs},
        {u"xi"_qs, u"ξ"_qs},
        {u"pi"_qs, u"π"_qs},
        {u"rho"_qs, u"ρ"_qs},
        {u"sigma"_qs, u"σ"_qs},
        {u"tau"_qs, u"τ"_qs},
        {u"phi"_qs, u"φ"_qs},
        {u"varphi"_qs, u"φ"_qs},
        {u"chi"_qs, u"χ"_qs},
        {u"psi"_qs, u"ψ"_qs},
        {u"omega"_qs, u"ω"_qs},
        {u"Gamma"_qs, u"Γ"_qs},
        {u"Delta"_qs, u"Δ"_qs},
        {u"Theta"_qs, u"Θ"_qs},
        {u"Lambda"_qs, u"Λ"_qs},
        {u"Pi"_qs, u"Π"_qs},
        {u"Sigma"_qs, u"Σ"_qs},
        {u"Phi"_qs, u"Φ"_qs},
        {u"Omega"_qs, u"Ω"_qs},
        {u"quad"_qs, u"  "_qs},
        {u"qquad"_qs, u"  "_qs},
        {u","_qs, u" "_qs},
        {u";"_qs, u" "_qs},
        {u":"_qs, u" "_qs},
        {u" "_qs, u" "_qs},
        {u"!"_qs, u""_qs},
        {u"{"_qs, u"{"_qs},
        {u"}"_qs, u"}"_qs},
        {u"_"_qs, u"_"_qs},
        {u"%"_qs, u"%"_qs},
        {u"$"_qs, u"$"_qs},
        {u"#"_qs, u"#"_qs},
        {u"&"_qs, u"&"_qs},
        {u"|"_qs, u"‖"_qs},
        {u"left"_qs, u""_qs},
        {u"right"_qs, u""_qs},
        {u"big"_qs, u""_qs},
        {u"Big"_qs, u""_qs},
        {u"bigl"_qs, u""_qs},
        {u"bigr"_qs, u""_qs},
        {u"displaystyle"_qs, u""_qs},
        {u"limits"_qs, u""_qs},
        {u"nolimits"_qs, u""_qs},
        {u"textstyle"_qs, u""_qs},
        {u"bigg"_qs, u""_qs},
        {u"Bigg"_qs, u""_qs},
        {u"biggl"_qs, u""_qs},
        {u"biggr"_qs, u""_qs},
        {u"Bigl"_qs, u""_qs},
        {u"Bigr"_qs, u""_qs},
        {u"middle"_qs, u""_qs},
        {u"mathopen"_qs, u""_qs},
        {u"bf"_qs, u""_qs},
        {u"rm"_qs, u""_qs},
        {u"it"_qs, u""_qs},
        {u"tt"_qs, u""_qs},
        {u"sf"_qs, u""_qs},
        {u"nonumber"_qs, u""_qs},
        {u"hline"_qs, u""_qs},
        {u"notag"_qs, u""_qs},
        {u"lbrace"_qs, u"{"_qs},
        {u"rbrace"_qs, u"}"_qs},
        {u"lbrack"_qs, u"["_qs},
        {u"rbrack"_qs, u"]"_qs},
        {u"Vert"_qs, u"‖"_qs},
        {u"lVert"_qs, u"‖"_qs},
        {u"rVert"_qs, u"‖"_qs},
        {u"nabla"_qs, u"∇"_qs},
        {u"partial"_qs, u"∂"_qs},
        {u"bigcup"_qs, u"⋃"_qs},
        {u"bigcap"_qs, u"⋂"_qs},
        {u"bigoplus"_qs, u"⨁"_qs},
        {u"bigwedge"_qs, u"⋀"_qs},
        {u"bigvee"_qs, u"⋁"_qs},
        {u"varnothing"_qs, u"∅"_qs},
        {u"bullet"_qs, u"•"_qs},
        {u"dotsb"_qs, u"…"_qs},
        {u"ddots"_qs, u"⋱"_qs},
        {u"dotso"_qs, u"…"_qs},
        {u"hdots"_qs, u"…"_qs},
        {u"angle"_qs, u"∠"_qs},
        {u"triangle"_qs, u"△"_qs},
        {u"square"_qs, u"□"_qs},
        {u"degree"_qs, u"°"_qs},
        {u"uparrow"_qs, u"↑"_qs},
        {u"downarrow"_qs, u"↓"_qs},
        {u"kappa"_qs, u"κ"_qs},
        {u"upsilon"_qs, u"υ"_qs},
        {u"iota"_qs, u"ι"_qs},
        {u"vartheta"_qs, u"ϑ"_qs},
        {u"Psi"_qs, u"Ψ"_qs},
        {u"Xi"_qs, u"Ξ"_qs},
        {u"top"_qs, u"⊤"_qs},
        {u"bot"_qs, u"⊥"_qs},
        {u"checkmark"_qs, u"✓"_qs},
        {u"textbackslash"_qs, u"\\"_qs},
        {u"enspace"_qs, u" "_qs},
        {u"thinspace"_qs, u" "_qs},
        {u"\n"_qs, u" "_qs},
        {u"therefore"_qs, u"∴"_qs},
        {u"-"_qs, u""_qs},
        {u"/"_qs, u""_qs},
        {u">"_qs, u" "_qs},
        {u"aleph"_qs, u"ℵ"_qs},
    };
    return Table;
}

/// Commands whose argument is shown as it is.
bool isStyle(const QString& command) {
    static const QStringList Styles{
        u"text"_qs,       u"mathrm"_qs,    u"mathbf"_qs,       u"mathit"_qs,   u"mathtt"_qs,   u"texttt"_qs,
        u"textbf"_qs,     u"textit"_qs,    u"operatorname"_qs, u"mathcal"_qs,  u"mathbb"_qs,   u"textnormal"_qs,
        u"textsf"_qs,     u"textsc"_qs,    u"boldsymbol"_qs,   u"bm"_qs,       u"emph"_qs,     u"underline"_qs,
        u"underbrace"_qs, u"overbrace"_qs, u"boxed"_qs,        u"mathop"_qs,   u"mathbin"_qs,  u"mathrel"_qs,
        u"mathfrak"_qs,   u"mathscr"_qs,   u"hbox"_qs,         u"substack"_qs, u"widehat"_qs,  u"widetilde"_qs,
        u"t"_qs,          u"textup"_qs,    u"textrm"_qs,       u"mbox"_qs,     u"overline"_qs, u"mathsf"_qs};
    return Styles.contains(command);
}

/// The combining character of a command that puts something on a letter; null for others.
QChar accent(const QString& command) {
    static const QHash<QString, QChar> Table{{u"hat"_qs, QChar(0x0302)},  {u"tilde"_qs, QChar(0x0303)},
                                             {u"bar"_qs, QChar(0x0304)},  {u"dot"_qs, QChar(0x0307)},
                                             {u"ddot"_qs, QChar(0x0308)}, {u"vec"_qs, QChar(0x20d7)},
                                             {u"not"_qs, QChar(0x0338)}};
    return Table.value(command);
}

/// What stands at the sides of an environment's rows.
QString fence(const QString& environment, bool opens) {
    static const QHash<QString, QString> Table{{u"cases"_qs, u"{ "_qs},
                                               {u"pmatrix"_qs, u"()"_qs},
                                               {u"bmatrix"_qs, u"[]"_qs},
                                               {u"vmatrix"_qs, u"||"_qs},
                                               {u"Bmatrix"_qs, u"{}"_qs}};
    const QString both = Table.value(environment);
    return both.isEmpty() ? QString() : QString(both[opens ? 0 : 1]);
}

bool isFunction(const QString& command) {
    static const QStringList Functions{
        u"max"_qs,    u"min"_qs,    u"log"_qs,  u"ln"_qs,     u"lg"_qs,     u"exp"_qs,    u"sin"_qs, u"cos"_qs,
        u"tan"_qs,    u"gcd"_qs,    u"lcm"_qs,  u"lim"_qs,    u"sup"_qs,    u"inf"_qs,    u"cot"_qs, u"sec"_qs,
        u"sinh"_qs,   u"cosh"_qs,   u"tanh"_qs, u"arcsin"_qs, u"arccos"_qs, u"arctan"_qs, u"ker"_qs, u"dim"_qs,
        u"argmax"_qs, u"argmin"_qs, u"mod"_qs,  u"det"_qs,    u"deg"_qs,    u"arg"_qs,    u"Pr"_qs};
    return Functions.contains(command);
}

class Formula {
public:
    explicit Formula(const QString& tex) : m_tex(tex) {}

    QString toHtml() {
        QString html;
        while (!atEnd()) {
            html += atom(0);
        }
        return html.simplified();
    }

private:
    bool atEnd() const { return m_at >= m_tex.size(); }

    QString atom(int depth) {
        const QChar next = m_tex[m_at++];
        switch (next.unicode()) {
        case u'\\':
            return command(depth);
        case u'{':
            return group(depth);
        case u'}':
            return {};
        case u'^':
            return raised(u"sup"_qs, depth);
        case u'_':
            return raised(u"sub"_qs, depth);
        case u'~':
            return u" "_qs;
        case u'-':
            return u"−"_qs;
        case u'\'':
            return u"′"_qs;
        case u'&':
            return m_environments > 0 ? u"  "_qs : u"&amp;"_qs;
        case u'=':
        case u'<':
        case u'>':
            return relation(next);
        default:
            return QString(next).toHtmlEscaped();
        }
    }

    static QString relation(const QString& sign) { return u' ' + sign.toHtmlEscaped() + u' '; }

    /// After '{'. Its end may be missing.
    QString group(int depth) {
        QString html;
        while (!atEnd() && m_tex[m_at] != u'}') {
            // Too deep: braces no longer nest, they are only passed over.
            html += depth < DeepestGroup ? atom(depth + 1) : QString(m_tex[m_at++]).toHtmlEscaped();
        }
        ++m_at;
        return html;
    }

    QString argument(int depth) {
        while (!atEnd() && m_tex[m_at].isSpace()) {
            ++m_at;
        }
        return atEnd() || depth >= DeepestGroup ? QString() : atom(depth + 1);
    }

    QString raised(const QString& tag, int depth) {
        const QString content = argument(depth).trimmed();
        return content.isEmpty() ? QString() : u"<%1>%2</%1>"_qs.arg(tag, content);
    }

    QString commandName() {
        const qsizetype from = m_at;
        while (!atEnd() && m_tex[m_at].isLetter()) {
            ++m_at;
        }
        if (m_at == from && !atEnd()) {
            ++m_at;
        }
        return m_tex.sliced(from, m_at - from);
    }

    QString command(int depth) {
        const QString name = commandName();
        if (const auto found = relations().constFind(name); found != relations().cend()) {
            return relation(*found);
        }
        if (const auto found = symbols().constFind(name); found != symbols().cend()) {
            return found->toHtmlEscaped();
        }
        if (isStyle(name)) {
            return argument(depth);
        }
        if (isFunction(name)) {
            return u' ' + name + u' ';
        }
        return commandWithArguments(name, depth);
    }

    QString commandWithArguments(const QString& name, int depth) {
        if (name == u"frac"_qs || name == u"dfrac"_qs || name == u"tfrac"_qs) {
            const QString above = argument(depth);
            return bracketed(above) + u'/' + bracketed(argument(depth));
        }
        if (name == u"binom"_qs) {
            const QString above = argument(depth);
            return u"C(%1, %2)"_qs.arg(above, argument(depth));
        }
        if (name == u"sqrt"_qs) {
            return u'√' + bracketed(argument(depth));
        }
        if (name == u"pmod"_qs) {
            return u" (mod %1)"_qs.arg(argument(depth));
        }
        if (name == u"begin"_qs || name == u"end"_qs) {
            return environment(name == u"begin"_qs);
        }
        if (const QChar mark = accent(name); !mark.isNull()) {
            const QString content = argument(depth).trimmed();
            return content.size() == 1 ? (content + mark).normalized(QString::NormalizationForm_C) : content;
        }
        return name == u"\\"_qs ? u"<br/>"_qs : (u'\\' + name).toHtmlEscaped();
    }

    /// After `\begin` or `\end`: passes over the name, and the columns of an array.
    QString environment(bool opens) {
        const QString name = rawGroup();
        m_environments += opens ? 1 : -1;
        if (opens && name.startsWith(u"array"_qs)) {
            rawGroup();
        }
        return fence(name, opens);
    }

    QString rawGroup() {
        constexpr qsizetype Longest = 100;
        if (atEnd() || m_tex[m_at] != u'{') {
            return {};
        }
        const qsizetype end = QStringView(m_tex).sliced(m_at).left(Longest).indexOf(u'}');
        const QString name = end < 0 ? QString() : m_tex.sliced(m_at + 1, end - 1);
        m_at += end < 0 ? 1 : end + 1;
        return name;
    }

    /// Brackets around what is longer than a number or a name.
    static QString bracketed(const QString& html) {
        const QString inner = html.trimmed();
        const bool simple = std::ranges::all_of(inner, [](QChar one) { return one.isLetterOrNumber(); });
        return simple ? inner : u'(' + inner + u')';
    }

    const QString m_tex;
    qsizetype m_at = 0;
    int m_environments = 0; ///< that are open
};

} // namespace

QString mathToHtml(const QString& tex) {
    return Formula(tex).toHtml();
}

} // namespace grindstone::core
