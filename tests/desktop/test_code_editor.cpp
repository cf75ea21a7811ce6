// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/code_editor.h"
#include "app/desktop/editor/find_bar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

using namespace grindstone;
using namespace grindstone::desktop;

namespace {

judge::Language language(const char* lexer, const char* comment) {
    judge::Language made;
    made.lexer = lexer;
    made.lineComment = comment;
    return made;
}

void type(CodeEditor& editor, const QString& text) {
    for (const QChar character : text) {
        character == u'\n' ? QTest::keyClick(&editor, Qt::Key_Return) : QTest::keyClick(&editor, character.toLatin1());
    }
}

/// Without white space, which auto-indentation adds.
QString dense(const QString& text) {
    return QString(text).remove(QRegularExpression(QStringLiteral("\\s")));
}

bool hasIndicator(const CodeEditor& editor, int indicator, int line, int column) {
    const int position = editor.positionFromLineIndex(line, column);
    return editor.SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT, indicator, position) != 0;
}

void press(const FindBar& bar, const char* button) {
    bar.findChild<QAbstractButton*>(QLatin1String(button))->click();
}

} // namespace

class TestCodeEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codeTypedInFullComesOutAsTyped_data() {
        QTest::addColumn<QString>("lexer");
        QTest::addColumn<QString>("code");
        QTest::newRow("C++") << QStringLiteral("cpp")
                             << QStringLiteral(
                                    "#include <iostream>\nint main() {\nlong long a[2] = {0, 0};\n"
                                    "for (int i = 0; i < 2; ++i) {\nstd::cin >> a[i];\n}\n"
                                    "if (a[0]) {\nstd::cout << \"it's \\\"\" << a[0] + a[1] << '\\n';\n}\n}\n");
        QTest::newRow("Python") << QStringLiteral("python")
                                << QStringLiteral(
                                       "d = {\"a\": [1, (2)]}\nprint(sum(int(x) for x in input().split()), d['a'])\n");
    }

    void codeTypedInFullComesOutAsTyped() {
        QFETCH(const QString, lexer);
        QFETCH(const QString, code);
        CodeEditor editor;
        editor.setLanguage(language(lexer.toLatin1().constData(), "//"));
        editor.show();
        type(editor, code);
        QCOMPARE(dense(editor.text()), dense(code));
    }

    void bracketIsClosedAndRemovedWithItsPartner() {
        CodeEditor editor;
        type(editor, QStringLiteral("f("));
        QCOMPARE(editor.text(), QStringLiteral("f()"));
        QTest::keyClick(&editor, Qt::Key_Backspace);
        QCOMPARE(editor.text(), QStringLiteral("f"));
    }

    void bracketBeforeAWordStaysAlone() {
        CodeEditor editor;
        editor.load(QStringLiteral("word"));
        type(editor, QStringLiteral("("));
        QCOMPARE(editor.text(), QStringLiteral("(word"));
    }

    void enterBetweenBracesOpensABlock() {
        CodeEditor editor;
        editor.setLanguage(language("cpp", "//"));
        type(editor, QStringLiteral("{\nx;"));
        QCOMPARE(editor.text(), QStringLiteral("{\n    x;\n}"));
    }

    void selectionIsPutBetweenBrackets() {
        CodeEditor editor;
        editor.load(QStringLiteral("a + b"));
        editor.selectAll();
        type(editor, QStringLiteral("("));
        QCOMPARE(editor.text(), QStringLiteral("(a + b)"));
    }

    void commentKeyTogglesTheLine() {
        CodeEditor editor;
        editor.setLanguage(language("python", "#"));
        editor.load(QStringLiteral("  x = 1\n"));
        editor.show();
        editor.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        QTest::keyClick(&editor, Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(editor.text(), QStringLiteral("  # x = 1\n"));
        QTest::keyClick(&editor, Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(editor.text(), QStringLiteral("  x = 1\n"));
    }

    void lineKeysMoveDuplicateAndDelete() {
        CodeEditor editor;
        editor.load(QStringLiteral("a\nb\n"));
        editor.show();
        editor.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        QTest::keyClick(&editor, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(editor.text(), QStringLiteral("b\na\n"));
        QTest::keyClick(&editor, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(editor.text(), QStringLiteral("a\nb\n"));
        QTest::keyClick(&editor, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor.text(), QStringLiteral("a\na\nb\n"));
        QTest::keyClick(&editor, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor.text(), QStringLiteral("a\nb\n"));
    }

    void keysOfTheWindowAreNotBoundInTheEditor() {
        CodeEditor editor;
        for (const QKeyCombination key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Apostrophe,
                                          Qt::CTRL | Qt::Key_B, Qt::CTRL | Qt::Key_Slash, Qt::ALT | Qt::Key_Up}) {
            QVERIFY2(editor.standardCommands()->boundTo(key.toCombined()) == nullptr,
                     qPrintable(QKeySequence(key).toString()));
        }
    }

    void diagnosticsAreMarkedAndCleared() {
        CodeEditor editor;
        editor.load(QStringLiteral("int main() {\n    retrun 0;\n}\n"));
        editor.diagnostics().show(
            {{"main.cpp", 2, 5, "error", "unknown name"}, {"main.cpp", 99, 1, "error", "far off"}});
        constexpr int ErrorIndicator = 10;
        QVERIFY(hasIndicator(editor, ErrorIndicator, 1, 4));
        QVERIFY(hasIndicator(editor, ErrorIndicator, 1, 9));
        QVERIFY(!hasIndicator(editor, ErrorIndicator, 1, 11));
        QVERIFY(editor.markersAtLine(1) & (1U << DiagnosticMarks::ErrorMarker));
        editor.diagnostics().clear();
        QVERIFY(!hasIndicator(editor, ErrorIndicator, 1, 4));
        QCOMPARE(editor.markersAtLine(1), 0U);
    }

    void findGoesForthAndBack() {
        CodeEditor editor;
        editor.load(QStringLiteral("one two one\n"));
        FindBar bar(editor);
        bar.open();
        auto* text = bar.findChild<QLineEdit*>(QStringLiteral("findText"));
        QTest::keyClicks(text, QStringLiteral("one"));
        int line = 0, from = 0, endLine = 0, to = 0;
        editor.getSelection(&line, &from, &endLine, &to);
        QCOMPARE(from, 0);
        QTest::keyClick(text, Qt::Key_Return);
        editor.getSelection(&line, &from, &endLine, &to);
        QCOMPARE(from, 8);
        QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
        editor.getSelection(&line, &from, &endLine, &to);
        QCOMPARE(from, 0);
    }

    void findTakesARegularExpression() {
        CodeEditor editor;
        editor.load(QStringLiteral("größe = 10\nx = 255\n"));
        FindBar bar(editor);
        bar.open();
        press(bar, "findRegex");
        auto* text = bar.findChild<QLineEdit*>(QStringLiteral("findText"));
        QTest::keyClicks(text, QStringLiteral("[0-9]{3}$"));
        QCOMPARE(editor.selectedText(), QStringLiteral("255"));
        text->setText(QStringLiteral("("));
        QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("findNote"))->text(),
                 QStringLiteral("Not a regular expression"));
        press(bar, "findRegex");
        QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("findNote"))->text(), QStringLiteral("Not found"));
    }

    void enterInTheLowerFieldReplacesOneMatchAndGoesOn() {
        CodeEditor editor;
        editor.load(QStringLiteral("ä one two one\n"));
        FindBar bar(editor);
        bar.openReplace();
        QTest::keyClicks(bar.findChild<QLineEdit*>(QStringLiteral("findText")), QStringLiteral("one"));
        auto* replacement = bar.findChild<QLineEdit*>(QStringLiteral("replaceText"));
        QTest::keyClicks(replacement, QStringLiteral("\\1 three"));
        QTest::keyClick(replacement, Qt::Key_Return);
        QCOMPARE(editor.text(), QStringLiteral("ä \\1 three two one\n"));
        QCOMPARE(editor.selectedText(), QStringLiteral("one"));
        editor.undo();
        QCOMPARE(editor.text(), QStringLiteral("ä one two one\n"));
    }

    void tabLeadsToTheLowerFieldAndEscapeClosesFromAnywhere() {
        CodeEditor editor;
        FindBar bar(editor);
        bar.openReplace();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        QTest::keyClick(bar.focusWidget(), Qt::Key_Tab);
        QCOMPARE(bar.focusWidget()->objectName(), QStringLiteral("replaceText"));
        for (const char* name : {"findText", "replaceText", "replaceAll", "matchCase"}) {
            bar.openReplace();
            QTest::keyClick(bar.findChild<QWidget*>(QLatin1String(name)), Qt::Key_Escape);
            QVERIFY2(!bar.isVisible(), name);
        }
    }

    void replaceAllFillsInGroupsAndIsUndoneAtOnce() {
        CodeEditor editor;
        const QString before = QStringLiteral("f(a, b)\nf(c, d)\n# ende\n");
        editor.load(before);
        FindBar bar(editor);
        bar.openReplace();
        press(bar, "findRegex");
        bar.findChild<QLineEdit*>(QStringLiteral("findText"))->setText(QStringLiteral("f\\((\\w), (\\w)\\)$"));
        bar.findChild<QLineEdit*>(QStringLiteral("replaceText"))->setText(QStringLiteral("g(\\2,\\t\\1)"));
        press(bar, "replaceAll");
        QCOMPARE(editor.text(), QStringLiteral("g(b,\ta)\ng(d,\tc)\n# ende\n"));
        editor.undo();
        QCOMPARE(editor.text(), before);
    }

    void replaceLeavesASelectionThatDoesNotMatch() {
        CodeEditor editor;
        editor.load(QStringLiteral("abc\n"));
        FindBar bar(editor);
        bar.openReplace();
        bar.findChild<QLineEdit*>(QStringLiteral("findText"))->setText(QStringLiteral("x*"));
        press(bar, "findRegex");
        editor.selectAll();
        press(bar, "replaceOne");
        press(bar, "replaceAll");
        QCOMPARE(editor.text(), QStringLiteral("abc\n"));
    }
};

QTEST_MAIN(TestCodeEditor)
#include "test_code_editor.moc"
