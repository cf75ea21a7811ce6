// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;

namespace grindstone::desktop {

class TextPane;

/// One case: what happened, and Input | Expected | Yours side by side, as far as the package lets them be seen.
class CaseView : public QWidget {
    Q_OBJECT
public:
    explicit CaseView(QWidget* parent = nullptr);

    void showCase(const judge::CaseResult& result, const judge::EffectiveLimits& limits);
    void clear();

Q_SIGNALS:
    /// The person wants this input among their own test cases.
    void useAsTestCase(const QString& input, const QString& expected);

private:
    void build();
    void showTexts(const judge::CaseResult& result);
    void showTurns(const judge::CaseResult& result);
    void showPage(QWidget* page, const QString& title);
    void showErrors(const judge::CaseResult& result);
    void offerAsTestCase();

    judge::CaseResult m_case;
    QLabel* m_summary;
    QLabel* m_message;
    QPushButton* m_use;
    QTabWidget* m_tabs;
    QSplitter* m_comparison = nullptr;
    TextPane* m_input;
    TextPane* m_expected;
    TextPane* m_actual;
    TextPane* m_talk;
    TextPane* m_errors;
};

/// "sample/1 · Wrong answer · 3 ms CPU · 3.4 MiB"
QString caseSummary(const judge::CaseResult& result);
/// The sentence on a case, without what a hidden case must not show.
QString visibleMessage(const judge::CaseResult& result, const judge::EffectiveLimits& limits);

} // namespace grindstone::desktop
