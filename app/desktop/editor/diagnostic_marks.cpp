// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/diagnostic_marks.h"

#include "app/desktop/editor/scintilla.h"
#include "app/desktop/theme/colours.h"

#include <QPalette>

namespace grindstone::desktop {

namespace {

constexpr int ErrorIndicator = 10;
constexpr int WarningIndicator = 11;

bool isError(const judge::Diagnostic& diagnostic) {
    return diagnostic.severity != "warning" && diagnostic.severity != "note";
}

/// End of the word that starts at `column`, at least one character on; the line's end when the column is unknown.
int endOfWord(const QString& line, int column) {
    int end = column;
    while (end < line.size() && (line[end].isLetterOrNumber() || line[end] == u'_')) {
        ++end;
    }
    return std::max(end, column + 1);
}

} // namespace

DiagnosticMarks::DiagnosticMarks(QsciScintilla& editor) : m_editor(editor) {
    m_editor.markerDefine(QsciScintilla::Circle, ErrorMarker);
    m_editor.markerDefine(QsciScintilla::RightTriangle, WarningMarker);
    m_editor.indicatorDefine(QsciScintilla::SquiggleIndicator, ErrorIndicator);
    m_editor.indicatorDefine(QsciScintilla::SquiggleIndicator, WarningIndicator);
}

void DiagnosticMarks::show(const std::vector<judge::Diagnostic>& diagnostics) {
    clear();
    for (const judge::Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.line > 0 && diagnostic.line <= m_editor.lines() && diagnostic.severity != "note") {
            mark(diagnostic);
        }
    }
}

void DiagnosticMarks::mark(const judge::Diagnostic& diagnostic) {
    const int line = diagnostic.line - 1;
    const QString text = m_editor.text(line);
    const int column = diagnostic.column > 0 && diagnostic.column <= text.size() ? diagnostic.column - 1 : 0;
    const int end = diagnostic.column > 0 ? endOfWord(text, column) : static_cast<int>(text.size());
    m_editor.markerAdd(line, isError(diagnostic) ? ErrorMarker : WarningMarker);
    m_editor.fillIndicatorRange(line, column, line, end, isError(diagnostic) ? ErrorIndicator : WarningIndicator);
}

void DiagnosticMarks::clear() {
    m_editor.markerDeleteAll(ErrorMarker);
    m_editor.markerDeleteAll(WarningMarker);
    const int last = std::max(0, m_editor.lines() - 1);
    for (const int indicator : {ErrorIndicator, WarningIndicator}) {
        m_editor.clearIndicatorRange(0, 0, last, m_editor.lineLength(last), indicator);
    }
}

void DiagnosticMarks::applyColours(const QPalette& palette) {
    const QColor error = statusColour(Tone::Bad, palette);
    const QColor warning = statusColour(Tone::Warning, palette);
    m_editor.setIndicatorForegroundColor(error, ErrorIndicator);
    m_editor.setIndicatorForegroundColor(warning, WarningIndicator);
    m_editor.setMarkerBackgroundColor(error, ErrorMarker);
    m_editor.setMarkerForegroundColor(error, ErrorMarker);
    m_editor.setMarkerBackgroundColor(warning, WarningMarker);
    m_editor.setMarkerForegroundColor(warning, WarningMarker);
}

} // namespace grindstone::desktop
