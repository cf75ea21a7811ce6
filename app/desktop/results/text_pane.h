// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/results/text_window.h"

#include <QWidget>

#include <thread>

class QLabel;

namespace grindstone::desktop {

class NumberedText;

/// A headed text, such as "Expected". Of a large one it shows a piece around the focus and says so; it is read in the
/// background, so that a text of any size never holds up the window.
class TextPane : public QWidget {
    Q_OBJECT
public:
    /// `viewName` is the text view's object name.
    TextPane(const QString& title, const QString& viewName, QWidget* parent = nullptr);

    void show(const TextSource& source, const Focus& focus);
    /// A sentence instead of a text.
    void showNote(const QString& note);

private:
    void apply(quint64 ticket, const TextWindow& window);

    QString m_title;
    QLabel* m_heading;
    QLabel* m_note;
    NumberedText* m_text;
    quint64 m_ticket = 0; ///< of the last request; older ones come too late
    std::jthread m_reader;
};

} // namespace grindstone::desktop
