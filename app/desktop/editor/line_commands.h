// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeySequence;

namespace grindstone::desktop {

class CodeEditor;

/// Whole-line commands, as actions of the editor with their keys: comment, move, duplicate, delete.
class LineCommands : public QObject {
    Q_OBJECT
public:
    /// Belongs to `editor`.
    explicit LineCommands(CodeEditor& editor);

private:
    void add(const QString& name, const QKeySequence& key, void (LineCommands::*command)());
    void toggleComment();
    void moveUp();
    void moveDown();
    void duplicate();
    void remove();

    CodeEditor& m_editor;
};

} // namespace grindstone::desktop
