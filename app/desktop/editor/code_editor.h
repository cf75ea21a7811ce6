// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/editor/auto_close.h"
#include "app/desktop/editor/diagnostic_marks.h"
#include "app/desktop/editor/scintilla.h"
#include "judge/language/language.h"

#include <memory>

namespace grindstone::desktop {

/// The code editor: QScintilla, set up for practice. Each behaviour is a class of its own that this one puts together.
class CodeEditor : public QsciScintilla {
    Q_OBJECT
public:
    explicit CodeEditor(QWidget* parent = nullptr);
    ~CodeEditor() override;

    /// Replaces the whole text; undo doesn't go back beyond it.
    void load(const QString& code);
    /// Lexer, colours and comment token of a language.
    void setLanguage(const judge::Language& language);
    const QString& lineComment() const { return m_lineComment; }

    DiagnosticMarks& diagnostics() { return m_diagnostics; }
    /// Puts the cursor there, both from 1, and gives the editor the focus.
    void goTo(int line, int column);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setUpMargins();
    void setUpTyping();
    /// Takes keys from Scintilla that the window or our own commands use.
    void releaseKeys();
    void refreshTheme();
    void fitLineNumbers();

    std::unique_ptr<QsciLexer> m_lexer;
    QString m_lineComment;
    AutoClose m_autoClose;
    DiagnosticMarks m_diagnostics;
};

} // namespace grindstone::desktop
