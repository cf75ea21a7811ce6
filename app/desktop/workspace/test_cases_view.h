// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/workspace/custom_case_file.h"
#include "judge/engine/submission.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QRadioButton;
class QTabBar;

namespace grindstone::desktop {

/// What Run runs on: the samples, or cases of one's own with an input and, if wanted, the expected output. What is
/// typed here is kept.
class TestCasesView : public QWidget {
    Q_OBJECT
public:
    explicit TestCasesView(CustomCaseFile file, QWidget* parent = nullptr);

    /// `samples` is how many the problem has.
    void open(const QString& problemId, int samples);
    /// Keeps what was typed; false when that failed, which is told in the view.
    bool save();
    /// Adds a case and chooses to run on one's own.
    void addCase(const OwnCase& own);
    /// Empty: the samples are to be run.
    std::vector<judge::CustomCase> customCases() const;

private:
    void build();
    void showCase(int index);
    void takeTyped();
    void removeCase(int index);
    void refreshTabs();

    CustomCaseFile m_file;
    QString m_problemId;
    std::vector<OwnCase> m_cases;
    bool m_showing = false;
    bool m_changed = false;
    QTimer m_timer;
    QRadioButton* m_useSamples;
    QRadioButton* m_useOwn;
    QTabBar* m_tabs;
    QPlainTextEdit* m_input;
    QPlainTextEdit* m_expected;
    QLabel* m_failure;
};

} // namespace grindstone::desktop
