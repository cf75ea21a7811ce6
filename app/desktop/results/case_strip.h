// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/verdict.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace grindstone::desktop {

enum class CaseState { Waiting, Running, Done };

/// One case in the strip.
struct StripCase {
    QString name;
    CaseState state = CaseState::Waiting;
    std::optional<judge::Verdict> verdict; ///< when done; none for a case without an answer

    bool failed() const;
};

/// A square for each case, coloured and with a sign, that fills while a submission is judged. Arrow keys, Home and End
/// move along it.
class CaseStrip : public QWidget {
    Q_OBJECT
public:
    explicit CaseStrip(QWidget* parent = nullptr);

    void setCases(std::vector<StripCase> cases);
    void setRunning(std::size_t index);
    void setDone(std::size_t index, std::optional<judge::Verdict> verdict);
    const std::vector<StripCase>& cases() const { return m_cases; }

    /// -1 when nothing is selected.
    int selected() const { return m_selected; }
    void select(int index);
    /// Index of the next failed case after the selected one (before it when `step` is -1), going round; -1 when none.
    int findFailed(int step) const;

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void selectionChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int columns(int width) const;
    QRect cellAt(int index) const;
    int indexAt(QPoint point) const;
    void describe();
    QString describeCase(int index) const;

    std::vector<StripCase> m_cases;
    int m_selected = -1;
};

} // namespace grindstone::desktop
