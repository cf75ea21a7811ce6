// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <vector>

class QPalette;
class QsciScintilla;

namespace grindstone::desktop {

/// Compiler messages in the editor: a marker in the margin and a squiggle under the word.
class DiagnosticMarks {
public:
    static constexpr int ErrorMarker = 20;
    static constexpr int WarningMarker = 21;
    static constexpr int MarkerMask = (1 << ErrorMarker) | (1 << WarningMarker);

    /// `editor` owns this object or outlives it.
    explicit DiagnosticMarks(QsciScintilla& editor);

    void show(const std::vector<judge::Diagnostic>& diagnostics);
    void clear();
    void applyColours(const QPalette& palette);

private:
    void mark(const judge::Diagnostic& diagnostic);

    QsciScintilla& m_editor;
};

} // namespace grindstone::desktop
