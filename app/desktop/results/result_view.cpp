// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/result_view.h"

#include "app/core/text/text.h"
#include "app/desktop/results/banner.h"
#include "app/desktop/results/case_strip.h"
#include "app/desktop/results/case_view.h"
#include "app/desktop/results/compile_view.h"
#include "app/desktop/results/limit_bar.h"
#include "app/desktop/results/report_summary.h"
#include "app/desktop/results/score_table.h"
#include "app/desktop/texts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace grindstone::desktop {

namespace {

constexpr int StripHeight = 78; ///< three rows; more of them scroll

QScrollArea* scrolled(CaseStrip* strip) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(strip);
    return area;
}

template<typename... Handlers> struct Overloaded : Handlers... { using Handlers::operator()...; };

} // namespace

ResultView::ResultView(QWidget* parent)
    : QWidget(parent), m_banner(new Banner(this)), m_bars(new QWidget(this)), m_cpu(new LimitBar(tr("CPU time"), this)),
      m_memory(new LimitBar(tr("Memory"), this)), m_scores(new ScoreTable(this)), m_strip(new CaseStrip),
      m_stripArea(scrolled(m_strip)), m_pages(new QStackedWidget(this)), m_note(new QLabel(this)),
      m_case(new CaseView(this)), m_compile(new CompileView(this)) {
    build();
    m_clock.setInterval(100);
    connect(&m_clock, &QTimer::timeout, this, &ResultView::showBusy);
    connect(m_strip, &CaseStrip::selectionChanged, this, &ResultView::showSelected);
    connect(m_compile, &CompileView::placeChosen, this, &ResultView::placeChosen);
    connect(m_case, &CaseView::useAsTestCase, this, &ResultView::useAsTestCase);
    showIdle();
}

void ResultView::build() {
    setObjectName(QStringLiteral("resultView"));
    m_note->setObjectName(QStringLiteral("resultNote"));
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cpu->setObjectName(QStringLiteral("cpuBar"));
    m_memory->setObjectName(QStringLiteral("memoryBar"));
    auto* bars = new QHBoxLayout(m_bars);
    bars->setContentsMargins(0, 0, 0, 0);
    bars->setSpacing(20);
    bars->addWidget(m_cpu);
    bars->addWidget(m_memory);
    for (QWidget* page : std::initializer_list<QWidget*>{m_note, m_case, m_compile}) {
        m_pages->addWidget(page);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(7);
    layout->addWidget(m_banner);
    layout->addWidget(m_bars);
    layout->addWidget(m_scores);
    layout->addWidget(m_stripArea);
    layout->addWidget(m_pages, 1);
}

void ResultView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitStrip();
}

void ResultView::fitStrip() {
    const int margins = 16;
    m_stripArea->setFixedHeight(std::min(StripHeight, m_strip->heightForWidth(width() - margins)));
}

void ResultView::showPage(QWidget* page) {
    m_pages->setCurrentWidget(page);
}

void ResultView::showIdle() {
    m_clock.stop();
    m_report.reset();
    m_banner->hide();
    m_bars->hide();
    m_scores->setGroups({});
    m_strip->setCases({});
    m_stripArea->hide();
    m_note->setText(tr("Run tries your code on the samples: Ctrl+'\nSubmit judges it on every case: Ctrl+Enter"));
    showPage(m_note);
}

void ResultView::showWaiting(const judge::EffectiveLimits& limits) {
    showIdle();
    m_limits = limits;
    m_early.clear();
    m_activity = tr("Waiting for the judge");
    m_note->clear();
    m_case->clear();
    m_since.start();
    m_clock.start();
    m_banner->show();
    showBusy();
}

void ResultView::showBusy() {
    const QString elapsed = QLocale().toString(static_cast<double>(m_since.elapsed()) / 1000.0, 'f', 1);
    m_banner->showVerdict(std::nullopt, Tone::Neutral, m_activity,
                          QCoreApplication::translate("Duration", "%1 s").arg(elapsed), QString());
}

void ResultView::apply(const judge::Progress& progress) {
    std::visit(Overloaded{[this](const judge::MakingCases& making) {
                              m_activity = tr("Making test cases (%1 of %2)").arg(making.done).arg(making.total);
                          },
                          [this](const judge::CompileStarted&) { m_activity = tr("Compiling"); },
                          [this](const judge::CompileFinished&) { m_activity = tr("Running"); },
                          [this](const judge::CasesPlanned& planned) { planCases(planned.names); },
                          [this](const judge::CaseStarted& started) { m_strip->setRunning(started.index); },
                          [this](const judge::WaitingForMemory& waiting) {
                              m_activity = waiting.over ? tr("Running") : tr("Waiting for memory");
                          },
                          [this](const judge::CaseFinished& ended) { endCase(ended); }},
               progress);
}

void ResultView::endCase(const judge::CaseFinished& ended) {
    m_early.insert_or_assign(ended.index, ended.result);
    m_strip->setDone(ended.index, ended.result.verdict);
    if (m_strip->selected() == static_cast<int>(ended.index)) {
        showSelected(m_strip->selected());
    }
}

void ResultView::planCases(const std::vector<std::string>& names) {
    m_activity = tr("Running");
    std::vector<StripCase> cases;
    cases.reserve(names.size());
    for (const std::string& name : names) {
        cases.push_back({QString::fromStdString(name)});
    }
    m_strip->setCases(std::move(cases));
    fitStrip();
    m_stripArea->show();
}

void ResultView::showReport(const core::SharedReport& report) {
    m_clock.stop();
    m_report = report;
    m_banner->show();
    const Summary summary = summarize(*report);
    m_banner->showVerdict(report->cancelled ? std::nullopt : report->verdict, summary.tone, summary.word,
                          summary.detail, summary.message);
    m_scores->setGroups(report->groups);
    const bool compileFailed = report->verdict == judge::Verdict::CompileError;
    m_compile->showResult(report->compile);
    if (compileFailed) {
        m_stripArea->hide();
        m_bars->hide();
        showPage(m_compile);
    } else {
        showCases(*report);
    }
}

void ResultView::showFailure(const Error& error) {
    showIdle();
    m_banner->show();
    m_banner->showVerdict(std::nullopt, Tone::Warning, core::text::errorMessage(error), QString(),
                          core::text::errorHint(error));
    m_note->clear();
}

void ResultView::showCases(const judge::Report& report) {
    const int chosen = m_strip->selected();
    std::vector<StripCase> cases;
    cases.reserve(report.cases.size());
    for (const judge::CaseResult& result : report.cases) {
        cases.push_back({QString::fromStdString(result.name), CaseState::Done, result.verdict});
    }
    m_strip->setCases(std::move(cases));
    fitStrip();
    m_stripArea->setVisible(!report.cases.empty());
    showBars(report);
    m_note->clear();
    if (report.cases.empty()) {
        showPage(m_note);
        return;
    }
    const int failed = m_strip->findFailed(1);
    const bool keeps = chosen >= 0 && chosen < static_cast<int>(report.cases.size());
    m_strip->select(keeps ? chosen : std::max(0, failed));
}

void ResultView::showBars(const judge::Report& report) {
    std::chrono::nanoseconds cpu{0};
    Bytes memory;
    for (const judge::CaseResult& result : report.cases) {
        cpu = std::max(cpu, result.cpu);
        memory = std::max(memory, result.memory);
    }
    const bool known = report.limits.cpuTime.count() > 0 && report.limits.memory.count() > 0;
    const bool measured = cpu.count() > 0 || memory.count() > 0;
    m_bars->setVisible(known && measured);
    if (!known) {
        return;
    }
    const std::chrono::nanoseconds cpuLimit = report.limits.cpuTime;
    m_cpu->setUsage(static_cast<double>(cpu.count()) / static_cast<double>(cpuLimit.count()),
                    tr("%1 of %2").arg(durationText(cpu), durationText(cpuLimit)));
    m_memory->setUsage(static_cast<double>(memory.count()) / static_cast<double>(report.limits.memory.count()),
                       tr("%1 of %2").arg(sizeText(memory), sizeText(report.limits.memory)));
}

void ResultView::showSelected(int index) {
    const auto position = static_cast<std::size_t>(index);
    const bool reported = m_report && position < m_report->cases.size();
    if (reported && m_report->cancelled && m_report->cases[position].verdict == judge::Verdict::Skipped) {
        m_note->setText(tr("Stopped before this case ended."));
        showPage(m_note);
    } else if (reported) {
        m_case->showCase(m_report->cases[position], m_report->limits);
        showPage(m_case);
    } else if (const auto early = m_early.find(position); early != m_early.end()) {
        m_case->showCase(early->second, m_limits);
        showPage(m_case);
    } else {
        m_note->setText(tr("This case has not ended yet."));
        showPage(m_note);
    }
}

void ResultView::goToFailed(int step) {
    m_strip->select(m_strip->findFailed(step));
}

} // namespace grindstone::desktop
