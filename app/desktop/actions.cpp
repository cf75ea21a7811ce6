// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/actions.h"

#include "app/desktop/theme/glyph_icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>

namespace grindstone::desktop {

namespace {

QAction* create(QMainWindow& window, const char* name, const QString& text, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, &window);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!keys.isEmpty()) {
        action->setToolTip(
            QStringLiteral("%1 (%2)").arg(QString(text).remove(u'…'), keys.front().toString(QKeySequence::NativeText)));
    }
    window.addAction(action);
    return action;
}

void giveIcons(const Actions& actions) {
    actions.problems->setIcon(glyphIcon(Glyph::Problems));
    actions.previous->setIcon(glyphIcon(Glyph::Previous));
    actions.next->setIcon(glyphIcon(Glyph::Next));
    actions.run->setIcon(glyphIcon(Glyph::Run));
    actions.submit->setIcon(glyphIcon(Glyph::Submit));
    actions.stop->setIcon(glyphIcon(Glyph::Stop));
}

} // namespace

Actions::Actions(QMainWindow& window)
    : problems(
          create(window, "problemsAction", QCoreApplication::translate("Actions", "Problems"), {Qt::CTRL | Qt::Key_B})),
      search(create(window, "searchAction", QCoreApplication::translate("Actions", "Search problems"),
                    {Qt::CTRL | Qt::Key_P})),
      previous(create(window, "previousAction", QCoreApplication::translate("Actions", "Previous problem"),
                      {Qt::CTRL | Qt::ALT | Qt::Key_PageUp})),
      next(create(window, "nextAction", QCoreApplication::translate("Actions", "Next problem"),
                  {Qt::CTRL | Qt::ALT | Qt::Key_PageDown})),
      run(create(window, "runAction", QCoreApplication::translate("Actions", "Run"),
                 {Qt::CTRL | Qt::Key_Apostrophe, Qt::Key_F5})),
      submit(create(window, "submitAction", QCoreApplication::translate("Actions", "Submit"),
                    {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter, Qt::Key_F6})),
      stop(create(window, "stopAction", QCoreApplication::translate("Actions", "Stop"), {Qt::SHIFT | Qt::Key_F5})),
      save(create(window, "saveAction", QCoreApplication::translate("Actions", "Save the draft"),
                  {Qt::CTRL | Qt::Key_S})),
      saveCopy(create(window, "saveCopyAction", QCoreApplication::translate("Actions", "Save a copy of the code…"),
                      {Qt::CTRL | Qt::SHIFT | Qt::Key_S})),
      find(create(window, "findAction", QCoreApplication::translate("Actions", "Find in the code"),
                  {Qt::CTRL | Qt::Key_F})),
      replace(create(window, "replaceAction", QCoreApplication::translate("Actions", "Replace in the code"),
                     {Qt::CTRL | Qt::Key_H})),
      goToLine(create(window, "goToLineAction", QCoreApplication::translate("Actions", "Go to line…"),
                      {Qt::CTRL | Qt::Key_G})),
      zoomIn(create(window, "zoomInAction", QCoreApplication::translate("Actions", "Larger code"),
                    {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal})),
      zoomOut(create(window, "zoomOutAction", QCoreApplication::translate("Actions", "Smaller code"),
                     {Qt::CTRL | Qt::Key_Minus})),
      zoomReset(create(window, "zoomResetAction", QCoreApplication::translate("Actions", "Normal code size"),
                       {Qt::CTRL | Qt::Key_0})),
      nextFailed(
          create(window, "nextFailedAction", QCoreApplication::translate("Actions", "Next failed case"), {Qt::Key_F8})),
      previousFailed(create(window, "previousFailedAction",
                            QCoreApplication::translate("Actions", "Previous failed case"), {Qt::SHIFT | Qt::Key_F8})),
      focusStatement(create(window, "focusStatementAction",
                            QCoreApplication::translate("Actions", "Go to the statement"), {Qt::ALT | Qt::Key_1})),
      focusEditor(create(window, "focusEditorAction", QCoreApplication::translate("Actions", "Go to the editor"),
                         {Qt::ALT | Qt::Key_2})),
      focusCases(create(window, "focusCasesAction", QCoreApplication::translate("Actions", "Go to the test cases"),
                        {Qt::ALT | Qt::Key_3})),
      focusResults(create(window, "focusResultsAction", QCoreApplication::translate("Actions", "Go to the result"),
                          {Qt::ALT | Qt::Key_4})),
      fullScreen(
          create(window, "fullScreenAction", QCoreApplication::translate("Actions", "Full screen"), {Qt::Key_F11})),
      quit(create(window, "quitAction", QCoreApplication::translate("Actions", "Quit"), {Qt::CTRL | Qt::Key_Q})) {
    giveIcons(*this);
    problems->setCheckable(true);
    fullScreen->setCheckable(true);
}

} // namespace grindstone::desktop
