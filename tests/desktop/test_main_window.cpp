// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with the real judge, sandbox, database and starter pack, in a home of its own.
#include "app/desktop/application.h"
#include "app/desktop/editor/code_editor.h"
#include "app/desktop/main_window.h"
#include "app/desktop/results/case_strip.h"
#include "app/desktop/results/numbered_text.h"
#include "tests/desktop/recorded_prompts.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace grindstone;
using namespace grindstone::desktop;

namespace {

constexpr int JudgingTimeout = 60'000; ///< on a busy machine

/// Longest and middle gap between the ticks of a short timer: how long the window didn't listen.
class Heartbeat : public QObject {
public:
    Heartbeat() {
        m_clock.start();
        connect(&m_timer, &QTimer::timeout, this, [this] { m_gaps.push_back(m_clock.restart()); });
        m_timer.start(10);
    }

    qint64 median() {
        std::sort(m_gaps.begin(), m_gaps.end());
        return m_gaps.empty() ? -1 : m_gaps[m_gaps.size() / 2];
    }
    qint64 longest() const { return *std::max_element(m_gaps.begin(), m_gaps.end()); }
    std::size_t beats() const { return m_gaps.size(); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<qint64> m_gaps;
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_home = std::make_unique<QTemporaryDir>();
        openApplication();
        openProblem(QStringLiteral("starter/echo-sum"));
    }

    void cleanup() {
        m_application.reset();
        m_home.reset();
    }

    void windowHasTitleStatementAndStatus() {
        QVERIFY(window().windowTitle().endsWith(QStringLiteral(" – Grindstone")));
        QTRY_VERIFY(find<QTextBrowser>("statementView")->toPlainText().contains(QStringLiteral("sum")));
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("sandboxStatus")->text().startsWith(QStringLiteral("Sandbox: ")) &&
                                     find<QLabel>("sandboxStatus")->isVisible(),
                                 JudgingTimeout);
    }

    void typedSolutionIsAccepted() {
        chooseLanguage(QStringLiteral("cpp"));
        typeCode(QStringLiteral("#include <iostream>\n"
                                "int main() {\n"
                                "long long n, x, sum = 0;\n"
                                "std::cin >> n;\n"
                                "while (n-- > 0) {\n"
                                "std::cin >> x;\n"
                                "sum += x;\n"
                                "}\n"
                                "std::cout << sum << \"\\n\";\n"
                                "}\n"));
        QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), QStringLiteral("Accepted"), JudgingTimeout);
        QCOMPARE(find<QTableView>("historyList")->model()->rowCount(), 1);
        const QAbstractItemModel* problems = find<QListView>("problemList")->model();
        QVERIFY(problems->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Solved")));
    }

    void wrongAnswerShowsTheDifferingToken() {
        chooseLanguage(QStringLiteral("python3"));
        typeCode(QStringLiteral("print(input())\n"));
        QTest::keyClick(&editor(), Qt::Key_Apostrophe, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), QStringLiteral("Wrong answer"), JudgingTimeout);
        QTRY_COMPARE(find<NumberedText>("actualView")->markedText(), QStringLiteral("3"));
        QTRY_COMPARE(find<NumberedText>("expectedView")->markedText(), QStringLiteral("5"));
        QVERIFY(!find<NumberedText>("actualView")->extraSelections().isEmpty());
        QCOMPARE(find<QTableView>("historyList")->model()->rowCount(), 0);
    }

    void stopEndsAnEndlessProgramWhileTheWindowStaysResponsive() {
        chooseLanguage(QStringLiteral("python3"));
        typeCode(QStringLiteral("while True: pass\n"));
        Heartbeat heartbeat;
        QTest::keyClick(&editor(), Qt::Key_F6);
        auto* strip = find<CaseStrip>("caseStrip");
        QTRY_VERIFY_WITH_TIMEOUT(!strip->cases().empty() && strip->cases()[0].state == CaseState::Running,
                                 JudgingTimeout);
        QVERIFY(!find<QAction>("submitAction")->isEnabled());
        QCOMPARE(find<QAction>("submitAction")->toolTip(),
                 QStringLiteral("Submit (Ctrl+Return)\nYour code is being judged; Stop ends that."));
        QTest::keyClicks(&editor(), QStringLiteral("typing goes on "), {}, 30);
        QVERIFY(editor().text().contains(QStringLiteral("typing goes on ")));
        QElapsedTimer stopping;
        stopping.start();
        QTest::keyClick(&editor(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), QStringLiteral("Stopped"), JudgingTimeout);
        QVERIFY2(stopping.elapsed() < 2000, qPrintable(QString::number(stopping.elapsed())));
        qInfo("heartbeat: %zu beats, median gap %lld ms, longest %lld ms", heartbeat.beats(), heartbeat.median(),
              heartbeat.longest());
        QVERIFY(heartbeat.beats() > 20);
        QVERIFY(heartbeat.median() < 50);
        QVERIFY(heartbeat.longest() < 500); // the machine may be busy; a wait for the program would take seconds
        QCOMPARE(find<QTableView>("historyList")->model()->rowCount(), 0);
        QVERIFY(find<QAction>("runAction")->isEnabled());
    }

    void draftSurvivesClosingAndReopening() {
        chooseLanguage(QStringLiteral("python3"));
        typeCode(QStringLiteral("answer = 42\n"));
        QVERIFY(window().close());
        m_application.reset();
        openApplication();
        QTRY_VERIFY(editor().isEnabled());
        QTRY_COMPARE(editor().text(), QStringLiteral("answer = 42\n"));
        QCOMPARE(find<QComboBox>("languageBox")->currentData().toString(), QStringLiteral("python3"));
    }

    void compileErrorIsMarkedInTheEditor() {
        chooseLanguage(QStringLiteral("cpp"));
        typeCode(QStringLiteral("int main() {\nretrun 0;\n}\n"));
        QTest::keyClick(&editor(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), QStringLiteral("Compile error"), JudgingTimeout);
        QVERIFY(editor().markersAtLine(1) & (1U << DiagnosticMarks::ErrorMarker));
    }

    void ownCaseWithoutAnAnswerShowsItsOutput() {
        chooseLanguage(QStringLiteral("python3"));
        typeCode(QStringLiteral("print(int(input()) * 2)\n"));
        QTest::keyClick(&editor(), Qt::Key_3, Qt::AltModifier);
        auto* input = find<QPlainTextEdit>("customInput");
        QTRY_VERIFY(input->hasFocus());
        QTest::keyClicks(input, QStringLiteral("21"));
        QTest::keyClick(input, Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), QStringLiteral("Finished"), JudgingTimeout);
        QTRY_COMPARE(find<NumberedText>("actualView")->toPlainText(), QStringLiteral("42\n"));
    }

    void submittedCodeCanBeLoadedAgain() {
        chooseLanguage(QStringLiteral("python3"));
        typeCode(QStringLiteral("print(1)\n"));
        QTest::keyClick(&editor(), Qt::Key_F6);
        auto* history = find<QTableView>("historyList");
        QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 1, JudgingTimeout);
        typeCode(QStringLiteral("print(2)\n"));
        find<QPushButton>("loadSubmission")->click();
        QCOMPARE(m_asked, QStringList{QStringLiteral("Replace the code in the editor by this submission?")});
        QCOMPARE(editor().text(), QStringLiteral("print(1)\n"));
    }

    void goingBackBeforeTheNextProblemIsThereStays() {
        const QString title = window().windowTitle();
        auto* list = find<QListView>("problemList");
        for (const int row : {1, 0}) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(list->model()->index(row, 0)).center());
        }
        QTest::qWait(500);
        QCOMPARE(window().windowTitle(), title);
    }

    void submissionIsRecordedAlsoWhenItsProblemWasLeft() {
        chooseLanguage(QStringLiteral("python3"));
        typeCode(QStringLiteral("import time\ntime.sleep(1)\nprint(1)\n"));
        const QString title = window().windowTitle();
        QTest::keyClick(&editor(), Qt::Key_F6);
        QTest::keyClick(&editor(), Qt::Key_PageDown, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(window().windowTitle() != title);
        const QAbstractItemModel* problems = find<QListView>("problemList")->model();
        const auto status = [&] { return problems->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
        QTRY_VERIFY_WITH_TIMEOUT(status().contains(QStringLiteral("Tried")), JudgingTimeout);
        QVERIFY(find<QAction>("runAction")->isEnabled());
        QVERIFY(!find<QLabel>("resultVerdict")->isVisible());
    }

    void keysWorkWhileTheEditorHasTheFocus() {
        auto* list = find<QListView>("problemList");
        QVERIFY(list->isVisible());
        QTest::keyClick(&editor(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!list->isVisible());
        QTest::keyClick(&editor(), Qt::Key_B, Qt::ControlModifier);
        QTest::keyClick(&editor(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(find<QTextBrowser>("statementView")->hasFocus());
        QTest::keyClick(&window(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(editor().hasFocus());
        QTest::keyClick(&editor(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(find<QWidget>("findText")->hasFocus());
        QVERIFY(!find<QWidget>("replaceText")->isVisible());
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_H, Qt::ControlModifier);
        QVERIFY(find<QWidget>("replaceText")->isVisible());
        const QString title = window().windowTitle();
        QTest::keyClick(&editor(), Qt::Key_PageDown, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(window().windowTitle() != title);
    }

    void tellsOnceThatTheDatabaseWasDamaged() {
        m_application.reset();
        QFile database(m_home->path() + QStringLiteral("/data/grindstone.sqlite"));
        QVERIFY(database.open(QIODevice::WriteOnly | QIODevice::Truncate));
        database.write(QByteArray(5000, 'x'));
        database.close();
        openApplication();
        QCOMPARE(m_asked,
                 QStringList{QStringLiteral("Database: The database was damaged so that nothing in it could be "
                                            "read. An empty one has been begun.")});
        m_application.reset();
        openApplication();
        QCOMPARE(m_asked, QStringList());
    }

private:
    void openApplication() {
        core::Paths paths = core::Paths::fromEnvironment();
        const std::filesystem::path home = m_home->path().toStdString();
        paths.data = home / "data";
        paths.config = home / "config";
        paths.state = home / "state";
        paths.cache = home / "cache";
        m_asked.clear();
        auto created = Application::create(paths, std::make_unique<RecordedPrompts>(m_asked));
        QVERIFY2(created, created ? "" : created.error().detail.c_str());
        m_application = *std::move(created);
        window().show();
        m_application->start();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void openProblem(const QString& id) {
        auto* list = find<QListView>("problemList");
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, JudgingTimeout);
        const QModelIndexList found =
            list->model()->match(list->model()->index(0, 0), Qt::UserRole, id, 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.front()).center());
        QTRY_VERIFY_WITH_TIMEOUT(find<QAction>("runAction")->isEnabled(), JudgingTimeout);
        editor().setFocus();
    }

    void chooseLanguage(const QString& id) {
        auto* box = find<QComboBox>("languageBox");
        const int index = box->findData(id);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }

    /// Replaces the code key by key.
    void typeCode(const QString& code) {
        editor().setFocus();
        editor().selectAll();
        QTest::keyClick(&editor(), Qt::Key_Delete);
        for (const QChar character : code) {
            character == u'\n' ? QTest::keyClick(&editor(), Qt::Key_Return)
                               : QTest::keyClick(&editor(), character.toLatin1());
        }
    }

    MainWindow& window() { return m_application->window(); }
    CodeEditor& editor() { return *find<CodeEditor>("editor"); }
    QString verdict() { return find<QLabel>("resultVerdict")->text(); }
    template<typename T> T* find(const char* name) { return window().findChild<T*>(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_home;
    QStringList m_asked;
    std::unique_ptr<Application> m_application;
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
