// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;

namespace grindstone::desktop {

/// What the compiler said: its messages as a list that leads to the lines, and all of its output.
class CompileView : public QWidget {
    Q_OBJECT
public:
    explicit CompileView(QWidget* parent = nullptr);

    void showResult(const judge::CompileResult& result);

Q_SIGNALS:
    /// Both from 1; column 0 is unknown.
    void placeChosen(int line, int column);

private:
    QListWidget* m_messages;
    QPlainTextEdit* m_output;
};

} // namespace grindstone::desktop
