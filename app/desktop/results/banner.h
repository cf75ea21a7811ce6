// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/theme/colours.h"

#include <QFrame>

class QLabel;

namespace grindstone::desktop {

/// The result in one line: sign, word, colour, and how many cases passed; a sentence below.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    /// `verdict` chooses the sign and the colour. `detail` and `message` may be empty.
    void showVerdict(std::optional<judge::Verdict> verdict, Tone tone, const QString& word, const QString& detail,
                     const QString& message);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    QLabel* m_mark;
    QLabel* m_word;
    QLabel* m_detail;
    QLabel* m_message;
    std::optional<judge::Verdict> m_verdict;
    Tone m_tone = Tone::Neutral;
};

} // namespace grindstone::desktop
