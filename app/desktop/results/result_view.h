// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/judge_service.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <map>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace grindstone::desktop {

class Banner;
class CaseStrip;
class CaseView;
class CompileView;
class LimitBar;
class ScoreTable;

/// The result panel, from waiting to the verdict: banner, bars against the limits, case strip, the selected case; or
/// the compiler's messages; or what went wrong on our side.
class ResultView : public QWidget {
    Q_OBJECT
public:
    explicit ResultView(QWidget* parent = nullptr);

    /// Before anything was run.
    void showIdle();
    /// `limits` are those that the cases which end before the report are held to.
    void showWaiting(const judge::EffectiveLimits& limits);
    void apply(const judge::Progress& progress);
    void showReport(const core::SharedReport& report);
    /// A failure before there was anything to judge.
    void showFailure(const Error& error);

    /// Selects the next failed case, or the one before with -1.
    void goToFailed(int step);

Q_SIGNALS:
    void placeChosen(int line, int column);
    void useAsTestCase(const QString& input, const QString& expected);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void fitStrip();
    void planCases(const std::vector<std::string>& names);
    void endCase(const judge::CaseFinished& ended);
    void showPage(QWidget* page);
    void showBusy();
    void showCases(const judge::Report& report);
    void showBars(const judge::Report& report);
    void showSelected(int index);

    Banner* m_banner;
    QWidget* m_bars;
    LimitBar* m_cpu;
    LimitBar* m_memory;
    ScoreTable* m_scores;
    CaseStrip* m_strip;
    QScrollArea* m_stripArea;
    QStackedWidget* m_pages;
    QLabel* m_note;
    CaseView* m_case;
    CompileView* m_compile;

    judge::EffectiveLimits m_limits;
    QString m_activity;
    QElapsedTimer m_since;
    QTimer m_clock;
    std::map<std::size_t, judge::CaseResult> m_early; ///< cases that ended before the report came
    core::SharedReport m_report;
};

} // namespace grindstone::desktop
