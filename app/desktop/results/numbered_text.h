// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/results/text_window.h"

#include <QPlainTextEdit>

namespace grindstone::desktop {

/// Read-only text with line numbers, one place of which can be marked: the token strongly, its line lightly.
class NumberedText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit NumberedText(QWidget* parent = nullptr);

    /// Shows the window and brings its mark into view.
    void showWindow(const TextWindow& window);
    /// What is marked; empty when nothing is.
    QString markedText() const;

    int gutterWidth() const;
    void paintGutter(QPaintEvent* event);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void mark();
    void placeGutter();

    QWidget* m_gutter;
    std::uint64_t m_firstLine = 1;
    qsizetype m_markStart = -1;
    qsizetype m_markLength = 0;
};

} // namespace grindstone::desktop
