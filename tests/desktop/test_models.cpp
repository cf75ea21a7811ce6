// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/browser/problem_browser.h"
#include "app/desktop/browser/problem_model.h"
#include "app/desktop/history/history_model.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace grindstone;
using namespace grindstone::desktop;

namespace {

core::ProblemEntry entry(const char* slug, const char* title, const char* difficulty) {
    core::ProblemEntry made;
    made.slug = QString::fromUtf8(slug);
    made.id = QStringLiteral("starter/") + made.slug;
    made.pack = QStringLiteral("starter");
    made.packTitle = QStringLiteral("Starter");
    made.title = QString::fromUtf8(title);
    made.difficulty = QString::fromUtf8(difficulty);
    return made;
}

std::vector<core::ProblemEntry> entries() {
    return {entry("echo", "Echo", "easy"), entry("bridge", "Bridge", "hard"), entry("tower", "Tower", "")};
}

QString titleAt(const ProblemModel& model, int row) {
    return model.index(row).data().toString();
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void problemModelKeepsTheRulesOfModels() {
        ProblemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries(entries());
        model.setQuery(QStringLiteral("bridge"));
        model.setProgress({{QStringLiteral("starter/bridge")}, {}});
        QCOMPARE(model.rowCount(), 1);
        model.setQuery(QString());
        QCOMPARE(model.rowCount(), 3);
    }

    void queryNarrowsTheList() {
        ProblemModel model;
        model.setEntries(entries());
        model.setQuery(QStringLiteral("difficulty:hard"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(titleAt(model, 0), QStringLiteral("Bridge"));
    }

    void statusIsToldInWords() {
        ProblemModel model;
        model.setEntries(entries());
        model.setProgress({{QStringLiteral("starter/echo")}, {QStringLiteral("starter/bridge")}});
        QCOMPARE(model.index(0).data(ProblemModel::DetailRole).toString(), QStringLiteral("Solved · Easy · Starter"));
        QCOMPARE(model.index(1).data(ProblemModel::DetailRole).toString(), QStringLiteral("Tried · Hard · Starter"));
        QCOMPARE(model.index(2).data(ProblemModel::DetailRole).toString(), QStringLiteral("New · Starter"));
        QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Tower, New · Starter"));
    }

    void browserNamesTheSearchThatMatchesNothing() {
        ProblemBrowser browser;
        browser.setLibrary(entries(), {});
        browser.show();
        auto* search = browser.findChild<QLineEdit*>(QStringLiteral("searchBox"));
        QTest::keyClicks(search, QStringLiteral("zebra"));
        const auto* note = browser.findChild<QLabel*>(QStringLiteral("problemListNote"));
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("Nothing matches: zebra"));
        QTest::mouseClick(browser.findChild<QPushButton*>(QStringLiteral("clearSearch")), Qt::LeftButton);
        QVERIFY(browser.findChild<QListView*>(QStringLiteral("problemList"))->isVisible());
        QCOMPARE(browser.model().rowCount(), 3);
    }

    void browserSaysThatThereAreNoProblems() {
        ProblemBrowser browser;
        browser.setLibrary({}, {QStringLiteral("broken/problem.yaml: no such file")});
        browser.show();
        const auto* note = browser.findChild<QLabel*>(QStringLiteral("problemListNote"));
        QCOMPARE(note->text(), QStringLiteral("No problems yet"));
        const auto* failures = browser.findChild<QLabel*>(QStringLiteral("packFailures"));
        QVERIFY(failures->isVisible());
        QVERIFY(failures->text().contains(QStringLiteral("broken/problem.yaml: no such file")));
    }

    void browserTellsTheNeighbours() {
        ProblemBrowser browser;
        browser.setLibrary(entries(), {});
        browser.setCurrent(QStringLiteral("starter/bridge"));
        QCOMPARE(browser.neighbour(-1), QStringLiteral("starter/echo"));
        QCOMPARE(browser.neighbour(1), QStringLiteral("starter/tower"));
        browser.setCurrent(QStringLiteral("starter/tower"));
        QCOMPARE(browser.neighbour(1), QString());
    }

    void clickChoosesAProblem() {
        ProblemBrowser browser;
        browser.setLibrary(entries(), {});
        browser.resize(300, 400);
        browser.show();
        QSignalSpy chosen(&browser, &ProblemBrowser::chosen);
        auto* list = browser.findChild<QListView*>(QStringLiteral("problemList"));
        const QRect row = list->visualRect(list->model()->index(1, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("starter/bridge"));
    }

    void historyModelKeepsTheRulesOfModels() {
        HistoryModel model([](const QString& id) { return id.toUpper(); });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        core::StoredSubmission submission;
        submission.language = QStringLiteral("cpp");
        submission.verdict = QStringLiteral("WA");
        submission.cpuMsMax = 31;
        submission.memoryKibMax = 2048;
        model.setSubmissions({submission, submission});
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(HistoryModel::VerdictColumn), QStringLiteral("Wrong answer"));
        QCOMPARE(text(HistoryModel::LanguageColumn), QStringLiteral("CPP"));
        QCOMPARE(text(HistoryModel::CpuColumn), QStringLiteral("31 ms"));
        QCOMPARE(text(HistoryModel::MemoryColumn), QStringLiteral("2 MiB"));
    }
};

QTEST_MAIN(TestModels)
#include "test_models.moc"
