// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QMainWindow;

namespace grindstone::desktop {

/// The window's commands with their names and keys. They belong to the window and work wherever its focus is.
struct Actions {
    explicit Actions(QMainWindow& window);

    QAction* problems;
    QAction* search;
    QAction* previous;
    QAction* next;
    QAction* run;
    QAction* submit;
    QAction* stop;
    QAction* save;
    QAction* saveCopy;
    QAction* find;
    QAction* replace;
    QAction* goToLine;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* zoomReset;
    QAction* nextFailed;
    QAction* previousFailed;
    QAction* focusStatement;
    QAction* focusEditor;
    QAction* focusCases;
    QAction* focusResults;
    QAction* fullScreen;
    QAction* quit;
};

} // namespace grindstone::desktop
