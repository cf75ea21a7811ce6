// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/code_editor.h"
#include "app/desktop/editor/lexers.h"
#include "app/desktop/editor/scintilla.h"

#include <QTest>

#include <set>

using namespace grindstone;
using namespace grindstone::desktop;

namespace {

/// The colour in which the editor draws the first character of `part`.
int colourOf(CodeEditor& editor, const QString& part) {
    const qsizetype place = editor.text().toUtf8().indexOf(part.toUtf8());
    const long style = editor.SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, static_cast<unsigned long>(place));
    return static_cast<int>(
        editor.SendScintilla(QsciScintillaBase::SCI_STYLEGETFORE, static_cast<unsigned long>(style)));
}

} // namespace

class TestLexers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kindsOfTokensHaveColoursOfTheirOwn_data() {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QString>("string");
        QTest::addColumn<QString>("comment");
        QTest::addColumn<QString>("before"); // what a file of the language begins with
        const auto row = [](const char* lexer, const char* keyword, const char* string, const char* comment,
                            const char* before = "") {
            QTest::newRow(lexer) << QString::fromLatin1(keyword) << QString::fromLatin1(string)
                                 << QString::fromLatin1(comment) << QString::fromLatin1(before);
        };
        row("c", "return", "\"text\"", "// remark");
        row("cpp", "namespace", "\"text\"", "// remark");
        row("csharp", "foreach", "\"text\"", "// remark");
        row("go", "func", "`text`", "// remark");
        row("haskell", "where", "\"text\"", "-- remark");
        row("java", "class", "\"text\"", "// remark");
        row("javascript", "function", "`text`", "// remark");
        row("kotlin", "fun", "\"text\"", "// remark");
        row("lua", "local", "\"text\"", "-- remark");
        row("ocaml", "let", "\"text\"", "(* remark *)");
        row("pascal", "begin", "'text'", "{ remark }");
        row("php", "foreach", "\"text\"", "# remark", "<?php\n");
        row("python", "lambda", "\"text\"", "# remark");
        row("ruby", "def", "\"text\"", "# remark");
        row("rust", "match", "\"text\"", "// remark");
        row("typescript", "interface", "`text`", "// remark");
    }

    void kindsOfTokensHaveColoursOfTheirOwn() {
        QFETCH(const QString, keyword);
        QFETCH(const QString, string);
        QFETCH(const QString, comment);
        QFETCH(const QString, before);
        judge::Language language;
        language.lexer = QTest::currentDataTag();
        CodeEditor editor;
        editor.setLanguage(language);
        editor.load(before + QStringLiteral("nothing ( ) \n%1 \n%2 \n%3\n").arg(keyword, string, comment));
        editor.show();
        editor.SendScintilla(QsciScintillaBase::SCI_COLOURISE, 0UL, -1L);
        const std::set<int> colours{colourOf(editor, QStringLiteral("nothing")), colourOf(editor, keyword),
                                    colourOf(editor, string), colourOf(editor, comment)};
        QCOMPARE(colours.size(), std::size_t(4));
    }

    void unknownLexerIsPlainText() {
        QVERIFY(createLexer("brainfuck") == nullptr);
        QVERIFY(createLexer("") == nullptr);
    }
};

QTEST_MAIN(TestLexers)
#include "test_lexers.moc"
