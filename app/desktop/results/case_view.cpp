// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/case_view.h"

#include "app/core/text/score_text.h"
#include "app/core/text/text.h"
#include "app/core/text/transcript_text.h"
#include "app/desktop/results/text_pane.h"
#include "app/desktop/texts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace grindstone::desktop {

namespace {

/// Larger inputs are files' work, not for a text field.
constexpr std::uint64_t LargestTestCase = 64U << 10;

TextSource inputOf(const judge::CaseResult& result) {
    return result.customInput ? TextSource::ofBytes(*result.customInput) : TextSource::ofFile(result.inputPath);
}

TextSource answerOf(const judge::CaseResult& result) {
    return result.answerPath.empty() ? TextSource::ofBytes(result.customAnswer.value_or(std::string()))
                                     : TextSource::ofFile(result.answerPath);
}

bool hasAnswer(const judge::CaseResult& result) {
    return !result.answerPath.empty() || result.customAnswer.has_value();
}

bool hasRun(const judge::CaseResult& result) {
    return result.verdict != judge::Verdict::Skipped && result.verdict != judge::Verdict::JudgeError;
}

} // namespace

QString caseSummary(const judge::CaseResult& result) {
    QStringList parts{QString::fromStdString(result.name)};
    parts << (result.verdict ? core::text::verdictName(*result.verdict)
                             : QCoreApplication::translate("CaseView", "No answer to compare with"));
    if (result.verdict == judge::Verdict::Partial) {
        parts << core::text::points(result.score, result.maxScore);
    }
    if (hasRun(result)) {
        parts << QCoreApplication::translate("CaseView", "%1 CPU").arg(durationText(result.cpu))
              << sizeText(result.memory);
    }
    if (result.verdict == judge::Verdict::RuntimeError) {
        return parts.join(QStringLiteral(" · ")); // the sentence below says how it ended
    }
    if (result.exitCode && *result.exitCode != 0) {
        parts << QCoreApplication::translate("CaseView", "exit code %1").arg(*result.exitCode);
    }
    if (result.signal) {
        parts << core::text::signalName(*result.signal);
    }
    return parts.join(QStringLiteral(" · "));
}

QString visibleMessage(const judge::CaseResult& result, const judge::EffectiveLimits& limits) {
    using Kind = judge::Explanation::Kind;
    const bool tellsAnswer = result.explanation.kind != Kind::None && !result.interaction &&
                             result.explanation.kind != Kind::CheckerRejected;
    if (tellsAnswer && result.visibility != judge::Visibility::Shown) {
        return QCoreApplication::translate("CaseView", "The output differs from the expected one.");
    }
    return core::text::caseMessage(result, limits);
}

CaseView::CaseView(QWidget* parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_message(new QLabel(this)),
      m_use(new QPushButton(tr("Use as test case"), this)), m_tabs(new QTabWidget(this)),
      m_input(new TextPane(tr("Input"), QStringLiteral("inputView"), this)),
      m_expected(new TextPane(tr("Expected"), QStringLiteral("expectedView"), this)),
      m_actual(new TextPane(tr("Yours"), QStringLiteral("actualView"), this)),
      m_talk(new TextPane(tr("In turns"), QStringLiteral("conversationView"), this)),
      m_errors(new TextPane(tr("Standard error"), QStringLiteral("errorView"), this)) {
    build();
    connect(m_use, &QPushButton::clicked, this, &CaseView::offerAsTestCase);
}

void CaseView::build() {
    m_summary->setObjectName(QStringLiteral("caseSummary"));
    m_message->setObjectName(QStringLiteral("caseMessage"));
    for (QLabel* label : {m_summary, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_use->setObjectName(QStringLiteral("useAsTestCase"));
    m_comparison = new QSplitter(Qt::Horizontal, this);
    for (TextPane* pane : {m_input, m_expected, m_actual}) {
        m_comparison->addWidget(pane);
    }
    m_comparison->setChildrenCollapsible(false);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_comparison, tr("Comparison"));
    m_tabs->setTabBarAutoHide(true);
    m_talk->hide();
    m_errors->hide();
    auto* top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_use);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_tabs, 1);
}

void CaseView::showCase(const judge::CaseResult& result, const judge::EffectiveLimits& limits) {
    m_case = result;
    m_summary->setText(caseSummary(result));
    QStringList lines = core::text::caseInputs(result);
    if (const QString sentence = visibleMessage(result, limits); !sentence.isEmpty()) {
        lines.prepend(sentence);
    }
    const QString message = lines.join(u'\n');
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    showTexts(result);
    showErrors(result);
}

void CaseView::clear() {
    m_case = {};
    m_summary->clear();
    m_message->clear();
    m_tabs->hide();
    m_use->hide();
}

void CaseView::showTexts(const judge::CaseResult& result) {
    const bool anything = result.visibility != judge::Visibility::VerdictOnly;
    const bool answer = result.visibility == judge::Visibility::Shown;
    m_tabs->setVisible(anything);
    m_use->setVisible(anything && result.ownsFiles() && inputOf(result).size() <= LargestTestCase);
    if (!anything) {
        m_message->setText(m_message->text().isEmpty() ? tr("Of this case only the verdict is shown.")
                                                       : m_message->text());
        m_message->show();
        return;
    }
    if (result.interaction || !result.passes.empty()) {
        showTurns(result);
        return;
    }
    showPage(m_comparison, tr("Comparison"));
    m_input->show(inputOf(result), {});
    if (!answer) {
        m_expected->showNote(tr("The expected output of this case is hidden."));
    } else if (!hasAnswer(result)) {
        m_expected->showNote(tr("No expected output was given."));
    } else {
        m_expected->show(answerOf(result), focusInAnswer(result.explanation));
    }
    if (hasRun(result)) {
        m_actual->show(TextSource::ofCapture(result.standardOutput),
                       answer ? focusInOutput(result.explanation) : Focus());
    } else {
        m_actual->showNote(tr("This case was not run."));
    }
}

void CaseView::showTurns(const judge::CaseResult& result) {
    showPage(m_talk, result.interaction ? tr("Conversation") : tr("Passes"));
    const std::string text = core::text::turnsText(result);
    if (!text.empty()) {
        m_talk->show(TextSource::ofBytes(text), {});
    } else {
        m_talk->showNote(tr("There was no conversation, or it is hidden."));
    }
}

void CaseView::showPage(QWidget* page, const QString& title) {
    if (m_tabs->widget(0) != page) {
        m_tabs->removeTab(0);
        m_tabs->insertTab(0, page, title);
    }
}

void CaseView::showErrors(const judge::CaseResult& result) {
    const TextSource errors = TextSource::ofCapture(result.standardError);
    const bool any = result.visibility != judge::Visibility::VerdictOnly && errors.size() > 0;
    if (!any) {
        m_tabs->removeTab(m_tabs->indexOf(m_errors));
        return;
    }
    if (m_tabs->indexOf(m_errors) < 0) {
        m_tabs->addTab(m_errors, tr("Standard error"));
    }
    m_errors->show(errors, {});
    // Where a program says why it ended.
    m_tabs->setCurrentIndex(result.verdict == judge::Verdict::RuntimeError ? m_tabs->indexOf(m_errors) : 0);
}

void CaseView::offerAsTestCase() {
    const bool answer = m_case.visibility == judge::Visibility::Shown && hasAnswer(m_case);
    const auto read = [](const TextSource& source) { return QString::fromStdString(source.read(0, LargestTestCase)); };
    Q_EMIT useAsTestCase(read(inputOf(m_case)), answer ? read(answerOf(m_case)) : QString());
}

} // namespace grindstone::desktop
