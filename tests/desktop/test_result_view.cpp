// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/case_strip.h"
#include "app/desktop/results/numbered_text.h"
#include "app/desktop/results/result_view.h"
#include "tests/desktop/captures.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <fstream>

using namespace grindstone;
using namespace grindstone::desktop;
using judge::Verdict;

namespace {

QString labelText(const QWidget& view, const char* name) {
    const auto* label = view.findChild<QLabel*>(QLatin1String(name));
    return label == nullptr ? QStringLiteral("(no such label)") : label->text();
}

NumberedText* textView(const QWidget& view, const char* name) {
    return view.findChild<NumberedText*>(QLatin1String(name));
}

core::SharedReport share(judge::Report report) {
    return std::make_shared<const judge::Report>(std::move(report));
}

judge::Report emptyReport(Verdict verdict) {
    judge::Report report;
    report.verdict = verdict;
    report.limits.cpuTime = std::chrono::milliseconds(1000);
    report.limits.memory = Bytes::mib(256);
    return report;
}

} // namespace

class TestResultView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_view = std::make_unique<ResultView>();
        m_view->resize(900, 500);
        m_view->show();
    }

    void cleanup() { m_view.reset(); }

    void firstShowsTheTwoShortcuts() {
        QCOMPARE(
            labelText(*m_view, "resultNote"),
            QStringLiteral("Run tries your code on the samples: Ctrl+'\nSubmit judges it on every case: Ctrl+Enter"));
    }

    void wrongAnswerShowsTheDifferingTokens() {
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {accepted("sample/1"), wrong("secret/2")};
        m_view->showReport(share(report));
        QCOMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Wrong answer"));
        QCOMPARE(labelText(*m_view, "resultDetail"), QStringLiteral("1 of 2 passed"));
        QTRY_COMPARE(textView(*m_view, "actualView")->markedText(), QStringLiteral("20"));
        QTRY_COMPARE(textView(*m_view, "expectedView")->markedText(), QStringLiteral("21"));
        QTRY_COMPARE(textView(*m_view, "inputView")->toPlainText(), QStringLiteral("1 2\n"));
        QCOMPARE(m_view->findChild<CaseStrip*>()->selected(), 1);
    }

    void scoredProblemShowsPointsOfItsGroups() {
        auto* table = m_view->findChild<QTreeWidget*>(QStringLiteral("scoreTable"));
        judge::Report report = emptyReport(Verdict::Partial);
        report.cases = {accepted("secret/a/1"), accepted("secret/b/1")};
        report.cases[1].verdict = Verdict::Partial;
        report.cases[1].score = 17.5;
        report.cases[1].maxScore = 70;
        report.score = 47.5;
        report.maxScore = 100;
        report.groups = {{"data", Verdict::Partial, 47.5, 100},
                         {"secret/a", Verdict::Accepted, 30, 30},
                         {"secret/b", Verdict::Partial, 17.5, 70}};
        m_view->showReport(share(report));
        QCOMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Partial score"));
        QCOMPARE(labelText(*m_view, "resultDetail"), QStringLiteral("47.5 of 100 points"));
        QVERIFY(table->isVisible());
        QCOMPARE(table->topLevelItemCount(), 3);
        QCOMPARE(table->topLevelItem(0)->text(0), QStringLiteral("all cases"));
        QCOMPARE(table->topLevelItem(2)->text(0), QStringLiteral("secret/b"));
        QCOMPARE(table->topLevelItem(2)->text(1), QStringLiteral("Partial score"));
        QCOMPARE(table->topLevelItem(2)->text(2), QStringLiteral("17.5 of 70 points"));
        QCOMPARE(m_view->findChild<CaseStrip*>()->selected(), 1);

        m_view->showWaiting({});
        QVERIFY(!table->isVisible());
    }

    void hiddenCaseShowsItsVerdictOnly() {
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {wrong("secret/1")};
        report.cases[0].visibility = judge::Visibility::VerdictOnly;
        report.cases[0].standardError = captureOf("the input was 1 2");
        m_view->showReport(share(report));
        QVERIFY(!textView(*m_view, "expectedView")->isVisible());
        QVERIFY(!textView(*m_view, "actualView")->isVisible());
        QVERIFY(!textView(*m_view, "errorView")->isVisible());
        QCOMPARE(labelText(*m_view, "caseMessage"), QStringLiteral("The output differs from the expected one."));
    }

    void inputOnlyCaseHidesTheAnswer() {
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {wrong("secret/1")};
        report.cases[0].visibility = judge::Visibility::InputOnly;
        m_view->showReport(share(report));
        QTRY_COMPARE(textView(*m_view, "inputView")->toPlainText(), QStringLiteral("1 2\n"));
        QVERIFY(!textView(*m_view, "expectedView")->isVisible());
        QCOMPARE(labelText(*m_view, "expectedViewNote"), QStringLiteral("The expected output of this case is hidden."));
    }

    void interactiveCaseShowsItsConversation() {
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {wrong("sample/1"), wrong("sample/2")};
        sandbox::Transcript talk(Bytes::kib(4));
        talk.add(judge::Interaction::Program, {}, "? 1\n");
        talk.add(judge::Interaction::Interactor, {}, "lower\n");
        const auto kept = std::make_shared<const sandbox::Transcript>(talk);
        report.cases[0].interaction = judge::Interaction{judge::Interaction::Note::None, kept};
        m_view->showReport(share(report));
        QTRY_COMPARE(textView(*m_view, "conversationView")->toPlainText(), QStringLiteral("> ? 1\n< lower\n"));
        QVERIFY(textView(*m_view, "conversationView")->isVisible());
        for (const char* hidden : {"inputView", "expectedView", "actualView"}) {
            QVERIFY2(!textView(*m_view, hidden)->isVisible(), hidden);
        }
        QVERIFY(!m_view->findChild<QPushButton*>(QStringLiteral("useAsTestCase"))->isVisible());

        m_view->findChild<CaseStrip*>()->select(1);
        QTRY_COMPARE(textView(*m_view, "inputView")->toPlainText(), QStringLiteral("1 2\n"));
        QVERIFY(textView(*m_view, "inputView")->isVisible());
        QVERIFY(!textView(*m_view, "conversationView")->isVisible());
    }

    void multiPassCaseShowsItsPasses() {
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {wrong("sample/1")};
        report.cases[0].passes.resize(2);
        for (judge::PassReport& pass : report.cases[0].passes) {
            pass.verdict = Verdict::Accepted;
            pass.input = captureOf("1\n");
            pass.output = captureOf("2\n");
        }
        report.cases[0].passes[1].verdict = Verdict::WrongAnswer;
        m_view->showReport(share(report));
        QTRY_COMPARE(textView(*m_view, "conversationView")->toPlainText(),
                     QStringLiteral("--- pass 1: Accepted, 0 ms of CPU time\n< 1\n> 2\n"
                                    "--- pass 2: Wrong answer, 0 ms of CPU time\n< 1\n> 2\n"));
        QVERIFY(!textView(*m_view, "actualView")->isVisible());
    }

    void casesFillWhileTheyRun() {
        m_view->showWaiting({});
        m_view->apply(judge::CompileStarted{});
        m_view->apply(judge::CasesPlanned{{"sample/1", "secret/1"}});
        m_view->apply(judge::CaseStarted{0});
        const auto* strip = m_view->findChild<CaseStrip*>();
        QCOMPARE(strip->cases().size(), 2U);
        QCOMPARE(strip->cases()[0].state, CaseState::Running);
        m_view->apply(judge::CaseFinished{0, accepted("sample/1")});
        QCOMPARE(strip->cases()[0].state, CaseState::Done);
        QCOMPARE(strip->cases()[1].state, CaseState::Waiting);
        QTRY_COMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Running"));
    }

    void saysThatCasesWaitForMemory() {
        m_view->showWaiting({});
        m_view->apply(judge::CasesPlanned{{"sample/1", "secret/1"}});
        m_view->apply(judge::WaitingForMemory{1, false});
        QTRY_COMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Waiting for memory"));
        m_view->apply(judge::WaitingForMemory{1, true});
        QTRY_COMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Running"));
    }

    void caseThatEndedEarlyNamesItsLimit() {
        judge::EffectiveLimits limits;
        limits.cpuTime = std::chrono::milliseconds(1000);
        m_view->showWaiting(limits);
        m_view->apply(judge::CasesPlanned{{"sample/1", "secret/1"}});
        judge::CaseResult slow = wrong("sample/1");
        slow.verdict = Verdict::TimeLimit;
        slow.limit = sandbox::LimitHit::Cpu;
        slow.cpu = std::chrono::milliseconds(1500);
        m_view->apply(judge::CaseFinished{0, slow});
        m_view->findChild<CaseStrip*>()->select(0);
        QCOMPARE(labelText(*m_view, "caseMessage"),
                 QStringLiteral("stopped after 1.5 s of CPU time; the limit is 1 s"));
    }

    void caseChosenWhileItRunsIsShownWhenItEndsAndStaysChosen() {
        m_view->showWaiting({});
        m_view->apply(judge::CasesPlanned{{"sample/1", "secret/1", "secret/2"}});
        auto* strip = m_view->findChild<CaseStrip*>();
        strip->select(1);
        QCOMPARE(labelText(*m_view, "resultNote"), QStringLiteral("This case has not ended yet."));
        QVERIFY(m_view->findChild<QLabel*>(QStringLiteral("resultNote"))->isVisible());
        m_view->apply(judge::CaseFinished{1, accepted("secret/1")});
        QVERIFY(labelText(*m_view, "caseSummary").startsWith(QStringLiteral("secret/1 · Accepted")));
        QVERIFY(m_view->findChild<QLabel*>(QStringLiteral("caseSummary"))->isVisible());
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {accepted("sample/1"), accepted("secret/1"), wrong("secret/2")};
        m_view->showReport(share(report));
        QCOMPARE(strip->selected(), 1);
    }

    void stoppedCaseIsNotSaidToHaveFailedBefore() {
        judge::Report report = emptyReport(Verdict::Skipped);
        report.cancelled = true;
        report.cases = {wrong("sample/1")};
        report.cases[0].verdict = Verdict::Skipped;
        report.cases[0].cpu = {};
        report.cases[0].memory = {};
        m_view->showReport(share(report));
        QCOMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Stopped"));
        QCOMPARE(labelText(*m_view, "resultNote"), QStringLiteral("Stopped before this case ended."));
        QVERIFY(m_view->findChild<QLabel*>(QStringLiteral("resultNote"))->isVisible());
        QVERIFY(!m_view->findChild<QWidget*>(QStringLiteral("cpuBar"))->isVisible());
    }

    void runtimeErrorShowsWhatTheProgramSaid() {
        judge::Report report = emptyReport(Verdict::RuntimeError);
        report.cases = {wrong("sample/1")};
        report.cases[0].verdict = Verdict::RuntimeError;
        report.cases[0].exitCode = 1;
        report.cases[0].standardError = captureOf("ValueError: no");
        m_view->showReport(share(report));
        QTRY_COMPARE(textView(*m_view, "errorView")->toPlainText(), QStringLiteral("ValueError: no"));
        QTRY_VERIFY(textView(*m_view, "errorView")->isVisible());
        QVERIFY(!labelText(*m_view, "caseSummary").contains(QStringLiteral("exit code")));
        QCOMPARE(labelText(*m_view, "caseMessage"), QStringLiteral("exit code 1"));
    }

    void compileErrorLeadsToTheLine() {
        judge::Report report = emptyReport(Verdict::CompileError);
        report.compile.output = "main.cpp:3:5: error: expected ';'\n";
        report.compile.diagnostics = {{"main.cpp", 3, 5, "error", "expected ';'"}};
        m_view->showReport(share(report));
        QCOMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Compile error"));
        auto* list = m_view->findChild<QListWidget*>(QStringLiteral("diagnosticList"));
        QVERIFY(list->isVisible());
        QCOMPARE(list->item(0)->text(), QStringLiteral("Line 3: expected ';'"));
        QSignalSpy chosen(m_view.get(), &ResultView::placeChosen);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 3);
        QCOMPARE(chosen[0][1].toInt(), 5);
    }

    void judgeErrorIsNotCountedAgainstThePerson() {
        judge::Report report = emptyReport(Verdict::JudgeError);
        report.error = Error{"language.not-installed", "C++: no g++ in /usr/bin; install the package g++"};
        m_view->showReport(share(report));
        QCOMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Judge error"));
        QCOMPARE(labelText(*m_view, "resultDetail"), QStringLiteral("Not counted as an attempt"));
        QVERIFY(labelText(*m_view, "resultMessage").contains(QStringLiteral("g++")));
    }

    void stoppedRunIsSaidToBeStopped() {
        judge::Report report = emptyReport(Verdict::Skipped);
        report.cancelled = true;
        m_view->showReport(share(report));
        QCOMPARE(labelText(*m_view, "resultVerdict"), QStringLiteral("Stopped"));
    }

    void largeOutputSaysThatItIsAPart() {
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {wrong("sample/1")};
        report.cases[0].standardOutput = captureOf("10 20\n" + std::string(4 << 20, 'x'));
        m_view->showReport(share(report));
        QTRY_COMPARE(labelText(*m_view, "actualViewNote"),
                     QStringLiteral("4.0 MiB in all; this is the part around the first difference."));
        QVERIFY(textView(*m_view, "actualView")->toPlainText().size() <= 64 << 10);
    }

    void failingCaseBecomesATestCase() {
        judge::Report report = emptyReport(Verdict::WrongAnswer);
        report.cases = {wrong("sample/1")};
        m_view->showReport(share(report));
        QSignalSpy used(m_view.get(), &ResultView::useAsTestCase);
        QTest::mouseClick(m_view->findChild<QPushButton*>(QStringLiteral("useAsTestCase")), Qt::LeftButton);
        QCOMPARE(used.size(), 1);
        QCOMPARE(used[0][0].toString(), QStringLiteral("1 2\n"));
        QCOMPARE(used[0][1].toString(), QStringLiteral("10 21\n"));
    }

private:
    std::filesystem::path write(const std::string& name, const std::string& text) {
        const std::filesystem::path file = std::filesystem::path(m_folder->path().toStdString()) / name;
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

    judge::CaseResult accepted(const std::string& name) {
        judge::CaseResult result;
        result.name = name;
        result.verdict = Verdict::Accepted;
        result.inputPath = write("1.in", "1 2\n");
        result.answerPath = write("1.ans", "10 21\n");
        result.standardOutput = captureOf("10 21\n");
        return result;
    }

    judge::CaseResult wrong(const std::string& name) {
        judge::CaseResult result = accepted(name);
        result.verdict = Verdict::WrongAnswer;
        result.standardOutput = captureOf("10 20\n");
        judge::Explanation& explanation = result.explanation;
        explanation.kind = judge::Explanation::Kind::DifferentToken;
        explanation.line = explanation.answerLine = 1;
        explanation.column = 4;
        explanation.token = 2;
        explanation.expected = "21";
        explanation.got = "20";
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ResultView> m_view;
};

QTEST_MAIN(TestResultView)
#include "test_result_view.moc"
