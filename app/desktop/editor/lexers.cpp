// SPDX-License-Identifier: GPL-3.0-or-later
//
// QScintilla brings classes for some of our languages. Of the others, those that look like C++ are its lexer with
// keywords of their own; for the rest the lexers of Scintilla itself serve, whose styles are numbered in its
// SciLexer.h.
#include "app/desktop/editor/lexers.h"

#include "app/desktop/editor/scintilla.h"

#include <algorithm>
#include <array>
#include <span>

namespace grindstone::desktop {

namespace {

/// Keywords, or null for the set that a lexer doesn't have.
struct KeywordSets {
    const char* statements;
    const char* types;
};

/// The lexer of C++ with another language's keywords.
class CLikeLexer : public QsciLexerCPP {
public:
    CLikeLexer(const char* language, KeywordSets keywords) : m_language(language), m_keywords(keywords) {
        setHighlightBackQuotedStrings(true);
        setStylePreprocessor(false);
    }
    const char* language() const override { return m_language; }
    const char* keywords(int set) const override {
        return set == 1 ? m_keywords.statements : set == 2 ? m_keywords.types : nullptr;
    }

private:
    const char* m_language;
    KeywordSets m_keywords;
};

struct Style {
    int number;
    const char* description;
};

/// A lexer of Scintilla's that QScintilla has no class for.
class PlainLexer : public QsciLexer {
public:
    PlainLexer(const char* language, int id, KeywordSets keywords, std::span<const Style> styles)
        : m_language(language), m_id(id), m_keywords(keywords), m_styles(styles) {}
    const char* language() const override { return m_language; }
    int lexerId() const override { return m_id; }
    const char* keywords(int set) const override {
        return set == 1 ? m_keywords.statements : set == 2 ? m_keywords.types : nullptr;
    }
    QString description(int style) const override {
        const auto found = std::ranges::find(m_styles, style, &Style::number);
        return found == m_styles.end() ? QString() : QString::fromLatin1(found->description);
    }

private:
    const char* m_language;
    int m_id;
    KeywordSets m_keywords;
    std::span<const Style> m_styles;
};

constexpr KeywordSets Go{
    "break case chan const continue default defer else fallthrough for func go goto if import interface map package "
    "range return select struct switch type var true false nil iota",
    "bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 "
    "uint32 uint64 uintptr any"};

constexpr KeywordSets Kotlin{
    "abstract as break by catch class companion const constructor continue crossinline data do else enum external "
    "false final finally for fun get if import in infix init inline inner interface internal is lateinit noinline null "
    "object open operator out override package private protected public reified return sealed set super suspend "
    "tailrec this throw true try typealias val var vararg when where while",
    "Any Array Boolean Byte Char Double Float Int IntArray List Long LongArray Map MutableList MutableMap MutableSet "
    "Nothing Pair Set Short String Unit"};

constexpr KeywordSets TypeScript{
    "abstract as async await break case catch class const continue debugger declare default delete do else enum export "
    "extends false finally for from function get if implements import in infer instanceof interface is keyof let "
    "namespace new null of private protected public readonly return satisfies set static super switch this throw true "
    "try type typeof undefined var while with yield",
    "any bigint boolean never number object string symbol unknown void Array Map Promise Record Set"};

constexpr KeywordSets Rust{
    "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move "
    "mut "
    "pub ref return self Self static struct super trait true type union unsafe use where while",
    "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Box Option Result String Vec"};

constexpr std::array RustStyles{Style{0, "Default"},          Style{1, "Block comment"},
                                Style{2, "Line comment"},     Style{3, "Doc block comment"},
                                Style{4, "Doc line comment"}, Style{5, "Number"},
                                Style{6, "Keyword"},          Style{7, "Type keyword"},
                                Style{13, "String"},          Style{14, "Raw string"},
                                Style{15, "Character"},       Style{16, "Operator"},
                                Style{17, "Identifier"},      Style{18, "Lifetime"},
                                Style{19, "Macro"},           Style{20, "Error"},
                                Style{21, "Byte string"},     Style{22, "Raw byte string"},
                                Style{23, "Byte character"}};

constexpr KeywordSets Haskell{
    "case class data default deriving do else family forall foreign if import in infix infixl "
    "infixr instance let module newtype of qualified then type where",
    nullptr};

constexpr std::array HaskellStyles{
    Style{0, "Default"},          Style{1, "Identifier"},    Style{2, "Keyword"},        Style{3, "Number"},
    Style{4, "String"},           Style{5, "Character"},     Style{6, "Class name"},     Style{7, "Module name"},
    Style{8, "Constructor"},      Style{9, "Data"},          Style{10, "Import"},        Style{11, "Operator"},
    Style{12, "Instance"},        Style{13, "Line comment"}, Style{14, "Block comment"}, Style{15, "Block comment 2"},
    Style{16, "Block comment 3"}, Style{17, "Pragma"},       Style{18, "Preprocessor"},  Style{19, "Unclosed string"}};

constexpr KeywordSets OCaml{
    "and as assert begin class constraint do done downto else end exception external false for fun function functor if "
    "in include inherit initializer lazy let match method module mutable new nonrec object of open or private rec sig "
    "struct then to true try type val virtual when while with land lor lxor lsl lsr asr mod",
    "array bool bytes char exn float int list option ref string unit"};

constexpr std::array OCamlStyles{Style{0, "Default"},   Style{1, "Identifier"},   Style{2, "Tag"},
                                 Style{3, "Keyword"},   Style{4, "Type keyword"}, Style{7, "Operator"},
                                 Style{8, "Number"},    Style{9, "Character"},    Style{11, "String"},
                                 Style{12, "Comment"},  Style{13, "Comment 2"},   Style{14, "Comment 3"},
                                 Style{15, "Comment 4"}};

std::unique_ptr<QsciLexer> createCLike(std::string_view name) {
    if (name == "c" || name == "cpp") {
        return std::make_unique<QsciLexerCPP>();
    }
    if (name == "csharp") {
        return std::make_unique<QsciLexerCSharp>();
    }
    if (name == "java") {
        return std::make_unique<QsciLexerJava>();
    }
    if (name == "javascript") {
        auto lexer = std::make_unique<QsciLexerJavaScript>();
        lexer->setHighlightBackQuotedStrings(true);
        return lexer;
    }
    if (name == "go") {
        return std::make_unique<CLikeLexer>("Go", Go);
    }
    if (name == "kotlin") {
        return std::make_unique<CLikeLexer>("Kotlin", Kotlin);
    }
    return name == "typescript" ? std::make_unique<CLikeLexer>("TypeScript", TypeScript) : nullptr;
}

std::unique_ptr<QsciLexer> createPlain(std::string_view name) {
    if (name == "rust") {
        return std::make_unique<PlainLexer>("Rust", QsciScintillaBase::SCLEX_RUST, Rust, RustStyles);
    }
    if (name == "haskell") {
        return std::make_unique<PlainLexer>("Haskell", QsciScintillaBase::SCLEX_HASKELL, Haskell, HaskellStyles);
    }
    return name == "ocaml" ? std::make_unique<PlainLexer>("OCaml", QsciScintillaBase::SCLEX_CAML, OCaml, OCamlStyles)
                           : nullptr;
}

} // namespace

std::unique_ptr<QsciLexer> createLexer(std::string_view name) {
    if (name == "python") {
        return std::make_unique<QsciLexerPython>();
    }
    if (name == "ruby") {
        return std::make_unique<QsciLexerRuby>();
    }
    if (name == "lua") {
        return std::make_unique<QsciLexerLua>();
    }
    if (name == "pascal") {
        return std::make_unique<QsciLexerPascal>();
    }
    if (name == "php") {
        return std::make_unique<QsciLexerHTML>();
    }
    std::unique_ptr<QsciLexer> lexer = createCLike(name);
    return lexer != nullptr ? std::move(lexer) : createPlain(name);
}

} // namespace grindstone::desktop
